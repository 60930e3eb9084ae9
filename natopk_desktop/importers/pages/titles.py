"""The page's title, and what stands above it."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from natopk_desktop.importers.dating.month_names import fold
from natopk_desktop.importers.pages.heads import can_head
from natopk_desktop.importers.pages.languages import WORDS
from natopk_desktop.importers.pages.wording import is_page_furniture, names_list, speaks_of_picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from natopk_desktop.importers.pages.units import Unit

FURTHEST: Final = 80
"""Units from the top among which a title is looked for."""

MOST_BANNERS: Final = 3
SAMPLE: Final = 60_000
SMALL: Final = frozenset().union(*WORDS.values())
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_TRAIL: Final = re.compile(r"[>»›|/\\•·]")
_EXPANDED: Final = re.compile(r"^(\w{2,12})\s*[-–—:(]\s*(.+?)\)?$")


def find_title(text: str, units: Sequence[Unit], told: str | None) -> Unit | None:
    """Find the title, mark it and what stands above it, and return its unit; None where no line can be it.

    Args:
        text: the page's text.
        units: its units; those already settled are passed over.
        told: the title as the mark-up's head gives it, None for plain text.
    """
    hinted = next((unit for unit in units if unit.hint == "title"), None)
    candidates = [hinted] if hinted else _candidates(units)
    if not candidates:
        return None
    counts = Counter(fold(match.group()) for match in _WORD.finditer(text[:SAMPLE]))
    times = Counter(unit.folded for unit in units[:FURTHEST])
    dated = _over_dates(units)
    scored = [
        (_score(unit, place, counts, times, told) - (unit.span.start in dated), -place)
        for place, unit in enumerate(candidates)
    ]
    best = candidates[-max(scored)[1]]
    if hinted:
        best.take("title", 1.0, "")
    else:
        best.take("title", 0.8, "It is short, stands over the text, and the text repeats its words.")
    best.heading_level = 1
    _mark_above(units, best)
    _mark_repeats(units, best)
    return best


def _candidates(units: Sequence[Unit]) -> list[Unit]:
    """Return the units that can be a title: those like headings before the first paragraph or entry."""
    found: list[Unit] = []
    is_list = sum(unit.lead is not None and unit.lead.is_alone for unit in units) >= 3
    for number, unit in enumerate(units[:FURTHEST]):
        if unit.kind is not None or unit.cells or unit.hint in ("residue", "caption", "stamp"):
            continue
        if unit.lead is not None and not unit.lead.is_partial and not names_list(unit.folded):
            if found or is_list:
                break
            continue
        if unit.is_stopped and not unit.is_question and unit.words > 3 and not unit.bullet and found:
            break
        is_headline = can_head(unit) or (unit.words <= 25 and not unit.is_stopped and len(unit.text) < 200)
        if is_headline and (not unit.bullet or number < 3) and not is_page_furniture(unit.text):
            found.append(unit)
    return found


def _over_dates(units: Sequence[Unit]) -> set[int]:
    """Return where the units begin that have a date directly under them, as the titles of entries do."""
    return {
        unit.span.start
        for unit, after in pairwise(units[: FURTHEST + 1])
        if after.gap == 0 and after.lead is not None and after.lead.is_alone
    }


def _score(unit: Unit, place: int, counts: Counter[str], times: Counter[str], told: str | None) -> float:
    words = [fold(match.group()) for match in _WORD.finditer(unit.text)]
    content = [word for word in words if word not in SMALL]
    if not content:
        return -1.0
    share = sum(counts[word] > 1 for word in content) / len(content)
    often = sum(min(counts[word] - 1, 6) for word in content) / (6 * len(content))
    score = share + often - 0.08 * place
    if told is not None and unit.folded and unit.folded in fold(told):
        score += 2.0 + 0.01 * len(unit.text)
    if unit.hint == "heading":
        score += 1.5 - 0.3 * (unit.level or 1)
    score += 0.3 * (times[unit.folded] > 1) + 0.8 * names_list(unit.folded)
    score -= 1.2 * (is_expansion(unit.text) is not None)
    score -= 0.8 * bool(_TRAIL.search(unit.text)) + 0.6 * bool(unit.bullet) + 0.4 * speaks_of_picture(unit.text)
    score -= 0.8 * (sum(char.isdigit() for char in unit.text) > 0.2 * len(unit.text))
    score -= 0.5 * (unit.words > 14) + 0.3 * (unit.words < 2) + 0.4 * unit.is_question
    return score


def is_expansion(text: str) -> str | None:
    """Return the short name where a line is a short name and the long one it stands for; None else."""
    match = _EXPANDED.match(text.strip())
    if match is None:
        return None
    short = [char.upper() for char in match.group(1) if char.isalpha()]
    long = [word[0].upper() for word in re.findall(r"[^\W\d_]+", match.group(2))]
    return match.group(1) if len(short) > 1 and _is_within(short, long) and len(long) <= 2 * len(short) + 2 else None


def _is_within(short: list[str], long: list[str]) -> bool:
    """Tell whether the letters of ``short`` come in ``long`` in the same order."""
    rest = iter(long)
    return all(letter in rest for letter in short)


def _mark_above(units: Sequence[Unit], title: Unit) -> None:
    """Mark what stands above the title: names of the institution and its sections as banner, the rest as residue."""
    banners = 0
    for unit in units:
        if unit is title:
            return
        if unit.kind is not None:
            continue
        if unit.lead is not None and unit.lead.form == "alone":
            unit.take("stamp", 0.6, "It is a date of its own above the title.")
            continue
        is_banner = banners < MOST_BANNERS and not unit.bullet and not is_page_furniture(unit.text)
        if is_banner and unit.words <= 15 and not _TRAIL.search(unit.text):
            unit.take("banner", 0.7, "It stands above the title.")
            banners += 1
        else:
            unit.take("residue", 0.6, "It stands above the title and is no name.")


def _mark_repeats(units: Sequence[Unit], title: Unit) -> None:
    """Mark lines near the top that say the title again."""
    for unit in units[:FURTHEST]:
        if unit.kind is None and unit is not title and unit.folded == title.folded:
            unit.take("caption", 0.6, "It repeats the title, as the words of a picture do.")
