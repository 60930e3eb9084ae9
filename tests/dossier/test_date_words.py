"""Our words for a date say what the date says, and no more."""

from __future__ import annotations

import pytest

from natopk_desktop.dossier.date_words import day_words, words
from natopk_desktop.dossier.dates import EdtfError, day_number


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2007-01", "January 2007"),
        ("2010-10-27", "27 October 2010"),
        ("2005", "2005"),
        ("2001-21", "Spring 2001"),
        ("2001-22", "Summer 2001"),
        ("2001-23", "Autumn 2001"),
        ("2010-24", "Winter 2010"),
        ("197X", "the 1970s"),
        ("200X", "a year from 2000 to 2009"),
        ("19XX", "a year from 1900 to 1999"),
        ("-004X", "a year from 50 BC to 41 BC"),
        ("2004-XX", "a month of 2004"),
        ("1985-04-XX", "a day of April 1985"),
        ("1985-XX-XX", "a day of 1985"),
        ("1984~", "about 1984"),
        ("1984?", "perhaps 1984"),
        ("2004-06-11%", "perhaps about 11 June 2004"),
        ("1995/..", "from 1995 on"),
        ("../1985-04", "until April 1985"),
        ("1985/", "from 1985 to an unknown end"),
        ("/1985", "from an unknown start to 1985"),
        ("../", "from an open start to an unknown end"),
        ("2005-10/2006-01", "October 2005 to January 2006"),
        ("1984~/2004-06?", "about 1984 to perhaps June 2004"),
        ("-0043-03-15", "15 March 44 BC"),
        ("0000", "1 BC"),
        ("0079-08", "August AD 79"),
        ("Y170000002", "the year 170000002"),
        ("Y-170000002", "the year 170000003 BC"),
        ("1985-04-12T23:20:30", "12 April 1985, 23:20:30"),
        ("1985-04-12T23:20:30Z", "12 April 1985, 23:20:30 UTC"),
        ("1985-04-12T23:20:30-04", "12 April 1985, 23:20:30 UTC-04"),
    ],
)
def test_words(edtf: str, expected: str) -> None:
    assert words(edtf) == expected


def test_day_words() -> None:
    assert day_words(day_number(2005, 10, 31)) == "31 October 2005"


def test_no_words_for_what_is_no_date() -> None:
    with pytest.raises(EdtfError):
        words("soon")
