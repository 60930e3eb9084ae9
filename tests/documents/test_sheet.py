from __future__ import annotations

from natopk_desktop.documents.build import build
from natopk_desktop.documents.choice import Choice
from natopk_desktop.documents.parts import Drawing, EntryTable, NoteList, Paragraph, PassageList, SheetStart
from natopk_desktop.dossier import store
from tests.documents.made_up import Made, made_up

BUILT_IN = store.built_in()


def test_several_milestones_have_a_sheet_each() -> None:
    document = build(BUILT_IN, Choice(document="milestone", only=("m02", "m04", "m09")))
    assert [len(part.entries) for part in document.parts if isinstance(part, EntryTable)] == [1, 1, 1]
    assert [part.name for part in document.parts if isinstance(part, SheetStart)] == ["m04", "m09"]
    assert document.label.startswith("3 milestone sheets")


def test_a_sheet_tells_passages_with_headings_and_reasons() -> None:
    document = build(BUILT_IN, Choice(document="milestone", only=("m04",)))
    passages = next(part for part in document.parts if isinstance(part, PassageList)).passages
    related = BUILT_IN.milestones.related(3)
    assert ["".join(run.text for run in one.runs) for one in passages] == [
        one.span.of(BUILT_IN.text) for one in related
    ]
    assert passages[0].heading.text == "How did relations with Pakistan evolve?"
    assert [one.reason.text for one in passages] == [one.reason for one in related]


def test_a_sheet_marks_its_place_in_time_and_says_so() -> None:
    document = build(BUILT_IN, Choice(document="milestone", only=("m09",)))
    drawing = next(part for part in document.parts if isinstance(part, Drawing))
    assert drawing.marked == 8
    assert drawing.alternative[-1] == "This one is marked: No date; placed under January 2007 by us."


def test_a_milestone_without_any_date_has_no_drawing() -> None:
    undated = made_up([Made("a", None, None), Made("b")])
    document = build(undated, Choice(document="milestone", only=("m1",)))
    assert not any(isinstance(part, Drawing) for part in document.parts)


def test_each_sheet_lists_the_notes_that_it_calls() -> None:
    document = build(BUILT_IN, Choice(document="milestone"))
    for part in document.parts:
        if isinstance(part, NoteList):
            numbers = [note.number for note in part.notes]
            assert numbers == sorted(set(numbers))


def test_no_milestone_is_told_in_words() -> None:
    document = build(BUILT_IN, Choice(document="milestone", period="1950"))
    assert [part.runs[0].text for part in document.parts if isinstance(part, Paragraph)] == [
        "There is no such milestone."
    ]
