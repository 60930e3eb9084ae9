"""The summary of one page: what the page is, its figures, its milestones, and as many notes as fit."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

import msgspec

from natopk_desktop.documents import pieces, room
from natopk_desktop.documents.choice import Choice
from natopk_desktop.documents.chosen import rows as chosen_rows
from natopk_desktop.documents.cutting import Reach, plain_reach
from natopk_desktop.documents.drawn import PAGE, drawing
from natopk_desktop.documents.labels import label
from natopk_desktop.documents.outlines import heading_of_milestones, title_runs, title_span
from natopk_desktop.documents.parts import Document, EntryTable, Heading, NoteList, Paragraph
from natopk_desktop.documents.room import Room
from natopk_desktop.documents.scale import subject
from natopk_desktop.documents.telling import Teller, ours
from natopk_desktop.dossier.dossier import Dossier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopk_desktop.documents.parts import Part
    from natopk_desktop.dossier.model import Figure
    from natopk_desktop.dossier.spans import Span

SMALL: Final = msgspec.structs.replace(PAGE, lanes=3, rows=5)
"""Sizes of the drawing on a page with much else."""


class Shares(msgspec.Struct, frozen=True):
    """The room that a single text may take, in widths of a usual character at the text's own size."""

    title: int = 120
    caption: int = 300
    introduction: int = 750
    entry: int = 430
    note: int = 330


class Summary(msgspec.Struct, frozen=True):
    """What a summary is made of, from which ``made`` takes in as much as there is room for.

    Attributes:
        dossier: what it is made of.
        choice: what was asked for.
        rows: the milestones, in the order wanted.
        reach: how far a share reaches in a text.
        shares: the room of single texts.
    """

    dossier: Dossier
    choice: Choice
    rows: Sequence[int]
    reach: Reach = plain_reach
    shares: Shares = Shares()

    def full(self) -> Room:
        """Return the room that everything would take."""
        return Room(
            notes=len(self.notes_on(self.rows)),
            milestones=len(self.rows),
            figures=len(self._figures()),
            caption=self.caption() is not None,
        )

    def notes_on(self, rows: Sequence[int]) -> list[int]:
        """Return the rows of the notes on any words that a summary with these milestones tells."""
        if not self.choice.notes:
            return []
        teller = Teller(self.dossier, reach=self.reach)
        spans = [span for row in rows for span in self.dossier.milestones.text.spans(row)]
        spans += [span for row in rows for span in self.dossier.milestones.printed.spans(row)]
        spans += [span for span in (title_span(self.dossier), self.caption(), self.introduction()) if span]
        heading = heading_of_milestones(self.dossier)
        spans += [heading] if heading else []
        return sorted({note for span in spans for note in teller.touching(span)})

    def made(self, taken: Room) -> Document:
        """Return the summary with what ``taken`` has room for."""
        kept = room.best_connected(self.dossier, self.rows, taken.milestones)
        notes = room.most_needed(self.dossier, self.notes_on(kept), taken.notes) if taken.notes else []
        teller = Teller(self.dossier, notes=notes, reach=self.reach)
        return Document(
            kind="summary",
            title=self.dossier.title,
            label=label(self.dossier, self.choice, len(self.rows)),
            language=self.dossier.head.source.language,
            date=self.dossier.head.edition.date,
            origin=pieces.origin(self.dossier),
            parts=tuple(self._parts(teller, taken, kept)),
        )

    def _parts(self, teller: Teller, taken: Room, kept: list[int]) -> Iterator[Part]:
        yield Heading(1, title_runs(teller, self.shares.title))
        caption, introduction = self.caption(), self.introduction()
        if taken.caption and caption is not None:
            yield Paragraph("caption", teller.runs(caption, self.shares.caption))
        if introduction is not None:
            yield Paragraph("paragraph", teller.runs(introduction, self.shares.introduction))
        figures = self._figures()
        yield from pieces.figure_groups(teller, figures[: taken.figures], max(0, len(figures) - taken.figures))
        if self.rows:
            heading = heading_of_milestones(self.dossier)
            yield Heading(2, teller.runs(heading) if heading else (ours("milestones"),))
            scale = drawing(subject(self.dossier, self.rows), measures=SMALL)
            if scale is not None:
                yield scale
            told = map(partial(pieces.entry, teller, share=self.shares.entry), kept)
            yield EntryTable(tuple(told), len(self.rows) - len(kept))
        yield from self._notes(teller)

    def _notes(self, teller: Teller) -> Iterator[Part]:
        notes = tuple(pieces.note_items(teller, self.shares.note, self.reach))
        more = len(self.notes_on(self.rows)) - len(notes)
        if notes or more:
            yield Heading(2, (ours("notes on the source"),))
            yield NoteList(notes, more)

    def _figures(self) -> list[Figure]:
        return pieces.figures(self.dossier, None if self.choice.is_whole else self.rows)

    def caption(self) -> Span | None:
        """Return the first caption on the page, None where there is none."""
        return self._first("caption")

    def introduction(self) -> Span | None:
        """Return the first paragraph under the title; where there is none, the first one of all."""
        return self._first("paragraph")

    def _first(self, kind: str) -> Span | None:
        kinds = self.dossier.blocks.kinds
        return self.dossier.blocks.span(kinds.index(kind)) if kind in kinds else None


def document(dossier: Dossier, choice: Choice) -> Document:
    """Return the summary for a file without pages: cut as a page of the usual size would be, by estimate.

    Raises:
        InputError: the choice means nothing in this dossier.
    """
    from natopk_desktop.documents.estimate import estimated_room

    made_of = Summary(dossier, choice, chosen_rows(dossier, choice))
    return made_of.made(estimated_room(made_of))
