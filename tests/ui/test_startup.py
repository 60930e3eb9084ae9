from __future__ import annotations

import os
import subprocess
import sys
from functools import cache

import pytest

from natopk_desktop import resources

NOT_BEFORE_THE_FIRST_PAINT = (
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
    "PySide6.QtSvg",
    "PySide6.QtTest",
    "asyncio",
    "ctypes",
    "docx",
    "email",
    "hashlib",
    "http",
    "icalendar",
    "json",
    "lxml",
    "multiprocessing",
    "natopk_desktop.desktop",
    "natopk_desktop.exporters",
    "natopk_desktop.importers",
    "natopk_desktop.log",
    "natopk_desktop.saving",
    "natopk_desktop.self_test",
    "natopk_desktop.typesetting",
    "natopk_desktop.ui.about",
    "natopk_desktop.ui.actions",
    "natopk_desktop.ui.commands",
    "natopk_desktop.ui.error_window",
    "natopk_desktop.ui.menus",
    "natopk_desktop.ui.output",
    "natopk_desktop.ui.presentation",
    "natopk_desktop.ui.shortcuts",
    "openpyxl",
    "queue",
    "socket",
    "sqlite3",
    "ssl",
    "typst",
    "unittest",
    "urllib.request",
    "xml",
)

PROGRAM = """
import sys
from natopk_desktop import __main__ as door
from natopk_desktop import window_command
from natopk_desktop.ui import app

running = app.start(window_command.read([]))

def tell():
    print(*sys.modules, sep="\\n")
    running.application.quit()

running.windows[0].first_painted.connect(tell)
running.application.exec()
"""


CLASSES = """
    def all_below(kind):
        for below in kind.__subclasses__():
            yield below.__name__
            yield from all_below(below)

    import enum
    from PySide6.QtWidgets import QWidget
    print(*all_below(QWidget), *(f"enum:{name}" for name in all_below(enum.Enum))"""


@cache
def loaded() -> frozenset[str]:
    """Return the modules that a start has loaded at its first paint."""
    told = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=resources.bundled("data").parent,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return frozenset(told.stdout.split())


@pytest.mark.parametrize("module", NOT_BEFORE_THE_FIRST_PAINT)
def test_what_the_first_paint_does_not_need_is_not_loaded_for_it(module: str) -> None:
    assert not {name for name in loaded() if name == module or name.startswith(f"{module}.")}


@cache
def made_classes() -> frozenset[str]:
    """Return the classes of widgets that are made at the first paint, and the enums, with ``enum:`` before."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.replace("print(*sys.modules", CLASSES)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=resources.bundled("data").parent,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return frozenset(done.stdout.split())


def test_no_widget_class_is_made_that_nobody_uses() -> None:
    """Asked for a widget that Python did not make, PySide makes all classes of widget, and each one's enums."""
    assert "QLineEdit" in made_classes()
    assert made_classes().isdisjoint({"QCalendarWidget", "QWizard", "QMdiArea", "QColorDialog", "QLCDNumber", "QDial"})


def test_no_enum_is_made_that_nobody_uses() -> None:
    """Those of QGradient, QIcon and QStyle come with one call that could be another; each takes some milliseconds."""
    assert "enum:AlignmentFlag" in made_classes()
    assert made_classes().isdisjoint({"enum:Preset", "enum:ThemeIcon", "enum:ControlElement"})


def test_of_qt_only_three_modules_are_loaded() -> None:
    qt = {name for name in loaded() if name.startswith("PySide6.Qt")}

    assert qt == {"PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets"}
