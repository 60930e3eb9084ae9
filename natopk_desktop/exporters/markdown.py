"""Markdown: CommonMark without extensions, so milestones are a list; all words read as the characters they are."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from natopk_desktop.documents.uncut import uncut
from natopk_desktop.exporters.progress import unheard
from natopk_desktop.exporters.texts import blocks, losses, telling
from natopk_desktop.exporters.texts.blocks import Link
from natopk_desktop.exporters.texts.characters import PLAIN, Characters
from natopk_desktop.exporters.texts.laying import laid
from natopk_desktop.exporters.texts.lines import Lines
from natopk_desktop.exporters.written import Written
from natopk_desktop.formats import commonmark

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.exporters.progress import Progress
    from natopk_desktop.exporters.texts.blocks import Block, Entry, Item, Laid, Words


def write(dossier: Dossier, choice: Choice, progress: Progress = unheard) -> Written:
    """Write the document that ``choice`` asks for.

    Raises:
        InputError: the choice means nothing in this dossier.
    """
    document = uncut(dossier, choice)
    characters = Characters(PLAIN, isolates=False)
    text = "\n\n".join(_Writer(laid(dossier, document, progress), characters).blocks())
    return Written((f"{text}\n".encode(),), losses.found(dossier, choice, document, characters, draws=False))


class _MarkdownLines(Lines):
    """Lines whose every piece is escaped."""

    def finished(self, pieces: Iterable[str | Link], *, one_line: bool = False) -> str:
        told = [(is_link, list(group)) for is_link, group in groupby(pieces, key=lambda piece: isinstance(piece, Link))]
        last = len(told) - 1
        return "".join(
            "".join(map(self._link, group))
            if is_link
            else commonmark.escaped("".join(map(str, group)), starts=at == 0, ends=at == last, one_line=one_line)
            for at, (is_link, group) in enumerate(told)
        )

    def heading(self, words: Words) -> str:
        """Return a line where none can end."""
        return self.finished(self.pieces(words), one_line=True)

    def _link(self, link: str | Link) -> str:
        text = self.characters.plain(link) if isinstance(link, Link) else link
        return commonmark.address(text)


class _Writer:
    """Writes one document, block for block."""

    def __init__(self, document: Laid, characters: Characters) -> None:
        self._document = document
        self._lines = _MarkdownLines(characters)
        self._bullet = "*"

    def blocks(self) -> Iterator[str]:
        """Yield the blocks of the file."""
        yield from (self._lines.of(head.words) for head in self._document.head)
        yield self._lines.of(self._document.foot[-1])
        for block in self._document.blocks:
            yield from filter(None, self._block(block))
        yield from map(self._lines.of, self._document.foot[:-1])

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case blocks.Title():
                yield f"{'#' * min(block.level, 6)} {self._lines.heading(block.words)}"
            case blocks.Line(role="list-item"):
                yield _indented(f"+ {self._lines.of(block.words)}")
            case blocks.Line():
                yield self._lines.of(block.words)
            case blocks.Entries(is_table=False):
                yield from (line for entry in self._document.meter.each(block.entries) for line in self._text(entry))
            case blocks.Passage():
                yield self._lines.of(block.told)
                yield f"> {self._lines.of(block.words)}".replace("\n", "\n> ")
            case blocks.ContentsPlace():
                over, *titles = telling.contents(self._document)
                yield self._lines.of(over)
                yield self._list(map(self._lines.heading, titles))
            case _:
                yield self._list(self._points(block))

    def _points(self, block: Block) -> Iterator[str]:
        """Return the points of a block that is a list in Markdown."""
        match block:
            case blocks.Points():
                return map(self._item, block.items)
            case blocks.Figures():
                return map(self._lines.figure, block.figures)
            case blocks.Entries():
                return map(self._entry, self._document.meter.each(block.entries))
            case blocks.Pairs():
                return (self._lines.of(telling.pair(pair)) for pair in block.pairs)
            case blocks.Picture():
                return map(self._lines.of, telling.picture(block))
            case _:
                return iter(())

    def _list(self, points: Iterable[str]) -> str:
        # Lists that follow each other are told apart by their bullets.
        self._bullet = "-" if self._bullet == "*" else "*"
        return "\n".join(_indented(f"{self._bullet} {point}") for point in points)

    def _item(self, item: Item) -> str:
        return "\n".join((self._lines.of(item.words), *(_indented(f"- {self._lines.of(one)}") for one in item.under)))

    def _entry(self, entry: Entry) -> str:
        return "\\\n".join((self._lines.of(entry.date), *self._text(entry)))

    def _text(self, entry: Entry) -> Iterator[str]:
        yield from map(self._lines.of, entry.text)
        if entry.topics:
            yield self._lines.of(telling.topics(entry))


def _indented(item: str) -> str:
    """Return a point of a list whose further lines belong to it."""
    return item.replace("\n", "\n  ")
