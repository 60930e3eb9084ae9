"""Foreign text made safe for one line of a title bar, a list or a terminal."""

from __future__ import annotations

import unicodedata
from typing import Final

REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"
# Hidden characters of category Cf that letters are joined or parted by, and that cannot reorder anything.
JOINERS: Final = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}\N{SOFT HYPHEN}"


def one_line(text: str, limit: int | None = None) -> str:
    """Return ``text`` as one line: line ends and tabs as blanks, other invisible controls as U+FFFD.

    Controls that reorder a line (bidirectional overrides, embeddings, isolates and marks) count as invisible ones.

    Args:
        text: any text.
        limit: how many code points at the most; a longer text ends in "…", which is ours.
    """
    cut = text if limit is None or len(text) <= limit else text[: limit - 1].rstrip() + "…"
    return "".join(map(_shown, cut))


def _shown(character: str) -> str:
    if character.isprintable():
        return character
    if character in "\r\n\t\v\f\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}\N{NEXT LINE}":
        return " "
    # Space separators such as the no-break space are not "printable" to Python, yet they are the source's own.
    if character in JOINERS or unicodedata.category(character) == "Zs":
        return character
    return REPLACEMENT
