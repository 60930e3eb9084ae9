"""Milestone sheets: one milestone a sheet, with its passages, figures and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from natopk_desktop.documents import pieces
from natopk_desktop.documents.drawn import drawing, with_mark
from natopk_desktop.documents.lengths import reckonings
from natopk_desktop.documents.outlines import title_runs
from natopk_desktop.documents.parts import Colophon, EntryTable, Heading, NoteList, SheetStart
from natopk_desktop.documents.scale import subject
from natopk_desktop.documents.telling import Teller, ours

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from natopk_desktop.documents import parts as neutral
    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.dossier.dossier import Dossier


def parts(dossier: Dossier, choice: Choice, rows: Sequence[int]) -> Iterator[neutral.Part]:
    """Yield the parts of a sheet for each milestone in ``rows``: the title once, then sheet after sheet."""
    teller = Teller(dossier, notes=None if choice.notes else ())
    whole = drawing(subject(dossier))
    yield Heading(1, title_runs(teller))
    for number, row in enumerate(rows):
        if number:
            yield SheetStart(dossier.milestones.ids[row])
        yield from _sheet(teller, row, whole)
    if not rows:
        yield _nothing()
    yield Heading(2, (ours("source"),))
    yield Colophon()


def _nothing() -> neutral.Part:
    """Return the remark that stands where no milestone was asked for or there is none."""
    from natopk_desktop.documents.parts import Paragraph

    return Paragraph("ours", (ours("There is no such milestone."),))


def _sheet(teller: Teller, row: int, whole: neutral.Drawing | None) -> Iterator[neutral.Part]:
    entry = pieces.entry(teller, row)
    yield Heading(2, entry.date)
    yield EntryTable((entry,))
    marked = with_mark(whole, row) if whole is not None else None
    if marked is not None:
        yield marked
    yield from _figures(teller, row)
    passages = pieces.passages(teller, row)
    if passages is not None:
        yield Heading(3, (ours("related passages"),))
        yield passages
    notes = tuple(pieces.note_items(teller))
    if notes:
        yield Heading(3, (ours("notes on the source"),))
        yield NoteList(notes)


def _figures(teller: Teller, row: int) -> Iterator[neutral.Part]:
    dossier = teller.dossier
    groups = pieces.figure_groups(teller, dossier.bearings.figures_of(dossier.milestones.ids[row]))
    lengths = tuple(reckonings(teller, {row}))
    if groups or lengths:
        yield Heading(3, (ours("figures"),))
        yield from groups
        yield from lengths
