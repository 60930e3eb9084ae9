"""Lays a document out as blocks, the same for every text format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from natopk_desktop.documents import parts
from natopk_desktop.documents.parts import Run
from natopk_desktop.documents.pieces import UNGROUPED
from natopk_desktop.documents.telling import ours
from natopk_desktop.dossier.spans import Span
from natopk_desktop.exporters.document_losses import WITNESSES_TOLD
from natopk_desktop.exporters.progress import Meter, unheard
from natopk_desktop.exporters.texts import wording
from natopk_desktop.exporters.texts.blocks import (
    Break,
    ContentsPlace,
    Entries,
    Entry,
    Figure,
    Figures,
    Item,
    Laid,
    Line,
    Link,
    Pairs,
    Passage,
    Picture,
    Points,
    Title,
    Words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from natopk_desktop.documents.parts import Document
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.exporters.progress import Progress
    from natopk_desktop.exporters.texts.blocks import Block


LAID: Final = 0.3
"""The share of the work that is done when a document is laid out."""


def laid(dossier: Dossier, document: Document, progress: Progress = unheard) -> Laid:
    """Return ``document``, made of ``dossier``, as blocks, whose meter tells ``progress`` how many are written."""
    layer = _Layer(dossier, document)
    blocks = tuple(layer.blocks())
    return Laid(
        title=document.title,
        head=tuple(_head(document)),
        blocks=blocks,
        foot=tuple(_foot(document)),
        titles=tuple(block for block in blocks if isinstance(block, Title)),
        meter=Meter(progress, sum(len(block.entries) for block in blocks if isinstance(block, Entries)), first=LAID),
    )


def note_anchor(number: int) -> str:
    """Return the anchor of the note of this number."""
    return f"note-{number}"


def _head(document: Document) -> Iterator[Line]:
    # A briefing has the banner among the page's own blocks.
    if document.origin.banner is not None and document.kind != "briefing":
        yield Line("banner", _noted("banner", (document.origin.banner,)))
    yield Line("label", Words((ours(document.label),), "ours"))


def _foot(document: Document) -> Iterator[Words]:
    yield wording.source_line(document.origin)
    has_all = any(isinstance(part, parts.Colophon) for part in document.parts)
    if document.origin.url is not None and not has_all:
        yield Words((ours("address: "), Link(document.origin.url)), "ours")
    yield Words((ours(wording.LEGEND),), "ours")


def _noted(role: str, runs: tuple[Run, ...]) -> Words:
    """Return a paragraph's words, after ours on what it is where that is not running text."""
    said = wording.ROLES.get(role)
    return Words((ours(said), ours(" "), *runs) if said else runs)


class _Layer:
    """Lays the parts of one document."""

    def __init__(self, dossier: Dossier, document: Document) -> None:
        self._dossier = dossier
        self._document = document
        self._level = 0
        self._titles = 0
        self._anchored: set[int] = set()

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks of the document."""
        following = (*self._document.parts[1:], None)
        for part, after in zip(self._document.parts, following, strict=True):
            if isinstance(part, parts.Drawing):
                yield Picture(part, isinstance(after, parts.EntryTable))
            else:
                yield from self._part(part)

    def _part(self, part: parts.Part) -> Iterator[Block]:
        """Yield the blocks of a part that is no drawing."""
        match part:
            case parts.Heading():
                self._level = min(part.level, self._level + 1)
                yield self._title(self._level, self._whole(part.runs))
            case parts.Paragraph():
                yield Line(part.role, _noted(part.role, part.runs) if part.role != "ours" else self._ours(part.runs))
            case parts.Reckoning():
                yield Line("reckoning", self._ours(part.runs))
            case parts.FigureGroup():
                yield from self._figures(part)
            case parts.EntryTable():
                yield Entries(tuple(map(self._entry, part.entries)), self._document.kind != "milestone")
                yield from self._more(part.more, "milestone")
            case parts.PassageList():
                yield from (Passage(wording.passage(one), Words(one.runs)) for one in part.passages)
            case parts.NoteList():
                yield Points("notes", tuple(map(self._note, part.notes)))
                yield from self._more(part.more, "note")
            case parts.WitnessList():
                told = tuple(Item(wording.listed_witness(one)) for one in part.witnesses)
                yield self._title(self._level + 1, self._ours((ours("other sources, called by the notes"),)))
                yield Points("witnesses", told)
            case parts.Colophon():
                yield Pairs(tuple(wording.origin(self._document, self._dossier.head.edition.by)))
            case parts.Contents():
                yield ContentsPlace()
            case parts.SheetStart():
                yield Break()

    def _title(self, level: int, words: Words) -> Title:
        self._titles += 1
        return Title(level, Words(words.runs, words.owner, f"part-{self._titles}"))

    def _ours(self, runs: tuple[Run | Link, ...]) -> Words:
        return Words(runs, "ours")

    def _whole(self, runs: tuple[Run, ...]) -> Words:
        """Return a line that is ours where all its words are."""
        return self._ours(runs) if all(run.owner == "ours" for run in runs) else Words(self._joined(runs))

    def _joined(self, runs: Iterable[Run]) -> tuple[Run, ...]:
        """Return pieces of the source with what stands between them: the blanks, or a mark of what is left out."""
        found: list[Run] = []
        for run in runs:
            before = found[-1].span if found else None
            if before is not None and run.span is not None and before.end != run.span.start:
                found.extend(self._between(before, run.span))
            found.append(run)
        return tuple(found)

    def _between(self, before: Span, after: Span) -> tuple[Run, ...]:
        gap = self._dossier.text[before.end : after.start]
        if gap.isspace():
            return (Run(gap, "source", Span(before.end, after.start)),)
        return ours(" "), ours("…"), ours(" ")

    def _more(self, count: int, noun: str) -> Iterator[Block]:
        if count:
            yield Line("more", self._ours((ours(f"and {wording.counted(count, f'more {noun}')}"),)))

    def _figures(self, part: parts.FigureGroup) -> Iterator[Block]:
        if part.name.text != UNGROUPED or self._document.kind == "summary":
            yield self._title(self._level + 1, self._ours((part.name,)))
        yield Figures(tuple(map(self._figure, part.figures)))
        yield from self._more(part.more, "figure")

    def _figure(self, item: parts.FigureItem) -> Figure:
        told = [run for run in (item.qualifier, item.value, item.unit) if run is not None]
        pieces = self._joined(sorted(told, key=lambda run: run.span or Span(0, 0)))
        at = pieces.index(item.value)
        remarks = [] if item.rest is None else [item.rest]
        digits = "".join(sign for sign in item.value.text if sign.isdigit() or sign == ".")
        if item.number is not None and item.number not in {item.value.text, digits}:
            remarks += [ours(" "), ours(f"read as {item.number}")]
        last = pieces[-1]
        noted = Run(last.text, last.owner, last.span, item.notes)
        if at == len(pieces) - 1:
            return Figure(pieces[:at], noted, tuple(remarks), item.number is not None)
        return Figure(pieces[:at], item.value, (*pieces[at + 1 : -1], noted, *remarks), item.number is not None)

    def _entry(self, entry: parts.Entry) -> Entry:
        text = tuple(Words(runs) for runs in entry.text)
        return Entry(entry.id, entry.row, self._whole(entry.date), text, entry.topics)

    def _note(self, item: parts.NoteItem) -> Item:
        anchor = "" if item.number in self._anchored else note_anchor(item.number)
        self._anchored.add(item.number)
        under = item.witnesses if self._document.kind in WITNESSES_TOLD else ()
        return Item(wording.note(item, anchor=anchor), tuple(map(wording.witness, under)))
