"""What the importer finds on the built-in page and on changed ones, against what a person found."""

from __future__ import annotations

import sys
from random import Random
from typing import TYPE_CHECKING, NamedTuple

import pytest

from natopk_desktop.dossier.validate import defects
from tests.importers.pages.changed import CHANGES, Changed, changed
from tests.importers.pages.scoring import read

if TYPE_CHECKING:
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.model import DossierFile
    from natopk_desktop.dossier.spans import Span

SEEDS = (1, 2, 3)


class Found(NamedTuple):
    milestones: int
    too_many: int
    sections: int
    figures: int
    passages: int
    slips: int
    too_many_slips: int
    discrepancy: bool


def _overlap(first: Span, second: Span) -> float:
    """Return how much two spans share, as a part of the one of which it is more."""
    shared = min(first.end, second.end) - max(first.start, second.start)
    return max(0, shared) / min(first.end - first.start, second.end - second.start)


def _found(dossier: Dossier, page: Changed, contents: DossierFile) -> Found:
    milestones = passages = 0
    for curated in dossier.milestones:
        text = page.span(curated.text[0])
        edtf = page.edtf(curated.date.edtf or "")
        same = [
            found
            for found in contents.milestones
            if found.date.edtf == edtf
            and any(_overlap(text, span) > 0.9 for span in found.text)
            and [page.span(span) for span in curated.date.printed] == list(found.date.printed)
        ]
        milestones += bool(same)
        if same and same[0].related:
            passages += _overlap(same[0].related[0].span, page.span(curated.related[0].span)) >= 0.5
    heads = {block.span for block in contents.blocks if block.level is not None}
    sections = [b.span for b in dossier.blocks if b.level is not None and page.place[b.span.start] >= 0]
    counted = [figure for figure in dossier.head.figures if figure.number is not None]
    figures = sum(
        any(
            found.number == figure.number
            and found.value == page.span(figure.value)
            and _overlap(found.span, page.span(figure.span)) > 0.9
            for found in contents.figures
        )
        for figure in counted
    )
    told = [note.spans[0].of(page.text) for note in contents.notes if note.kind == "slip"]
    dates = next(note.spans for note in dossier.head.notes if note.id == "n06")
    wanted = {page.span(span) for span in dates}
    return Found(
        milestones,
        len(contents.milestones) - milestones,
        sum(page.span(span) in heads for span in sections),
        figures,
        passages,
        sum(slip in told for slip in page.slips),
        len(told) - sum(slip in told for slip in page.slips),
        any(note.kind == "discrepancy" and set(note.spans) == wanted for note in contents.notes),
    )


@pytest.mark.parametrize("name", CHANGES)
def test_page_is_understood_as_a_person_understood_it(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    for seed in SEEDS[:1] if not CHANGES[name] else SEEDS:
        dossier, page = changed(name, Random(f"{name} {seed}"))
        contents = read(page.text)
        found = _found(dossier, page, contents)
        with capsys.disabled():
            sys.stdout.write(f"\n{name} ({seed}): {found}")

        assert list(defects(contents)) == []
        assert found.milestones == 11
        assert found.too_many == 0
        has_heads = "no headings" not in name
        assert found.sections == (6 if has_heads else 1)
        assert found.figures == 4
        assert found.passages >= 9
        assert found.slips == 2
        assert found.too_many_slips == 0
        assert found.discrepancy


def test_built_in_page_has_no_residue_and_its_blocks() -> None:
    dossier, page = changed("as it is", Random(0))
    contents = read(page.text)

    assert [(b.kind, b.level, b.span) for b in contents.blocks] == [(b.kind, b.level, b.span) for b in dossier.blocks]
    assert sum(block.kind != "spacing" for block in contents.blocks) == 31
    assert not [block for block in contents.blocks if block.kind == "residue"]
    assert contents.source.title == dossier.title
    assert contents.source.publisher == "NATO"
    assert contents.source.language == "en"
    assert contents.source.updated == dossier.head.source.updated


def test_everything_that_was_computed_is_marked() -> None:
    _, page = changed("as it is", Random(0))
    contents = read(page.text)
    marked = {mark.id for mark in contents.computed}

    assert {milestone.id for milestone in contents.milestones} <= marked
    assert {figure.id for figure in contents.figures} <= marked
    assert {note.id for note in contents.notes} <= marked
    assert {block.id for block in contents.blocks if block.kind in ("heading", "title", "caption", "stamp")} <= marked
    assert all(mark.reason for mark in contents.computed)
    assert all(passage.reason for milestone in contents.milestones for passage in milestone.related)
