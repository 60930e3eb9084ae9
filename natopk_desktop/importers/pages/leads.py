"""The date that a piece of the text begins with, and how it stands there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from natopk_desktop.dossier.spans import Span
from natopk_desktop.importers.dating.lines import FoundDate, at_start, can_start, dates_in
from natopk_desktop.importers.dating.tokens import first_token, tokens

if TYPE_CHECKING:
    from natopk_desktop.importers.dating.month_names import Names
    from natopk_desktop.importers.pages.units import Unit

Form = Literal["bare", "colon", "dash", "comma", "sentence", "alone", "place", "cell"]
"""How a date stands: before its text with a blank, a sign or in the sentence; alone, or with a place; in a cell."""

FURTHEST: Final = 80
"""Code points from the beginning within which a leading date ends."""

LONGEST_PLACE: Final = 48
_CAN_LEAD: Final = re.compile(r"\d")
_SEPARATORS: Final = re.compile(r"[\s*:;,.|)\]\u2010-\u2015\u2212-]*")
_DASH: Final = re.compile(r"[\s*]*[\u2010-\u2015\u2212-]")
_SHORT: Final = re.compile(r"[^\W\d_]\.?\s+0\d\b")
_PLACE: Final = re.compile(r"\s*[,(\u2010-\u2015-]\s*([^.:;!?]{2,40})$")


class Lead(NamedTuple):
    """A date at the beginning.

    Attributes:
        date: the date.
        form: how it stands.
        text: the spans of the words it dates; empty where it stands alone.
    """

    date: FoundDate
    form: Form
    text: tuple[Span, ...]

    @property
    def is_alone(self) -> bool:
        """Whether it has no words beside it but perhaps a place."""
        return self.form in ("alone", "place")

    @property
    def is_partial(self) -> bool:
        """Whether its year is not printed with it."""
        return not self.date.value.has_year


def lead_of(text: str, unit: Unit, names: Names) -> Lead | None:
    """Return the date a unit begins with, None where there is none."""
    if unit.cells:
        return _in_cells(text, unit, names)
    return _in_words(text, unit.body, unit.span.end, names)


def _in_words(text: str, start: int, end: int, names: Names) -> Lead | None:
    stop = min(end, start + FURTHEST)
    first = first_token(text, start, stop, names)
    if first is None or not (_CAN_LEAD.search(text, start, stop) or (first.code == "M" and text[start].isupper())):
        return None
    if not can_start(first, is_parted=names.is_parted):
        return _after_place(text, start, end, names)
    date = at_start(tokens(text, start, stop, names), may_lack_year=True)
    if date is None:
        return _after_place(text, start, end, names)
    if date.token_end >= stop < end:
        return None
    return _lead(text, start, end, date)


def _lead(text: str, start: int, end: int, date: FoundDate) -> Lead | None:
    rest = _SEPARATORS.match(text, date.token_end, end)
    words = rest.end() if rest else date.token_end
    if not date.value.has_year and _SHORT.search(date.printed.of(text)):
        return None  # "May 06" may be a day or a year
    if words >= end:
        return Lead(date, "alone", ())
    between = text[date.token_end : words]
    if between.startswith(")"):
        return None  # it closes a bracket opened before
    form = _form(text, date, end, between)
    if form == "bare" and (not between or _is_quantity(text, date, words)):
        return None
    if date.value.start.year is None and form == "bare" and date.value.start.day is None:
        return None  # "May was …": a month's name alone begins too many sentences
    if form == "sentence":
        return Lead(date, form, (Span(start, end),))
    return Lead(date, form, (Span(words, end),))


def _form(text: str, date: FoundDate, end: int, between: str) -> Form:
    place = _PLACE.match(text, date.token_end, min(end, date.token_end + LONGEST_PLACE + 1))
    if place and place.end() == end and _is_name(place.group(1)) and "," in between:
        return "place"
    if ":" in between:
        return "colon"
    if _DASH.match(text, date.token_end, end):
        return "dash"
    is_opened = date.head == date.printed.start and text[date.printed.end : date.printed.end + 2].strip()[:1].isupper()
    if date.is_brought_in and not is_opened:
        return "sentence"
    return "comma" if between.lstrip()[:1] in tuple(",;.|") else "bare"


def _is_name(words: str) -> bool:
    """Tell whether all longer words begin with a capital or have none, as those of a place do."""
    return all(not word[0].islower() for word in words.split() if len(word) > 3)


def _is_quantity(text: str, date: FoundDate, words: int) -> bool:
    """Tell whether four digits at the beginning rather count something ("2000 people")."""
    value = date.value
    is_year = (
        value.start.month is None and value.start.season is None and not value.is_range and not value.start.is_decade
    )
    return is_year and text[words].islower() and len(date.printed.of(text)) == 4


def _after_place(text: str, start: int, end: int, names: Names) -> Lead | None:
    """Read a short line that is a place and a date: a city, then day, month and year."""
    if end - start > LONGEST_PLACE + 30:
        return None
    found = dates_in(text, start, end, names)
    if len(found) != 1 or found[0].token_end != end or found[0].value.start.month is None:
        return None
    place = text[start : found[0].printed.start].rstrip()
    name = place.rstrip(",(– -")
    if not name or name == place or not _is_name(name) or len(name.split()) > 5 or found[0].is_brought_in:
        return None
    return Lead(found[0], "place", (Span(start, start + len(name)),))


def _in_cells(text: str, unit: Unit, names: Names) -> Lead | None:
    """Read a table row one of whose first two cells is a date and nothing else."""
    for number, cell in enumerate(unit.cells[:2]):
        lead = _in_words(text, cell.start, cell.end, names)
        if lead is not None and lead.form == "alone":
            others = tuple(other for place, other in enumerate(unit.cells) if place != number)
            return Lead(lead.date, "cell", others) if others else lead
    return None
