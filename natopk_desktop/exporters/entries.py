"""A milestone as the event formats tell it: the source's words, and beside them our sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from natopk_desktop.documents import marks
from natopk_desktop.documents.citation_line import citation_line
from natopk_desktop.dossier.edtf import Edtf
from natopk_desktop.dossier.spans import Span, hull
from natopk_desktop.exporters import own_words
from natopk_desktop.formats import moments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.model import Milestone
    from natopk_desktop.exporters.progress import Meter
    from natopk_desktop.exporters.scope import Scope


class Passage(msgspec.Struct, frozen=True):
    """A related passage: our line on it, marked, and its words."""

    line: str
    words: str


class Entry(msgspec.Struct, frozen=True):
    """A milestone, told.

    Attributes:
        id: its id.
        text: its words, pieces joined by a line end.
        date: what stands for its date.
        date_is_ours: whether that is in our words.
        when: its date as read, None where it has none.
        topics: the names of its topics.
        dating: our sentence on its date, not marked.
        inference: why its date is ours, not marked; None where it is the source's.
        passages: the related passages.
        notes: our notes on it in short, not marked.
        citation: the line that cites it, marked.
    """

    id: str
    text: str
    date: str
    date_is_ours: bool
    when: Edtf | None
    topics: tuple[str, ...]
    dating: str
    inference: str | None
    passages: tuple[Passage, ...]
    notes: tuple[str, ...]
    citation: str

    def paragraphs(self) -> Iterator[str]:
        """Yield what a description holds, in plain text: ours, marked, and after its line each passage."""
        yield marks.ours(self.dating)
        if self.inference is not None:
            yield marks.ours(self.inference)
        if self.topics:
            yield marks.ours(topics(self.topics))
        for passage in self.passages:
            yield f"{passage.line}\n{passage.words}"
        for note in self.notes:
            yield marks.ours(note)
        yield self.citation


def topics(names: tuple[str, ...]) -> str:
    """Return our words on the topics of a milestone."""
    return f"{'topic' if len(names) == 1 else 'topics'} {', '.join(names)}"


def entries(scope: Scope, meter: Meter) -> Iterator[Entry]:
    """Yield the milestones of ``scope``, told, in its order; ``meter`` counts them."""
    dossier = scope.dossier
    names = {topic.id: topic.name for topic in dossier.head.topics}
    for row in meter.each(scope.rows):
        milestone = dossier.milestones[row]
        date, is_ours = marks.date_words(dossier, milestone)
        yield Entry(
            id=milestone.id,
            text="\n".join(dossier.words(milestone.text)),
            date=date,
            date_is_ours=is_ours,
            when=None if milestone.date.edtf is None else moments.read(milestone.date.edtf),
            topics=tuple(names[topic] for topic in milestone.topics),
            dating=own_words.date(milestone, date, is_ours),
            inference=own_words.inference(dossier, milestone),
            passages=tuple(_passages(dossier, milestone)),
            notes=tuple(_notes(scope, row)),
            citation=citation_line(dossier, place(dossier, milestone)),
        )


def place(dossier: Dossier, milestone: Milestone) -> Span:
    """Return the span from the first to the last of a milestone's own words."""
    own = (*milestone.date.printed, *milestone.text)
    if own:
        return hull(own)
    rows = [dossier.blocks.row_of(block) or 0 for block in milestone.blocks]
    return hull(dossier.blocks.span(row) for row in rows) if rows else Span(0, 0)


def _notes(scope: Scope, row: int) -> Iterator[str]:
    if scope.choice.notes:
        yield from map(own_words.brief_note, scope.dossier.bearings.notes_on_milestone(row))


def _passages(dossier: Dossier, milestone: Milestone) -> Iterator[Passage]:
    for related in milestone.related:
        heading = dossier.blocks.span(dossier.blocks.row_of(related.section) or 0).of(dossier.text)
        line = marks.ours(f"related passage, under “{heading}” – {related.reason}:")
        yield Passage(line, related.span.of(dossier.text))
