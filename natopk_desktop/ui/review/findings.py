"""What there is to review in a dossier: what a program computed, every part of the page, or what a reader corrected."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from natopk_desktop.dossier.spans import Span, hull

if TYPE_CHECKING:
    from natopk_desktop.dossier.dossier import Dossier


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


def listed(dossier: Dossier, which: Which) -> list[Finding]:
    """Return what there is to review."""
    if which is Which.COMPUTED:
        return _computed(dossier)
    if which is Which.CORRECTED:
        places = _Places(dossier)
        ids = dict.fromkeys(correction.id for correction in dossier.head.corrections)
        return [found for name in ids if (found := places.find(name)) is not None]
    return _all(dossier)


def _computed(dossier: Dossier) -> list[Finding]:
    places = _Places(dossier)
    found = []
    for computed in dossier.head.computed:
        place = places.find(computed.id)
        if place is not None:
            found.append(place._replace(confidence=computed.confidence, reason=computed.reason))
    found.sort(key=lambda finding: (finding.confidence or 0.0, finding.span))
    return found


def _all(dossier: Dossier) -> list[Finding]:
    blocks, bearings = dossier.blocks, dossier.bearings
    known = {computed.id: computed for computed in dossier.head.computed}
    found = []
    for row, (name, kind) in enumerate(zip(blocks.ids, blocks.kinds, strict=True)):
        if kind != "spacing":
            milestone = bearings.milestone_of_block(row)
            own = name if milestone is None else dossier.milestones.ids[milestone]
            computed = known.get(own)
            place = Finding(own, milestone, row, blocks.span(row))
            found.append(
                place if computed is None else place._replace(confidence=computed.confidence, reason=computed.reason)
            )
    return found


class _Places:
    """Finds where things stand by their ids."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        head = dossier.head
        self._others = {note.id: ("note", note.spans[0]) for note in head.notes if note.spans}
        self._others |= {figure.id: ("figure", figure.span) for figure in head.figures}
        self._others |= {period.id: ("period", period.start[0].span) for period in head.periods if period.start}

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
        what, span = self._others.get(name, ("", None))
        return None if span is None else Finding(name, None, None, span, what=what)
