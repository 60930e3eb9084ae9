"""A row says what the page says, and says of the rest that it is ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from natopk_desktop.dossier.dossier import Dossier
from natopk_desktop.dossier.spans import Span
from natopk_desktop.ui.timeline import entries
from tests import generator

if TYPE_CHECKING:
    from natopk_desktop.dossier.model import Milestone


@pytest.mark.parametrize(
    ("edtf", "year"),
    [
        ("2005-03", "2005"),
        ("2005", "2005"),
        ("2005-03-12", "2005"),
        ("2005-XX", "2005"),
        ("2005?", "2005"),
        ("2005-03~", "2005"),
        ("2005-03-12T10:00:00Z", "2005"),
        ("2005-11/2006-02", "2005"),
        ("197X", "1970s"),
        ("19XX", ""),
        ("../2005", ""),
        ("2005/..", "2005"),
        ("0079", "AD 79"),
        ("-0043", "44 BC"),
        (None, ""),
    ],
)
def test_year_a_date_stands_under(edtf: str | None, year: str) -> None:
    assert entries.year_of(edtf) == year


@pytest.mark.parametrize(
    ("printed", "year", "shown"),
    [
        ("March 2005", "2005", "March"),
        ("Sept. 2005", "2005", "Sept."),
        ("مارچ 2005", "2005", "مارچ"),
        ("March\u00a02005", "2005", "March"),
        ("2005", "2005", ""),
        ("12 2005", "2005", "12 2005"),
        ("12-15 May 1998", "1998", "12-15 May"),
        ("June 17, 1775", "1775", "June 17"),
        ("May 1998-June 1999", "1998", "May 1998-June 1999"),
        ("May 1998 - June 1999", "1999", "May 1998 - June 1999"),
        ("March 05", "2005", "March 05"),
        ("", "2007", ""),
        ("1970s", "1970s", ""),
        ("1966", "1965", "1966"),
        ("1966?", "1966", "1966?"),
    ],
)
def test_the_year_is_left_out_where_it_stands_beside(printed: str, year: str, shown: str) -> None:
    assert entries.date_without_year(printed, year) == shown


def test_a_year_alone_is_shown_once_and_said_whole() -> None:
    contents = generator.contents(1)
    [milestone] = contents.milestones
    [printed] = milestone.date.printed
    year = Span(printed.end - 4, printed.end)
    date = msgspec.structs.replace(milestone.date, printed=(year,), edtf="1901")
    dossier = Dossier(msgspec.structs.replace(contents, milestones=[msgspec.structs.replace(milestone, date=date)]))
    entry = entries.make(dossier, 0, None)

    assert (entry.year, entry.shown_date, entry.printed) == ("1901", "", "1901")
    assert entries.date_beside(entry) == ""
    assert entries.date_in_words(entry) == "1901"
    assert entries.spoken(dossier, entry, 0, 1).startswith("1901. 1901")


def test_every_printed_word_is_the_sources(dossier: Dossier) -> None:
    for row in range(len(dossier.milestones)):
        entry = entries.make(dossier, row, None)
        assert entry.text in dossier.text
        assert entry.printed in dossier.text
        assert entry.printed.startswith(entry.shown_date)


def test_an_inferred_date_is_told_as_ours(dossier: Dossier) -> None:
    entry = entries.make(dossier, 8, 7)
    assert entry.printed == ""
    assert entries.date_in_words(entry) == "no date; placed under January 2007 by us"
    assert entries.spoken_more(dossier, entry, 0).startswith("Ours: The entry prints no date")


def test_matches_are_counted_aloud(dossier: Dossier) -> None:
    entry = entries.make(dossier, 0, None)
    assert entries.spoken_more(dossier, entry, 0) == ""
    assert entries.spoken_more(dossier, entry, 1) == "1 match"
    assert entries.spoken_more(dossier, entry, 3) == "3 matches"


def test_a_copy_is_one_slice_of_the_source(dossier: Dossier) -> None:
    assert entries.copied(dossier, 7) == (
        "January 2007 Opening of Joint Intelligence Operations Centre (JIOC) at ISAF HQ.\u00a0 The JIOC facilitates "
        "joint intelligence operations between ISAF and the Pakistani and Afghan armies. ."
    )
    assert all(entries.copied(dossier, row) in dossier.text for row in range(len(dossier.milestones)))


def test_a_copy_of_an_undated_entry_is_its_text_alone(dossier: Dossier) -> None:
    assert entries.copied(dossier, 8).startswith("Visit to NATO by Prime Minister of Pakistan;")


def test_pieces_with_words_between_them_are_copied_line_by_line() -> None:
    contents = generator.contents(1, ["One. Two. Three."])
    [milestone] = contents.milestones
    start = milestone.text[0].start
    apart: Milestone = msgspec.structs.replace(milestone, text=(Span(start, start + 4), Span(start + 10, start + 16)))
    dossier = Dossier(msgspec.structs.replace(contents, milestones=[apart]))
    assert entries.copied(dossier, 0) == "January 1901 One.\nThree."
    assert entries.make(dossier, 0, None).text == "One. Three."
