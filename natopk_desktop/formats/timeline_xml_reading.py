"""A ``.timeline`` file as the records it holds, read leniently: any order, unknown elements told apart, no entities.

Used where a file is read, and where what was read is written back.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple
from xml.parsers import expat

from natopk_desktop.dossier.days import ordinal
from natopk_desktop.formats import calendar_parts, moments
from natopk_desktop.formats.calendar_parts import Parts

if TYPE_CHECKING:
    from collections.abc import Callable

    Take = Callable[[str, "Fields", int], None]

Fields = list[tuple[str, str]]
"""The fields of a record in order, each with its name and text."""

RECORDS: Final = {"event": "events", "category": "categories", "era": "eras"}
"""The records of a file, and the elements they stand in."""
GREGORIAN: Final = frozenset(("", "gregoriantime", "pytime", "wxtime"))
"""The names that the program gave its Gregorian calendar over time."""

TIME: Final = re.compile(
    r"\s*(-?[0-9]{1,7})-([0-9]{1,2})-([0-9]{1,2})(?:[ T]+([0-9]{1,2}):([0-9]{1,2})(?::([0-9]{1,2}))?)?\s*"
)
CONTAINER: Final = re.compile(r"\[[0-9]+\]|\([0-9]+\)")
FROM_TO: Final = " – "

BAD_DATE: Final = "bad-date"
BAD_END: Final = "bad-end"
END_BEFORE_START: Final = "end-before-start"
OTHER_CALENDAR: Final = "calendar"


class DoctypeError(ValueError):
    """The file declares a document type, which could name other files and entities."""


class When(NamedTuple):
    """A moment: its day, the same in EDTF, and whether it is the beginning of the day."""

    parts: Parts
    edtf: str
    is_midnight: bool


class Reading:
    """Reads one file.

    Attributes:
        calendar: the name of its calendar, as soon as that is read; it stands before the events.
        version: the version that it names.
        shown: the start and the end of the time that it shows, None where it names none.
        hidden: the names of the categories that it hides.
    """

    def __init__(self, take: Take) -> None:
        """Prepare to read.

        Args:
            take: called for each record with its name, its fields in order (name and text; text between fields under
                an empty name) and its line.
        """
        self.calendar = ""
        self.version = ""
        self.shown: tuple[str, str] | None = None
        self.hidden: list[str] = []
        self._take = take
        self._path: list[str] = []
        self._fields: Fields = []
        self._text: list[str] = []
        self._line = 0
        self._parser = expat.ParserCreate()

    def parse(self, content: bytes | str) -> None:
        """Read a file to its end.

        Raises:
            DoctypeError: the file declares a document type.
            xml.parsers.expat.ExpatError: it is no XML; the error has the line.
            ValueError: it is in an encoding that is not known; LookupError likewise.
        """
        parser = self._parser
        parser.buffer_text = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self._text.append
        parser.StartDoctypeDeclHandler = self.doctype
        parser.Parse(content, True)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""
        path = self._path
        path.append(name)
        if len(path) == 3:
            self._fields = list(attributes.items())
            self._text.clear()
            self._line = self._parser.CurrentLineNumber
        elif len(path) > 3:
            if len(path) == 4 and self._text:
                if len(self._text) == 1 and self._text[0].isspace():  # the indentation of fields
                    self._text.clear()
                else:
                    self._loose()
            if attributes:
                self._fields.extend(attributes.items())
        else:
            self._text.clear()

    def end(self, name: str) -> None:
        """Take the end of an element."""
        path = self._path
        depth = len(path)
        if depth > 3:
            text = self._text
            self._fields.append((name, text[0] if len(text) == 1 else "".join(text)))
            text.clear()
        elif depth == 3:
            self._loose()
            if RECORDS.get(name) == path[1]:
                self._take(name, self._fields, self._line)
            elif path[1] == "view":
                self._view(name)
        elif depth == 2 and name == "timetype":
            self.calendar = "".join(self._text).strip()
        elif depth == 2 and name == "version":
            self.version = "".join(self._text).strip()
        path.pop()

    def doctype(self, *_: object) -> None:
        """Refuse a document type."""
        raise DoctypeError

    def _view(self, name: str) -> None:
        known = dict(self._fields)
        if name == "displayed_period" and "start" in known and "end" in known:
            self.shown = known["start"], known["end"]
        elif name == "hidden_categories":
            self.hidden = [text for field, text in self._fields if field == "name"]

    def _loose(self) -> None:
        """Keep words that stand between the fields of a record."""
        words = "".join(self._text)
        self._text.clear()
        if words and not words.isspace():
            self._fields.append(("", words))


def moment(words: str) -> When | None:
    """Read a moment as the program writes it; None where it is none, or no such day exists."""
    found = TIME.fullmatch(words)
    if found is None:
        return None
    parts = Parts(int(found[1]), int(found[2]), int(found[3]))
    day = calendar_parts.edtf(parts)
    if day is None:
        return None
    hour, minute, second = found.group(4, 5, 6)
    return When(parts, day, not (int(hour or 0) or int(minute or 0) or int(second or 0)))


def printed(start: str, end: str) -> str:
    """Return the words that print the time of an event or era."""
    return start if not end or end == start else f"{start}{FROM_TO}{end}"


def edtf(
    start: str, end: str, *, frays_at_start: bool, frays_at_end: bool, has_end: bool = True
) -> tuple[str | None, str | None]:
    """Return the days of an event in EDTF, and what is wrong with its dates.

    A time from midnight to midnight covers whole days, so its last day is the one before the end.

    Args:
        start: its start as written.
        end: its end as written.
        frays_at_start: whether the start is not exact.
        frays_at_end: whether the end is not exact.
        has_end: False where the event goes on to this day.
    """
    first = moment(start)
    if first is None:
        return None, BAD_DATE
    begun = f"{first.edtf}~" if frays_at_start else first.edtf
    if not has_end:
        return f"{begun}/..", None
    last = moment(end) if end.strip() and end != start else first
    if last is None:
        return f"{begun}/", BAD_END
    ended = last.parts
    if last.is_midnight and first.is_midnight and _number(last.parts) > _number(first.parts):
        ended = Parts(*moments.day(_number(last.parts) - 1))
    if calendar_parts.is_before(ended, first.parts):
        return begun, END_BEFORE_START
    if ended == first.parts:
        return f"{first.edtf}~" if frays_at_start or frays_at_end else first.edtf, None
    return f"{begun}/{calendar_parts.edtf(ended)}{'~' if frays_at_end else ''}", None


def dated(known: dict[str, str], calendar: str) -> tuple[str | None, str | None]:
    """Return the days of an event in EDTF, and what is wrong with its dates.

    Args:
        known: its fields.
        calendar: the name of the file's calendar.
    """
    if calendar not in GREGORIAN:
        return None, OTHER_CALENDAR
    start = known.get("start", "")
    frays = is_true(known.get("fuzzy", ""))
    return edtf(
        start,
        start if is_true(known.get("milestone", "")) else known.get("end", ""),
        frays_at_start=frays or is_true(known.get("fuzzy_start", "")),
        frays_at_end=frays or is_true(known.get("fuzzy_end", "")),
        has_end=not is_true(known.get("ends_today", "")),
    )


def _number(parts: Parts) -> int:
    return ordinal(parts.year, parts.month or 1, parts.day or 1)


def words(text: str) -> str:
    """Return an event's text without the sign that makes it a container or a part of one, or the blank against it."""
    if text.startswith((" (", " [")):
        return text[1:]
    found = CONTAINER.match(text)
    return text[found.end() :] if found else text


def is_true(field: str) -> bool:
    """Tell whether a flag is set."""
    return field != "False" and field.strip().lower() in {"true", "1", "yes"}
