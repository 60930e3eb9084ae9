"""Where the source's characters stand in a text view's document, as recorded while it was filled."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right

from natopk_desktop.dossier.spans import Span


class Runs:
    """Pairs of ranges: so many positions of a document hold so many code points of the source.

    Within one run every character takes the same number of positions (one; two for those outside the basic plane, which
    Qt keeps as two units; half a position for each of CR and LF where both make one line end). What lies between runs
    is not the source's. Runs are in ascending order of both document and source.
    """

    __slots__ = ("_ends", "_offsets", "_positions", "_stops")

    def __init__(self) -> None:
        """Make an empty record."""
        self._positions = array("q")
        self._ends = array("q")
        self._offsets = array("q")
        self._stops = array("q")

    def __len__(self) -> int:
        """Return the number of runs."""
        return len(self._positions)

    def add(self, position: int, end: int, span: Span) -> None:
        """Record that the positions from ``position`` to ``end`` hold the source's ``span``; runs come in order."""
        if end > position and span.end > span.start:
            self._positions.append(position)
            self._ends.append(end)
            self._offsets.append(span.start)
            self._stops.append(span.end)

    def prepend(self, other: Runs, shift: int) -> None:
        """Put the runs of ``other``, whose text now stands before this one's, first; these move on by ``shift``."""
        self._positions = other._positions + array("q", [value + shift for value in self._positions])
        self._ends = other._ends + array("q", [value + shift for value in self._ends])
        self._offsets = other._offsets + self._offsets
        self._stops = other._stops + self._stops

    def extend(self, other: Runs) -> None:
        """Put the runs of ``other``, whose text stands after this one's, last."""
        self._positions.extend(other._positions)
        self._ends.extend(other._ends)
        self._offsets.extend(other._offsets)
        self._stops.extend(other._stops)

    def spans(self, start: int, end: int) -> list[Span]:
        """Return the source's spans that the document holds from position ``start`` to ``end``, neighbours joined.

        A character or line end of which only a part lies inside counts as inside.
        """
        found: list[Span] = []
        for run in range(bisect_right(self._ends, start), len(self._positions)):
            if self._positions[run] >= end:
                break
            span = Span(
                self._offset(run, max(start, self._positions[run]), up=False),
                self._offset(run, min(end, self._ends[run]), up=True),
            )
            if found and found[-1].end == span.start:
                found[-1] = Span(found[-1].start, span.end)
            elif span.end > span.start:
                found.append(span)
        return found

    def ranges(self, span: Span) -> list[tuple[int, int]]:
        """Return the ranges of positions that hold the source's ``span``, neighbours joined."""
        found: list[tuple[int, int]] = []
        for run in range(bisect_right(self._stops, span.start), len(self._offsets)):
            if self._offsets[run] >= span.end:
                break
            start = self._position(run, max(span.start, self._offsets[run]), up=False)
            end = self._position(run, min(span.end, self._stops[run]), up=True)
            if found and found[-1][1] == start:
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
        return found

    def offset_at(self, position: int) -> int | None:
        """Return the code point that stands at ``position``, or the next one after it; None past the last."""
        run = bisect_right(self._ends, position)
        if run == len(self._positions):
            return None
        return self._offset(run, max(position, self._positions[run]), up=False)

    def position_of(self, offset: int) -> int | None:
        """Return where the code point ``offset`` stands, None where it is not in the document."""
        run = bisect_right(self._stops, offset)
        if run == len(self._offsets) or self._offsets[run] > offset:
            return None
        return self._position(run, offset, up=False)

    @property
    def held(self) -> Span:
        """The smallest span that holds all recorded characters; empty where there are none."""
        return Span(self._offsets[0], self._stops[-1]) if self._offsets else Span(0, 0)

    def starts_at(self, offset: int) -> bool:
        """Tell whether a run starts with the code point ``offset``."""
        run = bisect_left(self._offsets, offset)
        return run < len(self._offsets) and self._offsets[run] == offset

    def _offset(self, run: int, position: int, *, up: bool) -> int:
        length = self._ends[run] - self._positions[run]
        letters = self._stops[run] - self._offsets[run]
        return self._offsets[run] + _share(position - self._positions[run], letters, length, up=up)

    def _position(self, run: int, offset: int, *, up: bool) -> int:
        length = self._ends[run] - self._positions[run]
        letters = self._stops[run] - self._offsets[run]
        return self._positions[run] + _share(offset - self._offsets[run], length, letters, up=up)


def _share(part: int, of: int, whole: int, *, up: bool) -> int:
    """Return ``part / whole`` of ``of``, rounded down or up."""
    return -(-part * of // whole) if up else part * of // whole
