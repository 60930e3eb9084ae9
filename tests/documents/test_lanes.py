from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from natopk_desktop.documents.lanes import TOUCH, Lanes

PARTS = st.lists(st.tuples(st.floats(0, 1), st.floats(0.001, 0.5)), max_size=60)


def test_what_only_touches_shares_a_lane() -> None:
    lanes = Lanes(3)
    assert [lanes.put(0.1, 0.2), lanes.put(0.2, 0.3), lanes.put(0.15, 0.25), lanes.put(0.18, 0.19)] == [0, 0, 1, 2]
    assert lanes.put(0.15, 0.4) is None
    assert lanes.top == 3


@given(parts=PARTS, count=st.integers(1, 5))
def test_nothing_in_a_lane_overlaps_and_each_stands_as_low_as_it_can(
    parts: list[tuple[float, float]], count: int
) -> None:
    lanes = Lanes(count)
    put: list[list[tuple[float, float]]] = [[] for _ in range(count)]
    for start, length in parts:
        end = start + length
        free = [not any(a < end - TOUCH and b > start + TOUCH for a, b in taken) for taken in put]
        lane = lanes.put(start, end)
        assert lane == (free.index(True) if any(free) else None)
        if lane is not None:
            put[lane].append((start, end))
