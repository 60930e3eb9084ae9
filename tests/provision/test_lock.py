from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from natopk_desktop.errors import OperationError
from natopk_desktop.provision import lock

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """\
# A comment.

# part: run
Some_Package==1.0 \\
    --hash=sha256:aa \\
    --hash=sha256:bb
only-elsewhere==2.0 ; sys_platform == 'nowhere' \\
    --hash=sha256:cc

# part: test
more==3.0 --hash=sha256:dd
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "requirements.lock"
    file.write_text(TEXT, encoding="utf-8")
    return file


def test_reading_keeps_each_requirement_whole(path: Path) -> None:
    parts = lock.read(path)
    assert [item.name for item in parts["run"]] == ["Some_Package", "only-elsewhere"]
    assert parts["run"][0].text == "Some_Package==1.0 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb"
    assert parts["run"][1].marker == "sys_platform == 'nowhere'"
    assert [(item.name, item.version) for item in parts["test"]] == [("more", "3.0")]


def test_only_what_this_computer_needs_is_wanted(path: Path) -> None:
    assert [item.key for item in lock.wanted(path, ["run", "test"])] == ["some-package-1.0", "more-3.0"]


def test_an_unknown_part_is_told(path: Path) -> None:
    with pytest.raises(OperationError, match="package"):
        lock.wanted(path, ["package"])


def test_only_the_exact_version_counts_as_installed(path: Path, tmp_path: Path) -> None:
    wanted = lock.wanted(path, ["run", "test"])
    folder = tmp_path / "site-packages"
    (folder / "some.package-1.0.dist-info").mkdir(parents=True)
    (folder / "more-3.0.1.dist-info").mkdir()
    assert [item.name for item in lock.missing(wanted, [str(tmp_path / "none"), str(folder)])] == ["more"]


@pytest.mark.parametrize(
    ("marker", "holds"),
    [
        ("", True),
        (f"sys_platform == '{sys.platform}'", True),
        ("sys_platform == 'nowhere'", False),
        ("sys_platform != 'nowhere' and python_version >= '3.11'", True),
        ("python_full_version < '3.9' or python_version < '3.10'", False),
        ("python_full_version >= '3.9.1'", True),
        (f"(os_name == '{os.name}' or os_name == 'x') and sys_platform != 'y'", True),
        ("platform_python_implementation != 'PyPy'", sys.implementation.name != "pypy"),
        ("something new == 'x'", True),
        ("something_new == 'x'", True),
        ("sys_platform in 'win32'", True),
    ],
)
def test_markers(marker: str, *, holds: bool) -> None:
    assert lock.applies(marker) is holds
