"""Where an export is saved: a line with the whole path, and the system's own dialog to choose another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDir, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from natopk_desktop.exporters import places
from natopk_desktop.ui.output import words
from natopk_desktop.ui.output.dressing import outline
from natopk_desktop.ui.theme import GRID

if TYPE_CHECKING:
    from natopk_desktop.exporters.registry import Format
    from natopk_desktop.ui.theme import Theme

LETTERS: Final = 8


class Target(QWidget):
    """A path to edit, and a button to choose one.

    Attributes:
        field: the path.
        browse: opens the system's dialog.

    Signals:
        changed: the path is another.
    """

    changed = Signal()

    def __init__(self, folder: str | None, theme: Theme, parent: QWidget) -> None:
        """Begin in ``folder``, or where the reader keeps documents where there is no such folder any more."""
        super().__init__(parent)
        self._folder = Path(folder) if folder is not None and Path(folder).is_dir() else _usual_folder()
        self._suggested = ""
        self._format: Format | None = None
        label = QLabel(self.tr("&Save as:"), self)
        self.field = QLineEdit(self)
        self.field.setAccessibleName(self.tr("Save as"))
        self.field.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTERS)
        label.setBuddy(self.field)
        self.browse = QPushButton(self.tr("&Browse…"), self)
        self.browse.clicked.connect(self._choose)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * GRID)
        layout.addWidget(label)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.browse)
        self.field.textChanged.connect(self.changed)
        self._theme = theme
        theme.changed.connect(self._dress)
        self._dress()

    def suggest(self, name: str, wanted: Format) -> None:
        """Suggest a file's name; a name that the reader gave keeps its stem and takes the format's ending."""
        before, self._format = self._format, wanted
        if self.field.text() == self._suggested:
            self._suggested = QDir.toNativeSeparators(str(self._folder / name))
            self.field.setText(self._suggested)
        elif before is not None and before is not wanted and self.field.text():
            self.field.setText(places.stem_of(self.field.text(), before) + wanted.suffix)

    def path(self) -> str:
        """Return where to save: the folder of the last time where the line has a name alone; empty for no name."""
        text = self.field.text().strip()
        if not text or text.endswith(("/", "\\")):
            return ""
        path = self._folder / _home_spelled_out(text)
        wanted = "" if self._format is None or path.suffix else self._format.suffix
        return f"{path}{wanted}"

    def _dress(self) -> None:
        sheet = outline(self._theme, "QLineEdit")
        self.field.setStyleSheet(f"{sheet} QLineEdit {{ padding: 4px; }} QLineEdit:focus {{ padding: 3px; }}")

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Save as"), self.path() or str(self._folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # asked once, when it comes to saving
        if self._format is not None:
            name = words.translated(words.FORMATS[self._format.id].name)
            dialog.setNameFilter(f"{name} (*{self._format.suffix})")
            dialog.setDefaultSuffix(self._format.suffix.removeprefix("."))
        dialog.fileSelected.connect(self._take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, path: str) -> None:
        self._folder = Path(path).parent
        self.field.setText(QDir.toNativeSeparators(path))


def _home_spelled_out(text: str) -> Path:
    try:
        return Path(text).expanduser()
    except RuntimeError:  # somebody who is not known here
        return Path(text)


def _usual_folder() -> Path:
    for place in (QStandardPaths.StandardLocation.DocumentsLocation, QStandardPaths.StandardLocation.HomeLocation):
        found = QStandardPaths.writableLocation(place)
        if found and Path(found).is_dir():
            return Path(found)
    return Path.home()
