"""The one window an unforeseen error gets, wherever it happened: in a slot, a thread, a finaliser or the main code."""

from __future__ import annotations

import atexit
import sys
import threading
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QtMsgType, QUrl, Signal, qInstallMessageHandler
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout

from natopk_desktop import log
from natopk_desktop.errors import UserError
from natopk_desktop.ui.activities import activity

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    from PySide6.QtCore import QMessageLogContext
    from PySide6.QtWidgets import QWidget

MOST_LOGGED: Final = 100
"""Kinds of error told in the log in one run, so that an error at every paint cannot push all others out of it."""

LOGGED_MESSAGES: Final = frozenset(
    {QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg, QtMsgType.QtSystemMsg}
)


class ErrorReporter(QObject):
    """Catches what nobody else caught, logs it, and tells the reader once.

    Attributes:
        window: the window on show, None while there is none.

    Signals:
        caught: an error was logged, in whichever thread; details and the sentence for the reader.
    """

    caught = Signal(str, str)

    def __init__(self, application: QApplication) -> None:
        """Put hooks in place; ``restore`` takes them away."""
        super().__init__(application)
        self.window: ErrorWindow | None = None
        self._logged: set[str] = set()
        self._log: Path | None = None
        self._busy = threading.Lock()
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        # Queued always: an error may come in another thread, or in the middle of painting.
        self.caught.connect(self._show, Qt.ConnectionType.QueuedConnection)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        sys.unraisablehook = self._on_unraisable
        self._message_handler_before: Callable[..., object] | None = qInstallMessageHandler(self._on_message)
        atexit.register(self.leave)

    def restore(self) -> None:
        """Put back the hooks that were there before, and close the window."""
        self.leave()
        if self.window is not None:
            self.window.close()

    def leave(self) -> None:
        """Put back the hooks; Qt says things to the end, when there is no Python any more that could hear them."""
        atexit.unregister(self.leave)
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        qInstallMessageHandler(self._message_handler_before)

    def report(self, error: BaseException, where: str = "") -> None:
        """Log ``error`` and tell the reader of it; safe in any thread and at any moment.

        Args:
            error: what was raised.
            where: how it was caught, for the log: "in a thread".
        """
        # An error while one is being reported, in this thread too, must not go round in circles.
        if not self._busy.acquire(blocking=False):
            return
        try:
            details = f"{log.versions()}, Qt {_qt_version()}\n{where or 'in the window'}\n{log.describe(error)}"
            self._write(details)
            self.caught.emit(details, error.message if isinstance(error, UserError) else self._sentence(error))
        except RuntimeError:
            # Qt is being taken down; the log has it, and nobody is looking any more.
            return
        finally:
            self._busy.release()

    def _sentence(self, error: BaseException) -> str:
        doing = activity(log.places(error.__traceback__))
        return self.tr("Something went wrong that was not foreseen. What was being done: {doing}.").format(doing=doing)

    def _write(self, details: str) -> None:
        if details in self._logged or len(self._logged) >= MOST_LOGGED:
            return
        self._logged.add(details)
        self._log = log.write(details)

    def _on_exception(self, kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
        else:
            self.report(error.with_traceback(traceback))

    def _on_thread_exception(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None and not isinstance(arguments.exc_value, SystemExit):
            self.report(arguments.exc_value, "in a thread")

    def _on_unraisable(self, unraisable: sys.UnraisableHookArgs) -> None:
        if unraisable.exc_value is not None:
            self.report(unraisable.exc_value, "where it could not be raised")

    def _on_message(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        """Log a warning of Qt's: its kind and the Qt function it names, since the rest may quote a text."""
        if kind in LOGGED_MESSAGES:
            function = message.split(":", 1)[0] if "::" not in message else message.partition(": ")[0]
            told = function if function.replace("::", "").isidentifier() else "unnamed"
            self._write(f"Qt: {kind.name} from {told}, category {context.category}")

    def _show(self, details: str, sentence: str) -> None:
        if self.window is not None:
            self.window.count_one_more()
            return
        window = ErrorWindow(details, sentence, self._log, QApplication.activeWindow())
        self.window = window
        window.destroyed.connect(self._forget)
        window.show()

    def _forget(self) -> None:
        self.window = None


class ErrorWindow(QDialog):
    """Tells of an unforeseen error: what was being done, and that nothing was lost. Deletes itself when closed.

    Attributes:
        count: how many errors there have been since it opened, the first included.
    """

    def __init__(self, details: str, sentence: str, log_file: Path | None, parent: QWidget | None = None) -> None:
        """Tell of one error.

        Args:
            details: what may be copied into a report; without a text of the dossier.
            sentence: what happened, for the reader.
            log_file: where the details were written, None where they could not be.
            parent: the window to stand before.
        """
        super().__init__(parent)
        self.count = 1
        self._details = details
        self._log_file = log_file
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("An error occurred"))
        self.told = self._label(sentence)
        self.assurance = self._label(
            self.tr(
                "Nothing was lost: a file is changed only when you save it, and your settings are kept. "
                "You can go on; if the window behaves oddly, close and open it again."
            )
        )
        self.repeats = self._label("")
        self.repeats.hide()
        self.details = self._details_view()
        self.place = self._label(
            self.tr("The details hold no text of what you were reading.")
            if log_file is not None
            else self.tr("The details hold no text of what you were reading. The log could not be written.")
        )
        layout = QVBoxLayout(self)
        for widget in (self.told, self.assurance, self.repeats, self.details, self.place, self._buttons()):
            layout.addWidget(widget)
        self.close_button.setFocus()

    def count_one_more(self) -> None:
        """Say that another error came while this window was open."""
        self.count += 1
        self.repeats.setText(self.tr("{count} errors so far; the first is told here.").format(count=self.count))
        self.repeats.show()

    def _label(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _details_view(self) -> QPlainTextEdit:
        view = QPlainTextEdit(self._details, self)
        view.setReadOnly(True)
        view.setTabChangesFocus(True)
        view.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        view.setAccessibleName(self.tr("Details of the error"))
        metrics = view.fontMetrics()
        view.setMinimumSize(metrics.averageCharWidth() * 70, metrics.lineSpacing() * 9)
        return view

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        roles = QDialogButtonBox.ButtonRole
        self.copy_button = buttons.addButton(self.tr("Copy &details"), roles.ActionRole)
        self.copy_button.clicked.connect(self._copy)
        self.log_button = buttons.addButton(self.tr("Open &log"), roles.ActionRole)
        self.log_button.setEnabled(self._log_file is not None)
        self.log_button.clicked.connect(self._open_log)
        self.close_button = buttons.addButton(self.tr("&Close"), roles.RejectRole)
        self.close_button.setDefault(True)
        buttons.rejected.connect(self.close)
        return buttons

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)

    def _open_log(self) -> None:
        if self._log_file is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log_file)))


def install(application: QApplication) -> ErrorReporter:
    """Have every unforeseen error of ``application`` logged and told from now on."""
    return ErrorReporter(application)


def _qt_version() -> str:
    from PySide6.QtCore import qVersion

    return qVersion()
