"""What the window's tests share: the built-in dossier, a reading of it, a theme and a whole window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from natopk_desktop.dossier import store
from natopk_desktop.ui.reading import Reading
from natopk_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.ui.main_window import MainWindow


@pytest.fixture(scope="session")
def dossier() -> Dossier:
    """The built-in dossier; immutable, so that all tests share one."""
    return store.built_in()


@pytest.fixture(scope="session")
def generated() -> Callable[[int], Dossier]:
    """Makes a dossier of any number of milestones, each number once."""
    made: dict[int, Dossier] = {}

    def make(count: int) -> Dossier:
        if count not in made:
            from tests import generator

            made[count] = generator.generated(count)
        return made[count]

    return make


@pytest.fixture
def reading(dossier: Dossier, qapp: QApplication) -> Iterator[Reading]:
    """The built-in dossier opened at its first milestone."""
    opened = Reading(dossier, qapp)
    yield opened
    opened.setParent(None)
    opened.deleteLater()


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The light theme at text size 100 %; the application is undressed afterwards."""
    before = qapp.font(), qapp.palette()
    worn = Theme(qapp, "light")
    yield worn
    worn.setParent(None)
    worn.deleteLater()
    qapp.setFont(before[0])
    qapp.setPalette(before[1])


@pytest.fixture
def window(qtbot: QtBot, dossier: Dossier, theme: Theme) -> Iterator[MainWindow]:
    """The whole window with the built-in dossier at 1280 x 800, shown, painted, and its late work done."""
    from natopk_desktop.ui.main_window import MainWindow

    opened = MainWindow(dossier, theme)
    opened.resize(1280, 800)
    opened.show()
    qtbot.waitUntil(lambda: opened.is_settled)
    yield opened
    opened.close()
    opened.deleteLater()
