from __future__ import annotations

import msgspec

from natopk_desktop.dossier import store
from natopk_desktop.dossier.dossier import Dossier
from tests.generator import contents


def test_figures_and_notes_are_found_from_their_milestone() -> None:
    dossier = store.built_in()
    bearings = dossier.bearings
    assert [figure.value.of(dossier.text) for figure in bearings.figures_of("m02")] == ["two"]
    assert len(bearings.figures_of("m04")) == 6
    assert bearings.figures_of("m01") == []
    slip = next(note for note in dossier.head.notes if note.reading == "Pakistan")
    assert slip in bearings.notes_on_milestone(1)
    assert slip not in bearings.notes_on_milestone(2)


def test_a_milestones_own_figures_come_before_the_others_of_their_group() -> None:
    dossier = store.built_in()
    words = [figure.value.of(dossier.text) for figure in dossier.figures_beside(dossier.milestones[3])]
    assert words[:3] == ["3500", "7600", "8000"]
    assert words[-1] == "two"


def test_a_note_bears_on_every_block_its_spans_touch() -> None:
    dossier = store.built_in()
    for note in dossier.head.notes:
        touched = {row for span in note.spans for row in dossier.bearings.blocks_touched(span)}
        for row in range(len(dossier.blocks)):
            block = dossier.blocks.span(row)
            assert (row in touched) == any(block.overlaps(span) for span in note.spans)
            assert (note in dossier.bearings.notes_on_block(row)) == (row in touched)


def test_blocks_of_milestones_lead_back_to_them() -> None:
    dossier = store.built_in()
    rows = [dossier.bearings.milestone_of_block(row) for row in range(len(dossier.blocks))]
    assert [row for row in rows if row is not None] == list(range(11))


def test_a_note_on_many_places_is_told_once_and_in_order() -> None:
    dossier = store.built_in()
    for row in range(len(dossier.milestones)):
        numbers = [dossier.head.notes.index(note) for note in dossier.bearings.notes_on_milestone(row)]
        assert numbers == sorted(set(numbers))


def test_milestones_of_several_blocks_keep_what_bears_on_each() -> None:
    made = contents(3)
    first, second, third = made.milestones
    spacing = made.blocks[made.blocks.index(next(block for block in made.blocks if block.id == second.blocks[0])) - 1]
    both = msgspec.structs.replace(first, blocks=(*first.blocks, *second.blocks))
    dossier = Dossier(
        msgspec.structs.replace(made, milestones=[both, msgspec.structs.replace(second, blocks=()), third])
    )
    rows = [dossier.bearings.milestone_of_block(row) for row in range(len(dossier.blocks))]
    assert rows == [None] * 6 + [0, None, 0, None, 2]
    assert dossier.bearings.milestone_of_block(dossier.blocks.row_at(spacing.span.start)) is None
    assert [note.id for note in dossier.bearings.notes_on_milestone(2)] == ["n0"]
