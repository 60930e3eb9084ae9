"""Plain text: UTF-8, a line for each block, never wrapped; a milestone is its date, its words, its topics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from natopk_desktop.documents.uncut import uncut
from natopk_desktop.exporters.progress import unheard
from natopk_desktop.exporters.texts import blocks, losses, telling
from natopk_desktop.exporters.texts.characters import PLAIN, Characters
from natopk_desktop.exporters.texts.laying import laid
from natopk_desktop.exporters.texts.lines import Lines
from natopk_desktop.exporters.written import Written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.exporters.progress import Progress
    from natopk_desktop.exporters.texts.blocks import Block, Laid

INDENT: Final = "    "
"""Before what stands under a point of a list."""


def write(dossier: Dossier, choice: Choice, progress: Progress = unheard) -> Written:
    """Write the document that ``choice`` asks for.

    Raises:
        InputError: the choice means nothing in this dossier.
    """
    document = uncut(dossier, choice)
    characters = Characters(PLAIN, isolates=False)
    text = "\n".join(_lines(laid(dossier, document, progress), Lines(characters)))
    return Written((text.encode(),), losses.found(dossier, choice, document, characters, draws=False))


def _lines(document: Laid, lines: Lines) -> Iterator[str]:
    for head in document.head:
        yield lines.of(head.words)
    yield lines.of(document.foot[-1])
    for block in document.blocks:
        told = list(_block(block, document, lines))
        if told:
            yield ""
            yield from told
    yield ""
    yield from map(lines.of, document.foot[:-1])
    yield ""


def _block(block: Block, document: Laid, lines: Lines) -> Iterator[str]:
    match block:
        case blocks.Title():
            yield ""
            yield lines.of(block.words)
        case blocks.Line():
            yield lines.of(block.words)
        case blocks.Points():
            for item in block.items:
                yield lines.of(item.words)
                yield from (f"{INDENT}{lines.of(under)}" for under in item.under)
        case blocks.Figures():
            yield from map(lines.figure, block.figures)
        case blocks.Entries():
            yield from _entries(block, document, lines)
        case blocks.Passage():
            yield lines.of(block.told)
            yield lines.of(block.words)
        case blocks.Pairs():
            yield from (lines.of(telling.pair(pair)) for pair in block.pairs)
        case blocks.Picture():
            yield from map(lines.of, telling.picture(block))
        case blocks.ContentsPlace():
            yield from map(lines.of, telling.contents(document))
        case blocks.Break():
            yield ""


def _entries(block: blocks.Entries, document: Laid, lines: Lines) -> Iterator[str]:
    for number, entry in enumerate(document.meter.each(block.entries)):
        if number:
            yield ""
        if block.is_table:
            yield lines.of(entry.date)
        yield from map(lines.of, entry.text)
        if entry.topics:
            yield lines.of(telling.topics(entry))
