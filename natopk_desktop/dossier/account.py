"""The account: the proof that every code point of a source went into exactly one block."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from natopk_desktop.dossier.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from natopk_desktop.dossier.columns import BlockTable
    from natopk_desktop.dossier.model import Block


class Break(NamedTuple):
    """A place where the blocks do not tile the source.

    Attributes:
        row: the block before which, or in which, the tiling breaks; the number of blocks for the text's end.
        span: the code points that are in no block, in two blocks, or outside the text.
        message: a clause that says so.
    """

    row: int
    span: Span
    message: str


def breaks(length: int, blocks: Iterable[Block]) -> Iterator[Break]:
    """Yield every place where ``blocks``, in order, fail to tile a text of ``length`` code points."""
    at = row = 0
    for row, block in enumerate(blocks, 1):
        start, end = block.span
        if end <= start:
            yield Break(row - 1, block.span, f"block {block.id} is empty")
        elif end > length:
            yield Break(row - 1, block.span, f"block {block.id} ends after the text, which has {length} code points")
        elif start > at:
            yield Break(row - 1, Span(at, start), f"code points {at} to {start} are in no block")
        elif start < at:
            yield Break(row - 1, Span(start, at), f"code points {start} to {at} are in two blocks")
        at = max(at, end)
    if at < length:
        yield Break(row, Span(at, length), f"code points {at} to {length} are in no block")


def restored(text: str, blocks: BlockTable) -> str:
    """Return the text that the blocks give back when laid end to end."""
    return "".join(text[start:end] for start, end in zip(blocks.starts, blocks.ends, strict=True))


def shares(blocks: BlockTable) -> dict[str, int]:
    """Return how many code points stand in each kind of block, most first."""
    counts: dict[str, int] = {}
    for kind, start, end in zip(blocks.kinds, blocks.starts, blocks.ends, strict=True):
        counts[kind] = counts.get(kind, 0) + end - start
    return dict(sorted(counts.items(), key=lambda share: (-share[1], share[0])))
