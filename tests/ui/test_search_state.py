"""A search finds what stands in the dossier, takes the reader there, and never narrows the list."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from natopk_desktop.dossier.location import Filter
from natopk_desktop.dossier.search import KINDS, Hit, Searchable, parse_query, scan
from natopk_desktop.dossier.spans import Span
from natopk_desktop.ui.reading import Reading
from natopk_desktop.ui.search_state import LARGE, SearchState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from natopk_desktop.dossier.dossier import Dossier


@pytest.fixture
def search(reading: Reading) -> Iterator[SearchState]:
    state = SearchState(reading, reading)
    yield state
    state.close()


@pytest.fixture
def many(generated: Callable[[int], Dossier], qtbot: QtBot) -> Iterator[SearchState]:
    """A search that is large enough for a process of its own that folds its words."""
    reading = Reading(generated(3000))
    state = SearchState(reading, reading)
    assert len(reading.dossier.text) > LARGE
    yield state
    state.close()
    reading.deleteLater()
    qtbot.wait(0)


def look_for(search: SearchState, query: str) -> None:
    """Search, and wait until all is found: a slow machine needs more than one slice of time."""
    search.set_query(query)
    while not search.is_complete:
        QApplication.processEvents()


def ids(search: SearchState) -> list[str]:
    milestones = search.items.dossier.milestones
    return [milestones.ids[row] for row in search.hits.rows["milestone"]]


def wait_until_folded(search: SearchState, qtbot: QtBot) -> None:
    search.prepare()
    qtbot.waitUntil(lambda: search.is_prepared)


def test_nothing_is_looked_for_at_first(search: SearchState) -> None:
    assert search.is_empty
    assert search.count == 0
    assert search.spans_in(Span(0, 100)) == []


def test_a_query_finds_milestones_passages_figures_and_notes(search: SearchState, reading: Reading) -> None:
    look_for(search, "relief")
    assert search.is_complete
    assert all(search.hits.rows[kind] for kind in KINDS if kind != "note")
    assert [*scan(search.items, parse_query("relief"))] == [search.hits[at] for at in range(search.count)]
    assert len(reading.rows) == 11


def test_both_spellings_of_a_slip_find_it_and_the_hit_says_why(search: SearchState) -> None:
    for query in ("paki2000stan", "pakistan earthquake start"):
        look_for(search, query)
        assert "m02" in ids(search)
    match = search.match(Hit("milestone", 1))
    assert [reading.reading for reading in match.readings] == ["Pakistan"]


def test_stepping_goes_through_all_hits_and_round(search: SearchState, reading: Reading, qtbot: QtBot) -> None:
    look_for(search, "prime minister")
    seen = []
    for _ in range(search.count):
        with qtbot.waitSignal(search.hit_changed):
            search.next()
        seen.append(search.current)
    assert seen == list(range(search.count))
    search.next()
    assert search.current == 0
    search.previous()
    assert search.current == search.count - 1
    assert reading.dossier.milestones.row_of("m09") in search.hits.rows["milestone"]


def test_a_milestone_is_chosen_and_a_passage_opened_on_the_page(search: SearchState, reading: Reading) -> None:
    look_for(search, "oberammergau")
    search.next()
    assert reading.location.milestone == "m06"
    look_for(search, "explosive")
    search.next()
    assert reading.location.page is not None
    assert reading.location.page.of(reading.dossier.text) == "explosive"


def test_a_figure_leads_to_its_milestone(search: SearchState, reading: Reading) -> None:
    look_for(search, "patients treated")
    search.go_to(next(at for at in range(search.count) if search.hits[at].kind == "figure"))
    assert reading.location.milestone == "m04"


def test_a_note_leads_to_where_it_stands(search: SearchState, reading: Reading) -> None:
    row, note = next(
        (row, note)
        for row, note in enumerate(reading.dossier.head.notes)
        if note.kind == "slip" and reading.dossier.milestones[7].text[0].overlaps(note.spans[0])
    )
    look_for(search, note.message.translate(dict.fromkeys(map(ord, "“”"), " ")))
    search.go_to(search.hits.place_of(Hit("note", row)) or 0)
    assert reading.location.milestone == "m08"


def test_the_first_step_back_goes_to_the_last_hit(search: SearchState) -> None:
    look_for(search, "nato")
    search.previous()
    assert search.current == search.count - 1


def test_the_found_words_are_marked_where_they_stand(search: SearchState, reading: Reading) -> None:
    text = reading.dossier.text
    look_for(search, "general secret")
    whole = Span(0, len(text))
    words = {span.of(text) for span in search.spans_in(whole)}
    assert words == {"General", "Secretary"}
    spans = search.spans_in(whole)
    assert spans == sorted(spans)


def test_words_are_marked_only_where_all_of_them_are_found(search: SearchState, reading: Reading) -> None:
    look_for(search, "pakistan oberammergau")
    text = reading.dossier.text
    assert {span.of(text) for span in search.spans_in(Span(0, len(text)))} == {"Pakistani", "Oberammergau"}
    title = reading.dossier.blocks.span(reading.dossier.outline.sections[0].head)
    assert search.spans_in(title) == []


def test_marks_are_cut_to_the_span_asked_for(search: SearchState, reading: Reading) -> None:
    look_for(search, "oberammergau")
    at = reading.dossier.text.index("Oberammergau")
    assert search.spans_in(Span(at + 2, at + 5)) == [Span(at + 2, at + 5)]


def test_words_of_ours_are_marked_too(search: SearchState) -> None:
    look_for(search, "full stop")
    assert search.spans_in_words("a full stop") == [Span(2, 6), Span(7, 11)]


def test_a_query_that_means_the_same_is_no_news(search: SearchState, qtbot: QtBot) -> None:
    look_for(search, "relief")
    with qtbot.assertNotEmitted(search.changed):
        look_for(search, "relief ")
    assert search.query == "relief "


def test_hits_follow_the_order_of_the_list(search: SearchState, reading: Reading) -> None:
    look_for(search, "2007")
    search.go_to(1)
    at = search.current_hit
    reading.set_order("date")
    order = [row for row in reading.rows if row in set(search.hits.rows["milestone"])]
    assert list(search.hits.rows["milestone"]) == order
    assert search.current_hit == at
    reading.set_order("source")
    assert list(search.hits.rows["milestone"]) == sorted(order)


def test_what_the_filter_hides_is_counted_and_still_reached(search: SearchState, reading: Reading) -> None:
    look_for(search, "visit")
    visible = search.count
    assert search.hidden_count == 0
    reading.set_filter(Filter(topics=frozenset({"training"})))
    assert search.count == visible
    assert search.hidden_count == len(search.hits.rows["milestone"])
    search.next()
    assert search.is_hit_hidden
    assert reading.filter.topics == frozenset({"training"})
    reading.clear_filter()
    assert search.hidden_count == 0
    assert not search.is_hit_hidden


def test_clearing_forgets_hits_and_place(search: SearchState, qtbot: QtBot) -> None:
    look_for(search, "visit")
    search.next()
    with qtbot.waitSignals([search.changed, search.hit_changed, search.hits_changed]):
        look_for(search, "")
    assert search.current is None
    assert search.count == 0


def test_a_query_without_a_word_finds_nothing(search: SearchState) -> None:
    look_for(search, "“ ” - *")
    assert search.is_empty
    assert search.count == 0


def test_a_small_dossier_needs_no_process(search: SearchState) -> None:
    look_for(search, "visit")
    assert search.is_prepared
    assert search._folding is None


def test_a_large_dossier_is_searched_before_its_words_are_folded(many: SearchState, qtbot: QtBot) -> None:
    many.set_query("council")
    assert not many.is_prepared
    assert many.count > 0
    qtbot.waitUntil(lambda: many.is_complete)
    assert many.count == sum(1 for _ in scan(many.items, parse_query("council")))
    qtbot.waitUntil(lambda: many.is_prepared, timeout=60_000)


@pytest.mark.parametrize("query", ["v", "visit coun", "“Almost 4200”", "aldermouth 1905", "zzz", "no other source"])
def test_the_same_is_found_once_words_are_folded(query: str, many: SearchState, qtbot: QtBot) -> None:
    wait_until_folded(many, qtbot)
    look_for(many, query)
    assert [many.hits[at] for at in range(many.count)] == list(scan(many.items, parse_query(query)))


def test_a_search_under_way_goes_on_with_the_folded_words(many: SearchState, qtbot: QtBot) -> None:
    many.set_query("ships")
    many.next()
    at = many.current_hit
    qtbot.waitUntil(lambda: many.is_complete and many.is_prepared, timeout=60_000)
    assert many.count == sum(1 for _ in scan(many.items, parse_query("ships")))
    assert many.current_hit == at


def test_closing_ends_the_process_and_a_later_search_does_without(
    generated: Callable[[int], Dossier], qtbot: QtBot
) -> None:
    reading = Reading(generated(20_000))
    state = SearchState(reading, reading)
    state.prepare()
    job = state._folding
    assert job is not None
    qtbot.waitUntil(lambda: job._process.processId() != 0, timeout=60_000)
    number = job._process.processId()
    state.close()
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)
    state.set_query("visit")
    assert state.count > 0
    state.close()
    reading.deleteLater()
    qtbot.wait(0)


def test_a_search_that_nobody_closed_ends_with_its_window(generated: Callable[[int], Dossier], qtbot: QtBot) -> None:
    reading = Reading(generated(3000))
    state = SearchState(reading, reading)
    state.prepare()
    job = state._folding
    assert job is not None
    qtbot.waitUntil(lambda: job._process.processId() != 0, timeout=60_000)
    number = job._process.processId()
    reading.deleteLater()
    qtbot.wait(20)
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


def test_an_item_is_found_by_place_and_place_by_item(search: SearchState) -> None:
    look_for(search, "nato")
    assert search.hits.place_of(search.hits[search.count - 1]) == search.count - 1
    assert search.hits.place_of(Hit("note", 10_000)) is None
    with pytest.raises(IndexError):
        search.hits[search.count]


def test_what_is_searched_is_the_dossier_of_the_reading(search: SearchState, reading: Reading) -> None:
    assert isinstance(search.items, Searchable)
    assert search.items.dossier is reading.dossier
