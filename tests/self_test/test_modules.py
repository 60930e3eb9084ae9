from __future__ import annotations

import pytest

from natopk_desktop.self_test import modules
from natopk_desktop.self_test.checks import FailedError


def test_a_module_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        if name.endswith(".ris"):
            raise ImportError(name)

    monkeypatch.setattr(modules, "import_module", missing)
    with pytest.raises(FailedError, match=r"natopk_desktop\.\S+\.ris"):
        list(modules.modules())


def test_modules_that_are_not_found_at_all_are_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(modules, "_names", list)
    with pytest.raises(FailedError, match="only 0"):
        list(modules.modules())
