from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from natopk_desktop import resources
from natopk_desktop.one_process import door, entrance, folder
from natopk_desktop.one_process.request import Request

if TYPE_CHECKING:
    from collections.abc import Iterator

FIRST = """
import sys, time
from natopk_desktop.one_process import door
from natopk_desktop.one_process.request import Request
entered = door.enter(Request(tuple(sys.argv[1:])))
print("first" if entered.door else "handed over" if entered.is_handed_over else "alone", flush=True)
while entered.door:
    for request in entered.door.requests():
        print(*request.files, flush=True)
    time.sleep(0.01)
"""


def start(*files: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", FIRST, *files],
        cwd=resources.bundled("data").parent,
        env=dict(os.environ),
        stdout=subprocess.PIPE,
        text=True,
    )


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().rstrip("\n")


@pytest.fixture
def first() -> Iterator[subprocess.Popen[str]]:
    process = start()
    assert line(process) == "first"
    yield process
    process.kill()
    process.communicate()


def entered(*files: str) -> door.Door:
    found = door.enter(Request(files)).door
    assert found is not None
    return found


def test_a_second_start_hands_its_files_to_the_first(first: subprocess.Popen[str]) -> None:
    assert door.enter(Request(("/a", "/b c"))) == door.Entered(is_handed_over=True)
    assert line(first) == "/a /b c"


def test_a_first_that_ends_at_once_after_taking_a_request_does_not_have_it_done_twice() -> None:
    for number in range(5):
        keeper = entered()
        second = start(f"/{number}")
        while not (taken := keeper.requests()):
            time.sleep(0.001)
        keeper.close()
        assert taken == [Request((f"/{number}",))]
        told = line(second)
        second.kill()
        second.communicate()
        assert told == "handed over"


def test_a_first_that_was_killed_leaves_nothing_in_the_way(first: subprocess.Popen[str]) -> None:
    first.kill()
    first.wait()
    entered().close()


def test_where_the_first_is_killed_before_it_takes_the_files_the_second_takes_its_place(
    first: subprocess.Popen[str],
) -> None:
    first.send_signal(signal.SIGSTOP)
    second = start("/mine")
    place = Path(folder.made() or "")
    while not list(place.glob("*.waiting")):
        time.sleep(0.01)
    first.kill()
    first.wait()
    assert line(second) == "first"
    second.kill()
    second.communicate()
    assert not list(place.glob("*.waiting"))  # it opens its own files itself


def test_a_first_that_is_busy_finds_the_files_later(
    first: subprocess.Popen[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "PATIENCE", 0.1)
    first.send_signal(signal.SIGSTOP)
    assert door.enter(Request(("/later",))).is_handed_over
    first.send_signal(signal.SIGCONT)
    assert line(first) == "/later"


def test_twenty_starts_at_once_give_one_first_and_lose_no_file(first: subprocess.Popen[str]) -> None:
    first.kill()
    first.wait()
    processes = [start(f"/file-{number}") for number in range(20)]
    said = [line(process) for process in processes]
    assert sorted(said) == ["first"] + ["handed over"] * 19
    one = said.index("first")
    arrived = {line(processes[one]) for _ in range(19)}
    assert arrived == {f"/file-{number}" for number in range(20) if number != one}
    for process in processes:
        process.kill()
        process.communicate()


def test_requests_are_given_once_in_the_order_they_came() -> None:
    keeper = entered()
    for name in ("/1", "/2", "/3"):
        door._left(keeper.folder, Request((name,)))
    assert [request.files for request in keeper.requests()] == [("/1",), ("/2",), ("/3",)]
    assert keeper.requests() == []
    keeper.close()


def test_what_is_no_request_and_what_is_long_forgotten_is_swept_away(tmp_path: Path) -> None:
    keeper = entered()
    place = Path(keeper.folder)
    (place / "1.waiting").write_bytes(b"rubbish")
    secret = tmp_path / "secret"
    secret.write_bytes(b"natopk-request 1\0\0\0")
    (place / "2.waiting").symlink_to(secret)
    old = Path(door._left(str(place), Request(("/old",))))
    os.utime(old, (0, 0))
    (place / "3.part").write_bytes(b"half")
    os.utime(place / "3.part", (0, 0))

    assert keeper.requests() == []
    keeper.close()
    entered().close()

    assert {path.name for path in place.iterdir()} == {"lock", "2.waiting"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_a_pipe_is_not_waited_for_and_a_giant_not_read() -> None:
    keeper = entered()
    place = Path(keeper.folder)
    os.mkfifo(place / "00001.waiting")
    giant = place / "00002.waiting"
    with giant.open("wb") as file:
        file.truncate(1_500_000_000)
    second = start("/c")
    while not (taken := keeper.requests()):
        time.sleep(0.01)
    assert taken == [Request(("/c",))]
    assert line(second) == "handed over"
    assert not giant.exists()
    keeper.close()
    second.communicate()
    (place / "00001.waiting").unlink()


def test_without_a_place_each_start_goes_its_own_way(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HOME", "XDG_RUNTIME_DIR", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, "/proc/no")
    assert door.enter(Request()) == door.Entered()


def test_a_full_disk_makes_a_start_go_its_own_way(
    first: subprocess.Popen[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "rename", full)
    assert door.enter(Request(("/a",))) == door.Entered()
    assert first.poll() is None
    assert {path.name for path in Path(folder.made() or "").iterdir()} == {"lock"}


@pytest.mark.usefixtures("first")
def test_what_only_this_process_can_read_stays_with_it(tmp_path: Path) -> None:
    for file in ("/dev/null", str(tmp_path), str(tmp_path / "missing"), "-"):
        assert entrance.enter([file], None, stays_alone=False) == door.Entered()


def test_names_are_made_absolute(first: subprocess.Popen[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.dossier.json").write_text("")
    assert entrance.enter(["./a.dossier.json"], "m05", stays_alone=False).is_handed_over
    assert line(first) == str(tmp_path / "a.dossier.json")


@pytest.mark.usefixtures("first")
def test_a_start_that_is_to_end_by_itself_stays_alone() -> None:
    assert entrance.enter([], None, stays_alone=True) == door.Entered()
