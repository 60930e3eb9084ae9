"""Half-open ranges of Unicode code points in a source."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Span(NamedTuple):
    """A half-open range ``[start, end)`` in code points of the source's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the slice of ``text`` that this span names, letter for letter."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether both spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Tell whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


def hull(spans: Iterable[Span]) -> Span:
    """Return the smallest span that holds all of ``spans``.

    Raises:
        ValueError: ``spans`` is empty.
    """
    kept = tuple(spans)
    return Span(min(span.start for span in kept), max(span.end for span in kept))


def line_of(text: str, offset: int) -> int:
    """Return the 1-based number of the line of ``text`` in which ``offset`` lies (lines end at LF)."""
    return text.count("\n", 0, offset) + 1
