"""Where on a page a list of dated entries stands."""

from __future__ import annotations

import itertools
from statistics import median
from typing import TYPE_CHECKING, Final, NamedTuple

from natopk_desktop.importers.pages.heads import MOST_WORDS, can_head, heads_list, heads_news
from natopk_desktop.importers.pages.wording import names_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from natopk_desktop.importers.pages.leads import Lead
    from natopk_desktop.importers.pages.units import Unit

MOST_BETWEEN: Final = 8
"""Undated units between two dated ones of a list."""

FEWEST: Final = 3
"""Dated units in a row that make a list without a heading that says so."""


class Run(NamedTuple):
    """A list of dated entries.

    Attributes:
        dated: numbers of the units that begin with a date, in order.
        is_named: whether a heading announces it.
    """

    dated: list[int]
    is_named: bool


def runs_of(units: Sequence[Unit]) -> list[Run]:
    """Return the lists of dated entries on a page."""
    dated = _dated(units)
    chains: list[list[int]] = []
    for number in dated:
        if chains and _belongs(units, chains[-1], number):
            chains[-1].append(number)
        else:
            chains.append([number])
    parted = [_trimmed(units, part) for chain in chains for part in _at_wide_gaps(units, chain)]
    found = [_judged(units, chain) for chain in parted]
    for place, chain in enumerate(parted):
        near = [found[n] for n in (place - 1, place + 1) if 0 <= n < len(found)]
        if found[place] is None and any(run is not None and _is_alike(units, run, chain) for run in near):
            found[place] = Run(chain, is_named=False)
    return [run for run in found if run is not None]


def _dated(units: Sequence[Unit]) -> list[int]:
    """Return the numbers of the units that begin with a date of their own.

    A sentence that begins with a date, under a month or day of its own, only tells more of it.
    """
    found: list[int] = []
    for number, unit in enumerate(units):
        if unit.lead is None or unit.kind is not None:
            continue
        if unit.lead.form == "sentence" and not unit.bullet and found and number - found[-1] <= 4:
            above = units[found[-1]]
            if above.lead is not None and (_is_day_or_month(above.lead) or _is_headline(above, unit)):
                continue
        found.append(number)
    return found


def _is_day_or_month(lead: Lead) -> bool:
    return lead.is_alone and (lead.date.value.start.month is not None or lead.is_partial)


def _is_headline(above: Unit, unit: Unit) -> bool:
    """Tell whether a dated unit is the headline of a paragraph under it."""
    is_short = not above.is_stopped and above.words <= MOST_WORDS + 2 and not above.bullet
    return family(above) == "line" and is_short and unit.gap > 0 and unit.words > above.words


def family(unit: Unit) -> str:
    """Return how a unit is dated, alike for what one list may mix."""
    form = unit.lead.form if unit.lead else ""
    return "line" if form in ("bare", "colon", "dash", "comma", "alone", "place") else form


def between(units: Sequence[Unit], first: int, last: int) -> list[int]:
    """Return the numbers of the open units between two."""
    return [number for number in range(first + 1, last) if units[number].kind is None]


def _belongs(units: Sequence[Unit], chain: list[int], number: int) -> bool:
    """Tell whether a dated unit can stand in one list with those of a chain."""
    before = chain[-1]
    first, second = units[before], units[number]
    if number - before > 4 * MOST_BETWEEN:
        return False
    others = between(units, before, number)
    if len(others) > MOST_BETWEEN:
        return False
    kinds = {family(first), family(second)}
    both_items = bool(first.bullet) and bool(second.bullet)
    are_neighbours = (not others and second.gap == 0 and not first.gap) or _is_grouped(units, chain, number, others)
    if len(kinds) > 1 and ("cell" in kinds or not (both_items or are_neighbours or heads_list(units, before))):
        return False
    if kinds == {"sentence"}:
        return len(others) <= (2 if both_items else 0)
    return not any(_parts(units, other, number) for other in others)


def _is_grouped(units: Sequence[Unit], chain: list[int], number: int, others: list[int]) -> bool:
    """Tell whether a line with a year of its own stands over sentences, or comes after those of another."""
    first, second = units[chain[-1]].lead, units[number].lead
    if first is None or second is None:
        return False
    if first.is_alone:
        return all(units[other].bullet for other in others)
    start = units[chain[0]].lead
    return second.is_alone and start is not None and start.is_alone


def _parts(units: Sequence[Unit], other: int, number: int) -> bool:
    """Tell whether a unit between two dated ones heads another part of the page."""
    unit = units[other]
    if can_head(unit) and names_list(unit.folded):
        return True
    if unit.hint == "heading":
        following = between(units, other, number)
        level = unit.level or 6
        return bool(following) and level <= 3 and (units[number].hint != "heading")
    return unit.is_question and can_head(unit)


def _at_wide_gaps(units: Sequence[Unit], chain: list[int]) -> list[list[int]]:
    """Part a chain where two dated units stand much further apart than the others do."""
    gaps = [len(between(units, first, second)) for first, second in itertools.pairwise(chain)]
    if not gaps:
        return [chain]
    widest = max(2, 3 * median(gaps) + 1)
    parts = [[chain[0]]]
    for number, gap in zip(chain[1:], gaps, strict=True):
        if gap > widest:
            parts.append([])
        parts[-1].append(number)
    return parts


def _trimmed(units: Sequence[Unit], chain: list[int]) -> list[int]:
    """Leave out a first unit that alone is dated in another form, as the line of an issue or a dispatch is."""
    if len(chain) <= FEWEST:
        return chain
    first, *others = (lead for number in chain if (lead := units[number].lead) is not None)
    is_other = first.form not in {lead.form for lead in others} and len({lead.form for lead in others}) == 1
    is_loose = first.form in ("comma", "place") or (first.is_partial and not any(lead.is_partial for lead in others))
    return chain[1:] if is_other and is_loose else chain


def _judged(units: Sequence[Unit], chain: list[int]) -> Run | None:
    """Decide whether a chain of dated units is a list of entries."""
    first = chain[0]
    if heads_news(units, first):
        return None
    is_named = heads_list(units, first)
    leads = [lead for number in chain if (lead := units[number].lead) is not None]
    whole = sum(not lead.is_partial for lead in leads)
    fewest = FEWEST
    if is_named:
        fewest = 2 if family(units[first]) == "sentence" else 1
    elif family(units[first]) == "cell":
        fewest = 2
    if len(chain) < fewest or (not whole and not is_named):
        return None
    if not is_named and not _is_regular(units, chain):
        return None
    return Run(chain, is_named)


def _is_alike(units: Sequence[Unit], run: Run, chain: list[int]) -> bool:
    """Tell whether dated units too few to be a list of their own look like those of the list beside them."""
    if heads_news(units, chain[0]):
        return False
    looks = {_look(units[number]) for number in run.dated}
    has_mark = all(units[n].bullet or (_look(units[n])[0] in ("colon", "dash", "cell")) for n in chain)
    return has_mark and {_look(units[number]) for number in chain} <= looks


def _look(unit: Unit) -> tuple[str, str, str | None]:
    return (unit.lead.form if unit.lead else "", unit.bullet, unit.hint)


def _is_regular(units: Sequence[Unit], chain: list[int]) -> bool:
    """Tell whether dated units without a heading look alike enough to be a list."""
    leads = [lead for number in chain if (lead := units[number].lead) is not None]
    if sum(lead.is_partial for lead in leads) > 3 * sum(not lead.is_partial for lead in leads):
        return False
    gaps = [len(between(units, first, second)) for first, second in itertools.pairwise(chain)]
    return median(gaps) <= 4
