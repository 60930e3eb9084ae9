"""Columns of numbers that hold many small values, and the views made of a row when asked for."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, islice
from typing import Final, Self, overload

from natopk_desktop.dossier.model import Block, Inferred, Milestone, PrintedDate, Related
from natopk_desktop.dossier.spans import Span

ROWS: Final = 10_000
"""Milestones taken in at once."""


class Ragged:
    """Rows of differing numbers of integers, in two flat arrays.

    Row ``r`` is ``values[starts[r]:starts[r + 1]]``; ``starts`` has one entry more than there are rows.
    """

    __slots__ = ("starts", "values")

    def __init__(self) -> None:
        """Make a column without rows."""
        self.starts = array("q", [0])
        self.values = array("q")

    def append(self, row: Iterable[int]) -> None:
        """Add one row at the end."""
        self.values.extend(row)
        self.starts.append(len(self.values))

    def extend(self, rows: Sequence[Sequence[int]]) -> None:
        """Add rows at the end, many at once for less work."""
        ends = accumulate(map(len, rows), initial=len(self.values))
        next(ends)
        self.starts.extend(ends)
        self.values.extend(chain.from_iterable(rows))

    def spliced(self, row: int, removed: int, other: Ragged) -> Self:
        """Return this column with the rows of ``other`` in the place of the ``removed`` rows from ``row`` on."""
        first, last = self.starts[row], self.starts[row + removed]
        shift = len(other.values) - (last - first)
        tail = self.starts[row + removed + 1 :]
        made = type(self)()
        made.values = self.values[:first] + other.values + self.values[last:]
        made.starts = self.starts[: row + 1] + array("q", [first + end for end in other.starts[1:]])
        made.starts += array("q", [start + shift for start in tail]) if shift else tail
        return made

    def __getitem__(self, row: int) -> array[int]:
        """Return the integers of a row (0-based, not negative)."""
        return self.values[self.starts[row] : self.starts[row + 1]]

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.starts) - 1


class Spans(Ragged):
    """Rows of spans; each span takes two integers."""

    __slots__ = ()

    def spans(self, row: int) -> tuple[Span, ...]:
        """Return the spans of a row."""
        flat = self[row]
        return tuple(Span(flat[at], flat[at + 1]) for at in range(0, len(flat), 2))


class BlockTable(Sequence[Block]):
    """The blocks of a source in order, as columns.

    Attributes:
        ids: the id of each block.
        kinds: the kind of each block.
        levels: the level of each block, 0 where it has none.
        starts: where each block starts, in code points.
        ends: where each block ends, exclusive.
    """

    __slots__ = ("_rows", "ends", "ids", "kinds", "levels", "starts")

    def __init__(self, blocks: Iterable[Block]) -> None:
        """Take over the values of ``blocks``."""
        taken = list(blocks)
        self.ids: list[str] = [block.id for block in taken]
        self.kinds: list[str] = [block.kind for block in taken]
        self.levels = array("q", [block.level or 0 for block in taken])
        self.starts = array("q", [block.span.start for block in taken])
        self.ends = array("q", [block.span.end for block in taken])
        self._rows: dict[str, int] | None = None

    def __len__(self) -> int:
        """Return the number of blocks, spacing included."""
        return len(self.ids)

    def lists(self) -> dict[str, list[str]]:
        """Return the columns of words, each by a name; the very lists."""
        return {"block ids": self.ids, "kinds": self.kinds}

    def numbers(self) -> dict[str, array[int]]:
        """Return the columns of numbers, each by a name; the very arrays."""
        return {"levels": self.levels, "starts": self.starts, "ends": self.ends}

    @overload
    def __getitem__(self, row: int) -> Block: ...
    @overload
    def __getitem__(self, row: slice) -> list[Block]: ...
    def __getitem__(self, row: int | slice) -> Block | list[Block]:
        """Return a view of a block, made anew at each call."""
        if isinstance(row, slice):
            return [self[at] for at in range(*row.indices(len(self)))]
        return Block(
            self.ids[row],
            self.kinds[row],  # type: ignore[arg-type]  # only validated kinds are taken in
            self.levels[row] or None,
            self.span(row),
        )

    def changed(self, row: int, kind: str, level: int | None) -> BlockTable:
        """Return these blocks with another kind and level in ``row``."""
        made = BlockTable(())
        made.ids, made.starts, made.ends, made._rows = self.ids, self.starts, self.ends, self._rows
        made.kinds, made.levels = self.kinds[:], self.levels[:]
        made.kinds[row], made.levels[row] = kind, level or 0
        return made

    def span(self, row: int) -> Span:
        """Return the span of a block."""
        return Span(self.starts[row], self.ends[row])

    def row_of(self, block_id: str) -> int | None:
        """Return the row of the block of this id, None where there is none."""
        if not self._rows:  # an index made before the rows came would know none of them
            if (row := _counted(self.ids, block_id)) is not None:
                return row
            self.index_ids()
        return self._rows.get(block_id) if self._rows else None

    def index_ids(self) -> None:
        """Prepare for many ids to be looked up."""
        self._rows = {known: row for row, known in enumerate(self.ids)}

    def row_at(self, offset: int) -> int:
        """Return the row of the block that holds the code point ``offset`` (the last one for the text's end)."""
        from bisect import bisect_right

        return max(0, bisect_right(self.starts, offset) - 1)


class MilestoneTable(Sequence[Milestone]):
    """The milestones of a dossier in the source's order, as columns.

    Attributes:
        ids: the id of each milestone.
        edtf: the EDTF date of each, None where it has none.
        printed: the spans that print its date.
        text: the spans of its text.
        blocks: the rows of its blocks in the block table.
        topics: the rows of its topics in ``Dossier.topics``.
        inferred: row to inference, for the few dates that are ours.
    """

    __slots__ = (
        "_block_ids",
        "_reason_rows",
        "_reasons",
        "_related",
        "_rows",
        "_topic_ids",
        "blocks",
        "edtf",
        "ids",
        "inferred",
        "printed",
        "text",
        "topics",
    )

    def __init__(self, milestones: Iterable[Milestone], blocks: BlockTable, topic_ids: Sequence[str]) -> None:
        """Take over the values of ``milestones``, whose block and topic ids must all be known."""
        self._block_ids = blocks.ids
        self._topic_ids = topic_ids
        self._reasons: list[str] = []
        self._reason_rows: dict[str, int] = {}
        self._related = Ragged()
        self._rows: dict[str, int] | None = None
        self.ids: list[str] = []
        self.edtf: list[str | None] = []
        self.printed = Spans()
        self.text = Spans()
        self.blocks = Ragged()
        self.topics = Ragged()
        self.inferred: dict[int, Inferred] = {}
        topic_rows = {topic: row for row, topic in enumerate(topic_ids)}
        blocks.index_ids()
        rest = iter(milestones)
        while some := list(islice(rest, ROWS)):
            self._take(some, blocks, topic_rows)

    def _take(self, some: list[Milestone], blocks: BlockTable, topic_rows: dict[str, int]) -> None:
        """Add rows, column by column."""
        first = len(self.ids)
        dates = [one.date for one in some]
        self.ids += [one.id for one in some]
        self.edtf += [date.edtf for date in dates]
        self.inferred.update({first + at: date.inferred for at, date in enumerate(dates) if date.inferred is not None})
        self.printed.extend([list(chain.from_iterable(date.printed)) for date in dates])
        self.text.extend([list(chain.from_iterable(one.text)) for one in some])
        row_of = blocks.row_of
        self.blocks.extend([[_known(row_of(block)) for block in one.blocks] for one in some])
        self.topics.extend([[topic_rows[topic] for topic in one.topics] for one in some])
        self._related.extend([self._related_numbers(one.related, blocks) if one.related else [] for one in some])

    def _related_numbers(self, related: Iterable[Related], blocks: BlockTable) -> list[int]:
        return [
            number
            for one in related
            for number in (*one.span, _known(blocks.row_of(one.section)), self._reason_row(one.reason))
        ]

    def _reason_row(self, reason: str) -> int:
        row = self._reason_rows.setdefault(reason, len(self._reasons))
        if row == len(self._reasons):
            self._reasons.append(reason)
        return row

    def __len__(self) -> int:
        """Return the number of milestones."""
        return len(self.ids)

    def lists(self) -> dict[str, list[str] | list[str | None]]:
        """Return the columns of words, each by a name; the very lists."""
        return {"milestone ids": self.ids, "edtf": self.edtf, "reasons": self._reasons}

    def numbers(self) -> dict[str, array[int]]:
        """Return the columns of numbers, each by a name; the very arrays."""
        ragged = {
            "printed": self.printed,
            "spans": self.text,
            "blocks": self.blocks,
            "topics": self.topics,
            "related": self._related,
        }
        return {f"{name} {part}": getattr(column, part) for name, column in ragged.items() for part in Ragged.__slots__}

    def spliced(self, row: int, removed: int, milestones: Sequence[Milestone], blocks: BlockTable) -> MilestoneTable:
        """Return this table with ``milestones`` (of ``blocks``) in the place of ``removed`` ones from ``row`` on."""
        fresh = MilestoneTable((), BlockTable(()), ())
        fresh.join(blocks, self._topic_ids)
        fresh._reasons = self._reasons[:]
        fresh._reason_rows = {reason: at for at, reason in enumerate(fresh._reasons)}
        topic_rows = {topic: at for at, topic in enumerate(self._topic_ids)}
        fresh._take(list(milestones), blocks, topic_rows)
        end, shift = row + removed, len(milestones) - removed
        kept = {at if at < row else at + shift: why for at, why in self.inferred.items() if not row <= at < end}
        fresh.inferred = kept | {row + at: why for at, why in fresh.inferred.items()}
        fresh.ids = self.ids[:row] + fresh.ids + self.ids[end:]
        fresh.edtf = self.edtf[:row] + fresh.edtf + self.edtf[end:]
        for name in ("printed", "text", "blocks", "topics", "_related"):
            setattr(fresh, name, getattr(self, name).spliced(row, removed, getattr(fresh, name)))
        return fresh

    def under_another_heading(self, old: int, new: int | None) -> MilestoneTable:
        """Return this table with the related passages under the heading in block row ``old`` put under ``new``.

        Without ``new`` these passages are left out, since a passage is told by its heading.
        """
        made = MilestoneTable((), BlockTable(()), ())
        for name in self.__slots__:
            if name != "_related":
                setattr(made, name, getattr(self, name))
        for row in range(len(self)):
            flat = self._related[row]
            for at in range(len(flat) - 4, -1, -4):
                if flat[at + 2] == old and new is None:
                    del flat[at : at + 4]
                elif flat[at + 2] == old and new is not None:
                    flat[at + 2] = new
            made._related.append(flat)
        return made

    def join(self, blocks: BlockTable, topic_ids: Sequence[str]) -> None:
        """Take over the ids that the rows of filled-in columns stand for."""
        self._block_ids = blocks.ids
        self._topic_ids = topic_ids

    @overload
    def __getitem__(self, row: int) -> Milestone: ...
    @overload
    def __getitem__(self, row: slice) -> list[Milestone]: ...
    def __getitem__(self, row: int | slice) -> Milestone | list[Milestone]:
        """Return a view of a milestone, made anew at each call."""
        if isinstance(row, slice):
            return [self[at] for at in range(*row.indices(len(self)))]
        if row < 0:
            row += len(self)
        return Milestone(
            self.ids[row],
            tuple(self._block_ids[block] for block in self.blocks[row]),
            PrintedDate(self.edtf[row], self.printed.spans(row), self.inferred.get(row)),
            self.text.spans(row),
            tuple(self._topic_ids[topic] for topic in self.topics[row]),
            self.related(row),
        )

    def related(self, row: int) -> tuple[Related, ...]:
        """Return the related passages of a milestone, the nearest first."""
        flat = self._related[row]
        return tuple(
            Related(Span(flat[at], flat[at + 1]), self._block_ids[flat[at + 2]], self._reasons[flat[at + 3]])
            for at in range(0, len(flat), 4)
        )

    def has_related(self, row: int) -> bool:
        """Tell whether a milestone has any related passage."""
        return self._related.starts[row] != self._related.starts[row + 1]

    def row_of(self, milestone_id: str) -> int | None:
        """Return the row of the milestone of this id, None where there is none."""
        if self._rows is None:
            if (row := _counted(self.ids, milestone_id)) is not None:
                return row
            self._rows = {known: row for row, known in enumerate(self.ids)}
        return self._rows.get(milestone_id)


def _counted(ids: Sequence[str], wanted: str) -> int | None:
    """Return the row of an id that counts the rows, as “m12” in row 11 or 12 does; None where this one does not.

    Of a million ids an index of all takes most of a second, and most dossiers count.
    """
    number = wanted[len(wanted.rstrip("0123456789")) :]
    if not 0 < len(number) < 10:
        return None
    return next((row for row in (int(number) - 1, int(number)) if 0 <= row < len(ids) and ids[row] == wanted), None)


def _known(row: int | None) -> int:
    if row is None:
        message = "a milestone names a block that the dossier does not have"
        raise ValueError(message)
    return row
