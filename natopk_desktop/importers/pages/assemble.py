"""Units and entries -> the blocks and milestones of a dossier, with what was guessed of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from natopk_desktop.dossier.model import Block, Computed, Inferred, Milestone, PrintedDate
from natopk_desktop.dossier.spans import Span
from natopk_desktop.importers.pages.telling import DOUBT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from natopk_desktop.importers.pages.entries import Entry
    from natopk_desktop.importers.pages.units import Unit


class Assembled(NamedTuple):
    """Blocks, milestones and what was guessed of them.

    Attributes:
        blocks: they tile the text.
        milestones: in the page's order, without related passages.
        computed: an item for each block and milestone that was guessed.
        unit_blocks: the ids of the blocks of each unit.
    """

    blocks: list[Block]
    milestones: list[Milestone]
    computed: list[Computed]
    unit_blocks: list[list[str]]


def assemble(length: int, units: Sequence[Unit], entries: Sequence[Entry]) -> Assembled:
    """Lay the units of a text of ``length`` code points end to end, spacing between, and give all of it ids."""
    pieces = [piece for unit in units for piece in _pieces(unit)]
    width = max(2, len(str(len(pieces))))
    blocks: list[Block] = []
    unit_blocks: list[list[str]] = []
    at = number = spaces = 0
    computed: list[Computed] = []
    for unit in units:
        unit_blocks.append([])
        for span in _pieces(unit):
            if span.start > at:
                spaces += 1
                blocks.append(Block(f"s{spaces:0{width}}", "spacing", None, Span(at, span.start)))
            number += 1
            block = Block(f"b{number:0{width}}", unit.kind or "paragraph", unit.heading_level, span)
            blocks.append(block)
            unit_blocks[-1].append(block.id)
            if unit.reason and unit.kind != "milestone":
                computed.append(Computed(block.id, round(unit.confidence, 2), unit.reason))
            at = span.end
    if at < length:
        blocks.append(Block(f"s{spaces + 1:0{width}}", "spacing", None, Span(at, length)))
    milestones = list(_milestones(entries, unit_blocks, computed))
    return Assembled(blocks, milestones, computed, unit_blocks)


def _pieces(unit: Unit) -> Sequence[Span]:
    """Return the spans of a unit's blocks: a table row of mark-up has one for each cell."""
    return unit.cells if unit.hint == "cell" and unit.cells else (unit.span,)


def _milestones(
    entries: Sequence[Entry], unit_blocks: Sequence[list[str]], computed: list[Computed]
) -> Iterator[Milestone]:
    width = max(2, len(str(len(entries))))
    for number, entry in enumerate(entries, 1):
        edtf = entry.date.edtf() if entry.date is not None else None
        inferred = Inferred(tuple(entry.origin), entry.why) if entry.why else None
        blocks = tuple(block for unit in entry.units for block in unit_blocks[unit])
        date = PrintedDate(edtf, tuple(entry.printed), inferred)
        milestone = Milestone(f"m{number:0{width}}", blocks, date, tuple(entry.text), (), ())
        reason = entry.reason if entry.doubt is None else f"{entry.reason}{DOUBT}{entry.doubt}."
        computed.append(Computed(milestone.id, round(entry.confidence, 2), reason))
        yield milestone
