"""How each format is told by a file's content. The ending of a name is asked only where a content fits several."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from natopk_desktop.importers.sample import Sample

PDF: Final = b"%PDF-"
ZIP: Final = b"PK\x03\x04"
TABLES: Final = frozenset((".csv", ".tsv", ".tab"))
TABLE_SIGNS: Final = re.compile(r"[;\t|]")
PROGRAMS: Final = (b"PK\3\4", b"PK\5\6", b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf", b"\xd0\xcf\x11\xe0")
"""What files of other programs begin with that may pass for text: archives, documents, pictures."""
PAGES: Final = frozenset(("html", "head", "body", "timeline"))
CALENDAR: Final = re.compile(r"\s*BEGIN:VCALENDAR\b", re.IGNORECASE)
TTP_PARTS: Final = re.compile(r"<(?:version|timetype|categories|events|view|eras)\b")


def is_dossier(sample: Sample) -> bool:
    """Tell a dossier by its ``format``, also one with a wrong version, so that its own reader says what is wrong."""
    shape = sample.shape
    return shape is not None and sample.first == "{" and shape.says("format").startswith('"natopk-dossier"')


def is_pdf(sample: Sample) -> bool:
    """Tell a PDF by its first line, which may stand a little way in (ISO 32000-1, Annex H.3.4.1)."""
    return PDF in sample.raw[:1024]


def is_workbook(sample: Sample) -> bool:
    """Tell an Office Open XML workbook by the part of the ZIP that every workbook has."""
    return sample.raw.startswith(ZIP) and b"xl/workbook" in sample.raw


def is_timelinejs(sample: Sample) -> bool:
    """Tell TimelineJS by its list of events, or the one object of its first version."""
    shape = sample.shape
    if shape is None or sample.json is None or sample.json.lstrip()[:1] != b"{":
        return False
    if shape.has("timeline") and '"date"' in bytes(sample.json).decode("utf-8", "replace"):
        return True
    return shape.says("events").startswith("[") and not shape.has("context")


def is_annotations(sample: Sample) -> bool:
    """Tell W3C Web Annotations by their context or their types."""
    shape = sample.shape
    if shape is None:
        return False
    if "anno.jsonld" in shape.says("context") or "w3.org/ns/anno" in shape.says("context"):
        return True
    types = shape.says("type") + shape.says("kind")
    return '"Annotation' in types or '"oa:Annotation' in types or shape.has("target", "motivation")


def is_json_ld(sample: Sample) -> bool:
    """Tell schema.org in JSON-LD by its context, graph or types."""
    shape = sample.shape
    return shape is not None and shape.has("context") | shape.has("graph") | shape.has("kind")


def is_timeline_xml(sample: Sample) -> bool:
    """Tell The Timeline Project's XML by its root and a part that it has; other programs use the ending as well."""
    return sample.root == "timeline" and TTP_PARTS.search(sample.head) is not None


def is_table(sample: Sample) -> bool:
    """Tell a table by rows of equally many cells and a column of dates; by its ending alone it needs no such column."""
    if sample.is_binary or sample.root in PAGES or ("," not in sample.head and not TABLE_SIGNS.search(sample.head)):
        return False
    from natopk_desktop.formats import tables, timelinejs_table
    from natopk_desktop.importers.tables import columns, laying

    text, sign = tables.without_sign(sample.head)
    delimiter = sign or tables.delimiter_of(text)
    if delimiter is None:
        return sample.suffix in TABLES
    head = laying.head_of(tables.rows(text, delimiter), columns.SAMPLE)
    if not head:
        return False
    if timelinejs_table.fits(head[0]):
        return True
    mapping = columns.guessed(head)
    if sample.suffix in TABLES:
        return True
    widths = {len(row) for row in head[:-1]}
    is_even = len(widths) == 1 and len(head) > 2 and min(widths) > 1
    return is_even and mapping.has_header and bool(mapping.named & {"date", "year", "edtf"})


def is_calendar(sample: Sample) -> bool:
    """Tell iCalendar by its first line."""
    return CALENDAR.match(sample.head) is not None


def is_web_page(sample: Sample) -> bool:
    """Tell a web page by its first element; by its ending alone it needs some mark-up."""
    if sample.is_binary:
        return False
    from natopk_desktop.importers.html.read import recognise

    return recognise(sample.head) or (sample.suffix in {".html", ".htm", ".xhtml"} and "<" in sample.head)


def is_web_archive(sample: Sample) -> bool:
    """Tell a page in a single file by the headers of a message of several parts."""
    from natopk_desktop.importers.mhtml.read import recognise

    return recognise(sample.raw[:8192].decode("latin-1"))


def is_text(sample: Sample) -> bool:
    """Tell a page of plain text: any text that is not the data of some other program."""
    # Of an archive that was cut off there may be a letter left.
    if sample.is_binary or sample.raw.startswith(PROGRAMS) or sample.suffix in {".xlsx", ".pdf"}:
        return False
    if sample.head.lstrip().startswith("<?xml"):
        return False
    return sample.first not in {"{", "["} or sample.suffix == ".txt"
