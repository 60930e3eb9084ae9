"""The words of a file that was just written, format by format; whatever is no sound file of it raises an error."""

from __future__ import annotations

import csv
import json
import re
import zlib
from html.parser import HTMLParser
from io import BytesIO, StringIO
from typing import Final
from xml.etree import ElementTree as ET

from natopk_desktop.documents import marks
from natopk_desktop.dossier import store
from natopk_desktop.self_test.checks import expect

STREAM: Final = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
DRAWN: Final = "{http://www.w3.org/2000/svg}svg"
PNG: Final = b"\x89PNG\r\n\x1a\n"


def bare(words: str) -> str:
    """Return words without white space, Markdown's backslashes and what stands within a mark of ours."""
    kept, depth, at = "", 0, 0
    left = "".join(words.replace("\\", "").split())
    while at < len(left):
        if depth == 0 and left.startswith(marks.OPENING, at):
            depth, at = 1, at + len(marks.OPENING)
        elif depth:
            depth += (left[at] == "[") - (left[at] == "]")
            at += 1
        else:
            upto = left.find(marks.OPENING, at)
            kept += left[at : upto if upto >= 0 else len(left)]
            at = upto if upto >= 0 else len(left)
    return kept


def text(content: bytes) -> str:
    """Read a text in UTF-8."""
    return content.decode("utf-8-sig")


def pdf(content: bytes) -> str:
    """Find the dossier that a PDF of ours carries, among its streams."""
    expect(content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF"), "the PDF is not whole")
    expected = store.dumps(store.built_in())
    for found in STREAM.finditer(content):
        try:
            stream = zlib.decompress(found[1])
        except zlib.error:
            continue  # not packed, or packed in another way
        if stream == expected:
            return text(stream)
    return ""


def svg(content: bytes) -> str:
    """Read a page as XML."""
    expect(ET.fromstring(content).tag == DRAWN, "the page is no SVG")
    return ""


def png(content: bytes) -> str:
    """Look at the two ends of a PNG; its inside is looked at where Qt is."""
    expect(content.startswith(PNG) and content.endswith(b"IEND\xaeB`\x82"), "the PNG is not whole")
    return ""


def xml(content: bytes) -> str:
    """Read all text of an XML file."""
    return "\n".join(ET.fromstring(content).itertext())


def html(content: bytes) -> str:
    """Read all text of a web page."""
    reader = _Page()
    reader.feed(text(content))
    reader.close()
    return "".join(reader.words)


def docx(content: bytes) -> str:
    """Read the paragraphs of a Word document, those in tables too."""
    import docx
    from docx.oxml.ns import qn

    body = docx.Document(BytesIO(content)).element.body
    return "\n".join(piece.text or "" for piece in body.iter(qn("w:t")))


def dossier_json(content: bytes) -> str:
    """Load a dossier and write it again, which gives the same bytes."""
    loaded = store.loads(content, "the export")
    expect(store.dumps(loaded) == content, "the exported dossier is not the same when read and written again")
    return loaded.text


def csv_table(content: bytes) -> str:
    """Read the cells of a table, all rows of one width."""
    rows = list(csv.reader(StringIO(text(content), newline="")))
    expect(len({len(row) for row in rows}) == 1, "the rows of the table are of several widths")
    return "\n".join(cell for row in rows for cell in row)


def any_json(content: bytes) -> str:
    """Read every string of a JSON file."""
    return "\n".join(_strings(json.loads(content)))


def icalendar(content: bytes) -> str:
    """Read the words of a calendar's events."""
    from icalendar import Calendar

    read = Calendar.from_ical(content)
    parts = [read, *read.walk("VEVENT")]
    return "\n".join(str(part.get(name, "")) for part in parts for name in ("NAME", "SUMMARY", "DESCRIPTION"))


def ris(content: bytes) -> str:
    """Read every field of references."""
    import rispy

    return "\n".join(_strings(rispy.loads(text(content))))


class _Page(HTMLParser):
    """Gathers a web page's text."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        """Take in a piece of text."""
        self.words.append(data)


def _strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return [found for inner in value.values() for found in _strings(inner)]
    if isinstance(value, list):
        return [found for inner in value for found in _strings(inner)]
    return [value] if isinstance(value, str) else []
