"""EDTF levels 0 and 1 are read as the Library of Congress's specification lists them; all else is refused."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from natopk_desktop.dossier.dates import (
    EdtfError,
    End,
    Precision,
    bounds,
    day_number,
    from_day_number,
    parse,
    valid,
)


def texts(listed: str) -> list[str]:
    """Return the texts of a list parted by blanks."""
    return listed.split()


# All examples of https://www.loc.gov/standards/datetime/ (4 February 2019), by level.
LEVEL_0 = texts(
    "1985-04-12 1985-04 1985 "
    "1985-04-12T23:20:30 1985-04-12T23:20:30Z 1985-04-12T23:20:30-04 1985-04-12T23:20:30+04:30 "
    "1964/2008 2004-06/2006-08 2004-02-01/2005-02-08 2004-02-01/2005-02 2004-02-01/2005 2005/2006-02"
)
LEVEL_1 = texts(
    "Y170000002 Y-170000002 2001-21 1984? 2004-06~ 2004-06-11% 201X 20XX 2004-XX 1985-04-XX 1985-XX-XX "
    "1985-04-12/.. 1985-04/.. 1985/.. ../1985-04-12 ../1985-04 ../1985 "
    "1985-04-12/ 1985-04/ 1985/ /1985-04-12 /1985-04 /1985 -1985"
)
# "2004-06-11%" stands in the list of level 2 as well, but is level 1.
LEVEL_2 = texts(
    "Y-17E7 1950S2 Y171010000S3 Y3388E2S3 2001-34 "
    "[1667,1668,1670..1672] [..1760-12-03] [1760-12..] [1760-01,1760-02,1760-12..] [1667,1760-12] [..1984] "
    "{1667,1668,1670..1672} {1960,1961-12} {..1984} "
    "2004-06~-11 2004?-06-11 ?2004-06-~11 2004-%06-11 "
    "156X-12-25 15XX-12-25 XXXX-12-XX 1XXX-XX 1XXX-12 1984-1X "
    "2004-06-~01/2004-06-~20 2004-06-XX/2004-07-03"
)
# What the draft of 2012 wrote.
DRAFT = texts(
    "199u 19uu 1999-uu 1999-01-uu 1999-uu-uu unknown/2006 2004-06-01/unknown 2004-01-01/open unknown/open "
    "1984?~ 1984~? y170000002 y-170000002 y17e7 y17101e4p3 196x 19xx 2004-(06)?-11 (2011)-06-04~ 2001-21^southern"
)
MORE_VALID = texts(
    "0000 -0001 -9999 -2004-23 -1985-04-12 -198X -20XX 0000-02-29 2000-02-29 9999-12-31 Y10000 Y-10000 Y20067890% "
    "201X? 2004-XX~ 2001-21~ -1984?/2004% 1984~/2004-06 1984-06-02?/2004-08-08~ 1952-23~/1953 2003-22/2003-22 "
    "2004-06~/2004-06-11% 1111-01-01/1111 0000-01/0000-01-03 -1000/-0999 Y-61000/-2000 ../.. /.. ../ "
    "2004-01-01T00:00:00 2016-12-31T23:59:60Z 2004-01-01T23:59:59-23:59 -0044-03-15T12:00:00"
)
INVALID = [
    *texts("198 19850412 85 1985-4 1985-04-1 1985-4-12 1985/04/12 1985-104 1985-W15 1985-W15-5 +2006 +1985-04-12"),
    *texts("1985-00 1985-13 1985-20 1985-42 1985-99 1985-04-00 1985-04-31 1985-02-29 1900-02-29 0000-00-00"),
    *texts("-0000 -0000-01 -0000-01-01 --1985 -198 20067890 20067890% Y Y- Y1985 Y9999 Y-9999 Y+17000 Y017000"),
    *texts("Y17000-01 Y20067890-14-10% Y1700X Y9999999999999999 2001-21-01 2001-21-XX 2001-25 2001-41"),
    *texts("XXXX 2XXX X985 19X5 1985-X4 1985-0X 1985-04-1X 1985-XX-12 198X-04 198X-XX 20XX-XX-XX 201x"),
    *texts("? 1985?? 1985%% ?1985 19?85 1985-04?-12 1985-04-12T23:20:30? 1985-04-12T23:20:30Z~"),
    *texts("1985T10:10:10 1985-04T10:10:10 1985-04-XXT10:10:10 1985-04-12T 1985-04-12T23 1985-04-12T23:20"),
    *texts("1985-04-12t23:20:30 1985-04-12T232030 1985-04-12T24:00:00 1985-04-12T23:60:00 1985-04-12T23:20:61"),
    *texts("1985-04-12T23:20:60 1985-04-12T3:20:30 1985-04-12T23:20:30.5 1985-04-12T23:20:30z"),
    *texts("1985-04-12T23:20:30Z10 1985-04-12T23:20:30+4 1985-04-12T23:20:30+0430 1985-04-12T23:20:30+24"),
    *texts("1985-04-12T23:20:30+04:60 1985-04-12T23:20:30+04:3 1985-04-12T23:20:30T10:10:10"),
    *texts("/ // 1985// //1985 1985/1986/1987 2012///4444 1985\\1986 1985-1986 1985..1986 .. . ./1985 1985/..."),
    *texts("2005/2004 2005-02/2005-01 1000/-2000 2005-01-02/2005-01-01 -1000/-2000 0000/-0001 0001/0000"),
    *texts("2000/12-12 198X/199X 198X/.. ../20XX 2005-07-25T10:10:10Z/2006-01-01T10:10:10Z P1Y 2005/P1Y"),
    *texts("today October-2005 2005-Oct Oct NONE/ 0x7d5 1_00 1e10 2005,1 2005-10-01,2"),
    "",
    " ",
    " 1985",
    "1985 ",
    "1985-04 -12",
    "1985-0 4",
    "1985\n",
    "1985\t",
    "1985\x00",
    "1985\u00a0",
    "\ufeff1985",
    "١٩٨٥",
    "１９８５",
    "198²",
    "1985–04",
    "−1985",
    "1985-04-1\u0662",
    "\ud800",
    "1985\n-04",
    "9" * 1_000_000,
    "Y" + "9" * 1_000_000,
]


def days(first: str, last: str) -> tuple[int, int]:
    """Return two dates of the standard library as day numbers."""
    return dt.date.fromisoformat(first).toordinal(), dt.date.fromisoformat(last).toordinal()


@pytest.mark.parametrize("text", [*LEVEL_0, *LEVEL_1, *MORE_VALID])
def test_levels_0_and_1_are_read(text: str) -> None:
    date = parse(text)
    assert date.text == text
    assert valid(text)
    assert bounds(text) == (date.earliest, date.latest)


@pytest.mark.parametrize("text", [*LEVEL_2, *DRAFT, *INVALID], ids=lambda text: repr(text[:30]))
def test_all_else_is_refused_in_one_sentence(text: str) -> None:
    assert not valid(text)
    with pytest.raises(EdtfError) as caught:
        parse(text)
    message = str(caught.value)
    assert message.isprintable()
    assert message.endswith(").")
    assert len(message) < 300
    assert 0 <= caught.value.position <= max(len(text), 1)
    with pytest.raises(EdtfError):
        bounds(text)


@pytest.mark.parametrize("text", LEVEL_2)
def test_level_2_is_named_as_the_reason(text: str) -> None:
    with pytest.raises(EdtfError, match="level 2"):
        parse(text)


@pytest.mark.parametrize(
    ("text", "reason", "position"),
    [
        ("1985-13", "there is no month 13", 5),
        ("1985-02-29", "there is no day 29 in that month", 8),
        ("2004/1985-13", "there is no month 13", 10),
        ("-1985-00", "there is no month 00", 6),
        ("199u", "the draft's “u” for an unspecified digit is now “X”", 3),
        ("2004-06-01/unknown", "the draft's “unknown” is now an empty end, as in “1985/”", 11),
        ("2004-01-01/open", "the draft's “open” is now “..”, as in “1985/..”", 11),
        ("1984?~", "the draft's “?~” is now written “%”", 4),
        ("Y17E7", "a year with an exponent belongs to level 2", 3),
        ("2005/2004", "the interval ends before it starts", 5),
        ("1985-04-12T25:00:00", "there is no time of day 25:00:00", 11),
        ("20067890", "a year of more than four digits begins with “Y”", 0),
    ],
)
def test_a_refusal_says_what_and_where(text: str, reason: str, position: int) -> None:
    with pytest.raises(EdtfError) as caught:
        parse(text)
    assert (caught.value.reason, caught.value.position, caught.value.text) == (reason, position, text)
    assert f"“{text}”" in str(caught.value)
    assert f"character {position + 1}" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "precision", "first", "last"),
    [
        ("2005", Precision.YEAR, "2005-01-01", "2005-12-31"),
        ("2005-10", Precision.MONTH, "2005-10-01", "2005-10-31"),
        ("2004-02", Precision.MONTH, "2004-02-01", "2004-02-29"),
        ("2010-10-27", Precision.DAY, "2010-10-27", "2010-10-27"),
        ("1985-04-12T23:20:30-04", Precision.TIME, "1985-04-12", "1985-04-12"),
        ("201X", Precision.DECADE, "2010-01-01", "2019-12-31"),
        ("20XX", Precision.CENTURY, "2000-01-01", "2099-12-31"),
        ("2004-XX", Precision.YEAR, "2004-01-01", "2004-12-31"),
        ("1985-04-XX", Precision.MONTH, "1985-04-01", "1985-04-30"),
        ("1985-XX-XX", Precision.YEAR, "1985-01-01", "1985-12-31"),
        ("2001-21", Precision.SEASON, "2001-03-01", "2001-05-31"),
        ("2001-22", Precision.SEASON, "2001-06-01", "2001-08-31"),
        ("2001-23", Precision.SEASON, "2001-09-01", "2001-11-30"),
        ("2003-24", Precision.SEASON, "2003-12-01", "2004-02-29"),
        ("2004-06/2006-08", Precision.INTERVAL, "2004-06-01", "2006-08-31"),
        ("1984~", Precision.YEAR, "1984-01-01", "1984-12-31"),
    ],
)
def test_precision_and_bounds(text: str, precision: Precision, first: str, last: str) -> None:
    date = parse(text)
    assert date.precision is precision
    assert (date.earliest, date.latest) == days(first, last)
    assert date.unspecified is ("X" in text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("0000", (0, 1, 1), (0, 12, 31)),
        ("-1985", (-1985, 1, 1), (-1985, 12, 31)),
        ("-0004-02", (-4, 2, 1), (-4, 2, 29)),
        ("-198X", (-1989, 1, 1), (-1980, 12, 31)),
        ("-20XX", (-2099, 1, 1), (-2000, 12, 31)),
        ("-00XX", (-99, 1, 1), (-1, 12, 31)),
        ("-0001-24", (-1, 12, 1), (0, 2, 29)),
        ("Y170000002", (170000002, 1, 1), (170000002, 12, 31)),
        ("Y-170000002", (-170000002, 1, 1), (-170000002, 12, 31)),
        ("Y999999999999999", (999999999999999, 1, 1), (999999999999999, 12, 31)),
    ],
)
def test_bounds_beyond_the_standard_library(text: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    assert bounds(text) == (day_number(*first), day_number(*last))
    assert all(number is not None and -(2**63) <= number < 2**63 for number in bounds(text))


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [
        ("1984", False, False),
        ("1984?", True, False),
        ("2004-06~", False, True),
        ("2004-06-11%", True, True),
        ("1984?/2004", True, False),
        ("1984/2004-06~", False, True),
        ("1984?/2004~", True, True),
    ],
)
def test_qualification(text: str, uncertain: bool, approximate: bool) -> None:
    date = parse(text)
    assert (date.uncertain, date.approximate) == (uncertain, approximate)
    assert (date.earliest, date.latest) == bounds(text.translate(str.maketrans("", "", "?~%")))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("1985-04/..", End.GIVEN, End.OPEN),
        ("../1985-04", End.OPEN, End.GIVEN),
        ("1985-04/", End.GIVEN, End.UNKNOWN),
        ("/1985-04", End.UNKNOWN, End.GIVEN),
        ("../", End.OPEN, End.UNKNOWN),
        ("1985-04/1985-04", End.GIVEN, End.GIVEN),
    ],
)
def test_open_ends_are_told_from_unknown_ones(text: str, start: End, end: End) -> None:
    date = parse(text)
    first, last = days("1985-04-01", "1985-04-30")
    assert (date.start_kind, date.end_kind) == (start, end)
    assert date.earliest == (first if start is End.GIVEN else None)
    assert date.latest == (last if end is End.GIVEN else None)
    assert (date.start is None, date.end is None) == (start is not End.GIVEN, end is not End.GIVEN)


def test_the_ends_of_an_interval_are_dates_of_their_own() -> None:
    date = parse("2005-10~/2006-01-31?")
    assert date.start == parse("2005-10~")
    assert date.end == parse("2006-01-31?")


@given(st.dates())
def test_a_day_of_the_standard_library_is_that_day(date: dt.date) -> None:
    assert bounds(date.isoformat()) == (date.toordinal(), date.toordinal())


@given(st.integers(0, 9999), st.integers(0, 99), st.integers(0, 99))
def test_the_short_way_agrees_with_the_long_one(year: int, month: int, day: int) -> None:
    for text in (f"{year:04}", f"{year:04}-{month:02}", f"{year:04}-{month:02}-{day:02}"):
        try:
            date = parse(text)
        except EdtfError:
            assert not valid(text)
        else:
            assert bounds(text) == (date.earliest, date.latest)


@given(st.text("0123456789-X?~%/.TYZ:+", max_size=24) | st.text(max_size=12))
@example("1985-04-12T23:20:30+04:30")
def test_any_text_is_read_with_bounds_in_order_or_refused(text: str) -> None:
    try:
        date = parse(text)
    except EdtfError:
        assert not valid(text)
        return
    assert date.text == text
    if date.earliest is not None and date.latest is not None:
        assert date.earliest <= date.latest
        assert from_day_number(date.earliest) <= from_day_number(date.latest)
    assert bounds(text) == (date.earliest, date.latest)
