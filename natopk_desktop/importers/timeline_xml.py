"""The Timeline Project's ``.timeline`` XML: an event an entry, its categories as topics, its eras as periods."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from natopk_desktop.errors import InputError
from natopk_desktop.formats import timeline_xml, timeline_xml_reading
from natopk_desktop.formats.timeline_xml_reading import BAD_DATE, BAD_END, END_BEFORE_START, OTHER_CALENDAR
from natopk_desktop.importers import encodings
from natopk_desktop.importers.building import Builder, Entry, File
from natopk_desktop.importers.remarks import braced

if TYPE_CHECKING:
    from natopk_desktop.formats.timeline_xml_reading import Fields
    from natopk_desktop.importers.imported import Imported, Options, Progress

MEDIA_TYPE: Final = "application/xml"
BATCH: Final = 2000
BYTES_PER_EVENT: Final = 420
"""About how many bytes an event takes, to tell how much is done."""

LOOKS: Final = frozenset(
    ("progress", "fuzzy", "fuzzy_start", "fuzzy_end", "locked", "ends_today", "icon", "default_color", "milestone")
)
"""Fields that say how an event looks or behaves in the program; the kept file has them."""
BESIDE: Final = frozenset(("hyperlink", "alert"))
KNOWN: Final = frozenset(("start", "end", "text", "category", "categories", "description")) | LOOKS | BESIDE
MARKS: Final = ("(", "[", " (", " [")
"""What an event's text begins with where not all of it is words."""

DECLARATION: Final = re.compile(r"\s*<\?xml\b[^>]*\?>")
ENCODING: Final = re.compile(rb"""(?:\xef\xbb\xbf)?\s*<\?xml\b[^>]*\bencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")

FAULTS: Final = {
    BAD_DATE: "Kept as printed, without a date, since there is none such: {n:entry|entries}.",
    BAD_END: "Dated by the start alone, since there is no such end: {n:entry|entries}.",
    END_BEFORE_START: "Dated by the start alone, since the end lies before it: {n:entry|entries}.",
    OTHER_CALENDAR: "Kept as printed, without a date, since they are not of the Gregorian calendar: {n:entry|entries}.",
}
DOCTYPE: Final = "{}: this XML declares a document type (DOCTYPE), which a timeline has no need of; remove that line."


def read(raw: bytes, name: str, options: Options, progress: Progress) -> Imported:
    """Read a timeline.

    Raises:
        InputError: it is no XML, or declares a document type.
    """
    builder = Builder()
    encoding = None
    try:
        if options.encoding is not None:
            raise LookupError
        _Laying(builder, len(raw), progress).parse(raw)
    except timeline_xml_reading.DoctypeError as error:
        raise InputError(DOCTYPE.format(name)) from error
    except (expat.ExpatError, ValueError, LookupError):
        builder = Builder()
        encoding = _repaired(raw, name, options, _Laying(builder, len(raw), progress))
    if b"\r" in raw:
        message = "Line ends within words stand as plain line ends, as XML demands."
        builder.remarks.add("info", "line-ends", message)
    return builder.finish(File(raw, name, MEDIA_TYPE, encoding or _declared(raw) or "utf-8"))


def _repaired(raw: bytes, name: str, options: Options, laying: _Laying) -> str:
    """Read a file that strict readers refuse, with the characters that XML cannot hold as U+FFFD; tell its encoding.

    The program itself writes such files: it leaves control characters as they are.
    """
    decoded = encodings.decode(raw, name, options, _declared(raw))
    remarks = laying.builder.remarks
    remarks.take(decoded.items())
    text, count = timeline_xml.FORBIDDEN.subn(timeline_xml.REPLACEMENT, DECLARATION.sub("", decoded.text, count=1))
    if count:
        message = "Shown as U+FFFD, since XML cannot hold them: {n:character|characters}."
        remarks.add("lost", "characters", message, count=count)
    try:
        laying.parse(text)
    except timeline_xml_reading.DoctypeError as error:
        raise InputError(DOCTYPE.format(name)) from error
    except expat.ExpatError as error:
        message = f"{name}, line {error.lineno}: this is not readable as XML ({expat.errors.messages[error.code]}); "
        raise InputError(message + "see that the file is whole, or save it again where it came from.") from error
    return decoded.encoding


def _declared(raw: bytes) -> str | None:
    found = ENCODING.match(raw)
    return found[1].decode("ascii").lower() if found else None


class _Laying:
    """Lays the records of a file as they come.

    Attributes:
        builder: where they are laid.
    """

    def __init__(self, builder: Builder, size: int, progress: Progress) -> None:
        self.builder = builder
        self._size = max(1, size)
        self._progress = progress
        self._count = 0
        self._reading = timeline_xml_reading.Reading(self._take)

    def parse(self, content: bytes | str) -> None:
        """Read a file to its end."""
        self._reading.parse(content)

    def _take(self, record: str, fields: Fields, line: int) -> None:
        if record == "event":
            self._event(fields, line)
        elif record == "category":
            for field, text in fields:
                if field == "name" and text.strip():
                    self.builder.topic(text)
        else:
            self._era(dict(fields))

    def _event(self, fields: Fields, line: int) -> None:
        self._count += 1
        if self._count % BATCH == 0:
            self._progress(min(1.0, self._count * BYTES_PER_EVENT / self._size))
        known = dict(fields)
        start, end = known.get("start", ""), known.get("end", "")
        edtf, fault = timeline_xml_reading.dated(known, self._reading.calendar)
        text = known.get("text", "")
        words = timeline_xml_reading.words(text) if text.startswith(MARKS) else text
        beside, topics = [], []
        for field, content in fields:
            if field == "category":
                topics.append(content)
            elif field in BESIDE or field not in KNOWN:
                beside.append(content)
        printed = timeline_xml_reading.printed(start, end)
        name = self.builder.entry(
            Entry(printed, edtf, (words, known.get("description", "")), tuple(beside), tuple(topics))
        )
        if fault is not None:
            self.builder.remarks.add("guessed", fault, FAULTS[fault], id=name, line=line)
        if len(words) < len(text) - 1:
            message = "In the kept file alone: that they belong to a container, or are one, of {n:entry|entries}."
            self.builder.remarks.add("info", "containers", message, id=name)
        if not KNOWN.issuperset(known):
            self._tell_unknown(known, name, line)
        if "icon" in known:
            self.builder.remarks.add("info", "icons", "In the kept file alone: {n:picture|pictures}.", id=name)

    def _era(self, known: dict[str, str]) -> None:
        start, end = known.get("start", ""), known.get("end", "")
        edtf = None
        if self._reading.calendar in timeline_xml_reading.GREGORIAN:
            edtf, _ = timeline_xml_reading.edtf(start, end, frays_at_start=False, frays_at_end=False)
        first, _, last = (edtf or "").partition("/")
        printed = timeline_xml_reading.printed(start, end)
        if not first or not known.get("name", "").strip() or not end.strip():
            message = "Kept as words alone, since they have no name or no dates: {n:era|eras}."
            self.builder.remarks.add("guessed", "era", message)
            self.builder.words(known.get("name", ""))
            self.builder.words(printed)
            return
        self.builder.period(known["name"], printed, (start, first), (end, last or first))

    def _tell_unknown(self, known: dict[str, str], name: str, line: int) -> None:
        for field in known.keys() - KNOWN:
            told = f"“{braced(field)}”" if field else "between the fields"
            message = f"Kept beside the words, since the app knows no such field ({told}): {{n:field|fields}}."
            self.builder.remarks.add("info", "field", message, id=name, line=line)
