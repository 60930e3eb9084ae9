"""How high a summary comes, without setting it: lines counted by characters, at the smaller of the two sizes."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

from natopk_desktop.documents import room

if TYPE_CHECKING:
    from natopk_desktop.documents.room import Room
    from natopk_desktop.documents.summary import Summary
    from natopk_desktop.dossier.spans import Span

PAGE: Final = {"a4": 716.0, "letter": 666.0}
"""Points between the running lines of a page."""

HEAD: Final = 157.0
"""Points that title, rules, headings, column heads, the drawing and what is told of the rest take."""

ENTRY_LINE: Final = (84, 11.0, 2.4)
"""An entry: characters a line, points a line, points besides."""

INTRODUCTION_LINE: Final = (106, 13.0, 9.0)
CAPTION_LINE: Final = (118, 10.5, 7.0)
NOTE_LINE: Final = (58, 9.4, 2.6)
"""A note, of which two stand side by side."""

FIGURE_ROW: Final = (4, 44.0)
"""Figures in a row, and its points, where they are few."""

FIGURE_LINE: Final = (3, 12.0)
"""The same where they are many."""

WORKS_LINE: Final = (95, 12.0, 6.0)
"""Works told without a number, one after the other."""

MANY_FIGURES: Final = 8
"""More figures than this are set one in a line."""

MOST: Final = room.Room(notes=60, milestones=45, figures=120, caption=True)
"""More of each than any page holds."""


def estimated_room(summary: Summary) -> Room:
    """Return about how much of a summary fits a page of A4."""
    rooms = room.steps(capped(summary))
    low, high = 0, len(rooms) - 1
    while low < high:
        middle = (low + high) // 2
        if estimated_height(summary, rooms[middle]) <= PAGE[summary.choice.paper]:
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
    shares = summary.shares
    height = HEAD + _figures(summary, taken)
    height += _lines(INTRODUCTION_LINE, min(shares.introduction, _size(summary.introduction)))
    height += _lines(CAPTION_LINE, min(shares.caption, _size(summary.caption))) if taken.caption else 0
    for row in summary.kept(taken):
        size = sum(end - start for start, end in summary.dossier.milestones.text.spans(row))
        height += _lines(ENTRY_LINE, min(size, shares.entry))
    sizes = [len(summary.dossier.head.notes[note].message) for note in summary.notes(taken)]
    return height + sum(_lines(NOTE_LINE, min(size, shares.note)) for size in sizes) / 2


def _figures(summary: Summary, taken: Room) -> float:
    figures = summary.figures[: taken.figures]
    works = [figure.value for figure in figures if figure.number is None]
    told = len(figures) - len(works)
    in_row, points = FIGURE_ROW if told <= MANY_FIGURES else FIGURE_LINE
    size = sum(end - start + 2 for start, end in works)
    return ceil(told / in_row) * points + (_lines(WORKS_LINE, size) if works else 0.0)


def _size(span: Span | None) -> int:
    return 0 if span is None else span.end - span.start


def _lines(measure: tuple[int, float, float], size: int) -> float:
    characters, line, besides = measure
    return ceil(size / characters) * line + besides
