"""Matches are marked on the letters they stand on, whatever those take in UTF-16."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natopk_desktop.dossier.spans import Span
from natopk_desktop.ui.search_state import SearchState
from natopk_desktop.ui.timeline.matches import code_points, found, in_units, units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopk_desktop.ui.reading import Reading

WORDS = st.text(st.sampled_from("aé\u00a0ش𝒩🙂"), max_size=30)


@pytest.fixture
def search(reading: Reading) -> Iterator[SearchState]:
    state = SearchState(reading, reading)
    yield state
    state.close()


def test_words_found_in_a_milestone(search: SearchState, reading: Reading) -> None:
    search.set_query("relief")
    pieces = reading.dossier.milestones.text.spans(3)
    assert reading.dossier.words(found(search, pieces)) == ("relief", "relief")


def test_no_search_finds_nothing(reading: Reading) -> None:
    assert found(None, reading.dossier.milestones.text.spans(3)) == []


@given(before=WORDS, hit=WORDS.filter(bool), after=WORDS)
def test_a_place_in_units_holds_the_hit(before: str, hit: str, after: str) -> None:
    words = before + hit + after
    place = Span(100 + len(before), 100 + len(before) + len(hit))
    [(start, length)] = in_units(words, [Span(100, 100 + len(words))], [place])
    assert words.encode("utf-16-le")[2 * start : 2 * (start + length)].decode("utf-16-le") == hit


def test_a_place_in_the_second_of_two_pieces() -> None:
    source = "🙂 May … 🙂 relief"
    pieces = [Span(0, 5), Span(8, len(source))]
    words = " ".join(piece.of(source) for piece in pieces)
    at = source.index("relief")
    [(start, length)] = in_units(words, pieces, [Span(at, at + 6)])
    assert words.encode("utf-16-le")[2 * start : 2 * (start + length)].decode("utf-16-le") == "relief"


@given(words=WORDS, at=st.integers(0, 30))
def test_units_and_code_points_are_each_others_inverse(words: str, at: int) -> None:
    at = min(at, len(words))
    assert code_points(words, units(words, at)) == at
