"""The dates of a line: the one it begins with, and all those in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from natopk_desktop.dossier.spans import Span
from natopk_desktop.importers.dating.grammar import no_day
from natopk_desktop.importers.dating.ranges import Dated, date_at
from natopk_desktop.importers.dating.tokens import Token, member, tokens
from natopk_desktop.importers.dating.values import Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopk_desktop.importers.dating.month_names import Names

_SOON: Final = f"(?:{member('q')}[-s](?:{member('o')}s){{0,3}}){{0,3}}"
_BEFORE: Final = re.compile(
    rf"(?P<in>(?:{member('p')}s)?)(?P<the>(?:{member('o')}s){{0,3}})(?P<shade>{_SOON}(?P<about>(?:{member('c')}\.?s?(?:{member('o')}s)?)?))"
)
_RANGE: Final = re.compile(
    rf"(?:(?P<since>{member('S')})|(?P<from>{member('F')})|(?P<between>{member('B')})|(?P<until>{member('U')})|(?P<after>{member('A')}))s(?:{member('o')}s){{0,3}}"
)
_WEEKDAY: Final = re.compile(rf"W\.?,?s(?:{member('o')}s)?")
_TIME: Final = re.compile(
    rf"(?:,?s|s?-s?)(?:{member('p')}s)?(?:D[:.]D(?::D)?(?:s?{member('h')}){{0,3}}|D{member('h')}D?)(?![DN])"
)
_DOUBT: Final = re.compile(r"\?|\(\?\)|s\(\?\)")
_STARTS: Final = re.compile("[YDMWeNtpSFBUAqc\ue000-\uf8ff]")
_CAN_OPEN: Final = re.compile("[*(YDMWeNtopSFBUAqc\ue000-\uf8ff]")
_HAS_DIGIT: Final = re.compile(r"\d")
_HAS_NUMBERS: Final = re.compile(r"\D{0,30}\d{1,4}\D{1,20}\d")
"""What begins a line that may begin with a day and a year; quicker than to look for them."""


class FoundDate(NamedTuple):
    """A date in a text.

    Attributes:
        value: what it says.
        printed: the code points that print it, with what narrows or opens it ("early", "since"), without "in".
        head: where the wording that brings it in begins ("In" included).
        is_brought_in: whether a preposition stands before it ("In", "On", "Since").
        doubt: a clause on another way to read it, None where there is none.
        token: number of the first token after it, in its line.
        token_end: where in the text that token begins.
    """

    value: Value
    printed: Span
    head: int
    is_brought_in: bool
    doubt: str | None
    token: int
    token_end: int


def can_start(token: Token, *, is_parted: bool) -> bool:
    """Tell whether a date can begin with a token; quicker than to look for one."""
    return _CAN_OPEN.match(token.code) is not None or (is_parted and token.code == "w")


def at_start(row: list[Token], *, may_lack_year: bool) -> FoundDate | None:
    """Return the date that a row of tokens begins with, perhaps in brackets or brought in by a preposition."""
    codes = "".join(token.code for token in row)
    place = next((number for number, code in enumerate(codes) if code != "*"), 0)  # marks of bold type
    is_held = codes[place : place + 1] == "("
    found = _read(codes, place + is_held, row, may_lack_year=may_lack_year)
    if found is None or not is_held:
        return found
    if codes[found.token : found.token + 1] != ")":
        return None
    return found._replace(head=row[0].start, token=found.token + 1, token_end=row[found.token].end)


def begins_with_no_day(text: str, start: int, end: int, names: Names) -> bool:
    """Tell whether ``text[start:end]`` begins with a date that no calendar has, perhaps held by brackets."""
    if not _HAS_NUMBERS.match(text, start, end):
        return False
    row = tokens(text, start, end, names)
    codes = "".join(token.code for token in row)
    place = len(codes) - len(codes.lstrip("*("))
    weekday = _WEEKDAY.match(codes, place)
    return no_day(codes, weekday.end() if weekday else place, row) is not None


def dates_in(text: str, start: int, end: int, names: Names, *, may_lack_year: bool = False) -> list[FoundDate]:
    """Return the dates with a year in ``text[start:end]``, in order; with ``may_lack_year`` also days without one.

    A year alone counts where words bring it in or brackets hold it, since four digits may be any number.
    """
    if not _HAS_DIGIT.search(text, start, end):
        return []
    row = tokens(text, start, end, names)
    codes = "".join(token.code for token in row)
    return list(_all(codes, row, may_lack_year=may_lack_year))


def _all(codes: str, row: list[Token], *, may_lack_year: bool) -> Iterator[FoundDate]:
    at = 0
    while at < len(row):
        if not _STARTS.match(codes[at]) or (at and codes[at - 1] not in "s(-/.,:;\"'“‘|"):
            at += 1
            continue
        found = _read(codes, at, row, may_lack_year=may_lack_year)
        if found is None or not _is_sure(codes, at, found):
            # Of a day that does not exist, month and year are no date by themselves.
            at = (no_day(codes, at, row) if found is None else None) or at + 1
            continue
        yield found
        at = max(at + 1, found.token)


def _is_sure(codes: str, at: int, found: FoundDate) -> bool:
    start = found.value.start
    if start.year is None:
        return start.day is not None and start.month is not None
    is_year_alone = start.month is None and start.numeric is None and start.season is None and not start.is_decade
    if not is_year_alone or found.is_brought_in or found.value.is_range:
        return True
    return codes[max(0, at - 1) : at] == "(" or codes[found.token : found.token + 1] == ")"


def _read(codes: str, at: int, row: list[Token], *, may_lack_year: bool) -> FoundDate | None:
    """Read a date at token ``at`` with all that may stand around it."""
    opening = _RANGE.match(codes, at)
    if opening is not None:
        found = _opened(opening, codes, at, row)
        if found is not None:
            return found
    before = _BEFORE.match(codes, at)
    place = before.end() if before else at
    weekday = _WEEKDAY.match(codes, place)
    dated = date_at(codes, weekday.end() if weekday else place, row, may_lack_year=may_lack_year)
    if dated is None:
        return None
    value = dated.value
    if before and before.group("about"):
        value = value._replace(mark="~")
    first = before.start("shade") if before else at
    end = _tail(codes, dated, value)
    question = _DOUBT.match(codes, end)
    if question is not None:
        value, end = value._replace(mark="%" if value.mark else "?"), question.end()
    printed = Span(row[first].start, row[end - 1].end)
    is_brought_in = bool(before and before.group("in"))
    return FoundDate(value, printed, row[at].start, is_brought_in, dated.doubt, end, row[end - 1].end)


def _opened(opening: re.Match[str], codes: str, at: int, row: list[Token]) -> FoundDate | None:
    """Read a date that is one end of a range by the word before it, or a range that a word announces."""
    before = _BEFORE.match(codes, opening.end())
    dated = date_at(codes, before.end() if before else opening.end(), row)
    if dated is None:
        return None
    value, end, doubt = dated.value, dated.end, dated.doubt
    if not value.is_range:
        value, end, doubt = _end_of(opening, value, end, codes, row)
    return FoundDate(value, Span(row[at].start, row[end - 1].end), row[at].start, True, doubt, end, row[end - 1].end)


def _end_of(
    opening: re.Match[str], value: Value, end: int, codes: str, row: list[Token]
) -> tuple[Value, int, str | None]:
    if opening.group("until"):
        return value._replace(is_until=True), end, None
    if opening.group("between"):
        joint = re.compile(rf"s(?:&|{member('&')})s").match(codes, end)
        stop = joint and date_at(codes, joint.end(), row)
        if stop and not stop.value.is_range:
            both = value._replace(stop=stop.value.start)
            if both.edtf() is not None:
                return both, stop.end, None
    return value._replace(is_open=True), end, "it says when something begins or what it follows, not when it ends"


def _tail(codes: str, dated: Dated, value: Value) -> int:
    """Return the token after a time of day that follows a date."""
    has_day = value.points[-1].day is not None or value.is_numeric
    match = _TIME.match(codes, dated.end) if has_day else None
    return match.end() if match else dated.end
