from __future__ import annotations

import sys
from types import ModuleType

import pytest

from natopk_desktop.dossier import search_text, store
from natopk_desktop.self_test import core
from natopk_desktop.self_test.checks import FailedError


def test_versions_name_what_the_program_is_made_of() -> None:
    told = " ".join(core.versions())

    for name in ("natopk_desktop ", "Python ", "SQLite ", "expat ", "typst "):
        assert name in told


def test_a_damaged_dossier_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = store.read

    def damaged(path: object) -> bytes:
        return whole(path).replace(b"March 2005", b"March 2006")  # type: ignore[arg-type]

    monkeypatch.setattr(store, "read", damaged)
    with pytest.raises(store.DamagedError):
        list(core.built_in_dossier())


def test_a_search_that_forgets_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_text, "pieces", lambda _items: iter(()))
    with pytest.raises(FailedError, match="different hits"):
        list(core.searching())


def test_what_could_reach_the_network_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in core.NEVER_LOADED:
        monkeypatch.delitem(sys.modules, name, raising=False)
    assert list(core.offline())
    monkeypatch.setitem(sys.modules, "http.client", ModuleType("http.client"))
    with pytest.raises(FailedError, match=r"http\.client"):
        list(core.offline())


def test_settings_are_tried_in_a_folder_of_their_own() -> None:
    assert list(core.settings_kept())
