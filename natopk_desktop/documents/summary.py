"""The summary of one page: what the page is, its figures, its milestones, and as many notes as fit."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import msgspec

from natopk_desktop.documents import pieces, room
from natopk_desktop.documents.chosen import rows as chosen_rows
from natopk_desktop.documents.cutting import plain_reach
from natopk_desktop.documents.drawn import PAGE, drawing
from natopk_desktop.documents.labels import label
from natopk_desktop.documents.outlines import ends_with_years, heading_of_milestones, title_runs, title_span
from natopk_desktop.documents.parts import Document, EntryTable, Heading, NoteList, Paragraph
from natopk_desktop.documents.room import Room
from natopk_desktop.documents.scale import subject
from natopk_desktop.documents.telling import Teller, ours

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.documents.cutting import Reach
    from natopk_desktop.documents.parts import Part
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.spans import Span

SMALL: Final = msgspec.structs.replace(PAGE, lanes=3, rows=5)
"""Sizes of the drawing on a page with much else."""


class Shares(msgspec.Struct, frozen=True):
    """The room that a single text may take, in widths of a usual character at the text's own size."""

    title: int = 120
    caption: int = 300
    introduction: int = 750
    figure: int = 60
    entry: int = 430
    note: int = 330


SHARES: Final = Shares()


class Summary:
    """What a summary is made of, from which ``made`` takes in as much as there is room for.

    Attributes:
        dossier: what it is made of.
        choice: what was asked for.
        rows: the milestones, in the order wanted.
        reach: how far a share reaches in a text.
        shares: the room of single texts.
        caption: the first caption on the page, None where there is none.
        introduction: its first paragraph, None where there is none.
        title: the title block, None where there is none.
        figures: all its figures, in source order.
        drawing: its milestones drawn to scale, None where nothing has a date.
        has_years: whether all printed dates end with a year, which then has a column of its own.
    """

    def __init__(
        self,
        dossier: Dossier,
        choice: Choice,
        rows: Sequence[int],
        reach: Reach = plain_reach,
        shares: Shares = SHARES,
    ) -> None:
        """Look up once what every room takes from."""
        self.dossier = dossier
        self.choice = choice
        self.rows = rows
        self.reach = reach
        self.shares = shares
        self.caption = self._first("caption")
        self.introduction = self._first("paragraph")
        self.title = title_span(dossier)
        self.figures = pieces.figures(dossier, None if choice.is_whole else rows)
        self._teller = Teller(dossier)
        self._ranked = room.ranked(dossier, rows)
        self._beside = self._spans_beside()
        self._notes_beside = self._touching(self._beside) if choice.notes else set()
        self._all_notes = self.notes_on(rows)
        self._notes_by_row: dict[int, frozenset[int]] = {}
        self.has_years = ends_with_years(dossier, rows)
        self.drawing = drawing(subject(dossier, rows), measures=SMALL) if rows else None

    def full(self) -> Room:
        """Return the room that everything would take."""
        return Room(
            notes=len(self._all_notes),
            milestones=len(self.rows),
            figures=len(self.figures),
            caption=self.caption is not None,
        )

    def kept(self, taken: Room) -> list[int]:
        """Return the milestones that there is room for, in the order wanted."""
        return [self.rows[at] for at in sorted(self._ranked[: taken.milestones])]

    def notes(self, taken: Room) -> list[int]:
        """Return the rows of the notes that there is room for."""
        if not taken.notes:
            return []
        return room.most_needed(self.dossier, self.notes_on(self.kept(taken)), taken.notes)

    def notes_on(self, rows: Sequence[int]) -> list[int]:
        """Return the rows of the notes on any words that a summary with these milestones tells."""
        if not self.choice.notes:
            return []
        milestones = self.dossier.milestones
        spans = [span for row in rows for span in (*milestones.text.spans(row), *milestones.printed.spans(row))]
        return sorted(self._notes_beside | self._touching(spans))

    def place_of(self, note: int) -> int:
        """Return where in the source the first words stand that a note is about and that a summary tells."""
        spans = self.dossier.head.notes[note].spans
        told = [span.start for span in spans if self._is_told(span)]
        return min(told or (span.start for span in spans), default=0)

    def _is_told(self, span: Span) -> bool:
        bearings = self.dossier.bearings
        return any(span.overlaps(beside) for beside in self._beside) or any(
            bearings.milestone_of_block(block) is not None for block in bearings.blocks_touched(span)
        )

    def notes_of(self, row: int) -> frozenset[int]:
        """Return the rows of the notes on the text of the milestone in ``row``."""
        known = self._notes_by_row.get(row)
        if known is None:
            known = frozenset(self._touching(self.dossier.milestones.text.spans(row)))
            self._notes_by_row[row] = known
        return known

    def _touching(self, spans: Sequence[Span]) -> set[int]:
        return {note for span in spans for note in self._teller.touching(span)}

    def _spans_beside(self) -> list[Span]:
        spans = (title_span(self.dossier), self.caption, self.introduction, heading_of_milestones(self.dossier))
        return [span for span in spans if span is not None]

    def made(self, taken: Room) -> Document:
        """Return the summary with what ``taken`` has room for."""
        kept = self.kept(taken)
        teller = Teller(self.dossier, notes=self.notes(taken), reach=self.reach)
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
        if taken.caption and self.caption is not None:
            yield Paragraph("caption", teller.runs(self.caption, self.shares.caption))
        if self.introduction is not None:
            yield Paragraph("paragraph", teller.runs(self.introduction, self.shares.introduction))
        more = max(0, len(self.figures) - taken.figures)
        yield from pieces.figure_groups(teller, self.figures[: taken.figures], more, self.shares.figure)
        if self.rows:
            heading = heading_of_milestones(self.dossier)
            yield Heading(2, teller.runs(heading) if heading else (ours("milestones"),))
            if self.drawing is not None:
                yield self.drawing
            told = map(partial(pieces.entry, teller, share=self.shares.entry), kept)
            yield EntryTable(tuple(told), len(self.rows) - len(kept))
        yield from self._notes(teller)

    def _notes(self, teller: Teller) -> Iterator[Part]:
        notes = tuple(pieces.note_items(teller, self.shares.note, self.reach))
        more = len(self._all_notes) - len(notes)
        if notes or more:
            yield Heading(2, (ours("notes on the source"),))
            yield NoteList(notes, more)

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
    taken = estimated_room(made_of)
    return msgspec.structs.replace(made_of.made(taken), dense=taken != made_of.full())
