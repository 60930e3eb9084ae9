"""W3C Web Annotation: an annotation an entry: the words it quotes, then what it says; tags and motivation as topics.

Web Annotation Data Model, W3C Recommendation of 23 February 2017. Targets are named, never fetched; positions count in
texts that the file does not hold, so they stay in the kept file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from natopk_desktop.dossier import dates
from natopk_desktop.importers.building import Builder, Entry, File
from natopk_desktop.importers.json_reading import opened
from natopk_desktop.importers.linked_data import MOST_DEPTH, Node, children, nodes, text, texts, types

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopk_desktop.importers.imported import Imported, Options, Progress

MEDIA_TYPE: Final = "application/ld+json"
BATCH: Final = 2000
DAY: Final = re.compile(r"([0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?)(?:T.*)?", re.DOTALL)
OUR_DATE: Final = re.compile(r"Ours: date (\S+) \(EDTF\)")
OUR_TOPIC: Final = "Ours: topic "
OUR_NAME: Final = "urn:natopk:"
"""How the names of annotations begin that this app exported."""
COLLECTIONS: Final = frozenset(("AnnotationCollection", "AnnotationPage"))
HOLDERS: Final = dict.fromkeys(("first", "items", "@graph")).keys()
"""Fields that annotations of a collection or page stand in, in order."""
VALUES: Final = ("value", "chars", "rdf:value", "cnt:chars")

SELECTORS: Final = ("selector", "refinedBy", "startSelector", "endSelector", "items", "hasSource")

INNER: Final = frozenset(SELECTORS)
OURS: Final = "Ours:"

BAD_DATE: Final = "Kept as printed, without a date, since none could be read in it: {n:entry|entries}."
NO_DATE: Final = "Kept without a date, since they do not say when they were made: {n:entry|entries}."


def read(raw: bytes, name: str, options: Options, progress: Progress) -> Imported:
    """Read the annotations of a file.

    Raises:
        InputError: it is no JSON.
    """
    builder = Builder()
    file = opened(raw, name, options)
    for number, node in enumerate(nodes(builder, file)):
        if number % BATCH == 0:
            progress(number / (number + 10 * BATCH))
        for one in _annotations(builder, node):
            _lay(builder, one)
    message = "In the kept file alone: positions, prefixes and suffixes of what is quoted."
    builder.remarks.add("info", "positions", message)
    return builder.finish(File(raw, name, MEDIA_TYPE, file.encoding))


def _annotations(builder: Builder, node: Node, depth: int = 0) -> Iterator[Node]:
    """Yield the annotations of a collection or page, or the one that this is; lay the names of collections."""
    inner = []
    if not HOLDERS.isdisjoint(node):
        inner = [one for field in HOLDERS for one in children(node.get(field)) if isinstance(one, dict)]
    if inner or not COLLECTIONS.isdisjoint(types(node)):
        for label in texts(node, "label", "name"):
            builder.title(label) if depth == 0 else builder.heading(label)
        if depth < MOST_DEPTH:
            for one in inner:
                yield from _annotations(builder, one, depth + 1)
    elif "target" in node or "body" in node or "bodyValue" in node:
        yield node


def _lay(builder: Builder, node: Node) -> None:
    quotes, beside = list(_quotes(node.get("target"))), list(_addresses(node.get("target")))
    said: list[str] = []
    topics: list[str] = []
    edtf = None
    for body in children(node.get("body")):
        words, is_tag = _body(body)
        for one in words:
            own = OUR_DATE.fullmatch(one) if one.startswith(OURS) else None
            if own and dates.valid(own[1]):
                edtf = own[1]
            elif is_tag or one.startswith(OUR_TOPIC):
                topics.append(one.removeprefix(OUR_TOPIC))
            else:
                said.append(one)
        if not words:
            beside += _addresses(body)
    said += texts(node, "bodyValue")
    motivations = texts(node, "motivation")
    if text(node, "id").startswith(OUR_NAME) and "identifying" not in motivations:
        _lay_remark(builder, (*quotes, *said))
        return
    topics += motivations
    fault = None
    if edtf is not None and quotes:
        printed, quotes = quotes[0], quotes[1:]
    else:
        printed = text(node, "created", "modified", "oa:annotatedAt")
        edtf = _day(printed)
        fault = None if edtf else ("bad-date", BAD_DATE) if printed else ("no-date", NO_DATE)
    name = builder.entry(Entry(printed, edtf, (*quotes, *said), tuple(beside), tuple(topics)))
    if fault is not None:
        builder.remarks.add("info", *fault, id=name)


def _lay_remark(builder: Builder, words: tuple[str, ...]) -> None:
    """Lay what an export of ours says of passages, figures and notes: it is about entries, and no entry itself."""
    for one in words:
        builder.words(one)
    builder.remarks.add(
        "info", "remarks", "Laid as paragraphs, since they are about entries: {n:remark|remarks} of ours."
    )


def _body(body: object) -> tuple[list[str], bool]:
    """Return the words of a body, and whether they are a tag."""
    if isinstance(body, dict):
        is_tag = body.get("type") != "TextualBody" and "Tag" in types(body)
        return texts(body, *VALUES), is_tag or "tagging" in texts(body, "purpose", "oa:hasPurpose")
    return [], False


def _quotes(target: object, depth: int = 0) -> Iterator[str]:
    """Yield the exact words that the selectors of a target quote, however they nest."""
    if depth > MOST_DEPTH:
        return
    for one in children(target):
        if isinstance(one, dict):
            if "exact" in one:
                yield from texts(one, "exact")
            if not INNER.isdisjoint(one):
                for field in SELECTORS:
                    if field in one:
                        yield from _quotes(one[field], depth + 1)


def _addresses(value: object) -> Iterator[str]:
    """Yield the addresses that a target or a body names."""
    for one in children(value):
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict):
            source = one.get("source")
            yield from texts(source, "id", "@id") if isinstance(source, dict) else texts(one, "source", "id", "@id")


def _day(words: str) -> str | None:
    found = DAY.fullmatch(words.strip())
    return found[1] if found and dates.valid(found[1]) else None
