from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from natopk_desktop.documents.choice import Choice
from natopk_desktop.typesetting import fit, packed
from natopk_desktop.ui.output import page_setter
from natopk_desktop.ui.output.page_setter import PageSetter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from natopk_desktop.dossier.dossier import Dossier

PATIENCE = 60_000


@pytest.fixture
def setter(dossier: Dossier, qapp: object) -> Iterator[PageSetter]:
    assert qapp
    owner = QObject()
    made = PageSetter(dossier, owner)
    yield made
    made.stop()
    owner.deleteLater()


@pytest.mark.parametrize("is_long", [False, True])
def test_thread_and_process_set_the_same_pages(
    setter: PageSetter, dossier: Dossier, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, *, is_long: bool
) -> None:
    if is_long:
        monkeypatch.setattr(page_setter, "LONG", 5)
    choice = Choice(document="timeline", paper="letter")
    with qtbot.waitSignal(setter.ready, timeout=PATIENCE) as told:
        setter.start(choice)
    (pages,) = told.args
    assert tuple(map(packed.svg, pages)) == fit.fitted(dossier, choice).svg()


def test_a_new_wish_takes_the_place_of_the_one_before(
    setter: PageSetter, dossier: Dossier, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    got: list[tuple[bytes, ...]] = []
    setter.ready.connect(got.append)
    setter.start(Choice(document="briefing"))
    setter.start(Choice(document="milestone"))
    monkeypatch.setattr(page_setter, "LONG", 5)
    setter.start(Choice(document="briefing"))
    setter.start(Choice(only=("m02",)))
    with qtbot.waitSignal(setter.ready, timeout=PATIENCE):
        pass
    qtbot.wait(100)
    ((page,),) = got
    assert packed.svg(page) == fit.fitted(dossier, Choice(only=("m02",))).svg()[0]


def test_what_cannot_be_set_is_told_in_one_sentence(
    setter: PageSetter, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packed, "MOST_SHEETS", 3)
    with qtbot.waitSignal(setter.failed, timeout=PATIENCE) as told:
        setter.start(Choice(document="milestone"))
    assert told.args == ["These would be 11 sheets, and 3 are the most at once; choose fewer entries."]


def test_an_error_that_nobody_foresaw_goes_to_the_log(
    setter: PageSetter, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from natopk_desktop import log

    def fail(_dossier: object, _choice: object) -> tuple[bytes, ...]:
        raise ZeroDivisionError

    monkeypatch.setattr(packed, "pages", fail)
    with qtbot.waitSignal(setter.failed, timeout=PATIENCE) as told:
        setter.start(Choice())
    assert told.args == [""]
    assert "ZeroDivisionError" in log.path().read_text()
