"""The briefing: the whole page with its milestones as a table, the timeline, figures, notes and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from natopk_desktop.documents import pieces
from natopk_desktop.documents.drawn import drawing
from natopk_desktop.documents.lengths import reckonings
from natopk_desktop.documents.outlines import title_runs
from natopk_desktop.documents.parts import Colophon, Contents, EntryTable, Heading, NoteList, Paragraph
from natopk_desktop.documents.scale import subject
from natopk_desktop.documents.telling import Teller, ours

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.documents.parts import Part
    from natopk_desktop.dossier.dossier import Dossier


def parts(dossier: Dossier, choice: Choice, rows: Sequence[int]) -> Iterator[Part]:
    """Yield the parts of a briefing with the milestones in ``rows``."""
    teller = Teller(dossier, notes=None if choice.notes else ())
    yield Heading(1, title_runs(teller))
    yield Contents()
    yield from _sections(teller, rows)
    scale = drawing(subject(dossier, rows))
    if scale is not None:
        yield Heading(2, (ours("the timeline, drawn to scale"),))
        yield scale
    yield from _figures(teller, None if choice.is_whole else rows)
    notes = tuple(pieces.note_items(teller))
    if notes:
        yield Heading(2, (ours("notes on the source"),))
        yield NoteList(notes)
    yield Heading(2, (ours("sources"),))
    yield Colophon()
    witnesses = pieces.witness_list(notes)
    if witnesses is not None:
        yield witnesses


def _sections(teller: Teller, rows: Sequence[int]) -> Iterator[Part]:
    """Yield every block that is not a milestone, and the table of milestones where the first one stands."""
    blocks = teller.dossier.blocks
    entries = teller.dossier.milestones.blocks.values
    of_milestones, first_entry = set(entries), min(entries, default=-1)
    title = blocks.kinds.index("title") if "title" in blocks.kinds else -1
    for row, kind in enumerate(blocks.kinds):
        if row == first_entry and rows:
            yield EntryTable(tuple(pieces.entry(teller, entry) for entry in rows))
        if row in of_milestones or kind == "spacing" or row == title:
            continue
        runs = teller.runs(blocks.span(row))
        if kind == "heading":
            yield Heading(max(2, blocks.levels[row]), runs)
        else:
            yield Paragraph(kind, runs)


def _figures(teller: Teller, rows: Sequence[int] | None) -> Iterator[Part]:
    groups = pieces.figure_groups(teller, pieces.figures(teller.dossier, rows))
    lengths = tuple(reckonings(teller, None if rows is None else set(rows)))
    if groups or lengths:
        yield Heading(2, (ours("figures"),))
        yield from groups
        yield from lengths
