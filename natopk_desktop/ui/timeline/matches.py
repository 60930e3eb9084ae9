"""Where the words a reader searches for stand in a text that Qt shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from natopk_desktop.dossier.spans import Span
    from natopk_desktop.ui.search_state import SearchState

BMP_END = "\uffff"
"""The last character that takes one UTF-16 unit."""


def found(search: SearchState | None, pieces: Iterable[Span]) -> list[Span]:
    """Return the found words inside ``pieces``, in their order; empty without a search."""
    return [] if search is None else [hit for piece in pieces for hit in search.spans_in(piece)]


def in_units(words: str, pieces: Iterable[Span], hits: Sequence[Span]) -> list[tuple[int, int]]:
    """Tell where ``hits`` stand in ``words``, as start and length in UTF-16 units, which Qt counts.

    Args:
        words: the words of ``pieces``, with one character between two pieces.
        pieces: spans of the source.
        hits: spans of the source, each within one of the pieces.
    """
    result = []
    at = 0
    for piece in pieces:
        for hit in hits:
            if piece.holds(hit):
                start = units(words, at + hit.start - piece.start)
                result.append((start, units(words, at + hit.end - piece.start) - start))
        at += piece.end - piece.start + 1
    return result


def units(words: str, code_points: int) -> int:
    """Return how many UTF-16 units the first ``code_points`` of ``words`` take."""
    head = words[:code_points]
    return len(head) if head.isascii() else len(head) + sum(char > BMP_END for char in head)


def code_points(words: str, utf16_units: int) -> int:
    """Return how many code points the first ``utf16_units`` of ``words`` hold; half a pair counts as none."""
    if words.isascii() or max(words) <= BMP_END:
        return min(utf16_units, len(words))
    return len(words.encode("utf-16-le")[: utf16_units * 2].decode("utf-16-le", "ignore"))
