from __future__ import annotations

import pytest

from natopk_desktop.dossier import dates
from natopk_desktop.importers.dating.lines import FoundDate, at_start, dates_in
from natopk_desktop.importers.dating.month_names import names_for
from natopk_desktop.importers.dating.tokens import tokens


def read(line: str, language: str | None = None) -> FoundDate | None:
    return at_start(tokens(line, 0, len(line), names_for(line, language)), may_lack_year=True)


@pytest.mark.parametrize(
    ("line", "edtf", "printed"),
    [
        ("March 2005 Visit", "2005-03", "March 2005"),
        ("27-Oct-2010 17:39", "2010-10-27", "27-Oct-2010 17:39"),
        ("03 Mar. 2016 12:09 ", "2016-03-03", "03 Mar. 2016 12:09"),
        ("1988-9 War", "1988/1989", "1988-9"),
        ("2000-4 Reform", "2000/2004", "2000-4"),
        ("2004-05 x", "2004/2005", "2004-05"),
        ("2004-03 x", "2004-03", "2004-03"),
        ("1998-02 x", "1998-02", "1998-02"),
        ("1998/99 x", "1998/1999", "1998/99"),
        ("3-5 March 2005 Summit", "2005-03-03/2005-03-05", "3-5 March 2005"),
        ("3–5 March 2005: Summit", "2005-03-03/2005-03-05", "3–5 March 2005"),
        ("March 3-5, 2005 - Summit", "2005-03-03/2005-03-05", "March 3-5, 2005"),
        ("30 March 2005 – 2 April 2006 x", "2005-03-30/2006-04-02", "30 March 2005 – 2 April 2006"),
        ("March 30 - April 2, 2005 x", "2005-03-30/2005-04-02", "March 30 - April 2, 2005"),
        ("30 March – 2 April 2005 x", "2005-03-30/2005-04-02", "30 March – 2 April 2005"),
        ("March-May 2005 x", "2005-03/2005-05", "March-May 2005"),
        ("March to May 2005 x", "2005-03/2005-05", "March to May 2005"),
        ("November 2005 - January 2006 x", "2005-11/2006-01", "November 2005 - January 2006"),
        ("Since 1995 members", "1995/..", "Since 1995"),
        ("From 1995 to 1999 x", "1995/1999", "From 1995 to 1999"),
        ("Between March and May 2005 x", "2005-03/2005-05", "Between March and May 2005"),
        ("Between 1995 and 1999 x", "1995/1999", "Between 1995 and 1999"),
        ("Until 1999 x", "../1999", "Until 1999"),
        ("1995-present x", "1995/..", "1995-present"),
        ("1995 - ", "1995/..", "1995 -"),
        ("1970s Detente", "197X", "1970s"),
        ("The 1970s", "197X", "1970s"),
        ("1970s-1980s x", "1970/1989", "1970s-1980s"),
        ("1970s and 1980s x", "1970/1989", "1970s and 1980s"),
        ("early 1970s", "197X", "early 1970s"),
        ("mid-2005 x", "2005", "mid-2005"),
        ("Late March 2005 x", "2005-03", "Late March 2005"),
        ("Spring 2005 x", "2005-21", "Spring 2005"),
        ("c. 1950 x", "1950~", "c. 1950"),
        ("1950? x", "1950?", "1950?"),
        ("13/04/2005 x", "2005-04-13", "13/04/2005"),
        ("04/13/2005 x", "2005-04-13", "04/13/2005"),
        ("2005-03-04 x", "2005-03-04", "2005-03-04"),
        ("2005/3/4 x", "2005-03-04", "2005/3/4"),
        ("Monday, 3 March 2005, 17:30 x", "2005-03-03", "Monday, 3 March 2005, 17:30"),
        ("On 15 September 2008, the", "2008-09-15", "15 September 2008"),
        ("In May 2007, during", "2007-05", "May 2007"),
        ("At the end of March 2005, x", "2005-03", "end of March 2005"),
        ("5 mars 2005 x", "2005-03-05", "5 mars 2005"),
        ("1er mars 2005 x", "2005-03-01", "1er mars 2005"),
        ("Le 5 mars 2005 x", "2005-03-05", "5 mars 2005"),
        ("5 de marzo de 2005 x", "2005-03-05", "5 de marzo de 2005"),
        ("1. März 2005 x", "2005-03-01", "1. März 2005"),
        ("5 марта 2005 г. x", "2005-03-05", "5 марта 2005 г."),
        ("5 آذار/مارس 2005 x", "2005-03-05", "5 آذار/مارس 2005"),
        ("۵ مارچ ۲۰۰۵ء x", "2005-03-05", "۵ مارچ ۲۰۰۵ء"),
        ("مارچ 2005 x", "2005-03", "مارچ 2005"),
        ("5 كانون الثاني 2005 x", "2005-01-05", "5 كانون الثاني 2005"),
        ("2005年3月5日 x", "2005-03-05", "2005年3月5日"),
        ("2005. március 5. x", "2005-03-05", "2005. március 5."),
        ("March 5th, 2005 x", "2005-03-05", "March 5th, 2005"),
        ("5th of March, 2005 x", "2005-03-05", "5th of March, 2005"),
        ("(March 2005) x", "2005-03", "March 2005"),
        ("[2005] x", "2005", "2005"),
        ("44 BC x", "-0043", "44 BC"),
        ("3, 4 and 5 March 2005 x", "2005-03-03/2005-03-05", "3, 4 and 5 March 2005"),
        ("2 and 7 March 2005 x", "2005-03-02/2005-03-07", "2 and 7 March 2005"),
        ("1990 - 12 countries join", "1990", "1990"),
        ("1999-2000 x", "1999/2000", "1999-2000"),
        ("2005, March", "2005-03", "2005, March"),
        ("1 January 2000 to date x", "2000-01-01/..", "1 January 2000 to date"),
        ("Sept. 11, 2001 attacks", "2001-09-11", "Sept. 11, 2001"),
        ("11 Sept 2001", "2001-09-11", "11 Sept 2001"),
        ("Oct.–Nov. 2005 x", "2005-10/2005-11", "Oct.–Nov. 2005"),
        ("Jan/Feb 2005 x", "2005-01/2005-02", "Jan/Feb 2005"),
        ("Winter 2005/06 x", "2005-24", "Winter 2005/06"),
        ("années 1970 x", "197X", "années 1970"),
        ("1970er Jahre", "197X", "1970er Jahre"),
        ("du 3 au 5 mars 2005 x", "2005-03-03/2005-03-05", "du 3 au 5 mars 2005"),
        ("from 3 to 5 March 2005 x", "2005-03-03/2005-03-05", "from 3 to 5 March 2005"),
        ("1 - 2 December 2005 x", "2005-12-01/2005-12-02", "1 - 2 December 2005"),
        ("June 28-29, 2004 Istanbul", "2004-06-28/2004-06-29", "June 28-29, 2004"),
        ("24/25 March 1999 x", "1999-03-24/1999-03-25", "24/25 March 1999"),
    ],
)
def test_date_is_read_exactly_as_precise_as_printed(line: str, edtf: str, printed: str) -> None:
    found = read(line)

    assert found is not None
    assert found.value.edtf() == edtf
    assert found.printed.of(line) == printed
    assert dates.valid(edtf)


@pytest.mark.parametrize("line", ["31 February 2005", "Visit of 2005", "12 countries", "20055", "50% of 2005", "March"])
def test_what_is_no_date_gives_no_edtf(line: str) -> None:
    found = read(line)

    assert found is None or found.value.edtf() is None


@pytest.mark.parametrize(
    ("line", "month", "day"), [("3 March – a visit", 3, 3), ("March 3: a visit", 3, 3), ("Early May a visit", 5, None)]
)
def test_date_without_year_waits_for_one(line: str, month: int, day: int | None) -> None:
    found = read(line)

    assert found is not None
    assert not found.value.has_year
    assert (found.value.start.month, found.value.start.day) == (month, day)
    assert found.value.edtf() is None


def test_numbers_that_may_be_day_or_month_are_left_open_until_settled() -> None:
    found = read("03/04/2005 a visit")

    assert found is not None
    assert found.value.is_numeric
    assert found.value.edtf() == "2005"
    day_first, month_first = (found.value.settled(is_day_first=way) for way in (True, False))
    assert day_first is not None
    assert day_first.edtf() == "2005-04-03"
    assert month_first is not None
    assert month_first.edtf() == "2005-03-04"


@pytest.mark.parametrize(
    ("line", "edtf"), [("13/04/2005", "2005-04-13"), ("04/13/2005", "2005-04-13"), ("5/5/2005", "2005-05-05")]
)
def test_numbers_that_can_be_read_one_way_only_are_read_so(line: str, edtf: str) -> None:
    found = read(line)

    assert found is not None
    assert found.value.edtf() == edtf


def test_short_range_that_may_be_a_month_says_so() -> None:
    found = read("2004-05 a plan")

    assert found is not None
    assert found.value.edtf() == "2004/2005"
    assert found.doubt == "it may also be month 5 of 2004"


@pytest.mark.parametrize("line", ["On 15 September 2008, the commission", "Since 1995 it has", "In May 2007, during"])
def test_preposition_before_a_date_is_told(line: str) -> None:
    found = read(line)

    assert found is not None
    assert found.is_brought_in


def test_all_dates_of_a_sentence_are_found_and_bare_numbers_are_none() -> None:
    line = "After the end in February 2006, talks grew since 2005 (1999), with 2000 people, on 30 January 2007."

    found = dates_in(line, 0, len(line), names_for(line, "en"))

    assert [date.value.edtf() for date in found] == ["2006-02", "2005/..", "1999", "2007-01-30"]


def test_time_of_day_stays_in_the_printed_words() -> None:
    line = "27-Oct-2010 17:39"
    found = read(line)

    assert found is not None
    assert found.printed.of(line) == line


def test_english_page_does_not_take_words_of_others_for_months() -> None:
    assert read("1996 Mars probe starts", "en") is not None
    found = read("Mars 1996 probe starts", "en")
    assert found is None


@pytest.mark.parametrize(
    "line", ["1-" * 5000, "1 - " * 5000, "3, " * 20000, "May " * 20000, "(" * 20000 + "1", "the " * 9000]
)
def test_adversarial_line_is_read_at_once(line: str) -> None:
    names = names_for(line, "en")
    row = tokens(line, 0, len(line), names)

    at_start(row, may_lack_year=True)
    dates_in(line, 0, len(line), names)


@pytest.mark.parametrize("none", ["31 June 2009", "June 31, 2009", "31/06/2009", "2009-06-31", "29 February 2009"])
def test_of_a_day_that_no_calendar_has_month_and_year_are_no_date_either(none: str) -> None:
    line = f"On {none} it was shut; in May 2010 it opened."
    assert [one.value.edtf() for one in dates_in(line, 0, len(line), names_for(line, "en"))] == ["2010-05"]
