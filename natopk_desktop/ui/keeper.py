"""Keeps the settings while the app runs: hands them out, takes changes, saves them when they rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from natopk_desktop import settings
from natopk_desktop.errors import UserError

if TYPE_CHECKING:
    from pathlib import Path

    from natopk_desktop.settings import Settings

REST_MS: Final = 1500


class Keeper(QObject):
    """The settings of all windows.

    Attributes:
        settings: those in force.
        notice: one sentence on why settings cannot be read or kept, empty where all is well.

    Signals:
        notice_changed: ``notice`` is another now.
    """

    notice_changed = Signal()

    def __init__(self, path: Path | None, parent: QObject | None = None) -> None:
        """Read the settings at ``path``; without one, nothing is read or kept."""
        super().__init__(parent)
        self._path = path
        self._loaded = settings.Loaded(settings.Settings()) if path is None else settings.load(path)
        self.settings: Settings = self._loaded.settings
        self._kept = self.settings
        self._timer: QTimer | None = None
        self.notice = self._finding()

    def change(self, **fields: Any) -> None:  # noqa: ANN401  # the struct checks them
        """Replace fields of the settings, and save soon if that changes anything."""
        self.replace(msgspec.structs.replace(self.settings, **fields))

    def replace(self, changed: Settings) -> None:
        """Take over ``changed`` and save soon if it differs."""
        if changed == self.settings:
            return
        self.settings = changed
        if self._timer is None:
            self._timer = QTimer(self)
            self._timer.setSingleShot(True)
            self._timer.setInterval(REST_MS)
            self._timer.timeout.connect(self.flush)
        self._timer.start()

    def flush(self) -> None:
        """Save what has changed; where that fails, say so once in ``notice`` and go on."""
        if self._timer is not None:
            self._timer.stop()
        if self._path is None or not self._loaded.may_save or self.settings == self._kept:
            return
        try:
            settings.save(self.settings, self._path)
        except UserError:
            self._say(self.tr("Settings cannot be saved here; they last until you quit."))
        else:
            self._kept = self.settings

    def _finding(self) -> str:
        """Say what was wrong with the file, as a sentence."""
        trouble, aside = self._loaded.trouble, self._loaded.aside
        if trouble is None:
            return ""
        if aside is None:
            return self.tr("The settings file cannot be used and was left as it is; changes last until you quit.")
        if trouble == "newer":
            return self.tr("Settings of a newer version were set aside as {name}.").format(name=aside.name)
        return self.tr("The settings file was damaged and was set aside as {name}.").format(name=aside.name)

    def _say(self, notice: str) -> None:
        if notice != self.notice:
            self.notice = notice
            self.notice_changed.emit()
