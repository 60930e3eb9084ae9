"""When a page says that it was last changed: in a line of its own, or among other words of its frame or foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.importers.checking import read

if TYPE_CHECKING:
    from natopk_desktop.importers.imported import Imported

PROSE = "The mole of the port was built by masons who came from the hills, and it is long and old."
ENTRIES = ("4 May 2001: A bridge opens.", "5 May 2002: The bridge closes.", "6 May 2003: It opens again.")


def text_page(last: str) -> Imported:
    return read("\n\n".join(("The port", PROSE, "\n".join(ENTRIES), last)) + "\n", "page.txt")


def web_page(last: str) -> Imported:
    items = "".join(f"<li>{entry}</li>" for entry in ENTRIES)
    body = f"<h1>The port</h1><p>{PROSE}</p><ul>{items}</ul>{last}"
    return read(f"<!DOCTYPE html><html><head><title>The port</title></head><body>{body}</body></html>", "page.html")


def stamp(made: Imported) -> tuple[str, str | None, str] | None:
    """Return the words of the block that is the stamp, its date, and the words that print the date."""
    text, updated = made.contents.source.text or "", made.contents.source.updated
    blocks = [block.span.of(text) for block in made.contents.blocks if block.kind == "stamp"]
    assert len(made.contents.milestones) == len(ENTRIES)
    assert len(blocks) == (updated is not None)
    return None if updated is None else (blocks[0], updated.edtf, updated.span.of(text))


SAID = [
    ("© 2010 City. Updated 4 April 2010", "Updated 4 April 2010", "2010-04-04"),
    ("Copyright 2012 City. All rights reserved. Last modified April 2010.", "Last modified April 2010.", "2010-04"),
    ("Page last reviewed 4 April 2010 © City 2012", "Page last reviewed 4 April 2010", "2010-04-04"),
    ("© City 2009–12 | Last updated: 27 Oct. 2010 11:55 | Contact", "Last updated: 27 Oct. 2010 11:55", "2010-10-27"),
    ("City Council. Page last reviewed: 4 April 2010.", "Page last reviewed: 4 April 2010.", "2010-04-04"),
    ("© 2010 City (last updated 03/04/2010)", "(last updated 03/04/2010)", "2010"),
    ("© City, updated 2010", "updated 2010", "2010"),
    ("© City Last updated 4 April 2010 All rights reserved", "Last updated 4 April 2010", "2010-04-04"),
    ("Page last reviewed: 4 April 2010 Next review: 4 May 2013", "Page last reviewed: 4 April 2010", "2010-04-04"),
    ("© Stadt. Stand: 4. April 2010", "Stand: 4. April 2010", "2010-04-04"),
    ("© City. Date modified: 2010-04-04", "Date modified: 2010-04-04", "2010-04-04"),
    ("Updated 2010", "Updated 2010", "2010"),
]


@pytest.mark.parametrize(("line", "words", "edtf"), SAID)
def test_a_stamp_among_other_words_of_the_foot_is_its_words_alone(line: str, words: str, edtf: str) -> None:
    pages = (text_page(line), web_page(f"<p>{line}</p>"), web_page(f"<footer><p>{line}</p></footer>"))
    for made in pages:
        found = stamp(made)
        assert found is not None
        assert found[:2] == (words, edtf)
        assert found[2] in words
        others = line.replace(words, "").split()
        text = made.contents.source.text or ""
        left = " ".join(one.span.of(text) for one in made.contents.blocks if one.kind in {"residue", "paragraph"})
        assert left.split()[-len(others) :] == others or not others


def test_a_stamp_that_can_be_read_in_two_ways_says_so() -> None:
    made = text_page("© 2010 City. Updated 03/04/2010")
    item = next(item for item in made.items if item.code == "kind-stamp")
    assert "either number may be the day" in item.message
    assert item.remedy is not None


def test_a_stamp_of_a_day_that_no_calendar_has_gives_no_date() -> None:
    made = text_page("Last updated: 31 April 2010")
    assert made.contents.source.updated is None


def test_a_stamp_is_read_in_the_language_of_the_page() -> None:
    made = read(
        "<html lang=fr><title>Le port</title><h1>Le port</h1><p>© Ville. Mis à jour le 4 avril 2010</p>", "p.html"
    )
    updated = made.contents.source.updated
    assert updated is not None
    assert updated.edtf == "2010-04-04"


@pytest.mark.parametrize(
    "line",
    [
        "© 2010 City",
        "Copyright 2009–2010 City. All rights reserved.",
        "© 2010 City. Updated 31 April 2010",
        "© 2008 City; revised 4 April 2010 to tell of the bridge",
        "The bridge was mended in March. Updated 4 April 2010 plans show another one beside it.",
        "The plan was made in 1999. Revised in May 2010.",
        "The plan was made by masons. It was last updated on 4 April 2010.",
        "The plan was made by masons; last updated 4 April 2010, it shows a bridge.",
    ],
)
def test_years_of_copyright_and_words_of_the_article_are_none(line: str) -> None:
    assert stamp(text_page(line)) is None
    assert stamp(web_page(f"<p>{line}</p>")) is None


def test_words_within_the_article_are_none_where_they_would_be_one_at_its_foot() -> None:
    line = "The council has a list of the bridges. Last updated: 4 April 2010."
    assert stamp(text_page(line)) is not None
    assert stamp(text_page(f"{line}\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}")) is None


def test_a_line_that_begins_as_a_stamp_is_parted_from_the_commands_behind_it() -> None:
    found = stamp(text_page(f"Last updated: 4 April 2010 | Print | Tell a friend\n\n{PROSE}\n\n{PROSE}\n\n{PROSE}"))
    assert found == ("Last updated: 4 April 2010", "2010-04-04", "4 April 2010")


def test_the_stamp_of_the_page_comes_before_the_one_of_its_foot() -> None:
    page = "The port\n\nLast updated: 4 April 2010\n\n{}\n\n{}\n\n© City. Updated 5 May 2012\n"
    made = read(page.format(PROSE, "\n".join(ENTRIES)), "page.txt")
    updated = made.contents.source.updated
    assert updated is not None
    assert updated.edtf == "2010-04-04"


def test_a_foot_laid_out_as_a_table_has_its_stamp_in_a_cell() -> None:
    row = "<table><tr><td>© 2010 City</td><td>Updated 4 April 2010</td></tr></table>"
    assert stamp(web_page(row)) == ("Updated 4 April 2010", "2010-04-04", "4 April 2010")
    data = "<table><tr><td>Plan of the bridge</td><td>Revised 4 April 2010</td></tr></table>"
    assert stamp(web_page(data)) is None
