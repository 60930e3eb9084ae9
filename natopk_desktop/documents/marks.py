"""How our words are told from the source's, in words, wherever both stand together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.model import Milestone

OPENING: Final = "[Ours:"
ROUND: Final = str.maketrans("[]", "()")


def ours(text: str) -> str:
    """Return ``text`` marked as ours within a line of the source's words.

    The mark ends at the bracket that closes it: where those within ``text`` do not pair, they become round ones.
    """
    return f"{OPENING} {text if _pairs(text) else text.translate(ROUND)}]"


def _pairs(text: str) -> bool:
    """Tell whether every square bracket of ``text`` has its other half."""
    depth = 0
    for sign in text:
        depth += (sign == "[") - (sign == "]")
        if depth < 0:
            return False
    return depth == 0


def date_words(dossier: Dossier, milestone: Milestone) -> tuple[str, bool]:
    """Return what stands for a milestone's date, and whether these words are ours.

    The words are the source's, pieces joined by a blank, wherever it prints a date; else they say that there is none
    and where we placed the entry.
    """
    if milestone.date.printed:
        return " ".join(dossier.words(milestone.date.printed)), False
    if milestone.date.edtf is None:
        return "no date", True
    from natopk_desktop.dossier.date_words import words

    return f"no date; placed under {words(milestone.date.edtf)} by us", True
