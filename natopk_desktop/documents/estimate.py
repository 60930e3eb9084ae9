"""How high a summary comes, without setting it: lines counted by characters. Good to about a tenth."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

from natopk_desktop.documents import room

if TYPE_CHECKING:
    from natopk_desktop.documents.room import Room
    from natopk_desktop.documents.summary import Summary
    from natopk_desktop.dossier.spans import Span

PAGE: Final = 740.0
"""Points between the running lines of a page of A4, to be on the safe side."""

HEAD: Final = 190.0
"""Points that title, rules, headings and the drawing take."""

ENTRY_LINE: Final = (76, 12.2, 6.0)
"""An entry: characters a line, points a line, points besides."""

TEXT_LINE: Final = (88, 14.0, 8.0)
NOTE_LINE: Final = (58, 10.0, 4.0)
FIGURE_ROW: Final = (4, 46.0)


MOST: Final = room.Room(notes=60, milestones=45, figures=120, caption=True)
"""More of each than any page holds."""


def estimated_room(summary: Summary) -> Room:
    """Return about how much of a summary fits a page of A4."""
    rooms = room.steps(capped(summary))
    low, high = 0, len(rooms) - 1
    while low < high:
        middle = (low + high) // 2
        if estimated_height(summary, rooms[middle]) <= PAGE:
            high = middle
        else:
            low = middle + 1
    return rooms[low]


def capped(summary: Summary) -> Room:
    """Return a room that surely holds more than a page does, so that few steps are looked at."""
    full, most = summary.full(), MOST
    return room.Room(
        notes=min(full.notes, most.notes),
        milestones=min(full.milestones, most.milestones),
        figures=min(full.figures, most.figures),
        caption=full.caption,
    )


def estimated_height(summary: Summary, taken: Room) -> float:
    """Return the points that a summary with ``taken`` comes to, about."""
    kept = room.best_connected(summary.dossier, summary.rows, taken.milestones)
    notes = room.most_needed(summary.dossier, summary.notes_on(kept), taken.notes)
    shares = summary.shares
    height = HEAD + ceil(taken.figures / FIGURE_ROW[0]) * FIGURE_ROW[1]
    height += _lines(TEXT_LINE, min(shares.introduction, _size(summary.introduction())))
    height += _lines(TEXT_LINE, min(shares.caption, _size(summary.caption()))) if taken.caption else 0
    for row in kept:
        size = sum(end - start for start, end in summary.dossier.milestones.text.spans(row))
        height += _lines(ENTRY_LINE, min(size, shares.entry))
    sizes = [len(summary.dossier.head.notes[note].message) for note in notes]
    return height + sum(_lines(NOTE_LINE, min(size, shares.note)) for size in sizes) / 2


def _size(span: Span | None) -> int:
    return 0 if span is None else span.end - span.start


def _lines(measure: tuple[int, float, float], size: int) -> float:
    characters, line, besides = measure
    return ceil(size / characters) * line + besides
