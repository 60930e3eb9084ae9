"""How much of a dossier a summary of one page takes in, and in which order the rest goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from natopk_desktop.dossier.dossier import Dossier

NOTE_ORDER: Final = ("inferred-date", "slip", "discrepancy", "unconfirmed", "gap", "witness")
"""Kinds of notes, those that a reader of a summary needs most first."""

FEW_FIGURES: Final = 6
"""Figures that stay as long as anything does."""

FEW_MILESTONES: Final = 4
"""Milestones that stay until only six figures and no caption are left."""


class Room(msgspec.Struct, frozen=True):
    """How many of each a summary takes in.

    Attributes:
        notes: notes, the most needed first.
        milestones: milestones, the best connected first.
        figures: figures, in source order.
        caption: whether the caption of the page is told.
    """

    notes: int
    milestones: int
    figures: int
    caption: bool

    @property
    def level(self) -> tuple[int, int, int, int]:
        """Sorts rooms of one dossier from the least to the most."""
        return (self.milestones, self.figures, int(self.caption), self.notes)


def steps(full: Room) -> list[Room]:
    """Return the rooms from ``full`` down, each with one thing less.

    Notes go first, then milestones down to a few, then figures beyond six, the caption, and where even that does not
    fit, the last milestones and figures.
    """
    rooms = [full]
    few = min(FEW_MILESTONES, full.milestones)
    for notes in range(full.notes - 1, -1, -1):
        rooms.append(msgspec.structs.replace(rooms[-1], notes=notes))
    for milestones in range(full.milestones - 1, few - 1, -1):
        rooms.append(msgspec.structs.replace(rooms[-1], milestones=milestones))
    for figures in range(full.figures - 1, FEW_FIGURES - 1, -1):
        rooms.append(msgspec.structs.replace(rooms[-1], figures=figures))
    if full.caption:
        rooms.append(msgspec.structs.replace(rooms[-1], caption=False))
    for milestones in range(few - 1, -1, -1):
        rooms.append(msgspec.structs.replace(rooms[-1], milestones=milestones))
    for figures in range(rooms[-1].figures - 1, -1, -1):
        rooms.append(msgspec.structs.replace(rooms[-1], figures=figures))
    return rooms


def connections(dossier: Dossier, row: int) -> int:
    """Return to how many figures, notes and passages a milestone is connected."""
    figures = len(dossier.bearings.figures_of(dossier.milestones.ids[row]))
    notes = len(dossier.bearings.notes_on_milestone(row))
    return figures + notes + len(dossier.milestones.related(row))


def ranked(dossier: Dossier, rows: Sequence[int]) -> list[int]:
    """Return the places in ``rows``, that of the best connected milestone first; of equals the earlier one."""
    return sorted(range(len(rows)), key=lambda at: (-connections(dossier, rows[at]), at))


def most_needed(dossier: Dossier, notes: Sequence[int], count: int) -> list[int]:
    """Return the ``count`` most needed of the notes in these rows: by kind, and within a kind as they come."""
    if count >= len(notes):
        return list(notes)
    rank = {kind: at for at, kind in enumerate(NOTE_ORDER)}
    ranked = sorted(range(len(notes)), key=lambda at: (rank[dossier.head.notes[notes[at]].kind], at))
    return [notes[at] for at in sorted(ranked[:count])]
