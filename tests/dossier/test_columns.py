from __future__ import annotations

from natopk_desktop.dossier import store
from natopk_desktop.dossier.columns import BlockTable, MilestoneTable, Ragged, Spans
from natopk_desktop.dossier.spans import Span
from tests.generator import contents


def test_ragged_rows_come_back() -> None:
    column = Ragged()
    column.append([])
    column.append([1, 2])
    column.extend([[], [3]])
    assert [list(column[row]) for row in range(len(column))] == [[], [1, 2], [], [3]]


def test_spans_come_back() -> None:
    column = Spans()
    column.extend([[1, 2, 5, 9], []])
    assert column.spans(0) == (Span(1, 2), Span(5, 9))
    assert column.spans(1) == ()


def test_tables_give_back_every_value_of_the_built_in_dossier() -> None:
    read, _ = store.parse(store.dumps(store.built_in()), "built-in")
    blocks = BlockTable(read.blocks)
    milestones = MilestoneTable(read.milestones, blocks, [topic.id for topic in read.topics])
    assert list(blocks) == read.blocks
    assert list(milestones) == read.milestones
    assert milestones[-1] == read.milestones[-1]
    assert milestones[2:4] == read.milestones[2:4]


def test_rows_are_found_by_id_and_by_offset() -> None:
    made = contents(5)
    blocks = BlockTable(made.blocks)
    milestones = MilestoneTable(made.milestones, blocks, [topic.id for topic in made.topics])
    assert milestones.row_of("m3") == 2
    assert milestones.row_of("nobody") is None
    for row, block in enumerate(made.blocks):
        assert blocks.row_of(block.id) == row
        assert blocks.row_at(block.span.start) == row
        assert blocks.row_at(block.span.end - 1) == row
    assert milestones.has_related(0)
    assert not milestones.has_related(1)
