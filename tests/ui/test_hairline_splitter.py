from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from natopk_desktop.documents.colours import LIGHT
from natopk_desktop.ui.hairline_splitter import HairlineSplitter

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from natopk_desktop.ui.theme import Theme


def test_its_handle_is_one_pixel_of_the_hairline_s_colour(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    splitter = HairlineSplitter(Qt.Orientation.Horizontal, theme, window)
    for _ in range(2):
        splitter.addWidget(QWidget())
    splitter.resize(300, 100)
    window.show()

    picture = splitter.grab().toImage()
    row = [picture.pixelColor(x, 50).name() for x in range(300)]

    assert row.count(LIGHT.hairline) == 1
    assert row.index(LIGHT.hairline) == splitter.sizes()[0]
