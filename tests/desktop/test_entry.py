from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natopk_desktop import bootstrap, resources
from natopk_desktop.desktop import entry, files
from natopk_desktop.errors import OperationError

PATHS = st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" \t"), min_size=1, max_size=20)
ORIGINAL = next(files.shared()).source.read_text(encoding="utf-8")


def exec_of(text: str) -> str:
    """Return the command that a menu entry names, its string escapes undone."""
    (line,) = (line for line in text.splitlines() if line.startswith("Exec="))
    raw = line.removeprefix("Exec=")
    return raw.replace("\\\\", "\0").replace("\\t", "\t").replace("\0", "\\")


@given(st.lists(PATHS, min_size=1, max_size=3))
def test_a_desktop_reads_the_words_that_were_meant(words: list[str]) -> None:
    command = exec_of(entry.adapted(ORIGINAL, words))
    # The quotes of a menu entry are those of a shell; what stands outside of them must need none.
    told = subprocess.run(["sh", "-fc", f"printf '%s\\n' {command}"], capture_output=True, text=True, check=True).stdout
    assert told.replace("%%", "%").split("\n") == [*words, "%F", ""]


def test_plain_paths_stay_plain() -> None:
    text = entry.adapted(ORIGINAL, ["/opt/x/natopk-desktop"])
    assert "Exec=/opt/x/natopk-desktop %F\n" in text
    assert "TryExec=/opt/x/natopk-desktop\n" in text


@pytest.mark.parametrize("path", ["/a\nb", "/a\x7fb", os.fsdecode(b"/\xff")])
def test_a_path_that_cannot_stand_there_is_refused_in_one_sentence(path: str) -> None:
    with pytest.raises(OperationError, match="move the program") as caught:
        entry.adapted(ORIGINAL, [path])
    assert caught.value.message.isprintable()


def test_a_checkout_is_started_by_the_interpreter_its_environment_was_made_with() -> None:
    interpreter, folder = entry.program()
    assert not Path(interpreter).is_relative_to(resources.bundled(".venv"))
    assert Path(folder) == resources.bundled("natopk_desktop")


def test_an_installation_is_started_by_its_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "checkout", lambda: None)
    monkeypatch.setattr(sys, "argv", ["-c"])
    assert entry.program() == [sys.executable, "-m", "natopk_desktop"]
    command = tmp_path / "natopk-desktop"
    command.touch()
    monkeypatch.setattr(sys, "argv", [str(command)])
    assert entry.program() == [str(command)]


def test_the_package_is_started_by_its_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "natopk"))
    assert entry.program() == [str(tmp_path / "natopk-desktop")]
