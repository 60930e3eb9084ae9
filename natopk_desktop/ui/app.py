"""The application: opens a tab a file, and runs until the last window is closed."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from natopk_desktop import APPLICATION_ID, __version__, bootstrap
from natopk_desktop.errors import InputError, ScreenError, UserError
from natopk_desktop.window_command import NAME, Arguments

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QApplication

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.one_process.door import Door
    from natopk_desktop.one_process.request import Request
    from natopk_desktop.ui.binding import SupportCode
    from natopk_desktop.ui.keeper import Keeper
    from natopk_desktop.ui.main_window import MainWindow
    from natopk_desktop.ui.tabs.windows import Windows

ICON_SIZES: Final = (16, 24, 32, 48, 64, 128, 256)
LAUNCHER_VARIABLES: Final = ("GIO_LAUNCHED_DESKTOP_FILE", "DESKTOP_STARTUP_ID", "XDG_ACTIVATION_TOKEN")
"""Set by desktops for a program started from a menu or a file manager."""


class Running:
    """An application with its windows shown; keep it until the application ends.

    Attributes:
        application, keeper, all_windows: what runs.
        exit_code: what the process ends with: 2 where a file of the command line could not be opened.
    """

    __slots__ = ("__weakref__", "all_windows", "application", "exit_code", "keeper")

    def __init__(self, application: QApplication, keeper: Keeper, all_windows: Windows) -> None:
        """Hold what nothing else holds."""
        self.application = application
        self.keeper = keeper
        self.all_windows = all_windows
        self.exit_code = 0

    def run(self) -> int:
        """Run until the last window is closed and return the exit code."""
        return self.application.exec() or self.exit_code

    def tell_failure(self, sentence: str) -> None:
        """Tell a terminal what a tab tells as well: a file of the command line could not be opened."""
        self.exit_code = InputError.exit_code
        if sys.stderr is not None:
            sys.stderr.write(f"{NAME}: {sentence}\n")

    @property
    def windows(self) -> list[MainWindow]:
        """The open windows, the first opened first."""
        return self.all_windows.windows


def run(arguments: Arguments, door: Door | None) -> int:
    """Open the window and run until the last one is closed.

    Args:
        arguments: what the command line asks for.
        door: where later starts hand over theirs; None for a process that stays by itself.

    Returns:
        The exit code.

    Raises:
        UserError: what keeps a window from opening; already shown in a message box where nobody sees a terminal.
    """
    try:
        return start(arguments).run() if door is None else _run_open(arguments, door)
    except UserError as error:
        if not has_terminal() and not isinstance(error, ScreenError):
            _show(error, arguments.quit_after)
        raise


def start(arguments: Arguments) -> Running:
    """Dress the application and show a window with a tab for each file, or with the built-in dossier.

    Raises:
        UserError: a file is not there, or ``--at`` names no milestone; no window is open then.
    """
    gc.disable()  # the start makes tens of thousands of objects and drops few; see _finish_start
    built_in = _looked_at(arguments)
    # Late: a start that hands its files over needs none of it.
    from natopk_desktop.ui import binding

    support = binding.SupportCode(bootstrap.cache_folder())
    binding.load(support)
    running = _dressed()
    if sys.platform == "darwin":
        from natopk_desktop.ui.file_open_events import FileOpenEvents

        FileOpenEvents(running.application).asked.connect(lambda request: _listen(running, None, [request]))
    window = running.all_windows.make()
    if built_in is not None:
        _add_built_in(running, window, built_in, arguments.at)
    else:
        _open_files(running, arguments)
    if running.keeper.settings.maximized:
        window.showMaximized()
    else:
        window.show()
    window.settled.connect(lambda: _finish_start(running, support))
    if built_in is not None:
        window.settled.connect(lambda: _check_built_in(window))
    if arguments.quit_after is not None:
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication

        QTimer.singleShot(arguments.quit_after, running.application, QApplication.closeAllWindows)
    return running


def _dressed() -> Running:
    """Return the application with its settings, colours and fonts, and no window yet."""
    from PySide6.QtWidgets import QApplication

    from natopk_desktop import settings
    from natopk_desktop.ui.keeper import Keeper
    from natopk_desktop.ui.tabs.windows import Windows
    from natopk_desktop.ui.theme import Theme

    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = make_application()
    place = settings.folder()
    keeper = Keeper(place / settings.FILE if place.is_absolute() else None, application)
    theme = Theme(application, keeper.settings.scheme, keeper.settings.text_scale)
    return Running(application, keeper, Windows(theme, keeper))


def _add_built_in(running: Running, window: MainWindow, built_in: Dossier, at: str | None) -> None:
    """Give the built-in dossier a tab."""
    from natopk_desktop.ui.tabs.dossier_page import DossierPage
    from natopk_desktop.ui.tabs.opened import Opened

    window.add(DossierPage(Opened(built_in), running.all_windows.theme, running.keeper, at))


def _run_open(arguments: Arguments, door: Door) -> int:
    """Run as the process that later starts hand their files over to."""
    running, waiting = _started(arguments, door)
    running.windows[0].settled.connect(lambda: _listen(running, door, waiting))
    while True:
        code = running.run()
        left = door.requests()
        # Asked for while the last window closed: not taken yet, or taken when the end was decided already.
        if not left and not running.windows:
            door.close()
            return code
        _listen(running, door, left)


def _listen(running: Running, door: Door | None, waiting: list[Request]) -> None:
    """Answer what has been asked for, and whatever will be asked for at the door."""
    from natopk_desktop.ui import asked
    from natopk_desktop.ui.doorman import Doorman

    for request in waiting:
        asked.answer(running, request)
    if door is not None and running.application.findChild(Doorman) is None:
        Doorman(door, running.application).asked.connect(lambda request: asked.answer(running, request))


def _started(arguments: Arguments, door: Door) -> tuple[Running, list[Request]]:
    """Start with ``arguments``; where that fails, with what others, which have ended since, have asked for meanwhile.

    Returns:
        The application, and what else has been asked for.

    Raises:
        UserError: as ``start`` does, where nothing has been asked for.
    """
    waiting: list[Request] = []
    while True:
        try:
            return start(arguments), waiting
        except UserError as error:
            waiting = waiting or door.requests()
            if not waiting:
                raise
            if has_terminal():
                sys.stderr.write(f"{NAME}: {error.message}\n")
            else:
                _show(error)
            request = waiting.pop(0)
            arguments = Arguments(request.files, request.at)


def make_application() -> QApplication:
    """Make the application object with its names, by which desktops know its windows.

    Raises:
        ScreenError: the environment names a kind of screen that Qt does not have here.
    """
    from PySide6.QtWidgets import QApplication

    QApplication.setApplicationName(NAME)
    QApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName(APPLICATION_ID)
    from natopk_desktop.ui import plugins

    plugins.require_platform()
    plugins.find()
    # The style by name: setStyle() returns it, and PySide would make all enums of QStyle for that.
    application = QApplication([NAME, "-style", "fusion"])
    application.setApplicationDisplayName("natopk_desktop")
    return application


def icon() -> QIcon:
    """Return the app's icon in all its sizes."""
    from PySide6.QtGui import QIcon

    from natopk_desktop import resources

    result = QIcon()
    for size in ICON_SIZES:
        result.addFile(str(resources.bundled("resources", "icons", f"natopk-desktop-{size}.png")))
    return result


def has_terminal() -> bool:
    """Tell whether somebody reads standard error: not where a desktop or Windows' own menu started the app."""
    if sys.stderr is None:
        return False
    return sys.stderr.isatty() or not any(name in os.environ for name in LAUNCHER_VARIABLES)


def _show(error: UserError, milliseconds: int | None = None) -> None:
    """Show one sentence in a window of its own, for so long where that is said."""
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtWidgets import QApplication, QMessageBox

    application = QApplication.instance() or make_application()
    box = QMessageBox()
    box.setIcon(QMessageBox.Icon.Warning)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(error.message)
    if milliseconds is not None:
        QTimer.singleShot(milliseconds, box, box.reject)
    box.exec()
    del application


def _finish_start(running: Running, support: SupportCode) -> None:
    """Do what the first window need not wait for."""
    import signal

    from natopk_desktop.ui import error_window

    gc.freeze()
    gc.enable()
    running.application.setWindowIcon(icon())
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal; Qt's loop leaves Python no turn for it
    error_window.install(running.application)
    running.application.aboutToQuit.connect(running.keeper.flush)
    support.keep()


def _check_built_in(window: MainWindow) -> None:
    """Look for what a damaged installation would have done to the dossier, and say so quietly."""
    from PySide6.QtCore import QCoreApplication

    from natopk_desktop.dossier import validate

    defect = next(validate.defects(window.reading.dossier.contents()), None)
    if defect is not None:
        told = QCoreApplication.translate("App", "This installation is damaged, install it anew: {message}.")
        window.status.show_notice(told.format(message=defect.message))


def _looked_at(arguments: Arguments) -> Dossier | None:
    """Look whether the files are there, without reading them; without files, return the built-in dossier.

    Raises:
        UserError: a file is not there, or ``--at`` names no milestone of the built-in dossier.
    """
    from natopk_desktop.dossier import store

    if arguments.files:
        for file in arguments.files:
            store.check_there(Path(file))
        return None
    built_in = store.built_in(is_checked=False)  # it is checked once the window stands: see _check_built_in
    _check_place(built_in, arguments.at)
    return built_in


def _check_place(dossier: Dossier, at: str | None) -> None:
    if at is not None and dossier.milestones.row_of(at) is None:
        message = f"--at {at}: there is no milestone of this id; `natopk list` names them."
        raise InputError(message)


def _open_files(running: Running, arguments: Arguments) -> None:
    """Open a tab for each file of the command line."""
    from natopk_desktop.ui.opening.opening_page import OpeningPage

    running.all_windows.opener.missed.connect(running.tell_failure)
    for page in running.all_windows.open_files(arguments.files, arguments.at):
        if isinstance(page, OpeningPage):
            page.failed.connect(running.tell_failure)
            if page.sentence:
                running.tell_failure(page.sentence)
