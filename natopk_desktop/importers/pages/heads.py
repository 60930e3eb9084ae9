"""Which units can head a part of the page, by their look."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from natopk_desktop.importers.pages.wording import names_list, names_news

if TYPE_CHECKING:
    from collections.abc import Sequence

    from natopk_desktop.importers.pages.units import Unit

MOST_WORDS: Final = 12
FURTHEST: Final = 40
"""Units, residue among them, that a heading stands above what it heads at the most."""

LONGEST: Final = 100
_HAS_LETTER: Final = re.compile(r"[^\W\d_]")


def can_head(unit: Unit) -> bool:
    """Tell whether a unit looks like a heading: hinted as one, or short and without a full stop."""
    if unit.hint is not None:
        return unit.hint in ("heading", "title")
    if len(unit.text) > LONGEST or unit.cells or not _HAS_LETTER.search(unit.text):
        return False
    if unit.is_question:
        return unit.words <= MOST_WORDS + 4
    first = unit.text.lstrip("\"'“‘«(¿¡")[:1]
    text = unit.text.rstrip()
    is_open = unit.is_stopped and not (text.endswith(":") and names_list(unit.folded))
    return unit.words <= MOST_WORDS and not is_open and not text.endswith((",", "-")) and not first.islower()


def heads_list(units: Sequence[Unit], at: int, reach: int = 3) -> bool:
    """Tell whether the heading over unit ``at`` announces a list of dated entries."""
    head = head_over(units, at, reach)
    return head is not None and names_list(units[head].folded) and not names_news(units[head].folded)


def heads_news(units: Sequence[Unit], at: int) -> bool:
    """Tell whether the heading over unit ``at`` announces news or references."""
    head = head_over(units, at, 2)
    return head is not None and names_news(units[head].folded) and not names_list(units[head].folded)


def head_over(units: Sequence[Unit], at: int, reach: int) -> int | None:
    """Return the nearest unit before ``at`` that looks like a heading, with at most ``reach`` others between."""
    passed = 0
    for number in range(at - 1, max(-1, at - FURTHEST), -1):
        unit = units[number]
        if unit.kind in ("residue", "stamp", "caption"):
            continue
        if (unit.lead is None or names_list(unit.folded)) and can_head(unit) and (not unit.bullet or unit.hint):
            return number
        passed += 1
        if passed > reach:
            return None
    return None
