"""The sections of a source: its title and headings, and the blocks under each."""

from __future__ import annotations

from bisect import bisect_right
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopk_desktop.dossier.columns import BlockTable


class Section(NamedTuple):
    """A heading (or the title) with its blocks.

    Attributes:
        head: row of the heading's or title's block.
        level: its level, 1 for the title.
        first: row of the first block under it.
        end: row after the last block under it, up to the next heading of any level.
    """

    head: int
    level: int
    first: int
    end: int


class Outline:
    """All sections of a source in order; what stands before the first heading belongs to none."""

    __slots__ = ("_heads", "sections")

    def __init__(self, blocks: BlockTable) -> None:
        """Find the title and the headings among ``blocks``."""
        self._heads = sorted(row for kind in ("title", "heading") for row in _rows_of(blocks.kinds, kind))
        ends = [*self._heads[1:], len(blocks)]
        self.sections: list[Section] = [
            Section(head, blocks.levels[head] or 1, head + 1, end) for head, end in zip(self._heads, ends, strict=False)
        ]

    def of_block(self, row: int) -> Section | None:
        """Return the section a block stands in (a heading stands in its own), None before the first."""
        at = bisect_right(self._heads, row)
        return self.sections[at - 1] if at else None


def _rows_of(kinds: list[str], wanted: str) -> Iterator[int]:
    """Yield the rows of a kind; a search from one to the next costs a tenth of a look at each of a million."""
    at = -1
    with suppress(ValueError):
        while True:
            at = kinds.index(wanted, at + 1)
            yield at
