"""A reader as strict as that of The Timeline Project, over Python's own XML parser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Sequence

TIME = re.compile(r"(-?\d+)-(\d\d)-(\d\d) 00:00:00")
COLOUR = re.compile(r"(\d{1,3}),(\d{1,3}),(\d{1,3})")
EVENT = ("start", "end", "text", "progress?", "fuzzy?", "locked?", "ends_today?", "category?", "description?",
         "alert?", "hyperlink?", "icon?", "default_color?", "milestone?")  # fmt: skip


class Event(NamedTuple):
    """An event as the program has it once read."""

    start: tuple[int, int, int]
    end: tuple[int, int, int]
    text: str
    fuzzy: bool
    category: str | None
    description: str
    hyperlink: str | None


class Era(NamedTuple):
    """A period as the program has it once read."""

    name: str
    start: tuple[int, int, int]
    end: tuple[int, int, int]


class Timeline(NamedTuple):
    """What a file holds."""

    categories: list[str]
    events: list[Event]
    eras: list[Era]


def read(content: bytes) -> Timeline:
    """Read a file; whatever the program refuses fails the test."""
    assert b"<!" not in content
    root = ET.fromstring(content)
    assert root.tag == "timeline"
    for element in root.iter():
        assert element.attrib == {}
        assert not (element.tail or "").strip()
        assert not len(element) or not (element.text or "").strip()
    version, time_type, eras, categories, events, view = children(
        root, ("version", "timetype", "eras", "categories", "events", "view")
    )
    assert version is not None
    assert re.match(r"[1-9]\d*\.\d+\.\d+", version.text or "")
    assert time_type is not None
    assert time_type.text == "gregoriantime"
    assert view is not None
    children(view, ("displayed_period?", "hidden_categories?"))
    known = [category(element) for element in (() if categories is None else categories)]
    assert len(set(known)) == len(known)
    return Timeline(
        known,
        [event(one, known) for one in (() if events is None else events)],
        [era(one) for one in (() if eras is None else eras)],
    )


def children(element: ET.Element, names: Sequence[str]) -> list[ET.Element | None]:
    """Return the children in the order of ``names``, None for one marked ``?`` that is not there; no other may be."""
    left = list(element)
    found: list[ET.Element | None] = []
    for name in names:
        if left and left[0].tag == name.removesuffix("?"):
            found.append(left.pop(0))
        else:
            assert name.endswith("?"), f"<{name}> is missing or out of order in <{element.tag}>"
            found.append(None)
    assert left == []
    return found


def words(element: ET.Element | None) -> str:
    return "" if element is None else element.text or ""


def category(element: ET.Element) -> str:
    assert element.tag == "category"
    names = ("name", "color", "progress_color?", "done_color?", "font_color?", "parent?")
    name, *colours = children(element, names)
    for colour in colours[:-1]:
        if colour is not None:
            match = COLOUR.fullmatch(words(colour))
            assert match
            assert all(int(part) < 256 for part in match.groups())
    return words(name)


def event(element: ET.Element, categories: list[str]) -> Event:
    assert element.tag == "event"
    found = dict(zip(EVENT, children(element, EVENT), strict=True))
    text = words(found["text"])
    assert not text.startswith(("(", "["))
    assert words(found["locked?"]) == words(found["ends_today?"]) == "False"
    assert words(found["fuzzy?"]) in {"True", "False"}
    own = found["category?"]
    assert own is None or words(own) in categories
    start, end = time(found["start"]), time(found["end"])
    assert start < end
    return Event(
        start, end, text[1:] if text[:2] in {" (", " ["} else text, words(found["fuzzy?"]) == "True",
        None if own is None else words(own), words(found["description?"]),
        None if found["hyperlink?"] is None else words(found["hyperlink?"]),
    )  # fmt: skip


def era(element: ET.Element) -> Era:
    assert element.tag == "era"
    name, start, end, _, ends_today = children(element, ("name", "start", "end", "color", "ends_today?"))
    assert words(ends_today) == "False"
    assert time(start) < time(end)
    return Era(words(name), time(start), time(end))


def time(element: ET.Element | None) -> tuple[int, int, int]:
    match = TIME.fullmatch(words(element))
    assert match
    year, month, day = map(int, match.groups())
    assert 1 <= month <= 12
    assert 1 <= day <= 31
    assert -4713 <= year <= 9990
    return year, month, day
