"""Starts of the real command, one after the other and at once."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from natopk_desktop import resources
from natopk_desktop.dossier import store

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = """
import sys
from natopk_desktop.ui import app

wanted, seen = int(sys.argv.pop(1)), sys.argv.pop(1)
running = None
asked_for = []
begin = app.start

def start(arguments):
    global running
    running = begin(arguments)
    asked_for.extend(arguments.files)
    print("started", flush=True)
    from PySide6.QtCore import QTimer
    from natopk_desktop.ui import asked
    answer = asked.answer
    def note(where, request):
        answer(where, request)
        asked_for.extend(request.files or ["nothing"])
    asked.answer = note
    timer = QTimer(running.application)
    timer.timeout.connect(look)
    timer.start(20)
    return running

def look():
    if len(asked_for) >= wanted:
        print(*asked_for, sep="\\n")
        if seen:
            tabs = running.windows[0].tabs
            with open(seen, "w") as file:
                file.write(f"{tabs.current.is_home} {tabs.current.view.reading.location.milestone} {len(tabs.pages)}")
        running.application.closeAllWindows()
        running.application.quit()

app.start = start
from natopk_desktop import window_command
from natopk_desktop.__main__ import _told
sys.exit(_told(lambda: window_command.main(sys.argv[1:]), "natopk-desktop"))
"""


Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts the command; the first process says so, and ends once it was asked for so many files, which it prints.

    Into the file ``seen`` it then writes what its tab in front shows.
    """
    started = []

    def begin(wanted: int, *files: str, seen: str | Path = "") -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(wanted), str(seen), *files],
            cwd=resources.bundled("data").parent,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield begin
    for process in started:
        process.kill()
        process.communicate()


def stand(first: subprocess.Popen[str]) -> None:
    """Wait until the first process has its window."""
    assert first.stdout is not None
    assert first.stdout.readline() == "started\n"


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    names = [f"{number} ü {'x' * number}.dossier.json" for number in range(20)]
    for name in names:
        store.save(store.built_in(), tmp_path / name)
    return [str(tmp_path / name) for name in names]


def test_twenty_starts_at_once_give_one_process_and_lose_no_file(start: Start, files: list[str]) -> None:
    processes = [start(20, file) for file in files]
    ended = [process.communicate(timeout=120) for process in processes]

    assert [process.returncode for process in processes] == [0] * 20
    assert [error for _, error in ended if error] == []
    (told,) = [out for out, _ in ended if out]
    assert sorted(told.splitlines()) == sorted([*files, "started"])


def test_a_bad_file_is_told_of_and_the_others_open(start: Start, files: list[str], tmp_path: Path) -> None:
    bad = tmp_path / "bad.dossier.json"
    bad.write_text("{}")
    first = start(3, files[0])
    stand(first)
    for file in (str(bad), files[1]):
        assert start(1, file).communicate(timeout=60) == ("", "")
    out, error = first.communicate(timeout=60)

    assert (first.returncode, error) == (0, "")
    assert sorted(out.splitlines()) == sorted([files[0], str(bad), files[1]])


def test_a_start_without_files_raises_the_window(start: Start, files: list[str]) -> None:
    first = start(2, files[0])
    stand(first)
    assert start(1).communicate(timeout=60) == ("", "")
    assert first.communicate(timeout=60) == (f"{files[0]}\nnothing\n", "")


@pytest.mark.parametrize("beside", [False, True])
def test_a_place_without_a_file_is_one_in_the_built_in_dossier(
    start: Start, files: list[str], tmp_path: Path, *, beside: bool
) -> None:
    shown = tmp_path / "shown.txt"
    first = start(2, *([] if beside else files[:1]), seen=shown)
    stand(first)
    if beside:  # the built-in dossier has a tab, behind another one
        assert start(1, files[0]).communicate(timeout=60) == ("", "")
    assert start(1, "--at", "m07").communicate(timeout=60) == ("", "")
    _, error = first.communicate(timeout=60)

    assert (first.returncode, error) == (0, "")
    assert shown.read_text() == "True m07 2"


def test_a_place_that_the_built_in_dossier_has_not_is_refused_by_the_start_that_asks(
    start: Start, files: list[str]
) -> None:
    alone = start(1, "--at", "m99")
    refused = alone.communicate(timeout=60)
    first = start(2, files[0])
    stand(first)
    second = start(1, "--at", "m99")

    assert second.communicate(timeout=60) == refused
    assert (second.returncode, alone.returncode) == (2, 2)
    assert refused[0] == ""
    assert "--at m99: there is no milestone of this id" in refused[1]
    assert start(1).communicate(timeout=60) == ("", "")
    assert first.communicate(timeout=60) == (f"{files[0]}\nnothing\n", "")  # the first was asked for nothing else


CLOSING = """
import sys
from natopk_desktop import window_command
from natopk_desktop.one_process import door, folder
from natopk_desktop.one_process.request import Request
from natopk_desktop.ui import app

begin = app.start

def start(arguments):
    running = begin(arguments)
    def close():
        for name in sys.argv[2:] or [""]:  # what comes while the last window closes
            door._left(folder.made(), Request((name,) if name else ()))
        running.application.closeAllWindows()
        timer.start(20)
    def look():
        if running.windows and running.windows[0].is_settled and running.windows[0] is not first:
            print([page.name for page in running.windows[0].tabs.pages], flush=True)
            running.application.closeAllWindows()
    from PySide6.QtCore import QTimer
    first = running.windows[0]
    timer = QTimer(running.application)
    timer.timeout.connect(look)
    first.settled.connect(close)
    return running

app.start = start
sys.exit(window_command.main([]))
"""


@pytest.mark.parametrize("count", [0, 1])
def test_what_is_asked_for_while_the_last_window_closes_is_done(files: list[str], count: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CLOSING, "x", *files[:count]],
        cwd=resources.bundled("data").parent,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert done.stdout.splitlines() == ["['NATO-Pakistan relations']"]
    assert done.stderr == ""
