"""Which record of the file that a dossier was made of an entry came from, so that it can be written back as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.model import Milestone


def number(milestone: Milestone) -> int | None:
    """Return the place of an entry's record among the records of its file (0-based), None where its id tells none."""
    digits = milestone.id[1:]
    if milestone.id[:1] != "m" or not digits.isascii() or not digits.isdigit() or len(digits) > 9:
        return None
    return int(digits) - 1


def has_words(dossier: Dossier, milestone: Milestone, words: Iterable[str]) -> bool:
    """Tell whether an entry's words are still those that its record gave it."""
    return dossier.words(milestone.text) == tuple(one for one in words if one.strip())
