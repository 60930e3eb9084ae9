from __future__ import annotations

import os
from time import monotonic
from typing import TYPE_CHECKING

import pytest

from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import store
from natopk_desktop.exporters import registry
from natopk_desktop.jobs.requests import Export, Open, Save
from natopk_desktop.ui.job import Job

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.jobs.requests import Request

    Start = Callable[[Request, Dossier | None], Job]

PATIENCE = 60_000


@pytest.fixture
def start(qapp: QApplication) -> Iterator[Start]:
    """Starts jobs, and ends them with the test."""
    jobs: list[Job] = []

    def begin(request: Request, dossier: Dossier | None = None) -> Job:
        jobs.append(Job(request, dossier, qapp))
        jobs[-1].start()
        return jobs[-1]

    yield begin
    for job in jobs:
        job.cancel()
        job.setParent(None)
        job.deleteLater()


def test_a_file_opens_as_the_same_dossier(qtbot: QtBot, start: Start, dossier: Dossier, tmp_path: Path) -> None:
    path = tmp_path / "ünter wegs.dossier.json"
    store.save(dossier, path)
    job = start(Open(os.fsencode(path)), None)
    with qtbot.waitSignal(job.finished, timeout=PATIENCE):
        pass
    assert job.dossier is not None
    assert store.dumps(job.dossier) == store.dumps(dossier)


def test_what_is_wrong_with_a_file_is_told_in_the_same_sentence(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    path = tmp_path / "broken.dossier.json"
    path.write_text('{"format": "natopk-dossier", "version": 7}')
    job = start(Open(os.fsencode(path)), None)
    with qtbot.waitSignal(job.failed, timeout=PATIENCE) as told:
        pass
    with pytest.raises(store.DamagedError) as expected:
        store.loads(path.read_bytes(), path.name)
    assert told.args == [expected.value.message]


def test_an_export_gives_the_bytes_the_writer_gives(qtbot: QtBot, start: Start, dossier: Dossier) -> None:
    choice = Choice(document="briefing", topics=frozenset({"relief"}))
    job = start(Export("md", choice), dossier)
    with qtbot.waitSignal(job.finished, timeout=PATIENCE):
        pass
    expected = registry.by_id("md").write(dossier, choice)
    assert job.files == list(expected.files)
    assert job.answer.items == expected.losses


def test_a_dossier_is_put_in_canonical_form(qtbot: QtBot, start: Start, dossier: Dossier) -> None:
    job = start(Save(), dossier)
    with qtbot.waitSignal(job.finished, timeout=PATIENCE):
        pass
    assert job.files == [store.dumps(dossier)]


def test_a_cancelled_job_is_gone_at_once_and_says_nothing(
    qtbot: QtBot, start: Start, generated: Callable[[int], Dossier]
) -> None:
    job = start(Export("pdf", Choice(document="briefing")), generated(2000))
    told: list[str] = []
    job.finished.connect(lambda: told.append("finished"))
    job.failed.connect(told.append)
    qtbot.waitUntil(lambda: job._process.processId() != 0, timeout=PATIENCE)
    number = job._process.processId()
    before = monotonic()
    job.cancel()
    took = monotonic() - before
    qtbot.wait(50)
    assert told == []
    assert job.is_over
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)
    assert took < 5  # not a measurement: only that nobody waits for the work


def test_a_process_that_dies_is_told_of(qtbot: QtBot, start: Start, generated: Callable[[int], Dossier]) -> None:
    job = start(Export("pdf", Choice(document="briefing")), generated(2000))
    qtbot.waitUntil(lambda: job._process.processId() != 0, timeout=PATIENCE)
    with qtbot.waitSignal(job.failed, timeout=PATIENCE) as told:
        job._process.kill()
    assert "without a result" in str(told.args)


def test_an_error_nobody_foresaw_is_logged_without_its_words(
    qtbot: QtBot, start: Start, dossier: Dossier, home: Path
) -> None:
    job = start(Export("pdf", Choice(document="no such document")), dossier)  # type: ignore[arg-type]  # on purpose
    with qtbot.waitSignal(job.failed, timeout=PATIENCE) as told:
        pass
    assert "nobody foresaw" in str(told.args)
    assert "worker.py" in (home / ".local/state/natopk-desktop/log.txt").read_text()
