from __future__ import annotations

import msgspec
import pytest

from natopk_desktop.documents import citations
from natopk_desktop.documents.reference import Day, Reference, reference
from natopk_desktop.dossier import store

ADDRESS = "http://www.nato.int/cps/uk/SID-06060C15-2AA355FC/natolive/topics_50071.htm"
BARE = Reference("x", "What now?", None, None, None, None, None, None, "00", None)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("apa", f"NATO. (2010, October 27). NATO-Pakistan relations. {ADDRESS}"),
        ("chicago", f"“NATO-Pakistan relations,” NATO, last modified October 27, 2010, {ADDRESS}."),
        ("mla", f"“NATO-Pakistan relations.” NATO, 27 Oct. 2010, {ADDRESS}."),
    ],
)
def test_the_page_in_each_style(style: citations.Style, expected: str) -> None:
    told = citations.cite(reference(store.built_in()), style)
    assert told.startswith(f"{expected} [Ours: ")
    assert "the address may now show a later text" in told
    assert "fe903ccda0230c3f56b4727b87ab7258e4bf777311caeba756675842c9159710" in told


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("apa", "NATO-Pakistan relations [Section “Key milestones”]. "),
        ("chicago", "“NATO-Pakistan relations,” under “Key milestones,” NATO, last"),
        ("mla", "section “Key milestones,” http"),
    ],
)
def test_a_milestone_in_each_style(style: citations.Style, expected: str) -> None:
    told = citations.cite(reference(store.built_in(), "m02"), style)
    assert expected in told
    assert "[Ours: entry 2 of 11, “October 2005”; " in told


def test_a_date_of_ours_is_not_quoted_as_the_sources() -> None:
    told = citations.cite(reference(store.built_in(), "m09"), "apa")
    assert "entry 9 of 11, no date; placed under January 2007 by us;" in told


@pytest.mark.parametrize(
    ("style", "expected"), [("apa", "What now? (n.d.)."), ("chicago", "“What now?”"), ("mla", "“What now?”")]
)
def test_what_is_not_known_is_left_out(style: citations.Style, expected: str) -> None:
    assert citations.STYLES[style](BARE) == expected


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("apa", "Retrieved March 5, 2011, from http://x"),
        ("chicago", "accessed March 5, 2011, http://x."),
        ("mla", "http://x. Accessed 5 Mar. 2011."),
    ],
)
def test_the_day_of_access_is_told_where_it_is_known(style: citations.Style, expected: str) -> None:
    known = msgspec.structs.replace(BARE, retrieved=Day(2011, 3, 5), url="http://x")
    assert citations.STYLES[style](known).endswith(expected)


def test_a_question_in_a_chicago_note_keeps_its_comma() -> None:
    assert citations.chicago(msgspec.structs.replace(BARE, publisher="NATO")) == "“What now?,” NATO."


@pytest.mark.parametrize(
    ("day", "expected"), [(Day(2010), "(2010)"), (Day(2010, 10), "(2010, October)"), (Day(-43), "(44 BC)")]
)
def test_a_date_is_told_no_more_exactly_than_it_is_known(day: Day, expected: str) -> None:
    assert expected in citations.apa(msgspec.structs.replace(BARE, updated=day))


@pytest.mark.parametrize("style", ["apa", "chicago", "mla"])
def test_the_words_of_a_title_stay_as_they_are(style: citations.Style) -> None:
    title = "The “long”, cold war. "
    assert title in citations.STYLES[style](msgspec.structs.replace(BARE, title=title, url="http://x"))
