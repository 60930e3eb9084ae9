"""Pages made up for the tests of documents and of their pages: as many of everything as a test asks for."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from natopk_desktop.dossier import validate
from natopk_desktop.dossier.dossier import Dossier
from natopk_desktop.dossier.model import (
    FORMAT,
    VERSION,
    Block,
    DossierFile,
    Edition,
    Figure,
    Inferred,
    Milestone,
    Note,
    NoteKind,
    Period,
    PrintedDate,
    Related,
    Source,
    Topic,
    Updated,
    Witness,
)
from natopk_desktop.dossier.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from natopk_desktop.dossier.model import BlockKind

TOPICS = ("Relief", "Visits")
WITNESS = Witness("Another Paper, “On the matter”", "https://example.org/a", "2001-05", "partly", "medium", "Says so.")


class Made(NamedTuple):
    """A milestone to be; ``noted`` and ``related`` tell whether a note and a passage bear on it."""

    text: str
    printed: str | None = "May 2001"
    edtf: str | None = "2001-05"
    topics: tuple[str, ...] = ("relief",)
    noted: NoteKind | None = None
    related: bool = False


class Writer:
    """Lays blocks end to end and keeps what is said about them."""

    def __init__(self) -> None:
        self.text = ""
        self.blocks: list[Block] = []
        self.milestones: list[Milestone] = []
        self.figures: list[Figure] = []
        self.notes: list[Note] = []

    def lay(self, kind: BlockKind, words: str, level: int | None = None) -> Span:
        if self.blocks and kind != "spacing":
            self.lay("spacing", "\n\n")
        span = Span(len(self.text), len(self.text) + len(words))
        self.blocks.append(Block(f"b{len(self.blocks)}", kind, level, span))
        self.text += words
        return span

    def milestone(self, made: Made, title: Block, passage: Span | None) -> None:
        date = "" if made.printed is None else f"{made.printed} "
        span = self.lay("milestone", date + made.text)
        start = span.start + len(date)
        printed = () if made.printed is None else (Span(span.start, start - 1),)
        inferred = Inferred((), "By its place.") if made.printed is None and made.edtf else None
        related = (Related(passage, title.id, "made up"),) if made.related and passage else ()
        self.milestones.append(
            Milestone(
                f"m{len(self.milestones) + 1}",
                (self.blocks[-1].id,),
                PrintedDate(made.edtf, printed, inferred),
                (Span(start, span.end),),
                made.topics,
                related,
            )
        )
        if made.noted is not None:
            self.note(Span(start, span.end), made.noted)

    def note(self, span: Span, kind: NoteKind, message: str = "Nothing else was found on this matter.") -> None:
        self.notes.append(Note(f"n{len(self.notes) + 1}", kind, (span,), message, None, (WITNESS,)))


def made_up(
    milestones: Sequence[Made] = (),
    *,
    title: str = "A page made up",
    banner: str | None = None,
    caption: str | None = None,
    introduction: str | None = "The Council met first in 2001. It meets every month.",
    heading: str | None = "Key milestones",
    figures: Sequence[str] = (),
    periods: Sequence[Period] = (),
    language: str | None = "en",
    stamp: str | None = "Last updated: 3 May 2010",
) -> Dossier:
    """Return a dossier of a page; a figure is "Almost 12 tons" or "12 tons", its value the first number in it."""
    writer = Writer()
    if banner is not None:
        writer.lay("banner", banner)
    title_span = writer.lay("title", title, 1)
    title_block = writer.blocks[-1]
    if caption is not None:
        writer.lay("caption", caption)
    passage = None if introduction is None else writer.lay("paragraph", introduction)
    for number, words in enumerate(figures):
        _figure(writer, words, number)
    if heading is not None and milestones:
        writer.lay("heading", heading, 2)
    for made in milestones:
        writer.milestone(made, title_block, passage)
    updated = None
    if stamp is not None:
        span = writer.lay("stamp", stamp)
        updated = Updated(Span(span.end - 10, span.end), "2010-05-03")
    source = Source(
        writer.text, sha256(writer.text.encode()).hexdigest(), "The Council", title_span.of(writer.text),
        "https://example.org/page", None, language, None, updated,
    )  # fmt: skip
    contents = DossierFile(
        FORMAT, VERSION, "made-up", Edition("2026-11-24", "tests"), source, None, writer.blocks,
        [Topic(name.lower(), name) for name in TOPICS], writer.milestones, list(periods), writer.figures, [],
        writer.notes, [], [],
    )  # fmt: skip
    assert not list(validate.defects(contents))
    return Dossier(contents)


def _figure(writer: Writer, words: str, number: int) -> None:
    span = writer.lay("paragraph", words)
    parts = words.split(" ")
    at = next(place for place, part in enumerate(parts) if part[:1].isdigit())
    start = span.start + sum(len(part) + 1 for part in parts[:at])
    value = Span(start, start + len(parts[at]))
    qualifier = Span(span.start, start - 1) if at else None
    unit = Span(value.end + 1, span.end) if value.end < span.end else None
    writer.figures.append(Figure(f"f{number + 1}", None, span, qualifier, value, int(parts[at]), unit, None, None))
