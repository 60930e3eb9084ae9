"""What the app is measured against: the least that could show the page, a list and a text browser."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QListWidget, QMainWindow, QSplitter, QTextBrowser

from tests.bench.moment import Moment

TYPE_CHECKING = False
if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Bare(QMainWindow):
    """Shows the text it is given, and its last lines as a list."""

    def __init__(self, text: str, moment: Moment) -> None:
        super().__init__()
        self._moment = moment
        self._is_painted = False
        entries = QListWidget(self)
        entries.addItems(text.splitlines()[-30:])
        page = QTextBrowser(self)
        page.setPlainText(text)
        splitter = QSplitter(self)
        splitter.addWidget(entries)
        splitter.addWidget(page)
        self.setCentralWidget(splitter)
        self.resize(1280, 760)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, lambda: self._moment.take(self, settled=True))


def run(source: str) -> int:
    application = QApplication([])
    with open(source, encoding="utf-8", newline="") as file:  # noqa: PTH123  # no more imported than Qt needs
        window = Bare(file.read(), Moment())
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(run(sys.argv[1]))
