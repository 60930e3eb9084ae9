"""An unforeseen error gets one window, wherever it happens, and the log holds no text of a dossier."""

from __future__ import annotations

import gc
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer, qWarning
from PySide6.QtGui import QDesktopServices, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from natopk_desktop import log
from natopk_desktop.errors import InputError
from natopk_desktop.ui import error_window
from natopk_desktop.ui.activities import activity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from natopk_desktop.ui.error_window import ErrorReporter, ErrorWindow

SECRET = "the words of a dossier"


@pytest.fixture
def reporter(qapp: QApplication, qtbot: QtBot) -> Iterator[ErrorReporter]:
    made = error_window.install(qapp)
    yield made
    made.restore()
    qtbot.waitUntil(lambda: made.window is None)
    made.setParent(None)
    made.deleteLater()


def raising(error: BaseException) -> Callable[[], None]:
    def slot() -> None:
        raise error

    return slot


def shown(reporter: ErrorReporter, qtbot: QtBot) -> ErrorWindow:
    qtbot.waitUntil(lambda: reporter.window is not None)
    assert reporter.window is not None
    return reporter.window


def test_an_error_in_a_slot_gets_a_window_that_reassures(reporter: ErrorReporter, qtbot: QtBot) -> None:
    QTimer.singleShot(0, raising(ValueError(SECRET)))
    window = shown(reporter, qtbot)
    assert "not foreseen" in window.told.text()
    assert "Nothing was lost" in window.assurance.text()
    assert "ValueError" in window.details.toPlainText()
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in window.findChildren(QLabel))


def test_neither_window_nor_log_nor_clipboard_holds_the_words_of_the_error(
    reporter: ErrorReporter, qtbot: QtBot
) -> None:
    QTimer.singleShot(0, raising(KeyError(SECRET)))
    window = shown(reporter, qtbot)
    window.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    assert "KeyError" in copied
    for text in (copied, log.path().read_text(), window.told.text(), window.details.toPlainText()):
        assert SECRET not in text


def test_a_storm_of_errors_gets_one_window_that_counts(reporter: ErrorReporter, qtbot: QtBot) -> None:
    for _ in range(50):
        QTimer.singleShot(0, raising(ValueError()))
    window = shown(reporter, qtbot)
    qtbot.waitUntil(lambda: window.count == 50)
    assert "50" in window.repeats.text()
    assert len([widget for widget in QApplication.topLevelWidgets() if isinstance(widget, type(window))]) == 1
    assert log.path().read_text().count("ValueError") == 1


def test_after_closing_the_next_error_gets_a_window_again(reporter: ErrorReporter, qtbot: QtBot) -> None:
    QTimer.singleShot(0, raising(ValueError()))
    shown(reporter, qtbot).close_button.click()
    qtbot.waitUntil(lambda: reporter.window is None)
    QTimer.singleShot(0, raising(ValueError()))
    assert shown(reporter, qtbot).count == 1


def test_an_error_while_painting_is_told(reporter: ErrorReporter, qtbot: QtBot) -> None:
    class Broken(QWidget):
        def paintEvent(self, _event: QPaintEvent) -> None:
            raise ZeroDivisionError

    widget = Broken()
    qtbot.addWidget(widget)
    widget.show()
    window = shown(reporter, qtbot)
    assert "ZeroDivisionError" in window.details.toPlainText()
    widget.close()


def test_an_error_in_a_thread_is_told(reporter: ErrorReporter, qtbot: QtBot) -> None:
    thread = threading.Thread(target=raising(OSError(SECRET)))
    thread.start()
    thread.join()
    assert "OSError" in shown(reporter, qtbot).details.toPlainText()


def test_an_error_in_a_finaliser_is_told(reporter: ErrorReporter, qtbot: QtBot) -> None:
    class Leaving:
        def __del__(self) -> None:
            raise LookupError(SECRET)

    Leaving()
    gc.collect()
    assert "LookupError" in shown(reporter, qtbot).details.toPlainText()


def test_an_error_that_was_foreseen_is_told_in_its_own_sentence(reporter: ErrorReporter, qtbot: QtBot) -> None:
    QTimer.singleShot(0, raising(InputError("a.json: <b>broken</b>; choose another.")))
    assert shown(reporter, qtbot).told.text() == "a.json: <b>broken</b>; choose another."
    assert "broken" not in log.path().read_text()


def test_a_warning_of_qt_is_logged_without_its_words(reporter: ErrorReporter) -> None:
    assert reporter.window is None
    qWarning(f"QPainter::begin: {SECRET}")
    qWarning(SECRET)
    text = log.path().read_text()
    assert "QPainter::begin" in text
    assert SECRET not in text


def test_it_works_where_the_log_cannot_be_written(
    reporter: ErrorReporter, qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "file"))
    QTimer.singleShot(0, raising(ValueError()))
    window = shown(reporter, qtbot)
    assert not window.log_button.isEnabled()
    assert "could not be written" in window.place.text()


def test_the_log_opens_in_the_system(reporter: ErrorReporter, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    QTimer.singleShot(0, raising(ValueError()))
    shown(reporter, qtbot).log_button.click()
    assert opened == [str(log.path())]


def test_the_hooks_of_before_come_back(qapp: QApplication, qtbot: QtBot) -> None:
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    made = error_window.install(qapp)
    assert sys.excepthook != before[0]
    made.restore()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
    made.setParent(None)
    made.deleteLater()
    qtbot.wait(0)


@pytest.mark.parametrize(
    ("places", "words"),
    [
        (["natopk_desktop/ui/commands.py:9 in find", "natopk_desktop/ui/search_bar.py:3 in step"], "searching"),
        (["natopk_desktop/ui/timeline/overview.py:1 in paintEvent"], "showing the overview"),
        (["json/decoder.py:1 in decode"], "running the window"),
        ([], "running the window"),
    ],
)
def test_what_was_being_done_is_read_from_the_places(places: list[str], words: str, qapp: QApplication) -> None:
    assert qapp is not None
    assert activity(places) == words
