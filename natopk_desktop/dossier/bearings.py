"""Which figures and notes bear on which milestone and block."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from natopk_desktop.dossier.columns import BlockTable, MilestoneTable
    from natopk_desktop.dossier.model import Figure, Note
    from natopk_desktop.dossier.spans import Span

NOBODY: Final = -1
PLACES: Final = ("note starts", "note ends", "note numbers")
TOLD: Final = ("figure milestones", "figure numbers")


class Bearings:
    """Look-ups from a milestone or a block to what is said about it.

    A note bears on every block that one of its spans touches, and on the milestones of these blocks. A figure bears
    on the milestone it names. Making it costs a walk over the blocks and a sort of the notes' spans; what a look-up
    costs does not grow with the dossier.
    """

    __slots__ = ("_blocks", "_figures", "_milestones", "_notes", "_owners", "_places", "_told")

    def __init__(
        self,
        blocks: BlockTable,
        milestones: MilestoneTable,
        figures: Sequence[Figure],
        notes: Sequence[Note],
        numbers: dict[str, array[int]] | None = None,
    ) -> None:
        """Go once through the milestones, the figures and the notes; or take over the ``numbers`` of who did."""
        self._blocks = blocks
        self._milestones = milestones
        self._figures = figures
        self._notes = notes
        numbers = numbers or {
            "owners": _owners(len(blocks), milestones),
            **_places(notes),
            **_told(milestones, figures),
        }
        self._owners = numbers["owners"]
        self._places = _Places(*(numbers[name] for name in PLACES))
        self._told = [numbers[name] for name in TOLD]

    def numbers(self) -> dict[str, array[int]]:
        """Return all that was found, each column by a name."""
        places = zip(PLACES, self._places.columns(), strict=True)
        return {"owners": self._owners, **dict(places), **dict(zip(TOLD, self._told, strict=True))}

    def blocks_touched(self, span: Span) -> range:
        """Return the rows of the blocks that share a code point with ``span``."""
        first = max(0, bisect_right(self._blocks.starts, span.start) - 1)
        return range(first, max(first, bisect_left(self._blocks.starts, span.end)))

    def milestone_of_block(self, row: int) -> int | None:
        """Return the row of the milestone that a block belongs to, None where it belongs to none."""
        owner = self._owners[row]
        return None if owner == NOBODY else owner

    def figures_of(self, milestone_id: str) -> list[Figure]:
        """Return the figures a milestone tells, in source order."""
        row = self._milestones.row_of(milestone_id)
        if row is None:
            return []
        owners, rows = self._told
        return [self._figures[rows[at]] for at in range(bisect_left(owners, row), bisect_right(owners, row))]

    def notes_on_milestone(self, row: int) -> list[Note]:
        """Return the notes on a milestone (by row), in their own order."""
        return self._noted(self._milestones.blocks[row])

    def notes_on_block(self, row: int) -> list[Note]:
        """Return the notes on a block (by row), in their own order."""
        return self._noted((row,))

    def _noted(self, blocks: Iterable[int]) -> list[Note]:
        numbers = {number for row in blocks for number in self._places.touching(*self._blocks.span(row))}
        return [self._notes[number] for number in sorted(numbers)]


class _Places:
    """The spans of notes by where they start, with the furthest end up to each: looked up by bisection."""

    __slots__ = ("_ends", "_furthest", "_numbers", "_starts")

    def __init__(self, starts: array[int], ends: array[int], numbers: array[int]) -> None:
        self._starts = starts
        self._ends = ends
        self._numbers = numbers
        self._furthest = array("q", accumulate(ends, max))

    def columns(self) -> tuple[array[int], array[int], array[int]]:
        return self._starts, self._ends, self._numbers

    def touching(self, start: int, end: int) -> Iterable[int]:
        """Yield the number of each span's note that shares a code point with ``[start, end)``, perhaps repeatedly."""
        at = bisect_left(self._starts, end) - 1
        while at >= 0 and self._furthest[at] >= start:
            # An empty span marks a place between characters; it touches the block that it lies in or begins.
            if self._ends[at] > start or self._starts[at] == start:
                yield self._numbers[at]
            at -= 1


def _places(notes: Sequence[Note]) -> dict[str, array[int]]:
    """The columns of `_Places`: of each span of a note its start, its end and the note's number, by start."""
    places = sorted((*span, number) for number, note in enumerate(notes) for span in note.spans)
    return {name: array("q", [place[at] for place in places]) for at, name in enumerate(PLACES)}


def _told(milestones: MilestoneTable, figures: Sequence[Figure]) -> dict[str, array[int]]:
    """Rows of milestones that tell figures, in order, and of each the row of a figure."""
    told = sorted(
        (row, number)
        for number, figure in enumerate(figures)
        if figure.milestone is not None and (row := milestones.row_of(figure.milestone)) is not None
    )
    return {name: array("q", [pair[at] for pair in told]) for at, name in enumerate(TOLD)}


def _owners(count: int, milestones: MilestoneTable) -> array[int]:
    """For each of ``count`` blocks the row of its milestone, or ``NOBODY``."""
    owners = array("q", [NOBODY]) * count
    starts, values = milestones.blocks.starts, milestones.blocks.values
    if starts == array("q", range(len(milestones) + 1)):  # one block each, as nearly always: no inner walk
        for row, block in enumerate(values):
            owners[block] = row
        return owners
    for row in range(len(milestones)):
        for at in range(starts[row], starts[row + 1]):
            owners[values[at]] = row
    return owners
