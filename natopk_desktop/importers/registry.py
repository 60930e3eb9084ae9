"""The formats that files are read from, each said once: how it is told, its names, and which module reads it."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Final

import msgspec

from natopk_desktop.errors import InputError
from natopk_desktop.importers import recognising
from natopk_desktop.importers.imported import Imported, Options
from natopk_desktop.importers.sample import Sample

if TYPE_CHECKING:
    from natopk_desktop.importers.imported import Progress, Reader
    from natopk_desktop.importers.tables.preview import Preview


class Format(msgspec.Struct, frozen=True):
    """A format.

    Attributes:
        id: its short name.
        name: the name for people.
        suffixes: the endings of its files, with the dot, the usual one first.
        media_types: its media types, the usual one first.
        fits: tells by a file's content whether it is of this format.
        module: the module whose ``read`` reads it; imported when it is asked for.
        uses: the fields of ``Options`` that its reader takes notice of.
        is_table: whether columns can be mapped: the module has a ``preview`` as well.
    """

    id: str
    name: str
    suffixes: tuple[str, ...]
    media_types: tuple[str, ...]
    fits: Callable[[Sample], bool]
    module: str
    uses: frozenset[str] = frozenset()
    is_table: bool = False

    def read(self, raw: bytes, name: str, options: Options, progress: Progress) -> Imported:
        """Read the bytes of a file of that name.

        Raises:
            InputError: it cannot be read; one sentence names the file, the place and the remedy.
        """
        reader: Reader = import_module(f"natopk_desktop.importers.{self.module}").read
        return reader(raw, name, options, progress)

    def preview(self, raw: bytes, name: str, options: Options) -> Preview:
        """Read the beginning of a table, for a person to say which column holds what.

        Raises:
            InputError: it is no table, or cannot be read; one sentence names the file, the place and the remedy.
        """
        if not self.is_table:
            message = f"{name}: this is no table any more, so it has no columns to choose; open it again."
            raise InputError(message)
        read: Callable[[bytes, str, Options], Preview]
        read = import_module(f"natopk_desktop.importers.{self.module}").preview
        return read(raw, name, options)


ENCODED: Final = frozenset(("encoding",))
PAGE: Final = ENCODED | {"is_day_first"}
"""What readers of pages take notice of."""
SHEET: Final = frozenset(("columns", "sheet", "is_day_first"))

# In the order in which they are asked: each only sees what none before it took.
FORMATS: Final = (
    Format(
        "json",
        "Dossier (JSON)",
        (".dossier.json", ".json"),
        ("application/json",),
        recognising.is_dossier,
        "dossier_json",
    ),
    Format("pdf", "PDF exported by this app", (".pdf",), ("application/pdf",), recognising.is_pdf, "dossier_pdf"),
    Format(
        "xlsx",
        "Workbook (XLSX)",
        (".xlsx",),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",),
        recognising.is_workbook,
        "workbook",
        SHEET,
        is_table=True,
    ),
    Format(
        "timelinejs",
        "TimelineJS (JSON)",
        (".timelinejs.json", ".json"),
        ("application/json",),
        recognising.is_timelinejs,
        "timelinejs_json",
        ENCODED,
    ),
    Format(
        "webannotation",
        "W3C Web Annotation",
        (".annotations.jsonld", ".jsonld", ".json"),
        ("application/ld+json",),
        recognising.is_annotations,
        "webannotation",
        ENCODED,
    ),
    Format(
        "jsonld",
        "schema.org events (JSON-LD)",
        (".jsonld", ".json"),
        ("application/ld+json",),
        recognising.is_json_ld,
        "jsonld",
        ENCODED,
    ),
    Format(
        "timeline",
        "The Timeline Project",
        (".timeline",),
        ("application/xml",),
        recognising.is_timeline_xml,
        "timeline_xml",
        ENCODED,
    ),
    Format(
        "ics",
        "Calendar (iCalendar)",
        (".ics", ".ical"),
        ("text/calendar",),
        recognising.is_calendar,
        "icalendar_file",
        ENCODED,
    ),
    Format(
        "mhtml",
        "Web page, single file (MHTML)",
        (".mhtml", ".mht"),
        ("multipart/related", "application/x-mimearchive", "message/rfc822"),
        recognising.is_web_archive,
        "mhtml.read",
        PAGE,
    ),
    Format(
        "html",
        "Web page (HTML)",
        (".html", ".htm", ".xhtml"),
        ("text/html", "application/xhtml+xml"),
        recognising.is_web_page,
        "html.read",
        PAGE,
    ),
    Format(
        "csv",
        "Table (CSV, TSV)",
        (".csv", ".tsv", ".tab"),
        ("text/csv", "text/tab-separated-values"),
        recognising.is_table,
        "table",
        PAGE | {"columns"},
        is_table=True,
    ),
    # Last: any text can be a page.
    Format("txt", "Page (plain text)", (".txt",), ("text/plain",), recognising.is_text, "text_page", PAGE),
)


OTHERS: Final = {
    recognising.ZIP: "an archive, no workbook (XLSX); save a table as XLSX or CSV, a document as a web page or text",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an older or locked Office file; save it as XLSX, without a password",
}
"""What files that cannot be read begin with, and what to say of them."""


def recognised(raw: bytes, name: str) -> Format:
    """Return the format of a file by its content.

    Raises:
        InputError: it is of none that can be read.
    """
    sample = Sample(raw, name)
    for known in FORMATS:
        if known.fits(sample):
            return known
    raise InputError(_unknown(sample))


def read(
    raw: bytes,
    name: str,
    options: Options | None = None,
    progress: Progress | None = None,
    approve: Callable[[Format], None] | None = None,
) -> Imported:
    """Read a file of any format that can be read.

    Args:
        raw: its bytes.
        name: its name, without folders: for sentences, and for the title where it has none.
        options: what a person said about it.
        progress: called now and then with the share that is done, 0 to 1.
        approve: called with the format that it is of; what it raises ends the reading.

    Raises:
        InputError: it cannot be read; one sentence names the file, the place and the remedy.
    """
    from natopk_desktop.importers.building import without_collection

    if not raw.strip():
        message = f"{name}: this file is empty; choose another, or save it again where it came from."
        raise InputError(message)
    with without_collection():
        known = recognised(raw, name)
        if approve is not None:
            approve(known)
        return known.read(raw, name, options or Options(), progress or _silent)


def _silent(_: float) -> None:
    """Take no notice of progress."""


def _unknown(sample: Sample) -> str:
    """Return the sentence on a file of no known format."""
    if sample.first in {"{", "["} and not sample.is_binary:
        from natopk_desktop.importers.json_reading import damage

        if sample.json is None:
            return damage(sample.raw, sample.name)
        return f"{sample.name}: this JSON is of no kind that can be read; choose a dossier or a timeline."
    for beginning, what in OTHERS.items():
        if sample.raw.startswith(beginning):
            return f"{sample.name}: this is {what}."
    known = ", ".join(dict.fromkeys(known.name for known in FORMATS))
    return f"{sample.name}: this file is of no kind that can be read; choose one of: {known}."
