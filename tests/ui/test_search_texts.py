"""What the list of results says of a hit: the source's words, or ours marked as such."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from natopk_desktop.dossier.search import KINDS
from natopk_desktop.dossier.spans import Span
from natopk_desktop.ui.search_state import SearchState
from natopk_desktop.ui.search_texts import Result, around, count_words, result

if TYPE_CHECKING:
    from natopk_desktop.ui.reading import Reading


@pytest.fixture
def search(reading: Reading) -> SearchState:
    return SearchState(reading, reading)


def look_for(search: SearchState, query: str) -> None:
    search.set_query(query)
    while not search.is_complete:
        QApplication.processEvents()


def results(search: SearchState, query: str) -> list[Result]:
    look_for(search, query)
    return [result(search, search.hits[at]) for at in range(search.count)]


def marked(shown: Result) -> list[str]:
    return [span.of(shown.words) for span in shown.marks]


def test_an_entry_is_shown_with_its_number_and_its_date_as_printed(search: SearchState) -> None:
    shown = results(search, "oberammergau")[0]
    assert shown.label == "Entry 6 of 11, “September 2006”"
    assert marked(shown) == ["Oberammergau"]
    assert not shown.is_ours


def test_an_undated_entry_is_said_to_be_so(search: SearchState) -> None:
    assert results(search, "afghanistan approach")[0].label == "Entry 9 of 11, no date"


def test_a_slip_is_found_by_its_reading_and_says_so_as_ours(search: SearchState) -> None:
    shown = results(search, "start pakistan")[0]
    assert "Paki2000stan" in marked(shown)
    assert shown.reason == "Ours: “Paki2000stan” reads “Pakistan”"
    assert shown.reason in shown.spoken


def test_a_passage_is_shown_under_its_heading(search: SearchState) -> None:
    labels = [shown.label for shown in results(search, "tripartite")]
    assert "Passage, under “Cooperation on Afghanistan”" in labels


def test_a_heading_and_a_figure_are_named(search: SearchState) -> None:
    labels = [shown.label for shown in results(search, "key milestones")]
    assert labels[0] == "Heading"
    assert "Figure, Relief statistics" in [shown.label for shown in results(search, "patients")]


def test_words_of_ours_are_said_to_be_ours(search: SearchState) -> None:
    words = search.items.dossier.head.notes[0].message.replace("“", " ").replace("”", " ")
    shown = [shown for shown in results(search, words) if shown.is_ours]
    assert shown
    assert all(one.label.startswith("Ours: note, ") for one in shown)
    assert all(marked(one) for one in shown)


@pytest.mark.parametrize("query", ["pakistan", "n", "2007", "secretary general"])
def test_every_word_shown_is_of_the_source_or_marked_as_ours(search: SearchState, query: str) -> None:
    for shown in results(search, query):
        if not shown.is_ours:
            words = shown.words.removeprefix("… ").rstrip("…")
            assert words in search.items.dossier.text
        assert shown.marks


def test_each_kind_of_hit_can_be_shown(search: SearchState) -> None:
    results(search, "relief")
    kinds = {search.hits[at].kind for at in range(search.count)}
    assert kinds == set(KINDS)


def test_the_count_says_where_one_is(search: SearchState) -> None:
    look_for(search, "zzz")
    assert count_words(search) == "No matches"
    look_for(search, "oberammergau germany first")
    assert count_words(search) == "1 match"
    look_for(search, "visit")
    assert count_words(search) == f"{search.count} matches"
    search.next()
    search.next()
    assert count_words(search) == f"2 of {search.count} matches"


@given(st.text(alphabet="ab \n\u202e🙂é", max_size=400), st.integers(0, 399), st.integers(1, 9))
def test_the_mark_lies_on_the_same_words_however_a_text_is_cut(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    span = Span(start, min(len(text), start + length))
    words, marks = around(text, [span])
    for mark in marks:
        shown, meant = mark.of(words), span.of(text)
        assert len(shown) == len(meant)
        assert all(a == b or not b.isprintable() for a, b in zip(shown, meant, strict=True))
    assert "\n" not in words
    assert "\u202e" not in words
