from __future__ import annotations

from itertools import pairwise

import pytest

from natopk_desktop.documents.build import build
from natopk_desktop.documents.choice import Choice
from natopk_desktop.documents.parts import Document, Drawing, EntryTable, Heading
from natopk_desktop.dossier import store
from tests.documents.made_up import Made, made_up
from tests.generator import generated

BUILT_IN = store.built_in()


def pages(document: Document) -> list[tuple[Drawing, EntryTable]]:
    return [
        (first, second)
        for first, second in pairwise(document.parts)
        if isinstance(first, Drawing) and isinstance(second, EntryTable)
    ]


def test_the_built_in_timeline_is_one_page() -> None:
    ((drawing, table),) = pages(build(BUILT_IN, Choice(document="timeline")))
    assert len(table.entries) == len(drawing.scale.bands) == 11
    assert any(band.is_dashed for band in drawing.scale.bands)


@pytest.mark.parametrize("count", [60, 500])
def test_the_whole_is_drawn_and_then_page_after_page(count: int) -> None:
    document = build(generated(count), Choice(document="timeline"))
    found = pages(document)
    assert sum(isinstance(part, Drawing) for part in document.parts) == len(found) + 1
    assert [entry.row for _, table in found for entry in table.entries] == list(range(count))
    for (before, _), (after, _) in pairwise(found):
        assert before.view.first <= after.view.first
        assert before.view.end <= after.view.end


def test_every_entry_of_a_page_lies_in_the_time_it_draws() -> None:
    for drawing, table in pages(build(generated(60), Choice(document="timeline"))):
        assert {band.row for band in drawing.scale.bands} == {entry.row for entry in table.entries}


def test_many_entries_of_one_day_go_on_with_the_same_time() -> None:
    dossier = made_up([Made(f"Entry {number} " + "of some length " * 12) for number in range(40)])
    headings = [
        part.runs[0].text
        for part in build(dossier, Choice(document="timeline")).parts
        if isinstance(part, Heading) and part.level == 2
    ]
    assert len(headings) > 1
    assert all(text.endswith("more entries") for text in headings[1:])


def test_entries_without_any_date_come_last_and_say_so() -> None:
    dossier = made_up([Made("a", None, None), Made("b")])
    document = build(dossier, Choice(document="timeline"))
    assert isinstance(document.parts[-2], Heading)
    assert document.parts[-2].runs[0].text == "entries without a date, which are not drawn"
    table = document.parts[-1]
    assert isinstance(table, EntryTable)
    assert [entry.id for entry in table.entries] == ["m1"]
