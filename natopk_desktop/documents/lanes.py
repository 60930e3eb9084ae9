"""Lanes: bands that share time stand above each other, each as low as there is room."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import Final

TOUCH: Final = 1e-9
"""Bands that share less than this fraction of the width only touch; a month's end is the next one's start."""


class Lanes:
    """Which parts of the width are taken in each lane; lane 0 is the lowest.

    Attributes:
        count: how many lanes bands may take.
        top: how many lanes anything stands in.
    """

    __slots__ = ("_taken", "count", "top")

    def __init__(self, count: int) -> None:
        """Begin with ``count`` empty lanes."""
        self.count = count
        self.top = 0
        self._taken: list[list[tuple[float, float]]] = [[] for _ in range(count)]

    def put(self, start: float, end: float) -> int | None:
        """Take the part from ``start`` to ``end`` of the lowest lane free there; None where no lane is."""
        for lane in range(self.count):
            if self.is_free(lane, start, end):
                self.take(lane, start, end)
                return lane
        return None

    def fill(self, start: float, end: float) -> None:
        """Take a part of all lanes that bands may take."""
        for lane in range(self.count):
            self.take(lane, start, end)

    def is_free(self, lane: int, start: float, end: float) -> bool:
        """Tell whether nothing stands between ``start`` and ``end`` in a lane, which may lie above ``count``."""
        if lane >= len(self._taken):
            return True
        taken = self._taken[lane]
        at = bisect_left(taken, (start + TOUCH,))
        before_ends = at == 0 or taken[at - 1][1] <= start + TOUCH
        return before_ends and (at == len(taken) or taken[at][0] >= end - TOUCH)

    def take(self, lane: int, start: float, end: float) -> None:
        """Mark a part of a lane as taken; lanes are added where there are not enough."""
        while lane >= len(self._taken):
            self._taken.append([])
        insort(self._taken[lane], (start, end))
        self.top = max(self.top, lane + 1)
