"""The real process; the printing system it meets is none, or one that never answers."""

from __future__ import annotations

import shutil
import socket
import subprocess
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from natopk_desktop import processes
from natopk_desktop.ui.output.print_request import PrintRequest
from natopk_desktop.ui.output.print_service import LIST
from natopk_desktop.ui.output.printing_process import PrinterSearch, PrintRun

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

PATIENCE = 30_000

pytestmark = pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="CUPS is asked through a Unix socket")


@pytest.fixture
def owner(qapp: object) -> Iterator[QObject]:
    assert qapp
    made = QObject()
    yield made
    made.deleteLater()


@pytest.fixture
def silent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A printing system that takes the question and gives no answer."""
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "cups.sock"))
        server.listen(5)
        monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "cups.sock"))
        yield


def test_where_there_is_no_printing_system_there_is_no_printer(
    owner: QObject, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "none.sock"))
    search = PrinterSearch(owner)
    with qtbot.waitSignal(search.found, timeout=PATIENCE) as told:
        search.start()
    assert told.args == [()]


@pytest.mark.usefixtures("silent")
def test_a_printing_system_that_does_not_answer_is_told_of_and_given_up(owner: QObject, qtbot: QtBot) -> None:
    search = PrinterSearch(owner, 50, 3000)
    found: list[object] = []
    search.found.connect(found.append)
    with qtbot.waitSignals([search.delayed, search.gave_up], timeout=PATIENCE, order="strict"):
        search.start()
    assert found == []


@pytest.mark.usefixtures("silent")
def test_a_job_that_hangs_ends_when_it_is_cancelled(owner: QObject, qtbot: QtBot) -> None:
    run = PrintRun(owner)
    told: list[object] = []
    run.finished.connect(lambda: told.append("finished"))
    run.failed.connect(told.append)
    run.start(PrintRequest("Hall", "Title", "a4"), [b"page"])
    qtbot.wait(50)
    run.cancel()
    qtbot.wait(50)
    assert told == []


def test_a_job_for_no_printer_fails_with_a_sentence(
    owner: QObject, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "none.sock"))
    run = PrintRun(owner)
    with qtbot.waitSignal(run.failed, timeout=PATIENCE) as told:
        run.start(PrintRequest("Hall", "Title", "a4"), [b"page"])
    assert told.args == ["The printer Hall is not there any more; choose another one."]


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_printers_are_asked_through_no_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CUPS_SERVER", "HOME"):
        monkeypatch.delenv(name, raising=False)
    log = tmp_path / "log"
    command = ["strace", "-f", "-qq", "-e", "trace=%network", "-o", str(log), *processes.command_line_program()]
    subprocess.run([*command, processes.PRINTING, LIST], env=processes.environment(), check=True)
    assert "AF_INET" not in log.read_text()
