"""Folded words laid end to end give what a scan of the items finds, whatever the texts and whatever is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natopk_desktop.dossier import search_run, search_text, store
from natopk_desktop.dossier.search import KINDS, Searchable, parse_query, scan
from natopk_desktop.dossier.search_run import ItemRun, TextRun
from natopk_desktop.dossier.spans import Span
from tests.dossier.searching import dossier_of, note, slip

if TYPE_CHECKING:
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.search_text import SearchText

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


def agree(items: Searchable, text: SearchText, typed: str) -> None:
    """Compare what the folded words, the items one by one, and a plain scan find."""
    query = parse_query(typed)
    if query.is_empty:
        return
    expected = {kind: [hit.row for hit in scan(items, query, (kind,))] for kind in KINDS}
    for run in (TextRun(text, query), ItemRun(items, query)):
        while not run.go_on(0):
            pass
        assert {kind: list(rows) for kind, rows in run.found.items()} == expected


@pytest.fixture(scope="module")
def page() -> tuple[Searchable, SearchText]:
    """The built-in dossier and its words."""
    items = Searchable(store.built_in())
    return items, search_text.of(items)


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
def test_the_built_in_page(page: tuple[Searchable, SearchText], typed: str) -> None:
    agree(*page, typed)


@given(LINES, LINES, st.lists(TYPED, max_size=4), st.booleans())
def test_folded_words_and_scan_agree(lines: list[str], messages: list[str], queries: list[str], passages: bool) -> None:
    whole = Span(0, len(lines[0])) if lines else Span(0, 0)
    notes = [*(note(whole, message) for message in messages), *(slip(whole, message) for message in messages[:2])]
    items = Searchable(dossier_of(lines, notes=notes, passages=passages))
    text = search_text.of(items)
    for typed in [*queries, *messages]:
        agree(items, text, typed)


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
    text = search_text.of(items)
    agree(items, text, " ".join(f"w{number}" for number in range(2000)))
    agree(items, text, '"' + " ".join(f"w{number}" for number in range(2000)) + '"')
    agree(items, text, " ".join(f"w{number}" for number in range(2001)))


@pytest.mark.parametrize("width", [1, 7, 50])
def test_nothing_is_lost_where_a_step_ends(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_run, "CHUNK", width)
    monkeypatch.setattr(search_run, "HITS", 2)
    monkeypatch.setattr(search_text, "ITEMS", 3)
    items = Searchable(dossier_of(["one two", "two three", "", "three one", "one", "two one two"] * 5))
    text = search_text.of(items)
    for typed in ("one", "two o", '"two three"', "e", "three one"):
        agree(items, text, typed)


def test_a_first_screenful_is_there_before_the_rest() -> None:
    items = Searchable(dossier_of(["one two"] * 5000))
    run = TextRun(search_text.of(items), parse_query("tw"))
    assert not run.go_on(0)
    assert list(run.found["milestone"]) == list(range(search_run.HITS))


def test_an_empty_dossier_has_no_words() -> None:
    items = Searchable(dossier_of([]))
    text = search_text.of(items)
    agree(items, text, "one")
