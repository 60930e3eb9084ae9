"""The parts that are Qt's: plugins, fonts, image formats, printed pages, and the window itself, drawn but not shown."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from natopk_desktop import resources, screen
from natopk_desktop.dossier import store
from natopk_desktop.errors import InputError
from natopk_desktop.self_test.checks import Check, expect
from natopk_desktop.ui import app
from natopk_desktop.ui.plugins import folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

OFFSCREEN: Final = "offscreen"
WINDOW: Final = (1000, 700)
PATIENCE: Final = 20.0
"""Seconds for the window to be drawn on the slowest of machines."""
FEWEST_COLOURS: Final = 24
"""A window with letters and marks on it has more colours than one whose panes stay empty."""


def qt() -> Iterator[str]:
    """Start Qt, without a screen where there is none."""
    from PySide6 import __version__ as pyside
    from PySide6.QtCore import qVersion
    from PySide6.QtGui import QGuiApplication

    expect(Path(folder()).is_dir(), f"there is no folder of Qt's plugins ({folder()})")
    _application()
    yield f"Qt {qVersion()}, PySide6 {pyside}"
    yield f"platform {QGuiApplication.platformName()}"


def plugins() -> Iterator[str]:
    """Load Qt's plugins: in the package every one, elsewhere, where Qt's own distribution lies, those of platforms."""
    from PySide6.QtCore import QPluginLoader

    is_packaged = getattr(sys, "frozen", False)
    files = sorted(path for path in Path(folder()).rglob("*") if path.suffix in {".so", ".dll", ".dylib"})
    loaded = []
    for file in files if is_packaged else [path for path in files if OFFSCREEN in path.name]:
        loader = QPluginLoader(str(file))
        expect(loader.load(), f"the plugin {file.name} cannot be loaded: {loader.errorString()}")
        loaded.append(f"{file.parent.name}/{file.name}")
    expect(loaded, f"no plugin of Qt lies in {folder()}")
    yield f"loaded {', '.join(loaded)}"


def fonts() -> Iterator[str]:
    """Ask each bundled font for its letters: that of the source for all of the built-in page."""
    from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QRawFont

    from natopk_desktop.ui.theme import OUR_FAMILY, SOURCE_FAMILY

    _application()
    families = set()
    for file in sorted(resources.bundled("resources", "fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(file))
        found = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
        expect(found, f"Qt does not read the font {file.name}")
        families.update(found)
    letters = {letter for letter in store.built_in().text if letter.isprintable()}
    for family in (SOURCE_FAMILY, OUR_FAMILY):
        font = QFont(family)
        expect(QFontInfo(font).family() == family, f"{family} is asked for and {QFontInfo(font).family()} given")
        raw = QRawFont.fromFont(font)
        without = sorted(letter for letter in letters if not raw.supportsCharacter(ord(letter)))
        expect(not without, f"{family} has no “{''.join(without)}”")
    yield f"{', '.join(sorted(families))}; {len(letters)} different letters of the page shown"


def images() -> Iterator[str]:
    """Read every icon, and write a picture and read it again."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImage, QImageReader, QImageWriter

    formats = sorted(bytes(name.data()).decode() for name in QImageReader.supportedImageFormats())
    expect("png" in formats, f"Qt reads no PNG, only {', '.join(formats)}")
    for size in app.ICON_SIZES:
        icon = QImage(str(resources.bundled("resources", "icons", f"natopk-desktop-{size}.png")))
        expect((icon.width(), icon.height()) == (size, size), f"the icon of {size} pixels cannot be read")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.ReadWrite)
    made = QImage(3, 2, QImage.Format.Format_RGB32)
    made.fill(0x1C5D8C)
    expect(QImageWriter(buffer, QByteArray(b"PNG")).write(made), "no PNG can be written")
    again = QImage.fromData(QByteArray(buffer.data()))
    expect(again.pixel(2, 1) & 0xFFFFFF == 0x1C5D8C, "a PNG is not read as it was written")
    yield f"reads {', '.join(formats)}"


def printing() -> Iterator[str]:
    """Print the pages of the summary as a printer gets them, into a PDF of Qt's."""
    from PySide6.QtPrintSupport import QPrinter

    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.exporters import registry
    from natopk_desktop.ui.output import page_painter
    from natopk_desktop.ui.output.local_printing import stay_local

    stay_local()
    _application()
    choice = Choice()
    pages = registry.by_id("svg").write(store.built_in(), choice).files
    done: list[int] = []
    with TemporaryDirectory(prefix="natopk-") as folder:
        file = Path(folder, "pages.pdf")
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(file))
        page_painter.prepare(printer, choice.paper, "self-test", greyscale=False)
        page_painter.print_pages(printer, pages, done.append)
        made = file.read_bytes()
    expect(made.startswith(b"%PDF-"), "what was printed is no PDF")
    count = made.count(b"/Type /Page\n")
    expect(count == len(pages) == len(done), f"{len(pages)} pages were printed and {count} arrived")
    yield f"pages printed: {count}, {len(made)} bytes"


def job() -> Iterator[str]:
    """Have the built-in dossier written by a process of its own, as long work is done."""
    from natopk_desktop.jobs.requests import Save
    from natopk_desktop.ui.job import Job

    application = _application()
    dossier = store.built_in()
    asked = Job(Save(), dossier)
    failures: list[str] = []
    asked.failed.connect(failures.append)
    asked.start()
    end = time.monotonic() + PATIENCE
    while not asked.is_over and time.monotonic() < end:
        application.processEvents()
        time.sleep(0.002)
    is_over = asked.is_over
    asked.cancel()
    expect(not failures, f"a job in a process of its own failed: {''.join(failures)}")
    expect(is_over, "a job in a process of its own does not end")
    expect(asked.files == [store.dumps(dossier)], "a job gives back another dossier than it was given")
    yield f"{len(asked.files[0])} bytes written by a process of its own"


def window() -> Iterator[str]:
    """Open the window on the built-in dossier, drawn but not shown, until all of it is ready."""
    from PySide6.QtCore import QCoreApplication, QEvent, Qt
    from PySide6.QtGui import QImage

    from natopk_desktop.ui.keeper import Keeper
    from natopk_desktop.ui.main_window import MainWindow
    from natopk_desktop.ui.theme import Theme

    application = _application()
    opened = MainWindow(store.built_in(), Theme(application), Keeper(None))
    opened.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    opened.resize(*WINDOW)
    opened.show()
    try:
        end = time.monotonic() + PATIENCE
        while not opened.is_settled and time.monotonic() < end:
            picture = opened.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
            application.processEvents()
        expect(opened.is_settled, "the window is not ready in time")
        picture = opened.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        colours = len(set(memoryview(picture.constBits()).cast("B").cast("I")))
        expect(colours >= FEWEST_COLOURS, "the window stays empty")
        yield f"{picture.width()} x {picture.height()} pixels, {len(opened.actions_by_id)} actions"
    finally:
        opened.close()
        opened.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _application() -> QApplication:
    """Return the application, made at the first call, without a screen where there is none."""
    from PySide6.QtWidgets import QApplication

    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    try:
        screen.platform()
    except InputError:
        os.environ["QT_QPA_PLATFORM"] = OFFSCREEN
    return app.make_application()


CHECKS: Final = (
    Check("qt", qt),
    Check("plugins", plugins),
    Check("fonts", fonts),
    Check("images", images),
    Check("printing", printing),
    Check("job", job),
    Check("window", window),
)
