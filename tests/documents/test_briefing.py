from __future__ import annotations

from natopk_desktop.documents.build import build
from natopk_desktop.documents.choice import Choice
from natopk_desktop.documents.parts import (
    Colophon,
    Contents,
    Drawing,
    EntryTable,
    Heading,
    NoteList,
    Paragraph,
    Reckoning,
    WitnessList,
)
from natopk_desktop.dossier import store
from tests.documents.made_up import made_up

BUILT_IN = store.built_in()
DOCUMENT = build(BUILT_IN, Choice(document="briefing"))


def test_every_block_is_told_once_in_the_order_of_the_page() -> None:
    spans = [
        (run.span.start, run.span.end)
        for part in DOCUMENT.parts
        if isinstance(part, Heading | Paragraph)
        for run in part.runs
        if run.span is not None
    ]
    title = next(span for span in spans if span[0] == 43)
    spans.remove(title)
    assert spans == sorted(spans)
    told = "".join(BUILT_IN.text[start:end] for start, end in [title, *spans])
    kinds = {"banner", "title", "caption", "heading", "paragraph", "stamp"}
    blocks = [block.span.of(BUILT_IN.text) for block in BUILT_IN.blocks if block.kind in kinds]
    assert sum(map(len, blocks)) == len(told)


def test_the_milestones_stand_under_their_heading() -> None:
    at = next(at for at, part in enumerate(DOCUMENT.parts) if isinstance(part, EntryTable))
    heading = DOCUMENT.parts[at - 1]
    assert isinstance(heading, Heading)
    assert heading.runs[0].text == "Key milestones"


def test_it_has_contents_drawing_notes_sources_and_the_length_of_the_relief_operation() -> None:
    for kind in (Contents, Drawing, NoteList, Colophon, WitnessList):
        assert sum(isinstance(part, kind) for part in DOCUMENT.parts) == 1
    told = ["".join(run.text for run in part.runs) for part in DOCUMENT.parts if isinstance(part, Reckoning)]
    assert [text[: text.index(". ")] for text in told] == [
        "Length of the relief operation, from “October 2005” to “January 2006”: 62 to 122 days",
        "Length of the relief operation, from “October 2005” to “February 2006”: 93 to 150 days",
    ]


def test_a_source_that_several_notes_call_is_listed_once_with_their_numbers() -> None:
    witnesses = next(part for part in DOCUMENT.parts if isinstance(part, WitnessList)).witnesses
    assert len({(one.title, one.url) for one in witnesses}) == len(witnesses)
    assert any(len(one.notes) > 1 for one in witnesses)


def test_a_page_without_milestones_has_no_table() -> None:
    parts = build(made_up(), Choice(document="briefing")).parts
    assert not any(isinstance(part, EntryTable | Drawing) for part in parts)
