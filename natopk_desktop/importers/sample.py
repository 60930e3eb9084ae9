"""A file as its recognisers look at it: each fact about it is found out once, when it is first asked for."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final

import msgspec

from natopk_desktop.errors import InputError
from natopk_desktop.importers import encodings
from natopk_desktop.importers.imported import Options

HEAD: Final = 65_536
"""Bytes of the beginning that recognisers of texts look at."""

XML_START: Final = re.compile(
    r"\s*(?:<\?xml\b[^>]*\?>)?\s*(?:(?:<!--.*?-->|<\?.*?\?>|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)\s*)*",
    re.DOTALL | re.IGNORECASE,
)
ROOT: Final = re.compile(r"<([A-Za-z_][\w.-]*(?::[\w.-]+)?)")


class Shape(msgspec.Struct, rename={"context": "@context", "graph": "@graph", "kind": "@type"}):
    """The fields of a JSON file's outermost object by which formats differ, none of them read yet."""

    format: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    version: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    source: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    blocks: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    events: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    timeline: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    title: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    eras: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    type: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    body: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    target: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    items: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    first: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    motivation: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    context: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    graph: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    kind: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET

    def has(self, *names: str) -> bool:
        """Tell whether the object has all of these fields."""
        return all(getattr(self, name) is not msgspec.UNSET for name in names)

    def says(self, name: str) -> str:
        """Return the beginning of a field's JSON, empty where there is no such field."""
        value = getattr(self, name)
        return "" if value is msgspec.UNSET else bytes(value)[:400].decode("utf-8", "replace")


class Sample:
    """A file.

    Attributes:
        raw: its bytes.
        name: its name; only where its content fits several formats is the ending asked.
    """

    def __init__(self, raw: bytes, name: str) -> None:
        """Take a file that nobody has looked at."""
        self.raw = raw
        self.name = name

    @cached_property
    def suffix(self) -> str:
        """The ending of the name, in small letters, with the dot; empty where there is none."""
        return "." + self.name.rpartition(".")[2].lower() if "." in self.name else ""

    @cached_property
    def is_binary(self) -> bool:
        """Whether this is no text in any encoding."""
        try:
            encodings.decode(self.raw[:HEAD], self.name, Options())
        except InputError:
            return True
        return False

    @cached_property
    def head(self) -> str:
        """The beginning of the text, empty where this is none; the last character may be broken off."""
        try:
            return encodings.decode(self.raw[:HEAD], self.name, Options()).text
        except InputError:
            return ""

    @cached_property
    def first(self) -> str:
        """The first character that is no white space, empty where there is none."""
        return self.head.lstrip("\ufeff \t\r\n\f\v")[:1]

    @cached_property
    def is_whole(self) -> bool:
        """Whether ``head`` is the whole text."""
        return len(self.raw) <= HEAD

    @cached_property
    def root(self) -> str:
        """The name of the element that an XML or HTML file begins with, in small letters, without a prefix."""
        if self.first != "<":
            return ""
        start = XML_START.match(self.head)
        found = ROOT.match(self.head, start.end() if start else 0)
        return found[1].rpartition(":")[2].lower() if found else ""

    @cached_property
    def json(self) -> bytes | None:
        """The file as JSON in UTF-8 that can be read strictly; None for a file that is no JSON."""
        from natopk_desktop.importers.json_reading import repaired

        found = repaired(self.raw, self.name) if self.first in {"{", "["} or self.is_script else None
        return None if found is None else found.content

    @cached_property
    def is_script(self) -> bool:
        """Whether the file begins like JSON that was made a script: ``name = {…}`` or ``name({…})``."""
        from natopk_desktop.importers.json_reading import SCRIPT

        return SCRIPT.match(self.head) is not None

    @cached_property
    def shape(self) -> Shape | None:
        """The outermost object of a JSON file, or the first of a list; None for a file that has none."""
        if self.json is None:
            return None
        try:
            if self.json.lstrip()[:1] == b"{":
                return msgspec.json.decode(self.json, type=Shape)
            objects = msgspec.json.decode(self.json, type=list[msgspec.Raw])
            return next((msgspec.json.decode(one, type=Shape) for one in objects if bytes(one)[:1] == b"{"), None)
        except (msgspec.DecodeError, RecursionError):
            return None
