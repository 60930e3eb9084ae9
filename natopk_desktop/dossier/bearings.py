"""Which figures and notes bear on which milestone and block."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from natopk_desktop.dossier.columns import BlockTable, MilestoneTable
    from natopk_desktop.dossier.model import Figure, Note
    from natopk_desktop.dossier.spans import Span


class Bearings:
    """Look-ups from a milestone or a block to what is said about it.

    A note bears on every block that one of its spans touches, and on the milestones of these blocks. A figure bears
    on the milestone it names.
    """

    __slots__ = (
        "_blocks",
        "_figures",
        "_milestone_of_block",
        "_notes",
        "_notes_by_block",
        "_notes_by_milestone",
    )

    def __init__(
        self,
        blocks: BlockTable,
        milestones: MilestoneTable,
        figures: Sequence[Figure],
        notes: Sequence[Note],
    ) -> None:
        """Go once through the milestones, the figures and the notes."""
        self._blocks = blocks
        self._notes = notes
        self._milestone_of_block = {block: row for row in range(len(milestones)) for block in milestones.blocks[row]}
        self._figures: dict[str, list[Figure]] = {}
        for figure in figures:
            if figure.milestone is not None:
                self._figures.setdefault(figure.milestone, []).append(figure)
        self._notes_by_block: dict[int, list[int]] = {}
        self._notes_by_milestone: dict[int, list[int]] = {}
        for number, note in enumerate(notes):
            self._place(number, note.spans)

    def _place(self, number: int, spans: Iterable[Span]) -> None:
        rows = sorted({row for span in spans for row in self.blocks_touched(span)})
        milestones = {self._milestone_of_block[row] for row in rows if row in self._milestone_of_block}
        for row in rows:
            self._notes_by_block.setdefault(row, []).append(number)
        for row in sorted(milestones):
            self._notes_by_milestone.setdefault(row, []).append(number)

    def blocks_touched(self, span: Span) -> range:
        """Return the rows of the blocks that share a code point with ``span``."""
        first = max(0, bisect_right(self._blocks.starts, span.start) - 1)
        return range(first, max(first, bisect_left(self._blocks.starts, span.end)))

    def milestone_of_block(self, row: int) -> int | None:
        """Return the row of the milestone that a block belongs to, None where it belongs to none."""
        return self._milestone_of_block.get(row)

    def figures_of(self, milestone_id: str) -> list[Figure]:
        """Return the figures a milestone tells, in source order."""
        return list(self._figures.get(milestone_id, ()))

    def notes_on_milestone(self, row: int) -> list[Note]:
        """Return the notes on a milestone (by row), in their own order."""
        return [self._notes[number] for number in self._notes_by_milestone.get(row, ())]

    def notes_on_block(self, row: int) -> list[Note]:
        """Return the notes on a block (by row), in their own order."""
        return [self._notes[number] for number in self._notes_by_block.get(row, ())]
