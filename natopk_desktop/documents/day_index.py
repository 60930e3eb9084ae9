"""Where milestones lie in time, sorted once, so that any stretch is looked up by bisection."""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left, bisect_right, insort
from itertools import compress, pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from natopk_desktop.dossier import selection
from natopk_desktop.dossier.dates import bounds

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Sequence

    from natopk_desktop.dossier.dossier import Dossier

OPEN_START: Final = -(1 << 62)
"""Stands for the first day of a date without a start; before every day number that EDTF can give."""

OPEN_END: Final = 1 << 62
"""The same for the end."""

CHUNK: Final = 16_384
"""Milestones handled between two chances to do something else."""


class Days(NamedTuple):
    """The days a date may mean: from day number ``start`` to before ``end``."""

    start: int
    end: int

    def closed(self) -> Days | None:
        """Return these days with an open end cut to the day that is given; None where both ends are open."""
        if self.start == OPEN_START:
            return None if self.end == OPEN_END else Days(self.end - 1, self.end)
        return Days(self.start, self.start + 1) if self.end == OPEN_END else self


class Tally:
    """How many of many stretches of days touch a given one, by two bisections.

    Attributes:
        starts: first days, ascending.
        ends: the days after the last, ascending; not in the order of ``starts``.
    """

    __slots__ = ("ends", "starts")

    def __init__(self, starts: Iterable[int], ends: Iterable[int]) -> None:
        """Take over first days and ends, each already ascending."""
        self.starts = array("q", starts)
        self.ends = array("q", ends)

    def __len__(self) -> int:
        """Return the number of stretches."""
        return len(self.starts)

    def touching(self, first: float, end: float) -> int:
        """Return how many share time with the stretch from ``first`` to before ``end``."""
        return max(0, bisect_left(self.starts, end) - bisect_right(self.ends, first))

    def counts(self, edges: Sequence[float]) -> array[int]:
        """Return how many touch each part between two neighbours of ``edges``, which ascend."""
        return array("q", [self.touching(left, right) for left, right in pairwise(edges)])


class DayIndex:
    """All milestones of a dossier that have a place in time, by date.

    Attributes:
        spans: the different stretches of days, by start, the longer first.
        rows: rows of ``dossier.milestones`` by span, and within a span in the source's order.
        offsets: the rows of ``spans[n]`` are ``rows[offsets[n]:offsets[n + 1]]``.
        undated: how many milestones have no date and are placed under none.
        tally: all of ``rows`` for counting.
    """

    __slots__ = ("_classes", "offsets", "rows", "spans", "tally", "undated")

    def __init__(self, spans: list[Days], rows: array[int], offsets: array[int], undated: int) -> None:
        """Take over sorted spans with their rows."""
        self.spans = spans
        self.rows = rows
        self.offsets = offsets
        self.undated = undated
        self.tally = self._tally()
        self._classes = _length_classes(spans)

    def _tally(self) -> Tally:
        sizes = [after - first for first, after in pairwise(self.offsets)]
        starts, ends = array("q"), array("q")
        for span, size in zip(self.spans, sizes, strict=True):
            starts.extend(array("q", [span.start]) * size)
        for end, size in sorted(zip([span.end for span in self.spans], sizes, strict=True)):
            ends.extend(array("q", [end]) * size)
        return Tally(starts, ends)

    def tally_of(self, shown: bytearray) -> Tally:
        """Return the tally of the milestones whose byte in ``shown`` (by row) is not 0."""
        chosen = bytes(map(shown.__getitem__, self.rows))
        starts = array("q", compress(self.tally.starts, chosen))
        ends = array("q")
        for end, (first, after) in sorted(zip([span.end for span in self.spans], pairwise(self.offsets), strict=True)):
            ends.extend(array("q", [end]) * (after - first - chosen.count(0, first, after)))
        return Tally(starts, ends)

    def touching(self, first: float, end: float) -> Iterator[tuple[Days, Sequence[int]]]:
        """Yield the stretches that share time with ``first`` to before ``end``, by date, each with its rows.

        Only stretches that begin in it, or early enough before it for one of their length to reach it, are looked at.
        """
        found: list[int] = []
        for longest, starts, numbers in self._classes:
            low, high = bisect_left(starts, math.floor(first) - longest), bisect_left(starts, end)
            found += [number for number in numbers[low:high] if self.spans[number].end > first]
        for number in sorted(found):
            yield self.spans[number], self.rows[self.offsets[number] : self.offsets[number + 1]]

    def extent(self) -> Days | None:
        """Return the first and last day that any date names, open ends aside; None where there are none."""
        starts, ends = self.tally.starts, self.tally.ends
        given_from, given_to = bisect_right(starts, OPEN_START), bisect_left(ends, OPEN_END)
        firsts = [end - 1 for end in ends[: min(1, given_to)]]
        firsts += starts[given_from : given_from + 1]
        afters = [start + 1 for start in starts[max(given_from, len(starts) - 1) :]]
        afters += ends[max(0, given_to - 1) : given_to]
        return Days(min(firsts), max(afters)) if firsts else None


def _length_classes(spans: list[Days]) -> list[tuple[int, array[int], array[int]]]:
    """Sort spans by the magnitude of their length: the longest length, first days and numbers of each class."""
    classes: dict[int, list[int]] = {}
    for number, span in enumerate(spans):
        classes.setdefault((span.end - span.start).bit_length(), []).append(number)
    return [
        (
            max(spans[number].end - spans[number].start for number in numbers),
            array("q", [spans[number].start for number in numbers]),
            array("q", numbers),
        )
        for _, numbers in sorted(classes.items())
    ]


def day_index(dossier: Dossier, rows: Sequence[int] | None = None) -> DayIndex:
    """Return the index of a dossier's milestones: those in ``rows``, or all."""
    work = indexing(dossier, rows)
    while True:
        try:
            next(work)
        except StopIteration as done:
            index: DayIndex = done.value
            return index


def indexing(dossier: Dossier, rows: Sequence[int] | None = None) -> Generator[None, None, DayIndex]:
    """Make the index in small steps: each ``next`` does one, and the last one returns the index."""
    chosen = range(len(dossier.milestones)) if rows is None else sorted(rows)
    by_text: dict[str | None, list[int]] = {}
    dates = dossier.milestones.edtf
    for at in range(0, len(chosen), CHUNK):
        for row in chosen[at : at + CHUNK]:
            by_text.setdefault(dates[row], []).append(row)
        yield
    undated = _place_undated(dossier, by_text)
    by_days: dict[Days, list[int]] = {}
    for number, (text, dated) in enumerate(by_text.items()):
        days = days_of(text)
        # Two ways to write the same days are rare; only then do rows need sorting.
        by_days[days] = sorted(by_days[days] + dated) if days in by_days else dated
        if number % CHUNK == CHUNK - 1:
            yield
    spans = sorted(by_days, key=lambda days: (days.start, -days.end))
    ordered, offsets = array("q"), array("q", [0])
    for days in spans:
        ordered.extend(by_days[days])
        offsets.append(len(ordered))
    yield
    return DayIndex(spans, ordered, offsets, undated)


def _place_undated(dossier: Dossier, by_text: dict[str | None, list[int]]) -> int:
    """Move milestones without a date to that of the milestone they are placed under; return how many remain."""
    rows = by_text.pop(None, [])
    placed = 0
    placeable = [row for row in rows if row in dossier.milestones.inferred]
    if placeable:
        anchors = selection.placed_after(dossier)
        for row in placeable:
            text = _anchor_date(dossier, anchors, row)
            placed += text is not None
            if text is not None:
                insort(by_text.setdefault(text, []), row)
    return len(rows) - placed


def _anchor_date(dossier: Dossier, anchors: Sequence[int | None], row: int) -> str | None:
    seen: set[int] = set()
    at: int | None = row
    while at is not None and at not in seen:
        if dossier.milestones.edtf[at] is not None:
            return dossier.milestones.edtf[at]
        seen.add(at)
        at = anchors[at]
    return None


def days_of(edtf: str | None) -> Days:
    """Return the days an EDTF date may mean, with ``OPEN_START`` and ``OPEN_END`` for ends it does not give."""
    first, last = (None, None) if edtf is None else bounds(edtf)
    return Days(OPEN_START if first is None else first, OPEN_END if last is None else last + 1)
