"""What the tests of tabs share: a second dossier, and leaving no window open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from natopk_desktop.dossier import store
from natopk_desktop.ui.tabs.dossier_page import DossierPage
from natopk_desktop.ui.tabs.opened import Opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.ui.main_window import MainWindow


@pytest.fixture
def other_file(tmp_path: Path, generated: Callable[[int], Dossier]) -> Path:
    """A dossier file of another source."""
    path = tmp_path / "strait.dossier.json"
    store.save(generated(30), path)
    return path


@pytest.fixture
def other(window: MainWindow, generated: Callable[[int], Dossier], other_file: Path) -> Iterator[DossierPage]:
    """A second tab of the window, which is shown."""
    page = DossierPage(Opened(generated(30), other_file, other_file), window.theme, window.keeper)
    window.add(page)
    yield page
    for opened in list(window.windows.windows):
        opened.close()
