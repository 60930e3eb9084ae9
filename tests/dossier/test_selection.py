from __future__ import annotations

import pytest

from natopk_desktop.dossier import selection, store
from natopk_desktop.dossier.location import Filter
from tests.generator import generated


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        (Filter(), range(11)),
        (Filter(topics=frozenset({"relief"})), [1, 3]),
        (Filter(topics=frozenset({"relief", "training"})), [1, 3, 5]),
        (Filter(topics=frozenset()), []),
        (Filter(period="2006"), [3, 4, 5, 6]),
        (Filter(period="2005-12/2006-01"), [2, 3]),
        (Filter(period="2007-01"), [7, 8]),
        (Filter(period="2007-02/.."), [9, 10]),
        (Filter(period="2006", topics=frozenset({"visits"})), [4, 6]),
    ],
)
def test_what_a_filter_lets_through(chosen: Filter, shown: object) -> None:
    assert list(selection.rows(store.built_in(), chosen, "source")) == list(shown)  # type: ignore[call-overload]


@pytest.mark.parametrize("topics", [None, frozenset({"relief"}), frozenset({"visits", "training"}), frozenset[str]()])
@pytest.mark.parametrize("period", [None, "2006", "2007-02/..", "2005-12/2006-01"])
def test_what_bars_an_entry_is_told_of_exactly_those_that_are_not_let_through(
    topics: frozenset[str] | None, period: str | None
) -> None:
    dossier = store.built_in()
    by_topics = selection.rows(dossier, Filter(topics=topics), "source")
    by_period = selection.rows(dossier, Filter(period=period), "source")
    for row in range(11):
        expected = [name for name, kept in (("topics", by_topics), ("period", by_period)) if row not in kept]
        assert selection.bars(dossier, row, Filter(topics=topics, period=period)) == expected


def test_by_date_an_undated_entry_follows_the_one_it_is_placed_under() -> None:
    dossier = store.built_in()
    assert selection.placed_after(dossier)[8] == 7
    assert list(selection.in_order(dossier, "date")) == list(range(11))


def test_by_date_differs_from_the_source_where_the_source_is_not_in_order() -> None:
    events = generated(30)
    by_date = list(selection.in_order(events, "date"))
    assert sorted(by_date) == list(range(30))
    edtf = [events.milestones.edtf[row] or "" for row in by_date]
    assert edtf == sorted(edtf)
