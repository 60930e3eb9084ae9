"""Where the files of an export go, and what they are called."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from natopk_desktop.errors import InputError
from natopk_desktop.exporters.registry import by_file_name

if TYPE_CHECKING:
    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.exporters.registry import Format

UNFIT: Final = re.compile(r"[^\w.-]+")
"""What a file's name is better without on any system: blanks and signs."""

LONGEST: Final = 40
LONGEST_MILESTONE: Final = 12
"""Characters of ids in a file's name: file systems take 255 bytes, and a character may take four."""

RESERVED: Final = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)\Z")
"""Names that Windows keeps for devices, whatever the ending (Microsoft, "Naming files, paths, and namespaces")."""


def paths(output: str, wanted: Format, count: int) -> list[Path]:
    """Return where ``count`` files go: ``output`` itself, or ``output-01.png`` and so on for several."""
    if count == 1:
        return [Path(output)]
    stem = stem_of(output, wanted)
    width = max(2, len(str(count)))
    return [Path(f"{stem}-{number:0{width}}{wanted.suffix}") for number in range(1, count + 1)]


def stem_of(output: str, wanted: Format) -> str:
    """Return ``output`` without the ending of its format, if it has it."""
    return next((output[: -len(end)] for end in wanted.suffixes if output.lower().endswith(end)), output)


def promised(name: str, wanted: Format) -> Format | None:
    """Return the other format whose file a name promises by its ending; None where it promises ``wanted``, or nothing.

    The last part of an ending will do: ``a.json`` is a good name for any JSON.
    """
    if any(name.lower().endswith(f".{end.rpartition('.')[2]}") for end in wanted.suffixes):
        return None
    try:
        return by_file_name(name)
    except InputError:
        return None


def suggested(dossier: Dossier, choice: Choice, wanted: Format) -> str:
    """Return a file's name that tells what is in it: dossier, document, which milestones, ending."""
    name = UNFIT.sub("-", dossier.id[:LONGEST]).strip(".-") or "dossier"
    parts = [f"{name}-page" if RESERVED.match(name) else name]
    if "document" in wanted.uses:
        parts.append(choice.document)
    if choice.only is not None and "only" in wanted.uses and len(choice.only) == 1:
        parts.append(UNFIT.sub("-", choice.only[0][:LONGEST_MILESTONE]).strip(".-"))
    elif not choice.is_whole and "topics" in wanted.uses:
        parts.append("part")
    return "-".join(part for part in parts if part) + wanted.suffix
