"""How high a summary comes, reckoned without setting it, after the sizes that the page layout has.

A few points off at the most; where there are pages, they are measured too. ``tests`` hold it to the layout.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

import msgspec

from natopk_desktop.documents import room
from natopk_desktop.documents.cutting import kept
from natopk_desktop.documents.text_lines import lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from natopk_desktop.documents.room import Room
    from natopk_desktop.documents.summary import Summary
    from natopk_desktop.dossier.model import Figure
    from natopk_desktop.dossier.spans import Span

PAGE: Final = {"a4": 715.9, "letter": 666.0}
"""Points between the running lines of a page."""

COLUMN: Final = 487.0
"""Points between its margins."""

MOST: Final = room.Room(notes=60, milestones=45, figures=120, caption=True)
"""More of each than any page holds."""

MANY_FIGURES: Final = 8
"""More figures than this are set one in a line."""

LONG_TITLE: Final = 70
"""Characters of a title that is set smaller."""

REFERENCE: Final = 13.0
"""Points that the number of a note takes in a line."""


class Sizes(msgspec.Struct, frozen=True):
    """Sizes of letters, leadings and gaps in points, as the layout has them."""

    introduction: float
    entry: float
    leading: float
    gap: float
    note: float


USUAL: Final = Sizes(introduction=11.0, entry=10.0, leading=2.4, gap=2.9, note=8.0)
DENSE: Final = Sizes(introduction=10.0, entry=9.0, leading=2.0, gap=2.2, note=7.4)


def capped(summary: Summary) -> Room:
    """Return a room that surely holds more than a page does, so that few steps are looked at."""
    full, most = summary.full(), MOST
    return room.Room(
        notes=min(full.notes, most.notes),
        milestones=min(full.milestones, most.milestones),
        figures=min(full.figures, most.figures),
        caption=full.caption,
    )


def estimated_room(summary: Summary) -> Room:
    """Return about how much of a summary fits a page."""
    rooms = room.steps(capped(summary))
    page = PAGE[summary.choice.paper]
    low, high = 0, len(rooms) - 1
    while low < high:
        middle = (low + high) // 2
        if estimated_height(summary, rooms[middle], DENSE) <= page:
            high = middle
        else:
            low = middle + 1
    return rooms[low]


def estimated_height(summary: Summary, taken: Room, sizes: Sizes) -> float:
    """Return the points that a summary with ``taken`` comes to."""
    notes = summary.notes(taken)
    height = _head(summary, taken, sizes) + _figures(summary, summary.figures[: taken.figures])
    if summary.rows:
        height += sum(_milestones(summary, taken, sizes, set(notes)))
    if summary.full().notes:
        return height + _notes(summary, notes, sizes)
    return height - 8.0  # the gap below the last part is none


def _stack(count: int, size: float, leading: float) -> float:
    return count * size + max(0, count - 1) * leading


def _words(summary: Summary, span: Span, share: int) -> str:
    """Return the words at ``span``, with letters that stand for the remark where they are cut."""
    text = span.of(summary.dossier.text)[: share + 1]
    return text if len(text) <= share else text[: kept(text, share)] + " " * 4 + "n" * 28


def _head(summary: Summary, taken: Room, sizes: Sizes) -> float:
    title = _words(summary, summary.title, summary.shares.title) if summary.title else summary.dossier.title
    size = 15.0 if len(title) > LONG_TITLE else 23.0
    height = _stack(lines(title, size * 1.06, COLUMN), size, 3.0) + 12.0
    if taken.caption and summary.caption is not None:
        words = "n" * 35 + _words(summary, summary.caption, summary.shares.caption)
        height += _stack(lines(words, 8.5, COLUMN), 8.5, 2.0) + 7.0
    if summary.introduction is not None:
        words = _words(summary, summary.introduction, summary.shares.introduction)
        height += _stack(lines(words, sizes.introduction, COLUMN), sizes.introduction, 3.0) + 9.0
    return height


def _figures(summary: Summary, figures: list[Figure]) -> float:
    count, share = len(summary.figures), summary.shares.figure
    if not count:
        return 0.0
    works = sum(min(share + 20, end - start) for start, end in (one.value for one in figures if one.number is None))
    told = [figure for figure in figures if figure.number is not None]
    height = 8.0 + 8.5 + 6.0
    if len(told) > MANY_FIGURES:
        height += _stack(ceil(len(told) / 3), 9.0, 3.0) + 8.0
    elif told:
        height += sum(_figure_rows(told, share)) + 6.0 * (ceil(len(told) / 4) - 1) + 8.0
    if works:
        height += _stack(ceil((works + 40) / 105), 9.0, 3.0) + 6.0
    return height + (12.0 if len(figures) < count else 0.0)


def _figure_rows(figures: list[Figure], share: int) -> Iterator[float]:
    """Yield the height of each row of four figures: qualifier, value, and as many lines as the longest unit takes."""
    for at in range(0, len(figures), 4):
        units = [one.unit.end - one.unit.start if one.unit else 0 for one in figures[at : at + 4]]
        units = [size if size <= share else share + 24 for size in units]
        yield 8.5 + 1.0 + 17.0 + 1.0 + _stack(max(1, ceil(max(units) / 27)), 8.5, 1.4)


def _milestones(summary: Summary, taken: Room, sizes: Sizes, notes: set[int]) -> Iterator[float]:
    yield 8.0 + 9.0 + 6.0
    if summary.drawing is not None:
        scale = summary.drawing.scale
        yield 18.0 + (max(30.0, scale.top * 7.0) if scale.density else max(scale.top, 1) * 7.0) + 8.0
    kept_rows = summary.kept(taken)
    yield 7.0 + 2 * sizes.gap + 8.0
    years = 30.0 if summary.has_years else 0.0
    milestones = summary.dossier.milestones
    topics = 54.0 if any(milestones.topics[row] for row in kept_rows) else 0.0
    column = COLUMN - years - 52.0 - topics - 4.0
    for row in kept_rows:
        spans = milestones.text.spans(row)
        words = " ".join(_words(summary, span, summary.shares.entry) for span in spans)
        words += "n" * round(len(notes.intersection(summary.notes_of(row))) * REFERENCE / sizes.entry / 0.6)
        height = _stack(lines(words, sizes.entry, column), sizes.entry, sizes.leading)
        yield max(height, _date(summary, row)) + 2 * sizes.gap
    if len(kept_rows) < len(summary.rows):
        yield 12.0


def _date(summary: Summary, row: int) -> float:
    """Return the height of a date in its column."""
    printed = summary.dossier.milestones.printed.spans(row)
    if not printed:
        return _stack(4, 7.0, 0.4) if summary.dossier.milestones.edtf[row] else 7.0
    words = " ".join(summary.dossier.words(printed))
    if summary.has_years:
        words = words[:-4].rstrip()
    return _stack(lines(words, 8.5, 48.0), 8.5, 1.4)


def _notes(summary: Summary, notes: list[int], sizes: Sizes) -> float:
    height = 8.0 + 8.5 + 6.0 + 2.0
    column = COLUMN if len(notes) == 1 else (COLUMN - 20.0) / 2
    heights = list(_note_heights(summary, sorted(notes, key=summary.place_of), sizes, column))
    rest = 8.0 if len(notes) < summary.full().notes else 0.0
    return height + (rest + sum(heights) if len(notes) < 2 else _in_two(heights, rest))


def _note_heights(summary: Summary, notes: Iterable[int], sizes: Sizes, column: float) -> Iterator[float]:
    for note in notes:
        message = summary.dossier.head.notes[note].message
        share = summary.shares.note
        text = message if len(message) <= share else message[: kept(message, share)] + "n" * 30
        yield _stack(lines("nnn" + text, sizes.note, column, sans=True), sizes.note, 2.0) + 2.6


def _in_two(heights: list[float], rest: float) -> float:
    """Return the height of the longer of two columns, parted as the layout parts them."""
    half = sum(heights) / 2
    at, total = 0, 0.0
    while at < len(heights) - 1 and total + heights[at] / 2 < half:
        total += heights[at]
        at += 1
    return max(total, sum(heights[at:]) + rest)
