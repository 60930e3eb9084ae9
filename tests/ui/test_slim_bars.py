from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QListWidget

from natopk_desktop.documents.colours import DARK, LIGHT
from natopk_desktop.ui.slim_bars import slim

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from natopk_desktop.ui.theme import Theme


def test_bars_follow_the_theme_as_long_as_their_area_lives(qtbot: QtBot, theme: Theme) -> None:
    area = QListWidget()
    qtbot.addWidget(area)
    wide = area.verticalScrollBar().sizeHint().width()
    slim(area, theme)

    assert area.verticalScrollBar().sizeHint().width() < wide
    assert LIGHT.outline in area.verticalScrollBar().styleSheet()
    theme.set_scheme("dark")
    assert DARK.outline in area.horizontalScrollBar().styleSheet()


def test_nothing_listens_for_an_area_that_is_gone(theme: Theme) -> None:
    area = QListWidget()
    slim(area, theme)
    area.deleteLater()
    del area
    theme.set_scheme("dark")
