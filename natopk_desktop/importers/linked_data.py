"""JSON-LD as its files write it: values that are texts, objects or lists of either. No context is ever fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec

from natopk_desktop.importers.json_reading import Objects, Repaired

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopk_desktop.importers.building import Builder

Node = dict[str, Any]

LISTS: Final = ("@graph", "items", "itemListElement")
"""Fields of the outermost object that hold a file's objects."""
MOST_DEPTH: Final = 40
"""Levels that objects are looked for in; no file of either format nests them so deep."""


def nodes(builder: Builder, file: Repaired) -> Iterator[Node]:
    """Yield the outermost objects of a file: those of its list or graph, one by one, before them what holds these."""
    objects = Objects(builder.remarks, file)
    content = file.content.lstrip()
    if content[:1] not in {b"[", b"{"}:
        content = b"[" + content + b"]"
    if content[:1] == b"[":
        raws = msgspec.json.decode(content, type=list[msgspec.Raw])
    else:
        whole = msgspec.json.decode(content, type=dict[str, msgspec.Raw])
        raws = []
        for name in LISTS:
            if name in whole and bytes(whole[name])[:1] == b"[":
                raws = msgspec.json.decode(whole.pop(name), type=list[msgspec.Raw])
                break
        outer = objects.read(content) if not raws else {name: objects.read(raw) for name, raw in whole.items()}
        if isinstance(outer, dict):
            yield outer
    for raw in raws:
        value = objects.read(raw)
        if isinstance(value, dict):
            yield value
        elif isinstance(value, list):
            yield from (one for one in value if isinstance(one, dict))
        else:
            message = "In the kept file alone, since they are no objects: {n:value|values}."
            builder.remarks.add("info", "value", message)


def types(node: Node) -> list[str]:
    """Return the types of an object, without the vocabulary's address or prefix."""
    names = texts(node, "@type", "type")
    if len(names) == 1 and names[0].isalpha():
        return names
    return [name.rpartition("/")[2].rpartition("#")[2].rpartition(":")[2] for name in names]


def texts(node: Node, *names: str) -> list[str]:
    """Return the texts of the first of these fields that has any."""
    for name in names:
        value = node.get(name)
        if type(value) is str:  # nearly always
            if value and not value.isspace():
                return [value]
            continue
        found = [] if value is None else [text for text in _texts(value) if text.strip()]
        if found:
            return found
    return []


def text(node: Node, *names: str) -> str:
    """Return the first text of the first of these fields that has any, empty where none has."""
    for name in names:
        value = node.get(name)
        if type(value) is str:
            if value and not value.isspace():
                return value
        elif value is not None and (found := texts(node, name)):
            return found[0]
    return ""


def children(value: object) -> list[object]:
    """Return a list as it is, nothing as an empty one, and any other value as a list of it."""
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def _texts(value: object) -> Iterator[str]:
    for one in children(value):
        if isinstance(one, str):
            yield one
        elif isinstance(one, (int, float)) and not isinstance(one, bool):
            yield str(one)
        elif isinstance(one, dict):
            held = one.get("@value", one.get("value"))
            if isinstance(held, (str, int, float)):
                yield str(held)
            elif held is None and one and "@type" not in one and "@id" not in one:
                # A map of languages, {"en": "word"} or {"en": ["word"]}.
                yield from (word for words in one.values() for word in children(words) if isinstance(word, str))
