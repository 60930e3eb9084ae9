"""Telling how far a writer is, now and then and cheaply."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TypeVar

    Progress = Callable[[float], None]
    """Called now and then with the share that is done, 0 to 1."""

    Thing = TypeVar("Thing")

TIMES: Final = 100


def unheard(_share: float) -> None:
    """Tell nobody."""


class Meter:
    """Counts things as they are taken, and tells the share of them a hundred times at the most."""

    def __init__(self, progress: Progress, total: int, first: float = 0.0, last: float = 1.0) -> None:
        """Count ``total`` things, which are the work from the share ``first`` to the share ``last``."""
        self._progress = progress
        self._total = max(1, total)
        self._first, self._last = first, last
        self._every = max(1, total // TIMES)
        self._count = 0
        progress(first)

    def each(self, things: Iterable[Thing]) -> Iterator[Thing]:
        """Yield ``things``; one is done when the next is asked for."""
        for thing in things:
            yield thing
            self._count += 1
            if self._count % self._every == 0:
                self._progress(self._first + (self._last - self._first) * min(1.0, self._count / self._total))
