"""What there is to review in a dossier: what a program computed, every part of the page, or what a reader corrected."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple, overload

from natopk_desktop.dossier.spans import Span, hull

if TYPE_CHECKING:
    from natopk_desktop.dossier.dossier import Dossier


ACCEPTED: Final = "computed"
"""The field that a correction names where a reader accepts what was computed."""


class Which(Enum):
    """What is listed: what was computed, the least sure first; all parts in the page's order; the corrections."""

    COMPUTED = "computed"
    ALL = "all"
    CORRECTED = "corrected"


class Finding(NamedTuple):
    """One thing to review.

    Attributes:
        id: id of the milestone, block, figure or note.
        milestone: row of the milestone that it is or is part of, None for none.
        block: row of its block, None for a thing without one.
        span: where it stands.
        confidence: how sure the program is, 0 to 1; None where nothing was computed of it.
        reason: why the program thinks so, empty for no reason.
        what: "figure", "note" or "period" for one of these, else empty.
    """

    id: str
    milestone: int | None
    block: int | None
    span: Span
    confidence: float | None = None
    reason: str = ""
    what: str = ""


class Findings(Sequence[Finding]):
    """Findings in the order in which they are listed."""

    def __init__(self, found: Sequence[Finding]) -> None:
        """List ``found``."""
        self._found = found

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._found)

    @overload
    def __getitem__(self, row: int) -> Finding: ...
    @overload
    def __getitem__(self, row: slice) -> list[Finding]: ...
    def __getitem__(self, row: int | slice) -> Finding | list[Finding]:
        """Return the finding in a row."""
        return list(self._found[row]) if isinstance(row, slice) else self._found[row]

    def row_of(self, name: str) -> int | None:
        """Return the row of the thing of this id, None where it is not listed."""
        return next((row for row, finding in enumerate(self._found) if finding.id == name), None)

    def row_of_block(self, block: int) -> int | None:
        """Return the row of the first thing that stands in the block of this row, None where there is none."""
        return next((row for row, finding in enumerate(self._found) if finding.block == block), None)


class AllParts(Findings):
    """Every part of a page, each made when it is asked for; a page can have hundreds of thousands."""

    def __init__(self, dossier: Dossier) -> None:
        """List the blocks of ``dossier``, spacing aside."""
        super().__init__(())
        self._dossier = dossier
        self._blocks = array("q", [row for row, kind in enumerate(dossier.blocks.kinds) if kind != "spacing"])
        self._computed = {computed.id: computed for computed in dossier.head.computed}

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._blocks)

    @overload
    def __getitem__(self, row: int) -> Finding: ...
    @overload
    def __getitem__(self, row: slice) -> list[Finding]: ...
    def __getitem__(self, row: int | slice) -> Finding | list[Finding]:
        """Return the part in a row."""
        if isinstance(row, slice):
            return [self[at] for at in range(*row.indices(len(self)))]
        dossier, block = self._dossier, self._blocks[row]
        milestone = dossier.bearings.milestone_of_block(block)
        name = dossier.blocks.ids[block] if milestone is None else dossier.milestones.ids[milestone]
        part = Finding(name, milestone, block, dossier.blocks.span(block))
        computed = self._computed.get(name)
        return part if computed is None else part._replace(confidence=computed.confidence, reason=computed.reason)

    def row_of(self, name: str) -> int | None:
        """Return the row of the thing of this id, None where it is not listed."""
        milestone = self._dossier.milestones.row_of(name)
        if milestone is not None:
            blocks = self._dossier.milestones.blocks[milestone]
            return self.row_of_block(blocks[0]) if blocks else None
        block = self._dossier.blocks.row_of(name)
        return None if block is None else self.row_of_block(block)

    def row_of_block(self, block: int) -> int | None:
        """Return the row of the block of this row, None for spacing."""
        row = bisect_left(self._blocks, block)
        return row if row < len(self._blocks) and self._blocks[row] == block else None


def listed(dossier: Dossier, which: Which) -> Findings:
    """Return what there is to review."""
    if which is Which.ALL:
        return AllParts(dossier)
    if which is Which.COMPUTED:
        return Findings(_computed(dossier))
    places = _Places(dossier)
    ids = dict.fromkeys(correction.id for correction in dossier.head.corrections)
    return Findings([found for name in ids if (found := places.find(name)) is not None])


def count_computed(dossier: Dossier) -> int:
    """Return how many findings ``Which.COMPUTED`` lists, without making them."""
    places = _Places(dossier)
    return sum(places.has(computed.id) for computed in dossier.head.computed)


def corrected(dossier: Dossier) -> set[str]:
    """Return the ids of what the reader has made another."""
    return {correction.id for correction in dossier.head.corrections if correction.field != ACCEPTED}


def confirmed(dossier: Dossier) -> set[str]:
    """Return the ids of what the reader has accepted as it is, and corrected nowhere."""
    said = {correction.id for correction in dossier.head.corrections if correction.field == ACCEPTED}
    return said - corrected(dossier)


def _computed(dossier: Dossier) -> list[Finding]:
    places = _Places(dossier)
    found = []
    for computed in dossier.head.computed:
        place = places.find(computed.id)
        if place is not None:
            found.append(place._replace(confidence=computed.confidence, reason=computed.reason))
    found.sort(key=lambda finding: (finding.confidence or 0.0, finding.span))
    return found


class _Places:
    """Finds where things stand by their ids."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier

    @cached_property
    def _others(self) -> dict[str, tuple[str, Span]]:
        """What is neither milestone nor block, by id: its kind, and where it stands."""
        head = self._dossier.head
        others = {note.id: ("note", note.spans[0]) for note in head.notes if note.spans}
        others |= {figure.id: ("figure", figure.span) for figure in head.figures}
        others |= {period.id: ("period", period.start[0].span) for period in head.periods if period.start}
        return others

    def has(self, name: str) -> bool:
        """Tell whether there is a thing of this id, without looking where it stands."""
        dossier = self._dossier
        is_row = dossier.milestones.row_of(name) is not None or dossier.blocks.row_of(name) is not None
        return is_row or name in self._others

    def find(self, name: str) -> Finding | None:
        """Return the thing of this id, None for one that stands nowhere in the source."""
        dossier = self._dossier
        row = dossier.milestones.row_of(name)
        if row is not None:
            rows = dossier.milestones.blocks[row]
            spans = [dossier.blocks.span(block) for block in rows] or list(dossier.milestones.text.spans(row))
            return Finding(name, row, rows[0] if rows else None, hull(spans)) if spans else None
        block = dossier.blocks.row_of(name)
        if block is not None:
            return Finding(name, dossier.bearings.milestone_of_block(block), block, dossier.blocks.span(block))
        other = self._others.get(name)
        return None if other is None else Finding(name, None, None, other[1], what=other[0])
