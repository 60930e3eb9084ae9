"""The timeline as a poster: all of it drawn to scale, by date, page after page as its entries need room."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import msgspec

from natopk_desktop.documents import pieces, scale
from natopk_desktop.documents.calendar_steps import stretch_words
from natopk_desktop.documents.day_index import OPEN_END
from natopk_desktop.documents.drawn import PAGE, drawing
from natopk_desktop.documents.outlines import title_runs
from natopk_desktop.documents.parts import EntryTable, Heading, NoteList, Paragraph, SheetStart
from natopk_desktop.documents.telling import Teller, ours
from natopk_desktop.documents.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.documents.day_index import Days
    from natopk_desktop.documents.parts import Part
    from natopk_desktop.documents.scale import Subject
    from natopk_desktop.documents.view import Measures
    from natopk_desktop.dossier.dossier import Dossier

HEIGHT: Final = 600.0
"""Points along which time runs on a page of the poster."""

FIRST_HEIGHT: Final = 400.0
"""The same on the first of several pages, which has the title and the whole above."""

DOWN: Final = msgspec.structs.replace(PAGE, width=HEIGHT, character=1.6, tick=5.0, narrowest=2.0, lanes=6, rows=9)
"""Sizes where time runs down the page: a label takes the height of a line, not its own length."""

FIRST: Final = msgspec.structs.replace(DOWN, width=FIRST_HEIGHT)

CHARACTERS: Final = 62
"""Characters in a line of an entry."""

LINE: Final = 12.0
BESIDES: Final = 9.0
"""Points of a line of an entry, and those between two entries."""


class Page(msgspec.Struct, frozen=True):
    """One page of the poster.

    Attributes:
        rows: its entries, by date.
        view: the time it draws; None for entries without any place in time.
        goes_on: whether it draws the same time as the page before, which had no room for more entries.
    """

    rows: tuple[int, ...]
    view: View | None
    goes_on: bool = False


def parts(dossier: Dossier, choice: Choice, rows: Sequence[int]) -> Iterator[Part]:
    """Yield the parts of a poster of the milestones in ``rows`` (which come by date)."""
    teller = Teller(dossier, notes=None if choice.notes else ())
    what = scale.subject(dossier, rows)
    yield Heading(1, title_runs(teller))
    pages = _pages(what, rows, HEIGHT)
    whole = drawing(what) if len(pages) > 1 else None
    if whole is not None:
        pages = _pages(what, rows, FIRST_HEIGHT)
        yield Paragraph("ours", (ours(f"The whole, and then its {len(pages)} parts with the entries in full."),))
        yield whole
    for number, page in enumerate(pages):
        if number:
            yield SheetStart(_name(page))
        yield from _page(teller, page, FIRST if whole is not None and not number else DOWN)
    notes = tuple(pieces.note_items(teller))
    if notes:
        yield SheetStart("notes")
        yield Heading(2, (ours("notes on the source"),))
        yield NoteList(notes)


def _page(teller: Teller, page: Page, sizes: Measures) -> Iterator[Part]:
    yield Heading(2, (ours(_name(page)),))
    if page.view is not None:
        drawn = drawing(scale.subject(teller.dossier, page.rows), page.view, sizes)
        if drawn is not None:
            yield drawn
    yield EntryTable(tuple(pieces.entry(teller, row) for row in page.rows))


def _name(page: Page) -> str:
    if page.view is None:
        return "entries without a date, which are not drawn"
    stretch = stretch_words(math.floor(page.view.first), math.ceil(page.view.end))
    return f"{stretch}{', more entries' if page.goes_on else ', drawn to scale'}"


def _height(dossier: Dossier, row: int) -> float:
    size = sum(end - start for start, end in dossier.milestones.text.spans(row))
    return max(1, math.ceil(size / CHARACTERS)) * LINE + BESIDES


def _pages(what: Subject, rows: Sequence[int], first_room: float) -> list[Page]:
    """Part the entries into pages: as many as fit, and each page's time as long as its entries and no longer.

    Args:
        what: the milestones in time.
        rows: their rows, by date.
        first_room: points on the first page.
    """
    days = _days_by_row(what)
    pages: list[list[int]] = []
    room = 0.0
    for row in (row for row in rows if row in days):
        needed = _height(what.dossier, row)
        if needed > room:
            room = HEIGHT if pages else first_room
            pages.append([])
        pages[-1].append(row)
        room -= needed
    found = _with_views(what, pages, days)
    undated = tuple(row for row in rows if row not in days)
    return [*found, Page(undated, None)] if undated else found


def _days_by_row(what: Subject) -> dict[int, Days]:
    index = what.index
    return {
        row: days for days, (first, end) in zip(index.spans, pairwise(index.offsets), strict=True)
        for row in index.rows[first:end]
    }  # fmt: skip


def _with_views(what: Subject, pages: list[list[int]], days: dict[int, Days]) -> list[Page]:
    whole = what.full_view()
    if whole is None or len(pages) < 2:
        return [Page(tuple(rows), whole) for rows in pages]
    found: list[Page] = []
    for number, rows in enumerate(pages):
        first, last = days[rows[0]].start, days[rows[-1]].start
        after = days[pages[number + 1][0]].start if number + 1 < len(pages) else OPEN_END
        end = after if after > last else min(days[row].end for row in rows if days[row].start == last)
        if number + 1 == len(pages):
            end = max(days[row].end for row in rows)
        view = View(max(first, whole.first), min(end, whole.end))
        goes_on = bool(found) and found[-1].view is not None and found[-1].view.first == view.first
        found.append(Page(tuple(rows), view, goes_on))
    return found
