"""What tools that are not ours find in a PDF: poppler's where they are installed, pypdf else."""

from __future__ import annotations

import io
import shutil
import subprocess

import pypdf
import pytest

POPPLER = pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="poppler-utils is not installed")


def reader(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf), strict=True)


def poppler(pdf: bytes, *command: str) -> str:
    """What one of poppler's commands says of a PDF."""
    done = subprocess.run([*command, "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


def text_of(pdf: bytes) -> str:
    """The words of all pages, in the order they are drawn."""
    if shutil.which("pdftotext"):
        done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
        return done.stdout.decode()
    return "\n".join(page.extract_text() for page in reader(pdf).pages)


def page_count(pdf: bytes) -> int:
    return len(reader(pdf).pages)


def sizes(pdf: bytes) -> set[tuple[str, float]]:
    """Font family and size of every piece of text, as pypdf reads them from the pages themselves."""
    found: set[tuple[str, float]] = set()

    def visit(text: str, _: object, matrix: list[float], font: dict[str, object] | None, size: float) -> None:
        if text.strip() and font is not None:
            name = str(font["/BaseFont"]).partition("+")[2]
            found.add((name, round(abs(size * matrix[3]) if matrix[3] else size, 2)))

    for page in reader(pdf).pages:
        page.extract_text(visitor_text=visit)
    return found
