"""iCalendar (RFC 5545): an event, a journal entry or a task an entry, its categories as topics.

Repeats are told, never unfolded; zones are words beside a date, which stays the day it is written as.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from natopk_desktop.dossier import dates
from natopk_desktop.formats import ics_text
from natopk_desktop.importers import calendar_lines, calendar_times
from natopk_desktop.importers.building import Builder, Entry, File
from natopk_desktop.importers.remarks import braced

if TYPE_CHECKING:
    from natopk_desktop.importers.calendar_lines import Line
    from natopk_desktop.importers.imported import Imported, Options, Progress

MEDIA_TYPE: Final = "text/calendar"
BATCH: Final = 2000
FROM_TO: Final = " – "

ENTRIES: Final = frozenset(("VEVENT", "VJOURNAL", "VTODO"))
WORDS: Final = ("SUMMARY", "DESCRIPTION")
BESIDE: Final = frozenset(("LOCATION", "URL", "COMMENT", "CONTACT", "RESOURCES", "ATTACH", "RRULE", "RDATE", "EXDATE"))
DATES: Final = frozenset(("DTSTART", "DTEND", "DUE", "DURATION", ics_text.EDTF, ics_text.PRINTED))
HOUSEKEEPING: Final = frozenset(("UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", ics_text.IDENTIFIER))
"""What only programs that exchange calendars need."""
REPEATS: Final = frozenset(("RRULE", "RDATE"))
TITLES: Final = ("NAME", "X-WR-CALNAME")
ABOUT: Final = ("DESCRIPTION", "X-WR-CALDESC")
TEXTS: Final = frozenset((*WORDS, "LOCATION", "COMMENT", "CONTACT", "RESOURCES"))

FAULTS: Final = {
    calendar_times.BAD_DATE: "Kept as printed, without a date, since there is none such: {n:entry|entries}.",
    calendar_times.BAD_END: "Dated by the start alone, since there is no such end: {n:entry|entries}.",
    calendar_times.END_BEFORE_START: "Dated by the start alone, since the end lies before it: {n:entry|entries}.",
    calendar_times.END_ON_START: "Dated by that one day, since the end, which iCalendar counts out, is the start: "
    "{n:entry|entries}.",
}


def read(raw: bytes, name: str, options: Options, progress: Progress) -> Imported:
    """Read a calendar.

    Raises:
        InputError: it holds no text.
    """
    builder = Builder()
    decoded = calendar_lines.text_of(raw, name, options)
    if decoded.how not in {"ascii", "utf-8"} or decoded.unread.count:
        builder.remarks.take(decoded.items())
    reading = _Reading(builder)
    size = max(1, len(decoded.text))
    done = 0
    for line in calendar_lines.lines(decoded.text):
        done += len(line.value) + 20
        if line.number % (10 * BATCH) == 0:
            progress(min(1.0, done / size))
        reading.take(line)
    reading.end()
    return builder.finish(File(raw, name, MEDIA_TYPE, decoded.encoding))


class _Reading:
    """Where in the file the reading is."""

    def __init__(self, builder: Builder) -> None:
        self._builder = builder
        self._open: list[str] = []
        self._lines: list[Line] = []
        self._heads: dict[str, str] = {}
        self._others: set[str] = set()

    def take(self, line: Line) -> None:
        """Take the next line."""
        if line.name == "BEGIN":
            self._begin(line.value.strip().upper())
        elif line.name == "END":
            self._close(line.value.strip().upper())
        elif self._open and self._open[-1] in ENTRIES:
            self._add(line)
        elif self._open == ["VCALENDAR"] and line.name in {*TITLES, *ABOUT}:
            self._head(line)

    def end(self) -> None:
        """Take the end of the file."""
        if self._open:
            message = "The file ends in the middle of a component; what there is of it was read."
            self._builder.remarks.add("guessed", "cut-off", message, remedy="See that the file is whole.")
        if self._lines:
            self._entry()
        others = sorted(self._others - HOUSEKEEPING)
        if others:
            message = f"In the kept file alone: what it says of {braced(', '.join(others))}."
            self._builder.remarks.add("info", "properties", message)

    def _begin(self, component: str) -> None:
        if component in ENTRIES:
            if self._lines:  # one that was never closed
                self._entry()
            self._lines = []
        self._open.append(component)

    def _close(self, component: str) -> None:
        if component not in self._open:
            return
        while self._open and self._open.pop() != component:
            pass
        if component in ENTRIES:
            self._entry()

    def _add(self, line: Line) -> None:
        if line.name:
            self._lines.append(line)
        elif self._lines:
            last = self._lines[-1]
            self._lines[-1] = last._replace(value=f"{last.value}\n{line.value}")
            message = "Taken as part of the line before, since they are no lines of their own: {n:line|lines}."
            self._builder.remarks.add("guessed", "broken-lines", message, line=line.number)

    def _head(self, line: Line) -> None:
        words = calendar_lines.words(line.value)
        if words in self._heads.values() or not words.strip():
            return
        self._heads[line.name] = words
        is_first_title = line.name in TITLES and len(self._heads.keys() & set(TITLES)) == 1
        if is_first_title:
            self._builder.title(words)
        else:
            self._builder.words(words)

    def _entry(self) -> None:
        """Lay the component that has come to its end."""
        lines, self._lines = self._lines, []
        known: dict[str, Line] = {}
        words: dict[str, list[str]] = {name: [] for name in WORDS}
        beside: list[str] = []
        topics: list[str] = []
        repeats = False
        for line in lines:
            name = line.name
            if name in words:
                words[name].append(calendar_lines.words(line.value))
            elif name == "CATEGORIES":
                topics += calendar_lines.several(line.value)
            elif name in BESIDE:
                beside.append(calendar_lines.words(line.value) if name in TEXTS else line.value)
                repeats = repeats or name in REPEATS
            elif name in DATES:
                known.setdefault(name, line)
            else:
                self._others.add(name)
        date, edtf, fault = _dated(known)
        pieces = tuple(piece for name in WORDS for piece in words[name])
        name = self._builder.entry(Entry(date, edtf, pieces, tuple(beside), tuple(topics)))
        if fault is not None:
            self._builder.remarks.add("guessed", fault, FAULTS[fault], id=name)
        if repeats:
            message = (
                "Listed once, on their first date, with the rule beside them: {n:repeating entry|repeating entries}."
            )
            self._builder.remarks.add("info", "repeats", message, id=name)


def _dated(known: dict[str, Line]) -> tuple[str, str | None, str | None]:
    """Return the words of a component's date, its EDTF date, and what is wrong with it."""
    start = known.get("DTSTART") or known.get("DUE")
    end = known.get("DTEND") or (known.get("DUE") if "DTSTART" in known else None)
    duration = known.get("DURATION")
    edtf, fault, words = None, None, ""
    if start is not None:
        last = end or duration
        edtf, fault = calendar_times.days(start.value, end.value if end else "", duration.value if duration else "")
        words = _printed(start)
        if last is not None and _printed(last) != words:
            words += FROM_TO + _printed(last)
    own = known.get(ics_text.EDTF)
    if own is not None and dates.valid(calendar_lines.words(own.value)):
        edtf, fault = calendar_lines.words(own.value), None
    if ics_text.PRINTED in known:
        words = calendar_lines.words(known[ics_text.PRINTED].value)
    return words, edtf, fault


def _printed(line: Line) -> str:
    zone = calendar_lines.parameter(line, "TZID")
    return f"{line.value} {zone}" if zone else line.value
