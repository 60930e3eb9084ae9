"""Every window in a made-up language of long words: nothing is left in English, and nothing is cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from natopk_desktop import settings
from natopk_desktop.dossier.location import Filter
from natopk_desktop.errors import OperationError
from natopk_desktop.ui.keeper import Keeper
from tests.ui import long_language
from tests.ui.long_language import cut_off, texts, untranslated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.ui.main_window import MainWindow
    from natopk_desktop.ui.theme import Theme


@pytest.fixture(autouse=True)
def language(qapp: QApplication) -> Iterator[None]:
    """The language, spoken before any window is made."""
    spoken = long_language.speak(qapp)
    yield
    qapp.removeTranslator(spoken)


def left_in_english(root: QWidget, dossier: Dossier) -> list[str]:
    return [f"{place}: {left}" for place, text in texts(root) if (left := untranslated(text, dossier))]


def dialog_of(window: MainWindow, qtbot: QtBot) -> QWidget:
    """Wait for the window that an action has opened."""

    def others() -> list[QWidget]:
        return [
            other
            for other in QApplication.topLevelWidgets()
            if other.isVisible() and other is not window and not isinstance(other, QMenu)
        ]

    qtbot.waitUntil(lambda: bool(others()))
    return others()[0]


def test_the_language_is_spoken(window: MainWindow) -> None:
    assert window.tools.page.text().startswith(long_language.OPEN)


def test_the_finder_finds_english(window: MainWindow, dossier: Dossier) -> None:
    window.tools.page.setText("Whole page")
    assert any("Whole page" in found for found in left_in_english(window, dossier))
    assert untranslated(f"{long_language.OPEN}x {long_language.CLOSE} and more", dossier) == "and more"


def test_the_window_at_each_entry(window: MainWindow, dossier: Dossier) -> None:
    for row in range(len(dossier.milestones)):
        window.reading.choose(row)
        assert left_in_english(window, dossier) == []


def test_the_list_as_it_is_spoken(window: MainWindow, dossier: Dossier) -> None:
    from PySide6.QtCore import Qt

    model = window.timeline.model()
    for row in range(model.rowCount()):
        for role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            said = model.data(model.index(row, 0), role)
            assert untranslated(said or "", dossier) == ""


def test_the_whole_page(window: MainWindow, dossier: Dossier) -> None:
    window.actions_by_id["page"].trigger()
    QApplication.processEvents()
    assert left_in_english(window, dossier) == []


def test_a_search_and_a_filter(window: MainWindow, qtbot: QtBot, dossier: Dossier) -> None:
    window.activateWindow()
    window.commands.find()
    window.search_bar.field.setText("pakistan")
    qtbot.waitUntil(lambda: window.search.is_complete)
    window.reading.set_filter(Filter(topics=frozenset({"relief"}), period="2005/2006"))
    QApplication.processEvents()

    found = [text for text in left_in_english(window, dossier) if "pakistan" not in text]
    assert found == []


@pytest.mark.parametrize("action", ["source", "shortcuts", "about", "present", "print", "export"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_each_window_that_an_action_opens(
    window: MainWindow, qtbot: QtBot, dossier: Dossier, action: str, scale: float
) -> None:
    window.theme.set_text_scale(scale)
    window.actions_by_id[action].trigger()
    dialog = dialog_of(window, qtbot)
    QApplication.processEvents()

    assert left_in_english(dialog, dossier) == []
    for _ in range(20):  # a sentence takes the lines it needs a turn after its width is known
        if cut_off(dialog):
            qtbot.wait(50)
    assert cut_off(dialog) == []
    dialog.close()


def test_the_question_before_an_address_is_opened(window: MainWindow, qtbot: QtBot, dossier: Dossier) -> None:
    for address in ("https://example.org/", "file:///etc/passwd"):
        window.commands.open_link(address)
        dialog = dialog_of(window, qtbot)
        assert [text for text in left_in_english(dialog, dossier) if address not in text] == []
        assert cut_off(dialog) == []
        dialog.close()
        qtbot.wait(1)


def test_the_window_of_an_unforeseen_error(qtbot: QtBot, dossier: Dossier, theme: Theme, tmp_path: Path) -> None:
    from natopk_desktop.ui.error_window import ErrorWindow

    assert theme is not None
    window = ErrorWindow("", "⟦told⟧", tmp_path / "log.txt")
    qtbot.addWidget(window)
    window.count_one_more()
    window.show()

    assert left_in_english(window, dossier) == []
    assert cut_off(window) == []


def test_the_menus_on_things(window: MainWindow, dossier: Dossier) -> None:
    window.timeline.context_menu_requested.emit(1, window.mapToGlobal(window.rect().center()))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [left for action in menu.actions() if (left := untranslated(action.text(), dossier))] == []
    menu.close()


@pytest.mark.parametrize("content", [None, b"broken", b'{"version": 99}'])
def test_what_the_keeper_says(tmp_path: Path, dossier: Dossier, content: bytes | None) -> None:
    path = tmp_path / settings.FILE
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)

    assert untranslated(Keeper(path).notice, dossier) == ""


@pytest.mark.parametrize("width", [640, 1280])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut_off(window: MainWindow, width: int, scale: float) -> None:
    window.theme.set_text_scale(scale)
    window.resize(width, 900)
    window.reading.set_filter(Filter(topics=frozenset({"relief", "visits"})))
    QApplication.processEvents()

    assert cut_off(window) == []


def test_the_test_of_what_is_cut_off_finds_it(window: MainWindow) -> None:
    window.tools.page.setFixedWidth(30)
    window.tools.page.setToolTip("")

    assert any("QPushButton" in found for found in cut_off(window))


def test_a_failing_save_says_so(theme: Theme, tmp_path: Path, dossier: Dossier) -> None:
    assert theme is not None
    (tmp_path / "file").write_text("")
    keeper = Keeper(tmp_path / "file" / settings.FILE)
    keeper.change(scheme="dark")
    keeper.flush()

    assert keeper.notice
    assert untranslated(keeper.notice, dossier) == ""
    assert OperationError.exit_code == 1
