from __future__ import annotations

from natopk_desktop.dossier import store


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
