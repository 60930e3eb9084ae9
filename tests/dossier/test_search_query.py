"""Words are beginnings of words, quotes ask for a phrase, and everything else a reader types is no more than words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natopk_desktop.dossier.search_query import Query, Term, folded, match_spans, parse_query
from natopk_desktop.dossier.spans import Span


def begins(*words: str) -> Term:
    """Words in a row, the last as the beginning of a word."""
    return Term(words, prefix=True)


def whole(*words: str) -> Term:
    """Whole words in a row."""
    return Term(words, prefix=False)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Pakistan earth", [begins("pakistan"), begins("earth")]),
        ('"air bridges"', [whole("air", "bridges")]),
        ('"air bridges', [begins("air", "bridges")]),
        ('"air bridges ', [whole("air", "bridges")]),
        ("“air bridges” from", [whole("air", "bridges"), begins("from")]),
        ("«air bridges»", [whole("air", "bridges")]),
        ('visit"air', [begins("visit"), begins("air")]),
        ("relief relief RELIEF", [begins("relief")]),
        ("NATO’s", [begins("nato", "s")]),
        ("NATO's", [begins("nato", "s")]),
        ("3,500", [begins("3", "500")]),
        ("a,b 3, 500", [begins("a"), begins("b"), begins("3"), begins("500")]),
        ("日本 x", [begins("日", "本"), begins("x")]),
        ("visit AND NOT training", [begins("visit"), begins("and"), begins("not"), begins("training")]),
        ("NEAR(visit aide)", [begins("near"), begins("visit"), begins("aide")]),
        (
            "visit OR -aide ^x pak* text:y a+b",
            [begins(word) for word in ("visit", "or", "aide", "x", "pak", "text", "y", "a", "b")],
        ),
        ("(((", []),
        ('""', []),
        ('"', []),
        ("  ", []),
    ],
)
def test_parse_query(text: str, terms: list[Term]) -> None:
    assert parse_query(text) == Query(tuple(terms))


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("pak", "Pakistan and PAKISTANI, not Spak", ["Pakistan", "PAKISTANI"]),
        ("ecole", "une École d’été", ["École"]),
        ("nato’s", "NATO’s and NATO", ["NATO’s"]),
        ('"air bridge"', "an air-bridge; air bridges", ["air-bridge"]),
        ('"air bridge', "an air-bridge; air bridges", ["air-bridge", "air bridges"]),
        ('"a a"', "a a a", ["a a a"]),
        ("missing relief", "the relief", ["relief"]),
        ("کتاب", "یہ كِتَابٌ ہے", ["كِتَابٌ"]),
        ("本", "日本", ["本"]),
        ("", "anything", []),
    ],
)
def test_match_spans(query: str, text: str, found: list[str]) -> None:
    spans = match_spans(text, 0, parse_query(query))
    assert [span.of(text) for span in spans] == found


def test_the_offset_is_added() -> None:
    assert match_spans("the relief", 100, parse_query("relief")) == [Span(104, 110)]


@given(st.text('ab ¶é’,1"“日', max_size=30), st.text('ab é’,1"“日*', max_size=12))
def test_a_needle_is_there_exactly_where_spans_are(text: str, typed: str) -> None:
    for term in parse_query(typed).terms:
        spans = match_spans(text, 0, Query((term,)))
        assert bool(spans) == (term.needle in folded([text]))


@given(st.text(), st.text())
def test_spans_are_in_order_without_overlaps(text: str, typed: str) -> None:
    spans = match_spans(text, 0, parse_query(typed))
    assert all(span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_no_phrase_runs_across_two_texts() -> None:
    laid_out = folded(["one two", "three"])
    assert parse_query('"one two"').needles[0] in laid_out
    assert parse_query('"two three"').needles[0] not in laid_out
