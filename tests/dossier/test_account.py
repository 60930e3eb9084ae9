from __future__ import annotations

import pytest

from natopk_desktop.dossier import account, store
from natopk_desktop.dossier.model import Block
from natopk_desktop.dossier.spans import Span


def block(start: int, end: int) -> Block:
    return Block(f"b{start}", "paragraph", None, Span(start, end))


def test_blocks_laid_end_to_end_are_the_source() -> None:
    dossier = store.built_in()
    assert list(account.breaks(len(dossier.text), dossier.blocks)) == []
    assert account.restored(dossier.text, dossier.blocks) == dossier.text


def test_shares_add_up_to_the_whole() -> None:
    dossier = store.built_in()
    assert sum(account.shares(dossier.blocks).values()) == len(dossier.text)


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ([block(0, 4), block(4, 10)], []),
        ([], [Span(0, 10)]),
        ([block(0, 4), block(5, 10)], [Span(4, 5)]),
        ([block(0, 6), block(5, 10)], [Span(5, 6)]),
        ([block(1, 10)], [Span(0, 1)]),
        ([block(0, 9)], [Span(9, 10)]),
        ([block(0, 11)], [Span(0, 11)]),
        ([block(0, 0), block(0, 10)], [Span(0, 0)]),
        ([block(4, 10), block(0, 4)], [Span(0, 4), Span(0, 10)]),
    ],
)
def test_every_break_is_found_with_its_place(blocks: list[Block], expected: list[Span]) -> None:
    assert [found.span for found in account.breaks(10, blocks)] == expected
