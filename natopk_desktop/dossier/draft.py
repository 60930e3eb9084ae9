"""A dossier that is being changed: new columns beside old ones, and the bookkeeping that keeps it sound."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import count
from typing import TYPE_CHECKING

import msgspec

from natopk_desktop.dossier.dossier import Dossier
from natopk_desktop.dossier.model import Correction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from natopk_desktop.dossier.dossier import Extras
    from natopk_desktop.dossier.model import BlockKind, Computed, Milestone


class Draft:
    """A dossier under change; ``dossier`` gives the new one, and the old one is as it was.

    Attributes:
        blocks, milestones: the tables as they are now.
    """

    def __init__(self, dossier: Dossier) -> None:
        """Begin with ``dossier``."""
        self._dossier = dossier
        self._head = dossier.head
        self._extras = dossier.extras
        self.blocks = dossier.blocks
        self.milestones = dossier.milestones
        self._bears_alike = True

    def dossier(self) -> Dossier:
        """Return what has become of it."""
        return Dossier.of_columns(
            self._head,
            text=self._dossier.text,
            blocks=self.blocks,
            milestones=self.milestones,
            extras=self._extras,
            # What bears on what is found by a walk over everything, so not where it is known to be as it was.
            bearings=self._dossier.bearings.numbers() if self._bears_alike else None,
        )

    # Looking up

    def block_row(self, block: str) -> int:
        """Return the row of a block.

        Raises:
            LookupError: there is none of this id.
        """
        return _found(self.blocks.row_of(block), block)

    def milestone_row(self, milestone: str) -> int:
        """Return the row of a milestone.

        Raises:
            LookupError: there is none of this id.
        """
        return _found(self.milestones.row_of(milestone), milestone)

    def owner(self, block: int) -> int | None:
        """Return the row of the milestone that a block belongs to, None where it belongs to none."""
        values, starts = self.milestones.blocks.values, self.milestones.blocks.starts
        try:
            at = values.index(block)
        except ValueError:
            return None
        return bisect_right(starts, at) - 1

    def place_for(self, block: int) -> int:
        """Return the row at which a milestone of this block stands in the source's order."""
        rows = self.milestones.blocks
        return bisect_left(range(len(rows)), block, key=lambda row: min(rows[row], default=-1))

    def new_id(self) -> str:
        """Return an id that nothing has."""
        head = self._head
        named = {value.id for values in (head.periods, head.figures, head.notes) for value in values}
        ids = self.milestones.ids, self.blocks.ids, named
        wanted = (f"reader-{number}" for number in count(1))
        return next(name for name in wanted if not any(name in known for known in ids))

    def kind_words(self, row: int) -> str:
        """Return the kind of a block as a correction tells it: ``heading 2``."""
        kind, level = self.blocks.kinds[row], self.blocks.levels[row]
        return f"{kind} {level}" if level else kind

    # Changing

    def set_kind(self, row: int, kind: BlockKind, level: int | None) -> None:
        """Give a block another kind; related passages under a heading that is none any more go to the one before."""
        if self.blocks.levels[row] and level is None:
            before = next((at for at in range(row - 1, -1, -1) if self.blocks.levels[at]), None)
            self.milestones = self.milestones.under_another_heading(row, before)
        self.blocks = self.blocks.changed(row, kind, level)

    def put_milestone(self, row: int, removed: int, milestones: Sequence[Milestone]) -> None:
        """Put ``milestones`` in the place of the ``removed`` ones from ``row`` on."""
        blocks = [tuple(self.blocks.ids[at] for at in self.milestones.blocks[row + step]) for step in range(removed)]
        self._bears_alike = self._bears_alike and blocks == [milestone.blocks for milestone in milestones]
        self.milestones = self.milestones.spliced(row, removed, milestones, self.blocks)
        if shift := len(milestones) - removed:
            self._extras = _shifted(self._extras, "milestones", row, removed, shift)

    def remove_milestone(self, row: int) -> None:
        """Take a milestone out, and every word about it; its figures stay in the page."""
        name = self.milestones.ids[row]
        self.put_milestone(row, 1, ())
        head = self._head
        figures = [
            msgspec.structs.replace(figure, milestone=None) if figure.milestone == name else figure
            for figure in head.figures
        ]
        periods = [
            msgspec.structs.replace(period, milestones=tuple(known for known in period.milestones if known != name))
            if name in period.milestones
            else period
            for period in head.periods
        ]
        self._head = msgspec.structs.replace(head, figures=figures, periods=periods)
        self._drop("computed", name)
        self._drop("corrections", name)

    def correct(self, name: str, field: str, was: str | None, now: str | None) -> None:
        """Keep a change of the object of this id as the reader's; what was computed of it goes."""
        self._drop("computed", name)
        corrections, first = list(self._head.corrections), was
        for at, known in enumerate(corrections):
            if known.id == name and known.field == field:
                first = known.was
                corrections[at] = Correction(name, field, first, now)
                break
        else:
            corrections.append(Correction(name, field, first, now))
        self._head = msgspec.structs.replace(self._head, corrections=corrections)

    def _drop(self, field: str, name: str) -> None:
        values: list[Computed | Correction] = list(getattr(self._head, field))
        for at in range(len(values) - 1, -1, -1):
            if values[at].id == name:
                del values[at]
                self._extras = _shifted(self._extras, field, at, 1, -1)
        self._head = msgspec.structs.replace(self._head, **{field: values})


def _found(row: int | None, name: str) -> int:
    if row is None:
        raise LookupError(name)
    return row


def _shifted(extras: Extras, field: str, row: int, removed: int, shift: int) -> Extras:
    """Return ``extras`` with the rows of a list moved; what hung on a removed one goes with it."""
    made: Extras = {}
    for path, fields in extras.items():
        at = path[1] if len(path) > 1 and path[0] == field else None
        if not isinstance(at, int) or at < row:
            made[path] = fields
        elif at >= row + removed:
            made[(field, at + shift, *path[2:])] = fields
    return made
