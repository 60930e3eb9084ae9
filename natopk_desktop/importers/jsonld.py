"""schema.org events in JSON-LD: an event an entry, wherever in the file it stands; its keywords as topics."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from natopk_desktop.dossier import dates
from natopk_desktop.importers.building import Builder, Entry, File
from natopk_desktop.importers.json_reading import opened
from natopk_desktop.importers.linked_data import MOST_DEPTH, Node, children, nodes, text, texts, types
from natopk_desktop.importers.remarks import braced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopk_desktop.importers.imported import Imported, Options, Progress

MEDIA_TYPE: Final = "application/ld+json"
BATCH: Final = 2000
FROM_TO: Final = " – "

SUBTYPES: Final = frozenset(("Festival", "Hackathon", "CourseInstance", "EventSeries"))
"""Events of schema.org (release 29) whose names do not end in "Event"."""
PAGES: Final = frozenset(
    (
        "Article",
        "NewsArticle",
        "ReportageNewsArticle",
        "WebPage",
        "WebSite",
        "CollectionPage",
        "CreativeWork",
        "ItemList",
        "Dataset",
    )
)
"""What may give a file its title."""
ISO: Final = re.compile(r"\s*([0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?)(?:T[0-9:.,]*(?:Z|[+-][0-9:]+)?)?\s*")

NAMES: Final = ("name", "headline", "title")
BESIDE: Final = (
    "alternateName",
    "doorTime",
    "duration",
    "previousStartDate",
    "eventStatus",
    "url",
    "sameAs",
    "image",
    "disambiguatingDescription",
)
THINGS: Final = ("location", "organizer", "performer", "superEvent")
MORE: Final = frozenset((*BESIDE, *THINGS))
OUR_TOPIC: Final = "Ours: topic"

BAD_DATE: Final = "Kept as printed, without a date, since none could be read in it: {n:entry|entries}."
NO_DATE: Final = "Kept without a date, since they have none: {n:entry|entries}."
BAD_END: Final = "Dated by the start alone, since no end could be read: {n:entry|entries}."
END_BEFORE_START: Final = "Dated by the start alone, since the end lies before it: {n:entry|entries}."


def read(raw: bytes, name: str, options: Options, progress: Progress) -> Imported:
    """Read the events of a file.

    Raises:
        InputError: it is no JSON.
    """
    builder = Builder()
    file = opened(raw, name, options)
    reading = _Reading(builder)
    for number, node in enumerate(nodes(builder, file)):
        if number % BATCH == 0:
            progress(number / (number + 10 * BATCH))
        reading.take(node)
    return builder.finish(File(raw, name, MEDIA_TYPE, file.encoding))


def is_event(node: Node, kinds: list[str]) -> bool:
    """Tell an event by its types, or by a start that an object without a type of its own has."""
    for kind in kinds:
        if kind.endswith("Event") or kind in SUBTYPES:
            return True
    return not kinds and "startDate" in node


class _Reading:
    """Lays the events as they come."""

    def __init__(self, builder: Builder) -> None:
        self._builder = builder
        self._has_title = False

    def take(self, node: Node) -> None:
        """Take an object and all within it, in the file's order."""
        waiting: list[tuple[Node, int]] = [(node, 0)]
        while waiting:
            one, depth = waiting.pop()
            kinds = types(one)
            if is_event(one, kinds):
                self._event(one, kinds)
            elif depth == 0 or not kinds:
                self._other(one)
            if depth < MOST_DEPTH and any(type(field) is dict or type(field) is list for field in one.values()):
                inner = [
                    (value, depth + 1) for field in one.values() for value in children(field) if isinstance(value, dict)
                ]
                waiting.extend(reversed(inner))

    def _other(self, node: Node) -> None:
        kinds = types(node)
        title = text(node, "headline", "name", "title", "label")
        if title and not self._has_title and (not kinds or not PAGES.isdisjoint(kinds)):
            self._has_title = True
            self._builder.title(title)
            for words in texts(node, "description", "abstract"):
                self._builder.words(words)
        elif kinds:
            message = (
                f"In the kept file alone, since it is no event: {braced(', '.join(kinds))} ({{n:object|objects}})."
            )
            self._builder.remarks.add("info", "no-event", message)

    def _event(self, node: Node, kinds: list[str]) -> None:
        words = (*texts(node, *NAMES), *texts(node, "description"))
        beside = () if MORE.isdisjoint(node) else tuple(_beside(node))
        printed, edtf, fault = _dated(node)
        name = self._builder.entry(Entry(printed, edtf, words, beside, tuple(_topics(node, kinds))))
        if fault is not None:
            self._builder.remarks.add("guessed", *fault, id=name)


def _dated(node: Node) -> tuple[str, str | None, tuple[str, str] | None]:
    """Return the words of an event's date, its EDTF date, and the code and sentence on what is wrong with it."""
    start = text(node, "startDate")
    end = text(node, "endDate") if "endDate" in node else ""
    covered = text(node, "temporalCoverage") if "temporalCoverage" in node else ""
    printed = start if not end or end == start else f"{start}{FROM_TO}{end}"
    if covered and (not start or not dates.valid(covered)):
        printed = covered
    if not start:
        if covered and dates.valid(covered):
            return printed, covered, None
        fault = ("bad-date", BAD_DATE) if covered else ("no-date", NO_DATE)
        return printed or end, None, fault
    first = _iso(start)
    if first is None:
        return printed, None, ("bad-date", BAD_DATE)
    if not end:
        return printed, first, None
    last = _iso(end)
    if last is None:
        unknown = f"{first}/"
        return printed, unknown if dates.valid(unknown) else first, ("bad-end", BAD_END)
    if last == first:
        return printed, first, None
    whole = f"{first}/{last}"
    return (printed, whole, None) if dates.valid(whole) else (printed, first, ("end-before-start", END_BEFORE_START))


def _iso(words: str) -> str | None:
    """Return a Date or DateTime as its day, month or year; EDTF as it is; None where there is no such date."""
    found = ISO.fullmatch(words)
    edtf = found[1] if found else words.strip()
    return edtf if dates.valid(edtf) else None


def _beside(node: Node) -> Iterator[str]:
    for name in BESIDE:
        if name in node:
            yield from texts(node, name)
    for name in THINGS:
        for value in children(node.get(name)):
            yield from _thing(value)


def _topics(node: Node, kinds: list[str]) -> Iterator[str]:
    for words in texts(node, "keywords"):
        yield from (part.strip() for part in words.split(",") if part.strip())
    for kind in kinds:
        if kind != "Event":
            yield kind
    for value in children(node.get("additionalProperty")):
        if isinstance(value, dict) and value.get("name") == OUR_TOPIC:
            yield from texts(value, "value")


def _thing(value: object) -> Iterator[str]:
    """Yield the words of a place, a person or an organisation."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from texts(value, "name")
        address = value.get("address")
        if isinstance(address, dict):
            for part in ("streetAddress", "postalCode", "addressLocality", "addressRegion", "addressCountry"):
                yield from texts(address, part)
        else:
            yield from texts(value, "address")
        yield from texts(value, "url")
