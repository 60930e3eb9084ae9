from __future__ import annotations

import pytest

from natopk_desktop.documents.choice import Choice
from natopk_desktop.documents.chosen import rows
from natopk_desktop.documents.estimate import DENSE, PAGE, USUAL, capped, estimated_height, estimated_room
from natopk_desktop.documents.summary import Summary
from natopk_desktop.dossier import store
from natopk_desktop.typesetting.pages import Setting
from tests.generator import generated

SLACK = 16.0
"""Points: a line of the introduction and a few more; what is off more would cost measurements."""


@pytest.mark.parametrize("count", [None, 1, 11])
@pytest.mark.parametrize("notes", [True, False])
@pytest.mark.parametrize("dense", [True, False])
def test_the_estimate_is_near_what_typst_sets(count: int | None, notes: bool, dense: bool) -> None:
    import msgspec

    dossier = store.built_in() if count is None else generated(count)
    choice = Choice(notes=notes)
    summary = Summary(dossier, choice, rows(dossier, choice))
    room = msgspec.structs.replace(capped(summary), notes=min(3, capped(summary).notes))
    document = msgspec.structs.replace(summary.made(room), dense=dense)
    setting = Setting(document, "a4")
    end = setting.end()
    reached = (end.page - 1) * end.body + end.y - (end.bottom - end.body)
    assert estimated_height(summary, room, DENSE if dense else USUAL) == pytest.approx(reached, abs=SLACK)


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_page_is_as_high_as_typst_has_it(paper: str) -> None:
    choice = Choice(paper=paper)  # type: ignore[arg-type]
    dossier = generated(1)
    setting = Setting(Summary(dossier, choice, [0]).made(capped(Summary(dossier, choice, [0]))), choice.paper)
    assert setting.end().body == pytest.approx(PAGE[choice.paper], abs=0.2)


def test_the_room_estimated_is_one_that_fits() -> None:
    dossier, choice = generated(200), Choice()
    summary = Summary(dossier, choice, rows(dossier, choice))
    room = estimated_room(summary)
    assert estimated_height(summary, room, DENSE) <= PAGE["a4"]
    assert 0 < room.milestones < 200
