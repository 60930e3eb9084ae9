"""A pane with the built-in dossier, and what of it a reader sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QWidget

from natopk_desktop.ui.detail.figure_tile import FigureTile
from natopk_desktop.ui.detail.labels import LinkButton
from natopk_desktop.ui.detail.pane import DetailPane
from natopk_desktop.ui.detail.text_view import TextView
from natopk_desktop.ui.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.ui.theme import Theme


@pytest.fixture
def make_pane(qtbot: QtBot, theme: Theme) -> Iterator[Callable[[Dossier], DetailPane]]:
    """Makes a shown pane of its own reading for any dossier."""
    made: list[DetailPane] = []

    def make(dossier: Dossier) -> DetailPane:
        reading = Reading(dossier)
        pane = DetailPane(reading, theme)
        reading.setParent(pane)
        pane.resize(832, 640)
        pane.show()
        qtbot.waitExposed(pane)
        made.append(pane)
        return pane

    yield make
    for pane in made:
        pane.close()
        pane.deleteLater()


@pytest.fixture
def pane(make_pane: Callable[[Dossier], DetailPane], dossier: Dossier) -> DetailPane:
    """The pane of the built-in dossier at its first milestone."""
    return make_pane(dossier)


@pytest.fixture
def reading(pane: DetailPane) -> Reading:
    """What the pane reads."""
    return pane.host.reading


@pytest.fixture
def seen() -> Callable[[QWidget], list[tuple[str, str]]]:
    """Lists what stands in a widget from top to bottom, each as (owner, words): ``source``, ``label`` or ``button``."""
    return _seen


def _seen(root: QWidget) -> list[tuple[str, str]]:
    found: list[tuple[int, int, str, str]] = []
    for widget in root.findChildren(QWidget):
        if widget.isVisibleTo(root):
            at = widget.mapTo(root, QPoint(0, 0))
            found.extend((at.y(), at.x(), kind, words) for kind, words in _words_of(widget) if words)
    return [(kind, words) for _y, _x, kind, words in sorted(found)]


def _words_of(widget: QWidget) -> list[tuple[str, str]]:
    if isinstance(widget, TextView):
        return [("source", widget.toPlainText())]
    if isinstance(widget, FigureTile):
        return [("figure", line) for line in widget.lines]
    if isinstance(widget, LinkButton):
        return [("button", widget.words)]
    if isinstance(widget, QLabel):
        return [("label", widget.text())]
    return []
