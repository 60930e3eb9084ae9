"""The process that speaks with the printers, so that one that does not answer stops no window.

Qt's queries of printers keep Python from running any other thread; and a printer in a network that is gone may take
minutes to fail. Started as ``natopk --printing list`` or ``print``; what it says goes to standard output, a line of
JSON each; a request comes by standard input.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Final

import msgspec

from natopk_desktop.errors import OperationError, UserError
from natopk_desktop.typesetting import packed
from natopk_desktop.ui.output import print_request
from natopk_desktop.ui.output.local_printing import stay_local

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

    from PySide6.QtPrintSupport import QPrinter

    from natopk_desktop.ui.output.print_request import PrintRequest

LIST: Final = "list"
PRINT: Final = "print"
FOLDER: Final = "NATOPK_PRINTING_FOLDER"
"""Where the process's temporary files lie, in the environment: a folder of its own, which goes with it."""


class Line(msgspec.Struct, frozen=True, omit_defaults=True):
    """A line of what the process says.

    Attributes:
        printers: the names of all printers, the usual one first; the answer to ``list``.
        page: how many pages are painted.
        failed: why not all was printed.
        done: whether all was handed to the printer.
    """

    printers: tuple[str, ...] | None = None
    page: int | None = None
    failed: str | None = None
    done: bool = False


def main(argv: list[str], asked: BinaryIO | None = None, answers: BinaryIO | None = None) -> int:
    """Do what ``argv`` says, ``list`` or ``print``, and return the exit code.

    Args:
        argv: the words after ``--printing``.
        asked: where a request comes from; standard input if left out.
        answers: where lines go; standard output if left out.
    """
    say = partial(_say, answers or sys.stdout.buffer)
    if sys.platform == "linux":
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # printers need no screen
    stay_local()
    from PySide6.QtGui import QGuiApplication

    from natopk_desktop.ui import plugins

    plugins.find()
    application = QGuiApplication(["natopk"])
    try:
        if argv == [LIST]:
            say(Line(printers=_names()))
        else:
            _print(*print_request.unpacked(asked or sys.stdin.buffer), say)
            say(Line(done=True))
    except UserError as error:
        say(Line(failed=error.message))
        return error.exit_code
    except msgspec.DecodeError as error:
        say(Line(failed=f"this is no request to print ({error})."))
        return 2
    finally:
        del application
    return 0


def _say(answers: BinaryIO, line: Line) -> None:
    answers.write(msgspec.json.encode(line) + b"\n")
    answers.flush()


def _names() -> tuple[str, ...]:
    from PySide6.QtPrintSupport import QPrinterInfo

    names = [name for name in QPrinterInfo.availablePrinterNames() if name]
    usual = QPrinterInfo.defaultPrinterName()
    return tuple(sorted(names, key=lambda name: (name != usual, name)))


def _print(request: PrintRequest, pages: list[bytes], say: Callable[[Line], None]) -> None:
    from natopk_desktop.ui.output import page_painter

    printer = _printer(request)
    page_painter.prepare(printer, request.paper, request.title, greyscale=request.greyscale)
    times = 1
    if printer.supportsMultipleCopies():
        printer.setCopyCount(request.copies)
    else:
        times = request.copies
    svgs = (packed.svg(page) for _ in range(times) for page in pages)
    try:
        page_painter.print_pages(printer, svgs, lambda count: say(Line(page=count)))
    except BaseException as error:  # noqa: BLE001 - also when the window that asked is gone
        _end_unprinted(error, say)


def _end_unprinted(error: BaseException, say: Callable[[Line], None]) -> None:
    """End at once: Qt cannot take back what is painted, and any orderly end would print the pages so far."""
    with suppress(OSError):
        say(Line(failed=error.message if isinstance(error, UserError) else ""))
    if FOLDER in os.environ:
        from shutil import rmtree

        rmtree(os.environ[FOLDER], ignore_errors=True)
    os._exit(1)


def _printer(request: PrintRequest) -> QPrinter:
    """Return the printer asked for, ready to be prepared.

    Raises:
        OperationError: there is none of this name now.
    """
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    known = QPrinterInfo.printerInfo(request.printer)
    if known.isNull():
        message = f"The printer {request.printer} is not there any more; choose another one."
        raise OperationError(message)
    printer = QPrinter(known, QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.NativeFormat)
    if request.sides != "printer":
        both = QPrinter.DuplexMode.DuplexLongSide
        printer.setDuplex(both if request.sides == "both" else QPrinter.DuplexMode.DuplexNone)
    return printer
