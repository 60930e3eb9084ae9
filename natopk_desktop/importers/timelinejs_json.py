"""TimelineJS JSON, of version 3 and of the first versions: an event an entry, the eras as periods."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec

from natopk_desktop.errors import InputError
from natopk_desktop.formats import timelinejs_slides
from natopk_desktop.importers.building import Builder, File
from natopk_desktop.importers.json_reading import Objects, opened
from natopk_desktop.importers.timelinejs_entries import lay_entry, lay_era, lay_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopk_desktop.importers.imported import Imported, Options, Progress

MEDIA_TYPE: Final = "application/json"
BATCH: Final = 2000
NULL: Final = b"null"
NOTHING: Final = msgspec.Raw(NULL)


class _Timeline(msgspec.Struct):
    """The parts of a file, none of them read yet."""

    title: msgspec.Raw = NOTHING
    events: msgspec.Raw = NOTHING
    eras: msgspec.Raw = NOTHING
    timeline: msgspec.Raw = NOTHING


def read(raw: bytes, name: str, options: Options, progress: Progress) -> Imported:
    """Read a timeline.

    Raises:
        InputError: it is no JSON, or holds no timeline.
    """
    builder = Builder()
    file = opened(raw, name, options)
    objects = Objects(builder.remarks, file)
    try:
        timeline = msgspec.json.decode(file.content, type=_Timeline)
    except msgspec.DecodeError as error:
        message = f"{name}: this JSON holds no timeline of TimelineJS; choose another file."
        raise InputError(message) from error
    if bytes(timeline.events) == NULL and bytes(timeline.timeline) != NULL:
        _first_version(builder, objects.read(timeline.timeline))
    else:
        _third_version(builder, objects, timeline, progress)
    return builder.finish(File(raw, name, MEDIA_TYPE, file.encoding))


def _third_version(builder: Builder, objects: Objects, timeline: _Timeline, progress: Progress) -> None:
    if bytes(timeline.title) != NULL:
        lay_title(builder, objects.read(timeline.title))
    raws = _list(timeline.events)
    for row, raw in enumerate(raws):
        if row % BATCH == 0:
            progress(row / len(raws))
        lay_entry(builder, objects.read(raw, builder.next_id))
    for raw in _list(timeline.eras):
        lay_era(builder, objects.read(raw))


def _first_version(builder: Builder, timeline: Any) -> None:  # noqa: ANN401 - any JSON value
    if not isinstance(timeline, dict):
        timeline = {}
    lay_title(builder, timelinejs_slides.of_first_version(timeline))
    for event in _objects(timeline.get("date")):
        lay_entry(builder, timelinejs_slides.of_first_version(event))
    for era in _objects(timeline.get("era")):
        lay_era(builder, timelinejs_slides.of_first_version(era))


def _list(raw: msgspec.Raw) -> list[msgspec.Raw]:
    """Return the parts of a list, none of them read yet; what is no list is the one part of one."""
    if bytes(raw) == NULL:
        return []
    try:
        return msgspec.json.decode(raw, type=list[msgspec.Raw])
    except msgspec.ValidationError:
        return [raw]


def _objects(value: object) -> Iterator[dict[str, Any]]:
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            yield one
