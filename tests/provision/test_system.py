from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

import pytest

from natopk_desktop.errors import InputError, OperationError
from natopk_desktop.provision import qt_libraries, system

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Linux's package tools")
GONE = qt_libraries.Library("xcb", "libno-such-thing.so.9", "libno-such-thing9", "no-such-thing")


@pytest.fixture
def debian(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A Debian whose apt-get writes down what it is told; the file it writes to."""
    return _distribution("debian", "apt-get", monkeypatch, tmp_path)


@pytest.fixture
def fedora(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The same for Fedora."""
    return _distribution("fedora", "dnf", monkeypatch, tmp_path)


def _distribution(name: str, tool: str, monkeypatch: pytest.MonkeyPatch, folder: Path) -> Path:
    log = folder / "log"
    log.touch()
    script = folder / "bin" / tool
    script.parent.mkdir()
    script.write_text(f'#!/bin/sh\necho "$@" >> {log}\n[ ! -e {folder}/fails ]\n')
    script.chmod(0o755)
    monkeypatch.setenv("PATH", str(script.parent), prepend=os.pathsep)
    monkeypatch.setattr(system, "os_release", lambda: {"ID": name})
    monkeypatch.setattr(qt_libraries, "LIBRARIES", (GONE,))
    return log


def _root(monkeypatch: pytest.MonkeyPatch, *, is_root: bool) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0 if is_root else 1000)


def test_without_root_the_exact_command_is_named(debian: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _root(monkeypatch, is_root=False)
    with pytest.raises(InputError) as caught:
        qt_libraries.require({"xcb"}, str(tmp_path / "record"))
    assert caught.value.message.endswith("install it with: sudo apt-get install libno-such-thing9")
    assert "\n" not in caught.value.message
    assert caught.value.exit_code == 2
    assert debian.read_text() == ""
    assert not (tmp_path / "record").exists()


def test_fedora_has_names_of_its_own(fedora: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _root(monkeypatch, is_root=False)
    with pytest.raises(InputError, match=r"sudo dnf install no-such-thing$"):
        qt_libraries.require({"xcb"}, str(tmp_path / "record"))
    assert fedora.read_text() == ""


def test_root_without_a_terminal_installs_and_says_so(
    debian: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _root(monkeypatch, is_root=True)
    qt_libraries.require({"xcb"}, str(tmp_path / "cache" / "record"))
    assert debian.read_text().splitlines() == ["update --quiet", "install --yes libno-such-thing9"]
    assert "installing it: apt-get install --yes libno-such-thing9" in capsys.readouterr().err
    assert (tmp_path / "cache" / "record").read_text().split()[1:] == ["xcb"]


@pytest.mark.parametrize(("answer", "installs"), [("\n", True), ("Y\n", True), ("n\n", False), ("", False)])
def test_root_on_a_terminal_is_asked(
    debian: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, answer: str, *, installs: bool
) -> None:
    _root(monkeypatch, is_root=True)
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(system, "has_person", lambda: True)
    monkeypatch.setattr(sys, "stdin", io.StringIO(answer))
    if installs:
        qt_libraries.require({"xcb"}, str(tmp_path / "record"))
    else:
        with pytest.raises(InputError, match="install it with: apt-get install"):
            qt_libraries.require({"xcb"}, str(tmp_path / "record"))
    assert bool(debian.read_text()) is installs


def test_with_ci_set_nobody_is_asked(debian: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _root(monkeypatch, is_root=True)
    monkeypatch.setenv("CI", "true")
    monkeypatch.setattr(system, "has_person", lambda: True)
    qt_libraries.require({"xcb"}, str(tmp_path / "record"))
    assert "install --yes" in debian.read_text()


def test_a_failing_package_tool_is_told(debian: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _root(monkeypatch, is_root=True)
    monkeypatch.setenv("CI", "true")
    (tmp_path / "fails").touch()
    with pytest.raises(OperationError, match="apt-get could not install"):
        qt_libraries.require({"xcb"}, str(tmp_path / "record"))
    assert debian.read_text()


def test_elsewhere_the_packages_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "os_release", lambda: {"ID": "elsewhere"})
    with pytest.raises(InputError, match="what your distribution calls: a, b"):
        system.install_or_refuse("Something", ["a", "b"])


def test_kin_of_debian_is_known_by_its_own_word(debian: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "os_release", lambda: {"ID": "mint", "ID_LIKE": "ubuntu debian"})
    assert system.package_tool() == "apt-get"
    assert debian.exists()


def test_os_release_is_read(tmp_path: Path) -> None:
    (tmp_path / "os-release").write_text('NAME="Some Linux"\nID=some\n\n# no\n', encoding="utf-8")
    assert system.os_release(str(tmp_path / "os-release")) == {"NAME": "Some Linux", "ID": "some"}
    assert system.os_release(str(tmp_path / "none")) == {}


def test_only_the_groups_asked_for_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(qt_libraries, "LIBRARIES", (GONE, qt_libraries.Library("common", "libc.so.6", "", "")))
    assert qt_libraries.missing({"common", "wayland"}) == []
    assert qt_libraries.missing({"common", "xcb"}) == [GONE]
