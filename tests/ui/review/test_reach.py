"""What stands round the view, as a keyboard and a screen reader reach it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from natopk_desktop.dossier.dossier import Dossier
from natopk_desktop.dossier.model import Computed
from natopk_desktop.importers.imported import Options
from natopk_desktop.ui.opening.opening_page import OpeningPage
from natopk_desktop.ui.tabs.dossier_page import DossierPage
from natopk_desktop.ui.tabs.opened import Opened
from tests import generator

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from natopk_desktop.ui.main_window import MainWindow


@pytest.fixture
def page(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> Iterator[DossierPage]:
    """A page with its line and its review, in the second of two tabs."""
    contents = generator.contents(8)
    made = Dossier(msgspec.structs.replace(contents, computed=[Computed("m2", 0.4, "A date begins the line.")]))
    opened = DossierPage(Opened(made, tmp_path / "page.html"), window.theme, window.keeper)
    opened.beside.show_bar()
    window.add(opened)
    window.activateWindow()
    window.actions_by_id["review"].trigger()
    qtbot.wait(50)  # until all has found its place
    yield opened
    opened.discard()


def stops(window: MainWindow) -> list[QWidget]:
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(window)
        and widget.isEnabled()
        and widget.focusProxy() is None
    ]


def spoken(widget: QWidget) -> str:
    return widget.accessibleName() or str(getattr(widget, "text", str)())


@pytest.mark.usefixtures("page")
def test_every_stop_has_a_name_of_its_own_and_can_be_hit(window: MainWindow) -> None:
    found = stops(window)
    names = Counter(spoken(stop) for stop in found)

    assert [str(stop) for stop in found if not spoken(stop)] == []
    assert [name for name, count in names.items() if count > 1] == []
    assert [str(stop) for stop in found if stop.height() < 24] == []


@pytest.mark.usefixtures("page")
def test_tab_reaches_every_stop_once(window: MainWindow) -> None:
    window.timeline.setFocus()
    wanted = {str(stop) for stop in stops(window)}
    seen = [window.focusWidget()]
    for _ in range(3 * len(wanted)):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        now = window.focusWidget()
        if now is seen[0]:
            break
        seen.append(now)

    assert {str(stop) for stop in seen} == wanted
    assert len(seen) == len(wanted)


def test_the_ring_of_areas_goes_round_all(window: MainWindow, page: DossierPage) -> None:
    window.timeline.setFocus()
    bar, line, review = window.tabs.bar, page.beside.bar, page.beside.review
    assert bar is not None
    assert line is not None
    assert review is not None
    ring = [bar, line, window.overview, window.timeline, window.detail, window.status, review]

    def area() -> int:
        focus = window.focusWidget()
        return next(at for at, part in enumerate(ring) if part is focus or part.isAncestorOf(focus))

    seen = []
    for _ in ring:
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_F6)
        seen.append(area())
    assert seen == [4, 5, 6, 0, 1, 2, 3]


def test_a_screen_reader_hears_findings_and_progress(window: MainWindow, page: DossierPage, tmp_path: Path) -> None:
    review = page.beside.review
    assert review is not None
    findings = QAccessible.queryAccessibleInterface(review.list)
    assert findings.role() == QAccessible.Role.List
    assert findings.child(0).text(QAccessible.Text.Name).startswith("Entry of February 1901 · 40 % sure: “February")

    opening = OpeningPage(tmp_path / "large.json", Options(), window.theme)
    window.add(opening)
    opening._on_progress(0.25)
    told = QAccessible.queryAccessibleInterface(opening.bar)
    assert told.role() == QAccessible.Role.ProgressBar
    assert told.text(QAccessible.Text.Name) == "Opening large.json…"
    assert told.valueInterface().currentValue() == 250


def test_news_is_said(window: MainWindow, page: DossierPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from natopk_desktop.dossier import store
    from natopk_desktop.ui.opening import opener

    said: list[str] = []
    monkeypatch.setattr(opener, "announce", lambda _widget, text: said.append(text))
    path = tmp_path / "other.dossier.json"
    store.save(page.opened.dossier, path)

    window.windows.open_files([path])

    assert said == ["The Strait Council and its members is open, 8 milestones"]
