from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from natopk_desktop import folders

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the custom of other systems")


def test_they_are_where_the_environment_says(home: Path) -> None:
    assert folders.state() == str(home / ".local/state/natopk-desktop")
    assert folders.data() == str(home / ".local/share")


def test_a_relative_one_is_not_used(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "here")
    monkeypatch.delenv("XDG_STATE_HOME")
    assert folders.data() == str(home / ".local/share")
    assert folders.state() == str(home / ".local/state/natopk-desktop")


@pytest.mark.parametrize("named", ["", "rel", "./x"])
def test_a_home_that_is_no_place_is_the_one_the_system_knows(monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    monkeypatch.delenv("HOME")
    known = folders.home()
    monkeypatch.setenv("HOME", named)
    assert folders.home() == known
    assert known.startswith("/")
