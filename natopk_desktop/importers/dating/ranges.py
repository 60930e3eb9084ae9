"""Dates and ranges of dates at one place of a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from natopk_desktop.importers.dating import grammar
from natopk_desktop.importers.dating.tokens import member
from natopk_desktop.importers.dating.values import Point, Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from natopk_desktop.importers.dating.tokens import Token

_TO: Final = re.compile(rf"s?-s?|s{member('r')}s(?:{member('o')}s)?")
_CLOSE: Final = re.compile(r"[-/]")
_AND: Final = re.compile(rf"s?(?:&|{member('&')})s?|s?/s?")
_LIST: Final = re.compile(r"(?:,sD(?:'?d)?){1,8}")
_NOW: Final = re.compile(rf"(?:s?-s?|s{member('r')}s)(?:{member('o')}s)?{member('x')}")
_OPEN: Final = re.compile(r"s?-(?=s?$)")


class Dated(NamedTuple):
    """A date at a place of a row of tokens.

    Attributes:
        value: the date.
        end: the token after it.
        doubt: a clause on another way to read it, None where there is none.
    """

    value: Value
    end: int
    doubt: str | None = None


def date_at(codes: str, at: int, row: Sequence[Token], *, may_lack_year: bool = False) -> Dated | None:
    """Read the date or range of dates that begins at token ``at``.

    Args:
        codes: the letters of ``row``, one for each token.
        at: a token's number.
        row: the tokens of a line.
        may_lack_year: whether a date without a year counts.
    """
    first = grammar.full(codes, at, row)
    if first is not None:
        dated = _after_full(*first, codes, row)
        is_short = "Y" not in codes[at : dated.end] and dated.value.start.day is not None
        return dated._replace(doubt=dated.doubt or "the year has two digits") if is_short else dated
    found = _shared_year(codes, at, row)
    if found is not None and (may_lack_year or found.value.has_year):
        return found
    if not may_lack_year:
        return None
    first = grammar.partial(codes, at, row)
    return None if first is None else Dated(Value(first[0]), first[1])


def _after_full(start: Point, end: int, codes: str, row: Sequence[Token]) -> Dated:
    """Read on after a date with a year: to the end of a range, if there is one."""
    if start.month is None and start.season is None and not start.is_decade:
        short = _short(start, end, codes, row)
        if short is not None:
            return short
    match = _NOW.match(codes, end) or _OPEN.match(codes, end)
    if match is not None:
        return Dated(Value(start, is_open=True), match.end())
    for joint in (_TO, _CLOSE):
        match = joint.match(codes, end)
        stop = match and grammar.full(codes, match.end(), row)
        if stop:
            value = Value(start, stop[0])
            if value.is_numeric or value.edtf() is not None:
                return Dated(value, stop[1])
    match = _AND.match(codes, end) if start.month is None and start.year is not None else None
    stop = match and grammar.full(codes, match.end(), row)
    if stop and stop[0].is_decade == start.is_decade and stop[0]._replace(year=start.year) == start:
        value, step = Value(start, stop[0]), 10 if start.is_decade else 1
        if value.edtf() is not None:
            is_next = stop[0].year == (start.year or 0) + step
            return Dated(value, stop[1], None if is_next else "the source names both ends, not all between them")
    return Dated(Value(start), end)


def _short(start: Point, end: int, codes: str, row: Sequence[Token]) -> Dated | None:
    """Read a range whose last year is shortened (1988-9, 1998/99), or a month in digits (1998-07)."""
    match = _CLOSE.match(codes, end)
    short = match and grammar.one(grammar.SHORT_YEAR, codes, match.end(), row)
    if not match or not short or start.year is None or codes[end - 1] != "Y":
        return None
    token = row[match.end()]
    digits = token.end - token.start
    size = 10**digits
    year = start.year - start.year % size + token.value
    is_month = digits == 2 and 1 <= token.value <= 12 and codes[end] == "-"
    if year > start.year:
        doubt = f"it may also be month {token.value} of {start.year}" if is_month else None
        return Dated(Value(start, Point(year)), short[1], doubt)
    if is_month:
        return Dated(Value(start._replace(month=token.value)), short[1])
    if codes[end] == "-" and digits == 2 and year + size - start.year < 50:
        return Dated(Value(start, Point(year + size)), short[1])  # over the turn of the century: 1998-02 is a month
    return None


def _shared_year(codes: str, at: int, row: Sequence[Token]) -> Dated | None:
    """Read a range whose first end leaves to the last what both share: 3-5 March 2005, March 3-5, May-June 2005."""
    for read in (_numeric_days, _day_first, _month_day, _month_first):
        found = read(codes, at, row)
        if found is not None:
            return found
    return None


def _numeric_days(codes: str, at: int, row: Sequence[Token]) -> Dated | None:
    """Read days of one month in numbers parted by full stops, the day first: 4./5.7.1963."""
    last = grammar.one(grammar.NUMERIC_DAYS, codes, at, row)
    if last is None:
        return None
    start = last[0]._replace(day=row[at].value)
    return Dated(Value(start, last[0]), last[1]) if start.is_possible() and _key(start) < _key(last[0]) else None


def _day_first(codes: str, at: int, row: Sequence[Token]) -> Dated | None:
    first = grammar.one(grammar.PARTIAL[0], codes, at, row) or grammar.one(grammar.DAY_ALONE, codes, at, row)
    if first is None:
        return None
    start, end = first
    days = _LIST.match(codes, end) if start.month is None else None
    match, is_list = (_TO.match(codes, end), False) if days is None else (None, True)
    if match is None:
        match = _AND.match(codes, days.end() if days else end)
        is_list = True
    last = match and (grammar.full(codes, match.end(), row) or grammar.one(grammar.PARTIAL[0], codes, match.end(), row))
    if not last or last[0].day is None or last[0].month is None:
        return None
    stop = last[0]
    start = start._replace(month=start.month or stop.month, year=stop.year)
    if not start.is_possible() or _key(start) >= _key(stop):
        return None
    doubt = None
    if is_list and (start.month != stop.month or (stop.day or 0) - (start.day or 0) > 1 + (days is not None)):
        doubt = "the source names several days, not all days between them"
    return Dated(Value(start, stop), last[1], doubt)


def _month_day(codes: str, at: int, row: Sequence[Token]) -> Dated | None:
    first = grammar.one(grammar.PARTIAL[1], codes, at, row)
    match = first and (_TO.match(codes, first[1]) or _AND.match(codes, first[1]))
    if not first or not match:
        return None
    start, place = first[0], match.end()
    last = (
        grammar.full(codes, place, row)
        or grammar.one(grammar.DAY_AND_YEAR, codes, place, row)
        or grammar.one(grammar.PARTIAL[1], codes, place, row)
        or grammar.one(grammar.DAY_ALONE, codes, place, row)
    )
    if last is None or last[0].day is None:
        return None
    stop = last[0]._replace(month=last[0].month or start.month)
    start = start._replace(year=stop.year)
    return Dated(Value(start, stop), last[1]) if start.is_possible() and _key(start) < _key(stop) else None


def _month_first(codes: str, at: int, row: Sequence[Token]) -> Dated | None:
    first = grammar.one(grammar.PARTIAL[2], codes, at, row)
    match = first and (_TO.match(codes, first[1]) or _AND.match(codes, first[1]))
    last = match and (grammar.full(codes, match.end(), row) or grammar.one(grammar.PARTIAL[2], codes, match.end(), row))
    if not first or not last or last[0].month is None or last[0].day is not None:
        return None
    start = first[0]._replace(year=last[0].year)
    if start == last[0]:
        return Dated(Value(start), last[1])
    return Dated(Value(start, last[0]), last[1]) if _key(start) < _key(last[0]) else None


def _key(point: Point) -> tuple[int, int, int]:
    return point.year or 0, point.month or 0, point.day or 0
