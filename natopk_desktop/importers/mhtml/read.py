"""A web page saved as a single file (MHTML) -> a dossier."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import msgspec

from natopk_desktop.errors import InputError
from natopk_desktop.importers import encodings
from natopk_desktop.importers.html import declared
from natopk_desktop.importers.html.head import ADDRESS, MONTHS
from natopk_desktop.importers.html.read import read_markup
from natopk_desktop.importers.imported import Imported
from natopk_desktop.importers.mhtml.parts import Part, leaves, message
from natopk_desktop.importers.originals import original
from natopk_desktop.plain import one_line
from natopk_desktop.report import Item, Where

if TYPE_CHECKING:
    from natopk_desktop.importers.imported import Options, Progress

MEDIA_TYPE: Final = "multipart/related"
PAGES: Final = frozenset({"text/html", "application/xhtml+xml"})
# No possessive repetitions in one another: Python 3.11.2, which Debian 12 has, does not match them.
START: Final = re.compile(
    r"(?:(?!content-type:)[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*content-type:\s*multipart/", re.IGNORECASE
)
DAY: Final = re.compile(r"\b(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})\b")


def recognise(beginning: str) -> bool:
    """Tell by the beginning of a file's text whether it is a message of several parts, as browsers save pages in."""
    return START.match(beginning.lstrip("\ufeff\r\n")[:8192]) is not None


def read(raw: bytes, name: str, options: Options, progress: Progress) -> Imported:
    """Read a saved page.

    Raises:
        InputError: there is no page in the file, or it cannot be read.
    """
    whole = message(raw)
    parts = list(leaves(whole))
    page = _page(whole, parts)
    if page is None:
        message_ = f"{name}: there is no page in this file, which a browser’s “single file” has; save the page again."
        raise InputError(message_)
    progress(0.05)
    content = page.content()
    decoded = encodings.decode(content, name, options, page.parameter("charset") or declared.label(content))
    found = read_markup(decoded, name, options, progress, _known(whole, page))
    contents = msgspec.structs.replace(found.contents, original=original(raw, MEDIA_TYPE, decoded.encoding))
    return Imported(contents, (*_others(parts, page), *found.items), found.counts)


def _page(whole: Part, parts: list[Part]) -> Part | None:
    """The part that is the page: the one the message begins with, or the largest of those a frame set shows."""
    pages = [part for part in parts if part.kind in PAGES]
    if not pages:
        return None
    start = whole.parameter("start")
    named = [part for part in pages if start and part.headers.get("content-id") == start]
    page = (named or pages)[0]
    others = [part for part in pages if part is not page]
    if others and re.search(rb"<frameset\b", page.content()[:100_000], re.IGNORECASE):
        return max(others, key=lambda part: len(part.body))
    return page


def _known(whole: Part, page: Part) -> dict[str, str]:
    """The address and the day of capture that the message tells, where it does."""
    known: dict[str, str] = {}
    url = whole.headers.get("snapshot-content-location") or page.headers.get("content-location", "")
    if ADDRESS.match(url):
        known["url"] = url
    day = DAY.search(whole.headers.get("date", ""))
    if day and day[2] in MONTHS and 1 <= int(day[1]) <= 28 + 3 * (day[2] != "Feb"):
        known["retrieved"] = f"{day[3]}-{MONTHS.index(day[2]) + 1:02}-{int(day[1]):02}"
    return known


def _others(parts: list[Part], page: Part) -> tuple[Item, ...]:
    pages = [part for part in parts if part is not page and part.kind in PAGES]
    rest = [part for part in parts if part is not page and part.kind not in PAGES]
    items: list[Item] = []
    if rest:
        size = sum(len(part.body) for part in rest)
        text = f"Pictures, styles and the like in {len(rest)} more parts of the file, {size:,} bytes, were not read."
        items.append(Item("info", "other-parts", Where(), text))
    for part in pages:
        text = (
            f"The file holds one more page of {len(part.body):,} bytes, which stands in a frame; it was not read. "
            f"Its address: {one_line(part.headers.get('content-location', 'none told'), 200)}."
        )
        items.append(Item("lost", "frame", Where(), text, "Save that page by itself to read it."))
    return tuple(items[:50])
