from __future__ import annotations

import pytest

from natopk_desktop.dossier.spans import Span, hull, line_of


def test_a_span_counts_code_points() -> None:
    assert Span(1, 3).of("a🙂b") == "🙂b"


@pytest.mark.parametrize(
    ("one", "other", "overlaps", "holds"),
    [
        (Span(0, 4), Span(4, 6), False, False),
        (Span(0, 5), Span(4, 6), True, False),
        (Span(0, 6), Span(4, 6), True, True),
        (Span(4, 6), Span(0, 6), True, False),
    ],
)
def test_overlap_is_half_open(one: Span, other: Span, overlaps: bool, holds: bool) -> None:
    assert one.overlaps(other) is overlaps
    assert one.holds(other) is holds


def test_hull_spans_all() -> None:
    assert hull([Span(5, 7), Span(1, 2)]) == Span(1, 7)
    with pytest.raises(ValueError, match="empty"):
        hull([])


def test_lines_count_from_one() -> None:
    assert [line_of("a\nb\n", offset) for offset in range(4)] == [1, 1, 2, 2]
