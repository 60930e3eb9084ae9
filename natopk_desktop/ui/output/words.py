"""What the export dialog calls things: formats and what each is for, documents, and what of the dossier is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from natopk_desktop.ui.menu_bar import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from natopk_desktop.documents.choice import Paper
    from natopk_desktop.documents.parts import DocumentKind
    from natopk_desktop.dossier.location import Order
    from natopk_desktop.exporters.registry import Kind

CONTEXT: Final = "Export"


class Told(NamedTuple):
    """A name, and one sentence on what it is for."""

    name: str
    purpose: str


KINDS: Final[dict[Kind, str]] = {
    "pages": QT_TRANSLATE_NOOP("Export", "Pages"),
    "text": QT_TRANSLATE_NOOP("Export", "Texts"),
    "data": QT_TRANSLATE_NOOP("Export", "Data"),
    "reference": QT_TRANSLATE_NOOP("Export", "References"),
}

FORMATS: Final = {
    "pdf": Told(
        QT_TRANSLATE_NOOP("Export", "PDF"),
        QT_TRANSLATE_NOOP(
            "Export", "Pages to send, print and keep; the dossier itself lies inside, to be opened again."
        ),
    ),
    "svg": Told(
        QT_TRANSLATE_NOOP("Export", "SVG pictures"),
        QT_TRANSLATE_NOOP("Export", "A drawing of each page that stays sharp at any size, for layouts and slides."),
    ),
    "png": Told(
        QT_TRANSLATE_NOOP("Export", "PNG pictures"),
        QT_TRANSLATE_NOOP("Export", "A picture of each page that any program shows."),
    ),
    "html": Told(
        QT_TRANSLATE_NOOP("Export", "Web page (HTML)"),
        QT_TRANSLATE_NOOP("Export", "One file for any browser, which runs nothing and loads nothing."),
    ),
    "docx": Told(
        QT_TRANSLATE_NOOP("Export", "Word document (DOCX)"),
        QT_TRANSLATE_NOOP("Export", "For writing on in Word or LibreOffice, with real headings and tables."),
    ),
    "md": Told(
        QT_TRANSLATE_NOOP("Export", "Markdown"),
        QT_TRANSLATE_NOOP("Export", "Text with light marks, for wikis, repositories and notes."),
    ),
    "txt": Told(
        QT_TRANSLATE_NOOP("Export", "Plain text"),
        QT_TRANSLATE_NOOP("Export", "Nothing but the words, for e-mail and any program at all."),
    ),
    "json": Told(
        QT_TRANSLATE_NOOP("Export", "Dossier (JSON)"),
        QT_TRANSLATE_NOOP("Export", "The dossier itself, whole, for this app and for programs of your own."),
    ),
    "csv": Told(
        QT_TRANSLATE_NOOP("Export", "Table (CSV)"),
        QT_TRANSLATE_NOOP("Export", "A row for each milestone, for spreadsheets and statistics."),
    ),
    "timelinejs": Told(
        QT_TRANSLATE_NOOP("Export", "TimelineJS (JSON)"),
        QT_TRANSLATE_NOOP("Export", "A timeline to put on a web site with TimelineJS."),
    ),
    "timeline": Told(
        QT_TRANSLATE_NOOP("Export", "The Timeline Project"),
        QT_TRANSLATE_NOOP("Export", "A timeline to work on in the desktop program of that name."),
    ),
    "ics": Told(
        QT_TRANSLATE_NOOP("Export", "Calendar (iCalendar)"),
        QT_TRANSLATE_NOOP("Export", "All-day events for a calendar; each says how exact its date really is."),
    ),
    "jsonld": Told(
        QT_TRANSLATE_NOOP("Export", "schema.org (JSON-LD)"),
        QT_TRANSLATE_NOOP("Export", "The page and its events for search engines and linked data."),
    ),
    "webannotation": Told(
        QT_TRANSLATE_NOOP("Export", "W3C Web Annotation"),
        QT_TRANSLATE_NOOP("Export", "Everything said about the page, each remark tied to the words it is about."),
    ),
    "csl": Told(
        QT_TRANSLATE_NOOP("Export", "CSL-JSON"),
        QT_TRANSLATE_NOOP("Export", "The reference for Zotero, Pandoc and other citation programs."),
    ),
    "bibtex": Told(
        QT_TRANSLATE_NOOP("Export", "BibTeX"),
        QT_TRANSLATE_NOOP("Export", "The reference for LaTeX and JabRef."),
    ),
    "ris": Told(
        QT_TRANSLATE_NOOP("Export", "RIS"),
        QT_TRANSLATE_NOOP("Export", "The reference for EndNote, Mendeley and most reference managers."),
    ),
}
"""By the ids of the registry, in its order."""

DOCUMENTS: Final[dict[DocumentKind, str]] = {
    "summary": QT_TRANSLATE_NOOP("Export", "Summary: the page in short"),
    "briefing": QT_TRANSLATE_NOOP("Export", "Briefing: everything, in order"),
    "milestone": QT_TRANSLATE_NOOP("Export", "Sheets: each milestone with its passages"),
    "timeline": QT_TRANSLATE_NOOP("Export", "Timeline: drawn to scale"),
}

PAPERS: Final[dict[Paper, str]] = {
    "a4": QT_TRANSLATE_NOOP("Export", "A4"),
    "letter": QT_TRANSLATE_NOOP("Export", "Letter"),
}

ORDERS: Final[dict[Order, str]] = {
    "source": QT_TRANSLATE_NOOP("Export", "As in the source"),
    "date": QT_TRANSLATE_NOOP("Export", "By date"),
}


def translated(text: str) -> str:
    """Return a text of this module in the reader's language."""
    return QCoreApplication.translate(CONTEXT, text)
