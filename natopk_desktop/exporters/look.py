"""What a person sees of an export before it is saved: its first page as a picture, or its first lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

import msgspec

from natopk_desktop.exporters import registry
from natopk_desktop.exporters.progress import unheard

if TYPE_CHECKING:
    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.exporters.progress import Progress
    from natopk_desktop.exporters.registry import Format
    from natopk_desktop.exporters.written import Written

MOST_LINES: Final = 60
MOST_CHARACTERS: Final = 6000
LONGEST_LINE: Final = 400
LEFT_OUT: Final = "…"
BYTE_ORDER_MARK: Final = "\ufeff"

MOST_PAGES: Final = 600
"""Pages of a PDF of which the first is shown: Typst draws all of them or none, a fifth of a megabyte each."""

WORDS_OF: Final = {"html": "txt", "docx": "txt"}
"""Formats whose bytes are not for reading, and the format that shows their words."""


class Look(msgspec.Struct, frozen=True):
    """A look at an export.

    Attributes:
        kind: the first page as SVG or PNG, or the first lines in UTF-8.
        content: the picture or the lines; empty where there is nothing to show.
        pages: how many pages there are, 0 where there are none.
        is_other: whether the lines are not those of the file but its words as plain text.
    """

    kind: Literal["svg", "png", "text"]
    content: bytes
    pages: int = 0
    is_other: bool = False


def seen(dossier: Dossier, choice: Choice, wanted: Format, progress: Progress = unheard) -> tuple[Written, Look]:
    """Return the export of ``dossier`` that ``choice`` asks for, and a look at it.

    Pages are seen as they are: a PDF's first page is a picture of the same layout.

    Raises:
        InputError: the choice means nothing in this dossier.
        OperationError: the pages could not be set.
    """
    if wanted.id == "pdf":
        return _pdf(dossier, choice)
    written = wanted.write(dossier, choice, progress)
    if wanted.kind == "pages":
        return written, Look("png" if wanted.id == "png" else "svg", written.files[0], len(written.files))
    shown = WORDS_OF.get(wanted.id)
    if shown is None:
        return written, Look("text", first_lines(written.files[0]))
    words = registry.by_id(shown).write(dossier, choice)
    return written, Look("text", first_lines(words.files[0]), is_other=True)


def _pdf(dossier: Dossier, choice: Choice) -> tuple[Written, Look]:
    from natopk_desktop.exporters import pdf  # Typst is for pages alone

    pages = pdf.setting(dossier, choice)
    written = pdf.written(dossier, choice, pages)
    count = pages.end().page
    picture = pages.svg()[0] if count <= MOST_PAGES else b""
    return written, Look("svg", picture, count)


def first_lines(content: bytes) -> bytes:
    """Return the first lines of a text file; what is left out of a line and after them is marked with an ellipsis."""
    text = content[: 8 * MOST_CHARACTERS].decode("utf-8", "ignore").lstrip(BYTE_ORDER_MARK)
    lines = text.splitlines()
    kept = [line if len(line) <= LONGEST_LINE else line[:LONGEST_LINE] + LEFT_OUT for line in lines[:MOST_LINES]]
    if len(lines) > MOST_LINES or len(content) > 8 * MOST_CHARACTERS:
        kept.append(LEFT_OUT)
    return "\n".join(kept).encode()
