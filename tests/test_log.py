"""The log keeps what helps to mend the program, and nothing of what was read."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from natopk_desktop import log
from natopk_desktop.dossier import store
from natopk_desktop.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "the words of a dossier"


def failing() -> None:
    try:
        store.loads(b'{"format": 1}', f"/home/somebody/{SECRET}")
    except InputError as error:
        raise KeyError(SECRET) from error


def caught() -> BaseException:
    with pytest.raises(KeyError) as raised:
        failing()
    return raised.value


def test_an_error_is_told_by_type_and_place_with_what_it_came_from() -> None:
    told = log.describe(caught())
    assert "KeyError" in told
    assert f"natopk_desktop.{type(caught().__cause__).__module__.partition('.')[2]}" in told
    assert "natopk_desktop/dossier/store.py:" in told
    assert " in loads" in told


def test_an_error_is_told_without_its_words_and_without_folders() -> None:
    told = log.describe(caught())
    assert SECRET not in told
    assert "somebody" not in told
    assert sys.prefix not in told


def test_an_endless_recursion_is_told_in_part() -> None:
    def deeper() -> None:
        deeper()

    with pytest.raises(RecursionError) as raised:
        deeper()
    assert len(log.places(raised.value.__traceback__)) == log.DEEPEST


def test_a_call_that_never_began_is_told_by_its_defect() -> None:
    told = log.describe(TypeError("find() missing 1 required positional argument: 'by'"))
    assert told == "TypeError: find() missing 1 required positional argument: 'by'"
    assert log.describe(TypeError(SECRET)) == "TypeError"


def test_a_circle_of_causes_ends() -> None:
    first, second = ValueError(), TypeError()
    first.__cause__, second.__cause__ = second, first
    assert log.describe(first) == "ValueError\nTypeError"


def test_entries_go_to_the_state_folder(home: Path) -> None:
    file = log.write("first")
    log.write("second")
    assert file == home / ".local/state/natopk-desktop/log.txt"
    assert [line.split(" ", 1)[1] for line in file.read_text().splitlines() if line] == ["first", "second"]


def test_a_relative_state_folder_is_not_used(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "here")
    assert log.path() == home / ".local/state/natopk-desktop/log.txt"


def test_two_files_of_a_megabyte_are_kept() -> None:
    entry = "x" * (log.SIZE // 4)
    for number in range(20):
        log.write(f"{number} {entry}")
    folder = log.path().parent
    assert sorted(file.name for file in folder.iterdir()) == ["log.1.txt", "log.txt"]
    assert all(file.stat().st_size <= log.SIZE for file in folder.iterdir())
    assert "19 x" in log.path().read_text()


def test_a_state_folder_that_cannot_be_made_is_no_trouble(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "file"))
    assert log.write("lost") is None
