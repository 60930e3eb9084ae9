"""The built-in page is searched in all its parts, both spellings of a slip find it, and the hit says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from natopk_desktop.dossier import store
from natopk_desktop.dossier.search import KINDS, Hit, Searchable, parse_query, scan, scan_rows
from natopk_desktop.dossier.spans import Span
from tests.dossier.searching import NOTHING, dossier_of, note, slip

if TYPE_CHECKING:
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.search import Kind


@pytest.fixture(scope="module")
def page() -> Dossier:
    """The built-in dossier."""
    return store.built_in()


def ids(page: Dossier, typed: str, kind: Kind) -> list[str]:
    """Return the ids of the items of a kind that a query finds."""
    things = {
        "milestone": page.milestones.ids,
        "passage": page.blocks.ids,
        "figure": [figure.id for figure in page.head.figures],
        "note": [note.id for note in page.head.notes],
    }[kind]
    return [things[hit.row] for hit in scan(Searchable(page), parse_query(typed), (kind,))]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Pakistan earthquake", ["m02", "m04"]),
        ("Paki2000stan", ["m02"]),
        ('"Pakistan earthquake relief"', ["m02"]),
        ('"Paki2000stan earthquake relief"', ["m02"]),
        ("october 2005", ["m02"]),
        ("2005", ["m01", "m02", "m03"]),
        ("VISIT nato", ["m01", "m03", "m07", "m09", "m10", "m11"]),
        ('"visit to nato"', ["m09"]),
        ("musharraf OR islamabad", []),
        ("musharraf and", ["m05"]),
        ("nowhere", []),
    ],
)
def test_milestones_by_date_and_words_in_the_order_of_the_list(page: Dossier, typed: str, expected: list[str]) -> None:
    assert ids(page, typed, "milestone") == expected


def test_passages_are_the_blocks_that_are_no_milestones(page: Dossier) -> None:
    kinds = {page.blocks.kinds[hit.row] for hit in scan(Searchable(page), parse_query("a"), ("passage",))}
    assert {"paragraph", "heading", "caption", "banner"} <= kinds
    assert not kinds & {"milestone", "spacing"}
    assert ids(page, "tripartite commission", "passage") == ["b10", "b11"]


def test_figures_are_found_by_their_words(page: Dossier) -> None:
    assert ids(page, "almost 3500 tons", "figure") == ["f02"]
    assert ids(page, "germany", "figure") == ["f01"]


def test_notes_are_found_by_message_and_witnesses(page: Dossier) -> None:
    assert "n01" in ids(page, "Paki2000stan", "note")
    note = next(note for note in page.head.notes if note.witnesses)
    assert note.id in ids(page, f'"{note.witnesses[0].title}"', "note")
    assert note.id in ids(page, f'"{note.witnesses[0].says}"', "note")


def test_the_words_found_are_slices_of_the_source(page: Dossier) -> None:
    items = Searchable(page)
    match = items.match("milestone", 1, parse_query("earthq 2005"))
    assert [span.of(page.text) for span in match.spans] == ["2005", "earthquake"]
    assert match.readings == ()


def test_a_hit_by_a_reading_says_so_and_marks_the_slip(page: Dossier) -> None:
    match = Searchable(page).match("milestone", 1, parse_query('"Pakistan earth'))
    assert [span.of(page.text) for span in match.spans] == ["Paki2000stan earthquake"]
    assert [(page.head.notes[found.note].id, found.reading) for found in match.readings] == [("n01", "Pakistan")]
    assert match.readings[0].span.of(page.text) == "Paki2000stan"


def test_a_hit_by_the_page_s_own_words_needs_no_reading(page: Dossier) -> None:
    match = Searchable(page).match("milestone", 1, parse_query("Paki2000stan"))
    assert [span.of(page.text) for span in match.spans] == ["Paki2000stan"]
    assert match.readings == ()


def test_spans_of_a_note_lie_in_its_message(page: Dossier) -> None:
    match = Searchable(page).match("note", 0, parse_query("digits"))
    assert [span.of(page.head.notes[0].message) for span in match.spans] == ["digits"]


def test_an_empty_query_finds_nothing(page: Dossier) -> None:
    assert list(scan(Searchable(page), parse_query(" (*) "))) == []


def test_kinds_come_one_after_another_and_rows_in_order(page: Dossier) -> None:
    hits = list(scan(Searchable(page), parse_query("pakistan")))
    assert hits == sorted(hits, key=lambda hit: (KINDS.index(hit.kind), hit.row))
    assert {hit.kind for hit in hits} == {"milestone", "passage", "note"}


def test_a_scan_in_parts_finds_the_same(page: Dossier) -> None:
    items = Searchable(page)
    query = parse_query("pakistan")
    rows = items.rows("passage")
    parts = [*scan_rows(items, query, "passage", rows[:9]), *scan_rows(items, query, "passage", rows[9:])]
    assert [Hit("passage", row) for row in parts] == list(scan(items, query, ("passage",)))


def test_all_words_must_stand_in_the_same_item() -> None:
    items = Searchable(dossier_of(["alpha beta", "gamma"]))
    assert [hit.row for hit in scan(items, parse_query("alpha beta"), ("milestone",))] == [0]
    assert list(scan(items, parse_query("beta gamma"))) == NOTHING


def test_a_phrase_runs_from_the_date_into_the_text_but_not_across_other_words() -> None:
    items = Searchable(dossier_of(["May 2006: visit to Arja"], printed=[Span(0, 8)], text=[Span(10, 15), Span(19, 23)]))
    milestone: tuple[Kind, ...] = ("milestone",)
    assert len(list(scan(items, parse_query("2006 arja"), milestone))) == 1
    assert list(scan(items, parse_query('"visit arja"'), milestone)) == NOTHING
    assert list(scan(items, parse_query('"2006 visit"'), milestone)) == NOTHING
    assert list(scan(items, parse_query("to"), milestone)) == NOTHING


def test_a_slip_within_a_word_reads_as_the_whole_word() -> None:
    dossier = dossier_of(["The Paki2000stani army"], notes=[slip(Span(4, 16), "Pakistan")])
    items = Searchable(dossier)
    match = items.match("milestone", 0, parse_query("pakistani"))
    assert [hit.row for hit in scan(items, parse_query("pakistani"), ("milestone",))] == [0]
    assert [span.of(dossier.text) for span in match.spans] == ["Paki2000stani"]


def test_several_slips_of_an_item_are_read_together() -> None:
    dossier = dossier_of(["teh beginning and teh ned"], notes=[slip(Span(0, 3), "the"), slip(Span(18, 25), "the end")])
    match = Searchable(dossier).match("milestone", 0, parse_query('"and the end"'))
    assert [found.reading for found in match.readings] == ["the end"]
    assert [span.of(dossier.text) for span in match.spans] == ["and teh ned"]


def test_a_slip_reaching_beyond_the_item_is_left_alone() -> None:
    dossier = dossier_of(["one tow", "three"], notes=[slip(Span(4, 10), "two")])
    assert list(scan(Searchable(dossier), parse_query("two"), ("milestone",))) == NOTHING


def test_a_word_the_source_has_is_marked_where_it_stands_not_at_the_slip() -> None:
    dossier = dossier_of(["the armies. ."], notes=[slip(Span(4, 13), "armies.")])
    match = Searchable(dossier).match("milestone", 0, parse_query("armies"))
    assert [span.of(dossier.text) for span in match.spans] == ["armies"]


def test_a_note_without_reading_adds_no_words() -> None:
    dossier = dossier_of(["one"], notes=[note(Span(0, 3), "about two")])
    assert [hit.kind for hit in scan(Searchable(dossier), parse_query("two"))] == ["note"]
