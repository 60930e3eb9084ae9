"""A TimelineJS file as its slides, all in the form of version 3: from JSON of any version, or from a table."""

from __future__ import annotations

from typing import Any, NamedTuple

import msgspec

from natopk_desktop.formats import tables, timelinejs_slides, timelinejs_table

Object = dict[str, Any]


class Slides(NamedTuple):
    """What a file holds.

    Attributes:
        head: all but title, events and eras, as the file has it.
        title: the title slide, None where there is none.
        events: the events in order, whatever they are.
        eras: the eras in order.
    """

    head: Object
    title: Any
    events: list[Any]
    eras: list[Any]


def of_json(raw: bytes, encoding: str) -> Slides | None:
    """Return the slides of JSON in an encoding, None where it is not strictly JSON or no timeline."""
    try:
        content = raw if encoding == "utf-8" else raw.decode(encoding).removeprefix("\ufeff").encode()
        whole = msgspec.json.decode(content.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, ValueError, LookupError, RecursionError):
        return None
    if not isinstance(whole, dict):
        return None
    if "events" in whole:
        head = {name: value for name, value in whole.items() if name not in {"title", "events", "eras"}}
        return Slides(head, whole.get("title"), as_list(whole.get("events")), as_list(whole.get("eras")))
    return of_first_version(whole["timeline"]) if isinstance(whole.get("timeline"), dict) else None


def of_first_version(timeline: Object) -> Slides:
    """Return the slides of the one object that versions 1 and 2 have."""
    convert = timelinejs_slides.of_first_version
    events = [convert(one) if isinstance(one, dict) else one for one in as_list(timeline.get("date"))]
    eras = [convert(one) if isinstance(one, dict) else one for one in as_list(timeline.get("era"))]
    return Slides({}, convert(timeline), events, eras)


def of_table(text: str) -> Slides | None:
    """Return the slides of a table, None where its columns are not those of TimelineJS."""
    text, sign = tables.without_sign(text)
    rows = tables.rows(text, sign or tables.delimiter_of(text) or ",")
    header = next((row for row in rows if any(cell.strip() for cell in row)), [])
    if not timelinejs_table.fits(header):
        return None
    found = Slides({}, None, [], [])
    for slide in timelinejs_table.slides(header, rows):
        if slide is None:
            continue
        if slide.kind == "title":
            found = found._replace(title=slide.event)
        else:
            (found.eras if slide.kind == "era" else found.events).append(slide.event)
    return found


def as_list(value: object) -> list[Any]:
    """Return a list as it is, nothing as an empty one, and any other value as a list of it."""
    if isinstance(value, list):
        return value
    return [] if value is None else [value]
