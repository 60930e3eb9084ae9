"""The records that a dossier of a ``.timeline`` file was made of, to write back what the dossier has no fields for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple
from xml.parsers import expat

from natopk_desktop.exporters import written_back
from natopk_desktop.formats import moments, timeline_xml, timeline_xml_reading
from natopk_desktop.formats.timeline_xml_reading import Fields

if TYPE_CHECKING:
    from natopk_desktop.dossier.model import Milestone
    from natopk_desktop.exporters.entries import Entry
    from natopk_desktop.exporters.scope import Scope

MEDIA_TYPE: Final = "application/xml"


class Kept(NamedTuple):
    """The fields of an event as its file had them, and its date in EDTF."""

    fields: Fields
    edtf: str | None


class Back:
    """What of an export is written back as the file of the dossier had it.

    Attributes:
        kept: the event of each entry that still has its words, by its id.
        version: the version that the file names, empty where nothing is written back.
        calendar: the name of its calendar, likewise.
        categories: the fields of its categories by their names.
        eras: the fields of its eras, None where ours are written.
        shown: the start and the end of the time it shows, None where it names none.
        hidden: the names of the categories it hides.
        is_whole: whether every entry of the dossier is written back.
    """

    def __init__(self, scope: Scope) -> None:
        """Find the event of each entry of an export."""
        self._events: list[Fields] = []
        self._eras: list[Fields] = []
        self.categories: dict[str, Fields] = {}
        self.kept: dict[str, Kept] = {}
        reading = self._read(scope)
        if reading is not None:
            found = ((one.id, self._kept(scope, reading.calendar, one)) for one in scope.milestones)
            self.kept = {name: one for name, one in found if one is not None}
        is_used = reading is not None and bool(self.kept)
        self.version = reading.version if reading is not None and is_used else ""
        self.calendar = reading.calendar if reading is not None and is_used else ""
        self.shown = reading.shown if reading is not None and is_used and scope.choice.is_whole else None
        self.hidden = reading.hidden if reading is not None and is_used else []
        self.eras = self._eras if is_used and scope.choice.is_whole else None
        self.is_whole = scope.choice.is_whole and len(self.kept) == len(scope.rows) > 0

    def has_date(self, entry: Entry) -> bool:
        """Tell whether an entry is written back with the date that its file gave it."""
        one = self.kept.get(entry.id)
        return one is not None and (None if entry.when is None else entry.when.text) == one.edtf

    def _read(self, scope: Scope) -> timeline_xml_reading.Reading | None:
        original = scope.dossier.head.original
        if original is None or original.media_type != MEDIA_TYPE:
            return None
        reading = timeline_xml_reading.Reading(self._take)
        try:
            reading.parse(original.base64)
        except (expat.ExpatError, ValueError, LookupError):
            return None
        return reading

    def _take(self, record: str, fields: Fields, _: int) -> None:
        if record == "event":
            self._events.append(fields)
        elif record == "era":
            self._eras.append(fields)
        else:
            self.categories[next((text for field, text in fields if field == "name"), "")] = fields

    def _kept(self, scope: Scope, calendar: str, milestone: Milestone) -> Kept | None:
        at = written_back.number(milestone)
        if at is None or at >= len(self._events):
            return None
        fields = self._events[at]
        known = dict(fields)
        words = (timeline_xml_reading.words(known.get("text", "")), known.get("description", ""))
        if not written_back.has_words(scope.dossier, milestone, words):
            return None
        return Kept(fields, timeline_xml_reading.dated(known, calendar)[0])


def event(one: Kept, entry: Entry, category: str | None) -> Fields:
    """Return the fields of an event as its file had them, with what a reader changed.

    Args:
        one: the event.
        entry: the entry.
        category: the name of the entry's first category, None where it has none.
    """
    fields = list(one.fields)
    if (None if entry.when is None else entry.when.text) != one.edtf:
        days = timeline_xml.days(entry.when)
        if days is not None and entry.when is not None:
            inexact = str(not moments.is_day(entry.when) or entry.date_is_ours)
            now = {"start": timeline_xml.time(days[0]), "end": timeline_xml.time(days[1]), "fuzzy": inexact}
            fields = [(name, now.get(name, text)) for name, text in fields]
    named = [text for name, text in fields if name == "category"]
    if set(named) - {""} != set(entry.topics):
        at = next((at for at, (name, _) in enumerate(fields) if name == "category"), len(fields))
        fields = [field for field in fields if field[0] != "category"]
        fields[at:at] = [("category", category)] if category is not None else []
    return fields
