"""The index finds what a scan finds, whatever the texts and whatever is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natopk_desktop.dossier import store
from natopk_desktop.dossier.search import KINDS, Searchable, parse_query, scan
from natopk_desktop.dossier.search_index import SearchIndex
from natopk_desktop.dossier.spans import Span
from tests.dossier.searching import dossier_of, note, slip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopk_desktop.dossier.dossier import Dossier

WORDS = [
    "Pakistan",
    "paki2000stan",
    "Café",
    "cafe\u0301",
    "NATO’s",
    "relief-assistance",
    "3,500",
    "AND",
    "OR",
    "NOT",
    "NEAR(",
    "text:",
    "pak*",
    "^visit",
    "-",
    "''",
    '"',
    "“",
    "”",
    ")",
    "¶",
    "\x00",
    "كِتَابٌ",
    "کتاب",
    "日本",
    "½",
    "İ",
]
TYPED = st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join) | st.text(max_size=8)
LINES = st.lists(TYPED, max_size=6)


def built(items: Searchable) -> SearchIndex:
    """Return a whole index."""
    index = SearchIndex(items)
    assert index.build()
    return index


def agree(items: Searchable, index: SearchIndex, typed: str) -> None:
    """Compare what index and scan find."""
    query = parse_query(typed)
    for kind in KINDS:
        rows = [hit.row for hit in scan(items, query, (kind,))]
        assert list(index.rows(query, kind)) == rows
        assert index.count(query, kind) == len(rows)
        assert list(index.rows(query, kind, limit=2)) == rows[:2]


@pytest.fixture(scope="module")
def page() -> Iterator[tuple[Searchable, SearchIndex]]:
    """The built-in dossier and its index."""
    items = Searchable(store.built_in())
    index = built(items)
    yield items, index
    index.close()


@pytest.mark.parametrize(
    "typed",
    [
        "pakistan",
        "Pakistan earthquake",
        "Paki2000stan",
        '"Pakistan earthquake"',
        '"air bridge',
        "p",
        "visit AND",
        "NATO’s",
        "3500",
        "",
        "aziz",
        "*",
        '"" OR 1=1; DROP TABLE words',
    ],
)
def test_the_built_in_page(page: tuple[Searchable, SearchIndex], typed: str) -> None:
    agree(*page, typed)


@given(LINES, LINES, st.lists(TYPED, max_size=4), st.booleans())
def test_index_and_scan_agree(lines: list[str], messages: list[str], queries: list[str], passages: bool) -> None:
    whole = Span(0, len(lines[0])) if lines else Span(0, 0)
    notes = [*(note(whole, message) for message in messages), *(slip(whole, message) for message in messages[:2])]
    items = Searchable(dossier_of(lines, notes=notes, passages=passages))
    index = built(items)
    for typed in [*queries, *messages]:
        agree(items, index, typed)
    index.close()


@given(LINES, TYPED, st.data())
def test_every_hit_has_a_place_and_its_reason(lines: list[str], typed: str, data: st.DataObject) -> None:
    long_enough = [line for line in lines if line]
    notes = []
    if long_enough:
        start = data.draw(st.integers(0, len(long_enough[0]) - 1))
        notes.append(slip(Span(start, data.draw(st.integers(start + 1, len(long_enough[0])))), data.draw(TYPED)))
    dossier: Dossier = dossier_of(long_enough, notes=notes)
    items = Searchable(dossier)
    query = parse_query(typed)
    for hit in scan(items, query, ("milestone",)):
        match = items.match(hit.kind, hit.row, query)
        (piece,) = items.pieces(hit.kind, hit.row)
        assert match.spans
        assert all(piece.holds(span) for span in match.spans)


def test_many_words_are_no_trouble() -> None:
    items = Searchable(dossier_of([" ".join(f"w{number}" for number in range(2000))]))
    index = built(items)
    agree(items, index, " ".join(f"w{number}" for number in range(2000)))
    agree(items, index, '"' + " ".join(f"w{number}" for number in range(2000)) + '"')
    agree(items, index, " ".join(f"w{number}" for number in range(2001)))
    index.close()


def test_building_can_be_stopped() -> None:
    items = Searchable(dossier_of(["one"] * 1000))
    asked: list[bool] = []

    def stopped() -> bool:
        asked.append(True)
        return len(asked) > 2

    index = SearchIndex(items)
    assert not index.build(stopped)
    assert 0 < index.count(parse_query("one"), "milestone") < 1000
    index.close()


def test_an_empty_dossier_has_an_index() -> None:
    items = Searchable(dossier_of([]))
    index = built(items)
    agree(items, index, "one")
    index.close()
