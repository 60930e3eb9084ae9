"""Quantities with what narrows and what measures them: *nearly* 120 *sacks of rice*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from natopk_desktop.dossier.model import Computed, Figure
from natopk_desktop.dossier.spans import Span
from natopk_desktop.importers.dating.lines import dates_in
from natopk_desktop.importers.dating.month_names import fold
from natopk_desktop.importers.meaning.quantities import Quantity, quantities
from natopk_desktop.importers.meaning.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopk_desktop.dossier.model import DossierFile
    from natopk_desktop.importers.dating.month_names import Names

QUALIFIERS: Final = (
    "almost|nearly|about|around|approximately|approx\\.|roughly|circa|ca\\.|some|over|just over|well over|more than|"
    "no more than|not more than|less than|fewer than|no fewer than|no less than|under|just under|at least|at most|"
    "up to|close to|as many as|as much as|only|a total of|another|an estimated|estimated|"
    "près de|plus de|moins de|environ|au moins|quelque|jusqu[’']à|"
    "fast|etwa|rund|knapp|über|mehr als|weniger als|mindestens|bis zu|ungefähr|"
    "casi|más de|menos de|unos|unas|alrededor de|cerca de|al menos|hasta|"
    "quasi|oltre|più di|meno di|almeno|fino a|"
    "более|свыше|около|почти|до|تقریبا|تقریباً|تقریبًا|کم از کم|سے زیادہ|أكثر من|نحو|حوالي|قرابة|ما يقرب من"
)
_QUALIFIER: Final = re.compile(rf"(?<!\w)(?:{QUALIFIERS})[ \t\u00a0]+(?:[$€£¥]\s?)?$", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-](?=[^\W\d_]))*")
_BLANK: Final = re.compile(r"[ \t\u00a0\u202f]+|(?<=\w)\s(?=\w)")
_SIGN: Final = re.compile(r"[ \u00a0\u202f]?(?:%|‰|°C|€|\$|£|km²?|kg|m²?|ha)(?!\w)")
OF: Final = frozenset(["of", "de", "du", "des", "di", "von", "der", "del", "della", "d"])
COUNTED: Final = frozenset({"paragraph", "list-item", "milestone", "cell", "caption"})
_NUMBERED: Final = (
    "no nos number resolution resolutions article articles chapter page paragraph stage phase part section volume line "
    "figure table version nr numero kapitel artikel"
)
NUMBERED: Final = frozenset(_NUMBERED.split())
MOST_WORDS: Final = 4
CONFIDENCE: Final = 0.75
REASON: Final = "A number with what it counts."


def figures_of(contents: DossierFile, names: Names) -> Iterator[tuple[Figure, Computed]]:
    """Yield the figures of a page in order, each with the mark that it was computed."""
    text = contents.source.text or ""
    owner = {block: milestone.id for milestone in contents.milestones for block in milestone.blocks}
    number = 0
    for block in contents.blocks:
        if block.kind not in COUNTED:
            continue
        start, end = block.span
        found = quantities(text, start, end, contents.source.language)
        dated = [date.printed for date in dates_in(text, start, end, names)] if found else []
        dated += _printed(contents, owner.get(block.id))
        covered = {place for span in dated for place in range(*span)}
        for quantity in found:
            if quantity.start in covered or _is_day(text, quantity, end, names):
                continue
            figure = _figure(text, block.span, quantity, f"f{number + 1:02}", owner.get(block.id))
            if figure is not None:
                number += 1
                yield figure, Computed(figure.id, CONFIDENCE, REASON)


def _printed(contents: DossierFile, milestone: str | None) -> list[Span]:
    if milestone is None:
        return []
    return list(contents.milestones[int(milestone[1:]) - 1].date.printed)


def _figure(text: str, block: Span, quantity: Quantity, name: str, milestone: str | None) -> Figure | None:
    """Return a quantity as a figure, None where nothing says that it counts something."""
    before = _QUALIFIER.search(text, max(block.start, quantity.start - 40), quantity.start)
    unit, measured = _unit(text, quantity.end, block.end)
    if unit is None and before is None:
        return None
    if before is None and (_may_be_year(text, quantity) or _is_numbered(text, block.start, quantity.start)):
        return None
    start = before.start() if before else quantity.start
    qualifier = Span(start, start + len(before.group().rstrip(" \t\u00a0$€£¥"))) if before else None
    end = unit.end if unit is not None else quantity.end
    value = Span(quantity.start, quantity.end)
    return Figure(name, None, Span(start, end), qualifier, value, quantity.number, unit, measured, milestone)


def _is_day(text: str, quantity: Quantity, end: int, names: Names) -> bool:
    """Tell whether a month follows, so that the number is a day."""
    blank = _BLANK.match(text, quantity.end, end)
    word = _WORD.match(text, blank.end(), end) if blank else None
    return word is not None and fold(word.group()) in names.months


def _may_be_year(text: str, quantity: Quantity) -> bool:
    digits = text[quantity.start : quantity.end]
    return quantity.is_plain and len(digits) == 4 and 1800 <= int(digits) <= 2100


def _is_numbered(text: str, start: int, at: int) -> bool:
    """Tell whether a number stands after a name, as that of an article or a resolution does."""
    before = text[max(start, at - 30) : at]
    words = before.split()
    if not words or before[-1] not in " \u00a0" or before[-2:].isspace() or before.rstrip()[-1] in '.!?:;,(“"':
        return False
    last = words[-1]
    is_first = len(words) == 1 and at - 30 <= start
    return (last[0].isupper() and not is_first) or fold(last) in NUMBERED


def _unit(text: str, at: int, end: int) -> tuple[Span | None, Span | None]:
    """Return the words that say what is counted, and those of them after an "of"."""
    sign = _SIGN.match(text, at, end)
    if sign is not None:
        return Span(at + len(sign.group()) - len(sign.group().lstrip()), sign.end()), None
    first, last = _words(text, at, end, MOST_WORDS)
    if first is None or last is None:
        return None, None
    blank = _BLANK.match(text, last, end)
    word = _WORD.match(text, blank.end(), end) if blank else None
    if word is None or fold(word.group()) not in OF:
        return Span(first, last), None
    start, stop = _words(text, word.end(), end, MOST_WORDS)
    if start is None or stop is None:
        return Span(first, last), None
    return Span(first, stop), Span(start, stop)


def _words(text: str, at: int, end: int, most: int) -> tuple[int | None, int | None]:
    """Return where the words that carry sense, directly after a place, begin and end."""
    first = last = None
    for _ in range(most):
        blank = _BLANK.match(text, at, end)
        word = _WORD.match(text, blank.end(), end) if blank else None
        if word is None or (not stem(word.group()) and fold(word.group()) not in {"per", "people"}):
            break
        first = word.start() if first is None else first
        last = at = word.end()
    return first, last
