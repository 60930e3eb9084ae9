"""The forms of a single date, as patterns over the letters of tokens (``tokens.Token.code``)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from natopk_desktop.importers.dating.tokens import member
from natopk_desktop.importers.dating.values import Point

if TYPE_CHECKING:
    from collections.abc import Sequence

    from natopk_desktop.importers.dating.tokens import Token

_OF: Final = f"(?:{member('o')}s)"
_YEAR: Final = rf"(?P<y>Y)(?:s?{member('u')}\.?)?"
_DAY: Final = r"(?P<d>D)(?:'?d|\.(?![DYN]))?"
_MONTH: Final = r"(?P<m>M)\.?"
_MONTH_TWICE: Final = r"(?P<m>M)(?:s?/s?M)?\.?"  # by two of its names, as the United Nations print Arabic months
_TO_MONTH: Final = rf"(?:[-/.]|,?s{_OF}?|)"
_TO_YEAR: Final = rf"(?:[-/]|,?s?{_OF}?)"
_NO_MORE: Final = r"(?![-/.]?[DYN])"

ISO: Final = re.compile(rf"(?P<y>Y)(?P<sep>[-/.])(?P<m>D)(?P=sep)(?P<d>D){_NO_MORE}")
"""A day in numbers, the greatest first."""

FULL: Final = tuple(
    re.compile(pattern)
    for pattern in (
        ISO.pattern,
        rf"{_DAY}{_TO_MONTH}{_MONTH_TWICE}{_TO_YEAR}{_YEAR}",
        rf"{_MONTH}s?{_OF}?(?P<d>D)'?d?(?:[,.]s?|s){_YEAR}",
        rf"(?P<y>Y)(?:[.,]?s(?:{member('u')}\.?s)?|[-/])(?P<m>M)\.?[-s](?P<d>D)\.?(?!s?[-,]?[YN])",
        r"(?P<y>Y)s?n(?:s?(?P<m>D)s?k(?:s?(?P<d>D)s?j)?)?",
        rf"(?P<a>D)(?P<sep>[-/.])(?P<b>D)(?P=sep)(?:(?P<y>Y)|(?P<yy>D)){_NO_MORE}",
        rf"{_MONTH}{_TO_YEAR}{_YEAR}",
        rf"(?P<m>D)/(?P<y>Y){_NO_MORE}",
        rf"(?P<e>e)s{_OF}?(?P<y>Y)(?:[-/][DY])?",
        rf"(?P<y10>Y)'?z(?:s{member('T')})?",
        rf"{member('t')}s(?P<y10>Y)",
        rf"(?P<bc>[DNY])s?{member('b')}",
        r"(?P<y>Y),?s(?P<m>M)(?=s?[-:,]|s?$)",
        rf"{_YEAR}(?![.,]?[DYN]|/N|%)",
    )
)
"""Dates with a year; the first that matches is taken."""

PARTIAL: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_DAY}{_TO_MONTH}{_MONTH}",
        rf"{_MONTH}s?(?P<d>D)(?:'?d)?(?![:/.]?[DYN])",
        _MONTH,
    )
)
"""Dates without a year."""

DAY_ALONE: Final = re.compile(r"(?P<d>D)(?:'?d|\.(?![DYN]))?")
NUMERIC_DAYS: Final = re.compile(rf"D\.?s?[-/]s?(?P<d>D)\.(?P<m>D)\.(?P<y>Y){_NO_MORE}")
DAY_AND_YEAR: Final = re.compile(rf"(?P<d>D)(?:'?d)?(?:,s?|s){_YEAR}")
YEAR_AND_MONTH: Final = re.compile(r"(?P<y>Y)-(?P<m>D)(?![-/.]?[DYNd])")
SHORT_YEAR: Final = re.compile(r"(?P<yy>D)(?![-/.:,]?[DYN]|'?[dz%])")


def full(codes: str, at: int, row: Sequence[Token]) -> tuple[Point, int] | None:
    """Read a date with a year at token ``at``; return it with the token after it."""
    return _first(FULL, codes, at, row)


def partial(codes: str, at: int, row: Sequence[Token]) -> tuple[Point, int] | None:
    """Read a date without a year at token ``at``."""
    return _first(PARTIAL, codes, at, row)


def no_day(codes: str, at: int, row: Sequence[Token]) -> int | None:
    """Return the token after a day with its year at token ``at`` that no calendar has (31/02/2006, 31 June 2009).

    None where no such day is printed there.
    """
    for pattern in FULL:
        match = pattern.match(codes, at)
        if match is not None:
            is_day = not match.groupdict().keys().isdisjoint({"a", "d"})
            return match.end() if is_day and one(pattern, codes, at, row) is None else None
    return None


def one(pattern: re.Pattern[str], codes: str, at: int, row: Sequence[Token]) -> tuple[Point, int] | None:
    """Read one form at token ``at``; None where it is not there or there is no such day."""
    match = pattern.match(codes, at)
    if match is None:
        return None
    point = _point({name: row[match.start(name)].value for name, found in match.groupdict().items() if found})
    return (point, match.end()) if point is not None and point.is_possible() else None


def _first(patterns: Sequence[re.Pattern[str]], codes: str, at: int, row: Sequence[Token]) -> tuple[Point, int] | None:
    for pattern in patterns:
        found = one(pattern, codes, at, row)
        if found is not None:
            return found
        if pattern is ISO and pattern.match(codes, at):
            return None  # of a day that does not exist, the year alone is no date
    return None


def _point(groups: dict[str, int]) -> Point | None:
    if "bc" in groups:
        return Point(1 - groups["bc"]) if groups["bc"] else None
    if "y10" in groups:
        return Point(groups["y10"], is_decade=True) if groups["y10"] % 10 == 0 else None
    if "a" in groups:
        return _numeric(groups["a"], groups["b"], groups.get("y", century(groups.get("yy", 0))))
    return Point(groups.get("y"), groups.get("m"), groups.get("d"), groups.get("e"))


def _numeric(first: int, second: int, year: int) -> Point | None:
    """Read two numbers that may be day and month either way; settle what only one way can be."""
    ways = {Point(year, month, day) for day, month in ((first, second), (second, first))}
    possible = [point for point in ways if point.is_possible() and point.month and point.day]
    if not possible:
        return None
    return possible[0] if len(possible) == 1 else Point(year, numeric=(first, second))


def century(short: int) -> int:
    """Return the year that two digits stand for: 1950 to 2049, as pages that print them so are of our time."""
    return short + (2000 if short < 50 else 1900)
