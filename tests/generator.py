"""Dossiers made up for tests and benchmarks: any number of milestones, always the same for the same number."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from natopk_desktop.dossier.date_words import month_words
from natopk_desktop.dossier.dossier import Dossier
from natopk_desktop.dossier.model import (
    FORMAT,
    VERSION,
    Block,
    DossierFile,
    Edition,
    Figure,
    Milestone,
    Note,
    PrintedDate,
    Related,
    Source,
    Topic,
)
from natopk_desktop.dossier.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

TOPICS = ("Relief", "Visits", "Training", "Military", "Politics")
EVENTS = (
    "Opening of the harbour at Aldermouth; ships call from both shores.",
    "Visit of the Council’s delegation to the northern provinces.",
    "First course for officers of the coast guard, at the school in Brinn.",
    "Almost 4200 tons of grain moved, over 310 villages reached.",
    "The two commissions agree on regular meetings at a high level.",
)
FIRST_YEAR = 1901


class _Writer:
    """Lays text end to end and keeps a block for every piece."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.blocks: list[Block] = []
        self.length = 0

    def add(self, kind: str, text: str, level: int | None = None) -> Block:
        block = Block(f"b{len(self.blocks)}", kind, level, Span(self.length, self.length + len(text)))  # type: ignore[arg-type]
        self.pieces.append(text)
        self.blocks.append(block)
        self.length += len(text)
        return block


def contents(count: int, events: Sequence[str] = EVENTS) -> DossierFile:
    """Return a dossier file with ``count`` milestones, a figure in every fourth and a note on every fifth."""
    writer = _Writer()
    title = writer.add("title", "The Strait Council and its members", 1)
    writer.add("spacing", "\n\n")
    paragraph = writer.add("paragraph", "The Council met first in 1901. It meets every month.")
    writer.add("spacing", "\n\n")
    writer.add("heading", "Key milestones", 2)
    related = Related(paragraph.span, title.id, "made up")
    milestones: list[Milestone] = []
    figures: list[Figure] = []
    notes: list[Note] = []
    for row in range(count):
        writer.add("spacing", "\n")
        milestone = _milestone(writer, _date(row, count), events[row % len(events)], row, related)
        milestones.append(milestone)
        span = milestone.text[0]
        if row % 4 == 3:
            figures.append(_figure(len(figures), milestone, span))
        if row % 5 == 2:
            notes.append(Note(f"n{len(notes)}", "unconfirmed", (span,), "No other source was found.", None, ()))
    text = "".join(writer.pieces)
    source = Source(
        text, sha256(text.encode()).hexdigest(), "Strait Council", title.span.of(text), None, None, "en", None, None
    )
    topics = [Topic(name.lower(), name) for name in TOPICS]
    edition = Edition("2026-11-24", "generator")
    return DossierFile(
        FORMAT, VERSION, "generated", edition, source, None, writer.blocks, topics, milestones, [], figures, [], notes,
        [], [],
    )  # fmt: skip


def generated(count: int, events: Sequence[str] = EVENTS) -> Dossier:
    """Return the dossier of ``contents(count, events)``."""
    return Dossier(contents(count, events))


def _date(row: int, count: int) -> tuple[int, int]:
    """The year and month of a milestone: a month each, or all of them spread over a hundred years."""
    month = row if count <= 1200 else row * 1200 // count
    return FIRST_YEAR + month // 12, month % 12 + 1


def _milestone(writer: _Writer, date: tuple[int, int], event: str, row: int, related: Related) -> Milestone:
    words = month_words(*date)
    block = writer.add("milestone", f"{words} {event}")
    printed = Span(block.span.start, block.span.start + len(words))
    return Milestone(
        f"m{row + 1}",
        (block.id,),
        PrintedDate(f"{date[0]}-{date[1]:02}", (printed,), None),
        (Span(printed.end + 1, block.span.end),),
        (TOPICS[row % len(TOPICS)].lower(),),
        (related,) if row % 3 == 0 else (),
    )


def _figure(number: int, milestone: Milestone, span: Span) -> Figure:
    value = Span(span.start, min(span.end, span.start + 6))
    return Figure(f"f{number}", None, value, None, value, None, None, None, milestone.id)
