from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from natopk_desktop import resources
from natopk_desktop.ui import binding

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = """
import builtins, re, sys
from natopk_desktop.ui import binding
compile_before, pattern_before = builtins.compile, re.compile
support = binding.SupportCode(sys.argv[1])
binding.load(support)
assert (builtins.compile, re.compile) == (compile_before, pattern_before)
import linecache
from natopk_desktop.ui import theme
print(len(support._known), support._has_news, theme.__file__ in linecache.cache)
try:
    from PySide6.QtWidgets import QLabel
    QLabel.setText(1, 2, 3)
except TypeError as error:
    print("setText" in str(error))  # PySide's support modules do their work
support.keep()
"""


def load(folder: Path) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder)],
        cwd=resources.bundled("data").parent,
        env=dict(os.environ),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stderr == ""
    return done.stdout.split()


def kept(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_what_was_compiled_once_is_not_compiled_again(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    count, has_news, *_ = load(folder)
    assert (int(count) > 5, has_news) == (True, "True")
    before = kept(folder).read_bytes()
    assert load(folder) == [count, "False", "False", "True"]
    assert kept(folder).read_bytes() == before


def test_no_source_is_read_for_pysides_other_spelling_of_names(tmp_path: Path) -> None:
    assert load(tmp_path)[2] == "False"


@pytest.mark.parametrize("damage", [b"", b"\0" * 20, None])
def test_what_is_damaged_is_compiled_anew(tmp_path: Path, damage: bytes | None) -> None:
    load(tmp_path)
    whole = kept(tmp_path).read_bytes()
    kept(tmp_path).write_bytes(whole[: len(whole) // 2] if damage is None else damage)
    assert load(tmp_path)[1] == "True"
    assert kept(tmp_path).read_bytes() == whole


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_what_others_may_have_written_is_not_run(tmp_path: Path) -> None:
    load(tmp_path)
    kept(tmp_path).chmod(0o666)
    assert load(tmp_path)[1] == "True"


def test_a_folder_that_cannot_be_written_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert load(tmp_path / "file")[3] == "True"


def test_a_pattern_that_is_compiled_late_does_what_it_would_have_done() -> None:
    with binding.late_patterns():
        late = re.compile(" " * 1000 + "(b+)", flags=re.VERBOSE)
        short = re.compile("b", flags=re.VERBOSE)
    assert "LatePattern" in repr(type(late))
    assert [found[1] for found in late.finditer("abba b")] == ["bb", "b"]
    assert isinstance(short, re.Pattern)
