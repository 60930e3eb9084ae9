from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QProcess

from natopk_desktop.documents.choice import Choice
from natopk_desktop.exporters import look, registry
from natopk_desktop.ui.output.making import Making, Wish

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from natopk_desktop.dossier.dossier import Dossier

PATIENCE = 60_000


@pytest.fixture
def make(qapp: QApplication) -> Iterator[Callable[[Dossier], Making]]:
    """Makes makers, and ends what they do with the test."""
    made: list[Making] = []

    def begin(dossier: Dossier) -> Making:
        made.append(Making(dossier, qapp))
        return made[-1]

    yield begin
    for making in made:
        making.cancel()
        making.setParent(None)
        making.deleteLater()


def wish(format_id: str, choice: Choice = Choice()) -> Wish:  # noqa: B008 - frozen
    return Wish(registry.by_id(format_id), choice)


def processes_of(making: Making) -> list[QProcess]:
    running = QProcess.ProcessState.NotRunning
    return [process for process in making.findChildren(QProcess) if process.state() != running]


@pytest.mark.parametrize("format_id", ["pdf", "html", "ics", "csl"])
def test_it_makes_what_the_writer_makes(
    qtbot: QtBot, make: Callable[[Dossier], Making], dossier: Dossier, format_id: str
) -> None:
    making = make(dossier)
    with qtbot.waitSignal(making.done, timeout=PATIENCE):
        making.ask(wish(format_id))
    assert making.made is not None
    written, seen = look.seen(dossier, Choice(), registry.by_id(format_id))
    assert making.made.written == written
    assert making.made.look == seen
    assert not making.is_busy


def test_what_is_asked_for_last_is_made_and_the_rest_is_ended(
    qtbot: QtBot, make: Callable[[Dossier], Making], generated: Callable[[int], Dossier]
) -> None:
    making = make(generated(2000))
    for document in ("briefing", "timeline", "milestone"):
        making.ask(wish("pdf", Choice(document=document)))
        assert len(processes_of(making)) == 1
    with qtbot.waitSignal(making.done, timeout=PATIENCE):
        making.ask(wish("md", Choice(only=("m1",))))
    assert making.made is not None
    assert making.made.wish == wish("md", Choice(only=("m1",)))


def test_cancelled_it_is_gone_at_once(
    qtbot: QtBot, make: Callable[[Dossier], Making], generated: Callable[[int], Dossier]
) -> None:
    making = make(generated(2000))
    making.ask(wish("pdf", Choice(document="briefing")))
    qtbot.wait(100)
    assert processes_of(making)
    making.cancel()
    assert not making.is_busy
    assert processes_of(making) == []


@pytest.mark.parametrize("format_id", ["md", "txt", "html", "docx", "csv", "ics", "timelinejs", "timeline"])
def test_long_work_tells_how_far_it_is(
    qtbot: QtBot, make: Callable[[Dossier], Making], generated: Callable[[int], Dossier], format_id: str
) -> None:
    making = make(generated(600))
    shares: list[float] = []
    making.progressed.connect(shares.append)
    with qtbot.waitSignal(making.done, timeout=PATIENCE):
        making.ask(wish(format_id, Choice(document="briefing") if format_id != "csv" else Choice()))
    assert shares == sorted(shares)
    assert len(shares) > 10
    assert 0 < shares[-1] <= 1


def test_what_cannot_be_made_is_one_sentence(
    qtbot: QtBot, make: Callable[[Dossier], Making], generated: Callable[[int], Dossier]
) -> None:
    making = make(generated(0))
    with qtbot.waitSignal(making.failed, timeout=PATIENCE) as told:
        making.ask(wish("timelinejs"))
    assert "without a dated entry" in told.args[0]
    assert (making.made, making.is_busy) == (None, False)
