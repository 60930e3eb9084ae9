"""The source's words as runs, each note's number right after the words it is about."""

from __future__ import annotations

from bisect import bisect_left
from operator import itemgetter
from typing import TYPE_CHECKING

from natopk_desktop.documents.cutting import kept, plain_reach, remark
from natopk_desktop.documents.parts import Run
from natopk_desktop.dossier.spans import Span

if TYPE_CHECKING:
    from collections.abc import Collection

    from natopk_desktop.documents.cutting import Reach
    from natopk_desktop.dossier.dossier import Dossier


def ours(text: str) -> Run:
    """Return words of ours."""
    return Run(text, "ours")


class Teller:
    """Makes runs for one document, and numbers notes in the order in which their words come up.

    Attributes:
        dossier: whose words are told.
        numbers: row in ``dossier.head.notes`` to number, in the order of the numbers from 1 on.
    """

    def __init__(self, dossier: Dossier, *, notes: Collection[int] | None = None, reach: Reach = plain_reach) -> None:
        """Begin a document.

        Args:
            dossier: whose words are told.
            notes: rows of the notes that may be numbered, None for all.
            reach: how far a share of room reaches in a text.
        """
        self.dossier = dossier
        self.numbers: dict[int, int] = {}
        self._told: dict[int, None] = {}
        self._reach = reach
        rows = range(len(dossier.head.notes)) if notes is None else sorted(notes)
        self._ends = sorted(
            ((span.end, span.start, row) for row in rows for span in dossier.head.notes[row].spans), key=itemgetter(0)
        )
        self._longest = max((end - start for end, start, _ in self._ends), default=0)

    def runs(self, span: Span, share: float | None = None, *, overhang: bool = True) -> tuple[Run, ...]:
        """Return the words at ``span``, cut to ``share`` where it is given, with a remark of ours where cut.

        Args:
            span: which words.
            share: the room they may take, in widths of a usual character.
            overhang: whether a note whose words go on after ``span`` is numbered at its end.
        """
        cut = 0
        if share is not None:
            text = span.of(self.dossier.text)
            size = kept(text, share, self._reach)
            cut = len(text) - size
            span = Span(span.start, span.start + size)
        parted = tuple(self._parted(span, overhang=overhang or cut > 0))
        return (*parted, ours(f" {remark(cut)}")) if cut else parted

    def whole(self, span: Span) -> Run:
        """Return the words at ``span`` as one run, without numbers of notes."""
        return Run(span.of(self.dossier.text), "source", span)

    def within(self, span: Span, share: float | None) -> Run:
        """Return the words at ``span`` that are within ``share``, as one run, without numbers of notes."""
        if share is None:
            return self.whole(span)
        size = kept(span.of(self.dossier.text), share, self._reach)
        return self.whole(Span(span.start, span.start + size))

    def noted(self, span: Span) -> Run:
        """Return the words at ``span`` as one run, with the numbers of all notes that end in it."""
        numbers = [number for run in self._parted(span, overhang=False) for number in run.notes]
        return Run(span.of(self.dossier.text), "source", span, tuple(dict.fromkeys(numbers)))

    def touching(self, span: Span) -> list[int]:
        """Return the rows of the notes that are about any of the words at ``span``, in their own order."""
        return sorted({row for _, _, row in self._touching(span)})

    def _touching(self, span: Span) -> list[tuple[int, int, int]]:
        first = bisect_left(self._ends, span.start + 1, key=itemgetter(0))
        # A note that ends later than the longest one can reach begins after the span.
        after = bisect_left(self._ends, span.end + self._longest, key=itemgetter(0))
        return [place for place in self._ends[first:after] if place[1] < span.end]

    def _parted(self, span: Span, *, overhang: bool) -> list[Run]:
        at_end: dict[int, list[int]] = {}
        for end, _, row in self._touching(span):
            if end <= span.end or overhang:
                at_end.setdefault(min(end, span.end), []).append(row)
        parted: list[Run] = []
        start = span.start
        for end in sorted({*at_end, span.end}):
            if end > start:
                numbers = tuple(sorted({self._number(row) for row in sorted(at_end.get(end, ()))}))
                part = Span(start, end)
                parted.append(Run(part.of(self.dossier.text), "source", part, numbers))
            start = end
        return parted

    def told(self) -> list[int]:
        """Return the rows of the notes numbered since the last call, by number: those of one sheet."""
        rows = sorted(self._told, key=self.numbers.__getitem__)
        self._told.clear()
        return rows

    def _number(self, row: int) -> int:
        self._told[row] = None
        return self.numbers.setdefault(row, len(self.numbers) + 1)
