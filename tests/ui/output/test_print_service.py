from __future__ import annotations

import io
import os
import subprocess
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtPrintSupport import QPrinter

from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import store
from natopk_desktop.typesetting import packed
from natopk_desktop.ui.output import print_request, print_service
from natopk_desktop.ui.output.print_request import PrintRequest
from natopk_desktop.ui.output.print_service import Line
from tests.typesetting.pdf_tools import page_count, reader

if TYPE_CHECKING:
    from pathlib import Path

REQUEST = PrintRequest("Hall", "A title", "a4", copies=2)


@pytest.fixture(autouse=True)
def application(monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    """The application that the service makes is the tests' own."""
    monkeypatch.setattr("PySide6.QtGui.QGuiApplication", lambda _: qapp)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")


def ask(words: list[str], content: bytes = b"") -> tuple[int, list[Line]]:
    """Return the service's exit code and what it says."""
    answers = io.BytesIO()
    code = print_service.main(words, io.BytesIO(content), answers)
    return code, [msgspec.json.decode(line, type=Line) for line in answers.getvalue().splitlines()]


def test_it_prints_every_copy_and_tells_of_every_page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A printer that cannot copy is given the pages again."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    file = tmp_path / "printed.pdf"
    printer.setOutputFileName(str(file))
    monkeypatch.setattr(print_service, "_printer", lambda _: printer)
    pages = list(packed.pages(store.built_in(), Choice(document="timeline")))

    code, lines = ask([print_service.PRINT], print_request.packed(REQUEST, pages))

    count = 2 * len(pages)
    assert (code, lines) == (0, [*(Line(page=number) for number in range(1, count + 1)), Line(done=True)])
    assert page_count(file.read_bytes()) == count
    information = reader(file.read_bytes()).metadata
    assert information is not None
    assert information.title == "A title"


def test_a_printer_that_is_gone_is_told_of() -> None:
    code, (line,) = ask([print_service.PRINT], print_request.packed(REQUEST, []))
    assert code == 1
    assert line.failed == "The printer Hall is not there any more; choose another one."


def test_the_usual_printer_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    names = {"availablePrinterNames": lambda: ["Cellar", "Hall", "Attic"], "defaultPrinterName": lambda: "Hall"}
    monkeypatch.setattr("PySide6.QtPrintSupport.QPrinterInfo", SimpleNamespace(**names))
    assert ask([print_service.LIST]) == (0, [Line(printers=("Hall", "Attic", "Cellar"))])


GONE = """
import io
import sys
from PySide6.QtPrintSupport import QPrinter
from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import store
from natopk_desktop.typesetting import packed
from natopk_desktop.ui.output import print_service
from natopk_desktop.ui.output.print_request import PrintRequest, packed as request

def printer(_):
    made = QPrinter()
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(sys.argv[1])
    return made

class Gone(io.BytesIO):
    def write(self, line):
        if b'"page":2' in line:
            raise BrokenPipeError

print_service._printer = printer
pages = packed.pages(store.built_in(), Choice(document="timeline")) * 2
asked = io.BytesIO(request(PrintRequest("Hall", "A title", "a4"), list(pages)))
sys.exit(print_service.main([print_service.PRINT], asked, Gone()))
"""


def test_half_a_job_is_not_printed_when_the_window_that_asked_is_gone(tmp_path: Path) -> None:
    folder = tmp_path / "spool"
    folder.mkdir()
    (folder / "half").touch()
    environment = os.environ | {print_service.FOLDER: str(folder), "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", GONE, str(tmp_path / "printed.pdf")], env=environment, check=False)

    assert done.returncode == 1
    assert b"%%EOF" not in (tmp_path / "printed.pdf").read_bytes()
    assert not folder.exists()
