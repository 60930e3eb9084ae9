"""What the tests of opening share: files to open, and leaving no window open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from natopk_desktop.dossier import store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.ui.main_window import MainWindow


@pytest.fixture(autouse=True)
def _all_windows_closed(window: MainWindow) -> Iterator[None]:
    yield
    for opened in list(window.windows.windows):
        opened.close()


@pytest.fixture
def small(tmp_path: Path, generated: Callable[[int], Dossier]) -> Path:
    """A small dossier file."""
    path = tmp_path / "strait.dossier.json"
    store.save(generated(30), path)
    return path


@pytest.fixture
def large(tmp_path: Path, generated: Callable[[int], Dossier]) -> Path:
    """A dossier file too large to be read at once."""
    path = tmp_path / "large.dossier.json"
    store.save(generated(2000), path)
    return path
