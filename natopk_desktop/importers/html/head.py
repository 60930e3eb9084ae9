"""What a page says of itself beside its text: title, publisher, address, language, date of capture."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from natopk_desktop.importers.pages.hints import Facts

if TYPE_CHECKING:
    from natopk_desktop.importers.html.dom import Element
    from natopk_desktop.importers.imported import Options

BEGINNING: Final = 20_000
"""Characters at the page's beginning in which browsers and savers leave their notes."""

SAVED_FROM: Final = re.compile(r"<!--\s*saved from url=\(\d+\)\s*(\S+)\s*-->", re.IGNORECASE)
SINGLE_FILE: Final = re.compile(
    r"<!--\s*Page saved with SingleFile\s+url:\s*(\S+)\s+saved date:\s*([^\n]*)", re.IGNORECASE
)
ARCHIVED: Final = re.compile(r"^https?://web\.archive\.org/web/(\d{4})(\d\d)(\d\d)\d*[a-z_]*/(.+)$")
DAY: Final = re.compile(r"\b([A-Z][a-z]{2}) (\d\d?) (\d{4})\b")
MONTHS: Final = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
ADDRESS: Final = re.compile(r"^https?://[^\s<>\"]+$", re.IGNORECASE)
LANGUAGE: Final = re.compile(r"^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$")

TITLES: Final = ("og:title", "dc.title", "dcterms.title", "twitter:title")
PUBLISHERS: Final = ("dc.publisher", "dcterms.publisher", "og:site_name", "publisher", "dc.creator", "organization")
LANGUAGES: Final = ("content-language", "dc.language", "dcterms.language", "language")


def window_title(root: Element) -> str:
    """Return the text of the page's ``title``, white space collapsed; empty where there is none."""
    for element in root.elements():
        if element.tag == "title":
            return element.words()
        if element.tag == "body":
            break
    return ""


def facts(root: Element, markup: str, name: str, today: str, options: Options) -> Facts:
    """Return what the page says of itself.

    Args:
        root: its outermost element.
        markup: its mark-up, for the notes that programs leave when they save a page.
        name: the file's name.
        today: the EDTF date on which it is read.
        options: how numeric dates are to be read.
    """
    told = _told(root)
    beginning = markup[:BEGINNING]
    url, retrieved = _saved(beginning)
    links = _links(root)
    url = url or links.get("canonical") or _first(told, ("og:url", "dc.identifier"))
    archived = ARCHIVED.match(url or "")
    if archived:
        url, retrieved = archived[4], "-".join(archived.groups()[:3])
    language = root.attributes.get("lang") or root.attributes.get("xml:lang") or _first(told, LANGUAGES) or ""
    return Facts(
        name=name,
        today=today,
        title=window_title(root) or _first(told, TITLES),
        publisher=_first(told, PUBLISHERS),
        url=url if url and ADDRESS.match(url) else None,
        language=language if LANGUAGE.match(language) else None,
        retrieved=retrieved,
        is_day_first=options.is_day_first,
    )


def _told(root: Element) -> dict[str, str]:
    """The page's ``meta`` elements: their content by their names in small letters, the first of each name."""
    told: dict[str, str] = {}
    for element in _head(root):
        if element.tag == "meta":
            at = element.attributes
            key = (at.get("name") or at.get("property") or at.get("http-equiv") or "").lower()
            words = " ".join(at.get("content", "").split())
            if key and words:
                told.setdefault(key, words)
    return told


def _links(root: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in _head(root):
        if element.tag == "link" and element.attributes.get("href"):
            for relation in element.attributes.get("rel", "").lower().split():
                found.setdefault(relation, element.attributes["href"].strip())
    return found


def _head(root: Element) -> list[Element]:
    head = next((child for child in root.children if not isinstance(child, str) and child.tag == "head"), None)
    return [] if head is None else list(head.elements())


def _first(told: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((told[name] for name in names if name in told), None)


def _saved(beginning: str) -> tuple[str | None, str | None]:
    """The address and the EDTF day that a saving program has noted."""
    single = SINGLE_FILE.search(beginning)
    if single:
        day = DAY.search(single[2])
        known = day is not None and day[1] in MONTHS
        return single[1], f"{day[3]}-{MONTHS.index(day[1]) + 1:02}-{int(day[2]):02}" if day and known else None
    from_url = SAVED_FROM.search(beginning)
    return (from_url[1], None) if from_url else (None, None)
