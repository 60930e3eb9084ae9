"""A dossier's words laid end to end, folded once, so that a search is a look for a needle in one long text."""

from __future__ import annotations

from array import array
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from natopk_desktop.dossier.searchable import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopk_desktop.dossier.searchable import Kind, Searchable

ITEMS: Final = 10_000
"""Items in a piece."""


class Column:
    """The items of one kind.

    Attributes:
        words: their words as `Searchable.folded` lays them out, one item after the other. Every item begins and ends
            with a blank, so that no needle runs from one to the next.
        starts: where each item begins in ``words``.
        rows: the row of each item.
    """

    __slots__ = ("rows", "starts", "words")

    def __init__(self, words: str, starts: array[int], rows: array[int]) -> None:
        """Hold columns of equal length."""
        self.words = words
        self.starts = starts
        self.rows = rows

    def end(self, item: int) -> int:
        """Return where an item ends in ``words``."""
        return self.starts[item + 1] if item + 1 < len(self.starts) else len(self.words)


class SearchText:
    """The words of all items, by kind.

    Attributes:
        columns: the items of each kind.
    """

    __slots__ = ("columns",)

    def __init__(self, columns: dict[Kind, Column]) -> None:
        """Hold a column a kind."""
        self.columns = columns


class Collector:
    """Puts the words together, piece by piece."""

    def __init__(self) -> None:
        """Wait for the first piece."""
        self._words: dict[Kind, list[str]] = {kind: [] for kind in KINDS}
        self._lengths = {kind: array("q") for kind in KINDS}
        self._rows = {kind: array("q") for kind in KINDS}

    def take(self, piece: bytes) -> None:
        """Take in the next piece of ``pieces``."""
        kind = KINDS[piece[0]]
        count = int.from_bytes(piece[1:5], "big")
        numbers = array("q", piece[5 : 5 + 16 * count])
        self._lengths[kind] += numbers[:count]
        self._rows[kind] += numbers[count:]
        self._words[kind].append(piece[5 + 16 * count :].decode())

    def text(self) -> SearchText:
        """Return all the words, once every piece is in."""
        return SearchText({kind: self._column(kind) for kind in KINDS})

    def _column(self, kind: Kind) -> Column:
        lengths = self._lengths[kind]
        starts = array("q", accumulate(lengths[:-1], initial=0)) if lengths else array("q")
        return Column("".join(self._words[kind]), starts, self._rows[kind])


def pieces(items: Searchable) -> Iterator[bytes]:
    """Yield the words of all items in pieces that `Collector` puts together.

    A piece is the number of the kind (one byte), the number of items (four, the highest first), the length of each in
    code points, the row of each (eight bytes a number, as this machine has them), and their words in UTF-8.
    """
    for number, kind in enumerate(KINDS):
        rows = items.rows(kind)
        for at in range(0, len(rows), ITEMS):
            some = rows[at : at + ITEMS]
            laid_out = [items.folded(kind, row) for row in some]
            numbers = array("q", [*map(len, laid_out), *some])
            yield bytes((number,)) + len(some).to_bytes(4, "big") + numbers.tobytes() + "".join(laid_out).encode()


def of(items: Searchable) -> SearchText:
    """Return the words of all items of a dossier."""
    collector = Collector()
    for piece in pieces(items):
        collector.take(piece)
    return collector.text()
