"""The items of a loss report: one for each kind of loss, with the ids and the number concerned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from natopk_desktop.report import Item, Where

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.spans import Span

# The ids are examples past this many; the number in the sentence is always that of all.
MOST_IDS = 100


def lost(code: str, ids: Iterable[str], message: str, remedy: str | None = None) -> Iterator[Item]:
    """Yield one item on the objects of these ids, and none where there are no ids.

    Args:
        code: short name of the kind of loss.
        ids: ids of the objects concerned.
        message: a sentence in which ``{n}`` stands for their number.
        remedy: what the reader can do.
    """
    known = tuple(ids)
    if known:
        yield Item("lost", code, Where(ids=known[:MOST_IDS]), message.format(n=len(known)), remedy)


def changed(code: str, places: Iterable[Span], message: str, remedy: str | None = None) -> Iterator[Item]:
    """Yield one item on these places of the source, naming the first, and none where there are none.

    Args:
        code: short name of the kind of loss.
        places: spans of the source concerned, in order.
        message: a sentence in which ``{n}`` stands for their number.
        remedy: what the reader can do.
    """
    known = tuple(places)
    if known:
        yield Item("lost", code, Where(span=known[0]), message.format(n=len(known)), remedy)


def beside_milestones(dossier: Dossier) -> list[str]:
    """Return the ids of the blocks of words that belong to no milestone, but for the title."""
    blocks = dossier.blocks
    return [
        name
        for row, (name, kind) in enumerate(zip(blocks.ids, blocks.kinds, strict=True))
        if kind not in {"spacing", "title"} and dossier.bearings.milestone_of_block(row) is None
    ]
