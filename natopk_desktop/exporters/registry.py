"""Every format that can be written, once: what it is called, what it can use, and the module that writes it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, Literal

import msgspec

from natopk_desktop.errors import InputError
from natopk_desktop.exporters.progress import unheard

if TYPE_CHECKING:
    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.exporters.progress import Progress
    from natopk_desktop.exporters.written import Writer, Written

Kind = Literal["pages", "text", "data", "reference"]

SELECTION: Final = frozenset(("only", "topics", "period"))
ROWS: Final = SELECTION | {"order"}
TEXT: Final = ROWS | {"document", "notes"}
PAGES: Final = TEXT | {"paper"}


class Format(msgspec.Struct, frozen=True):
    """A format.

    Attributes:
        id: the name on the command line.
        name: the name for people.
        suffixes: the endings of its files, with the dot, the usual one first.
        media_type: its media type.
        kind: pages, a text, data or references.
        uses: the fields of a choice that it can use.
        module: the module whose ``write`` makes it; imported when it is asked for.
    """

    id: str
    name: str
    suffixes: tuple[str, ...]
    media_type: str
    kind: Kind
    uses: frozenset[str]
    module: str

    @property
    def suffix(self) -> str:
        """The usual ending of its files, with the dot."""
        return self.suffixes[0]

    @property
    def may_be_several(self) -> bool:
        """Whether it makes a file of each page."""
        return self.kind == "pages" and self.id != "pdf"

    def write(self, dossier: Dossier, choice: Choice, progress: Progress = unheard) -> Written:
        """Write what ``choice`` asks for of ``dossier``, telling ``progress`` how far that is where it can be known.

        Raises:
            InputError: the choice means nothing in this dossier.
        """
        writer: Writer = import_module(f"natopk_desktop.exporters.{self.module}").write
        return writer(dossier, choice, progress)


FORMATS: Final = (
    Format("pdf", "PDF", (".pdf",), "application/pdf", "pages", PAGES, "pdf"),
    Format("svg", "SVG pictures of the pages", (".svg",), "image/svg+xml", "pages", PAGES, "svg"),
    Format("png", "PNG pictures of the pages", (".png",), "image/png", "pages", PAGES, "png"),
    Format("html", "Web page (HTML)", (".html",), "text/html", "text", TEXT, "html_page"),
    Format(
        "docx",
        "Word document (DOCX)",
        (".docx",),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "text",
        TEXT,
        "docx_file",
    ),
    Format("md", "Markdown", (".md",), "text/markdown", "text", TEXT, "markdown"),
    Format("txt", "Plain text", (".txt",), "text/plain", "text", TEXT, "plain_text"),
    Format(
        "json", "Dossier (JSON)", (".dossier.json", ".json"), "application/json", "data", frozenset(), "dossier_json"
    ),
    Format("csv", "Table (CSV)", (".csv",), "text/csv", "data", ROWS | {"notes"}, "csv_table"),
    Format(
        "timelinejs",
        "TimelineJS (JSON)",
        (".timelinejs.json",),
        "application/json",
        "data",
        ROWS | {"notes"},
        "timelinejs",
    ),
    Format(
        "timeline", "The Timeline Project", (".timeline",), "application/xml", "data", ROWS | {"notes"}, "timeline_xml"
    ),
    Format("ics", "Calendar (iCalendar)", (".ics",), "text/calendar", "data", ROWS | {"notes"}, "icalendar_file"),
    Format("jsonld", "schema.org events (JSON-LD)", (".jsonld",), "application/ld+json", "data", ROWS, "jsonld"),
    Format(
        "webannotation",
        "W3C Web Annotation",
        (".annotations.jsonld",),
        "application/ld+json",
        "data",
        SELECTION | {"notes"},
        "webannotation",
    ),
    Format(
        "csl",
        "Reference (CSL-JSON)",
        (".csl.json",),
        "application/vnd.citationstyles.csl+json",
        "reference",
        frozenset({"only"}),
        "csl",
    ),
    Format(
        "bibtex", "Reference (BibTeX)", (".bib",), "application/x-bibtex", "reference", frozenset({"only"}), "bibtex"
    ),
    Format(
        "ris",
        "Reference (RIS)",
        (".ris",),
        "application/x-research-info-systems",
        "reference",
        frozenset({"only"}),
        "ris",
    ),
)


def by_id(name: str) -> Format:
    """Return the format of this name.

    Raises:
        InputError: there is none.
    """
    for known in FORMATS:
        if known.id == name:
            return known
    message = f"there is no format “{name}”; choose one of {', '.join(known.id for known in FORMATS)}."
    raise InputError(message)


def by_file_name(name: str) -> Format:
    """Return the format that a file's name asks for by its ending, the longest ending that fits.

    Raises:
        InputError: the ending is that of no format.
    """
    fitting = [(len(suffix), known) for known in FORMATS for suffix in known.suffixes if name.lower().endswith(suffix)]
    if not fitting:
        message = f"{name}: the ending tells no format; name one with --format (“natopk export --list” has them all)."
        raise InputError(message)
    return max(fitting, key=lambda fit: fit[0])[1]
