"""iCalendar: an all-day event an entry, from the first day it may mean to the exclusive day after the last.

The summary is the source's; the description holds our words, each in ``[Ours: …]``, and the related passages. The true
date stands in ``X-NATOPK-EDTF``. An entry that has no day is a journal entry without a date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from natopk_desktop.documents import marks
from natopk_desktop.exporters import losses, own_words
from natopk_desktop.exporters.entries import Entry, entries
from natopk_desktop.exporters.progress import Meter, unheard
from natopk_desktop.exporters.scope import Scope
from natopk_desktop.exporters.timestamps import timestamp
from natopk_desktop.exporters.written import Written
from natopk_desktop.formats import ics_text, moments

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    import icalendar

    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.exporters.progress import Progress
    from natopk_desktop.report import Item

END: Final = b"END:VCALENDAR\r\n"
TOLD: Final = 0.15
"""The share of the work that is done when the entries are told."""
BYTE_ORDER_MARK: Final = "\ufeff"


def write(dossier: Dossier, choice: Choice, progress: Progress = unheard) -> Written:
    """Write the milestones that ``choice`` asks for.

    Raises:
        InputError: the choice means nothing in this dossier.
    """
    scope = Scope(dossier, choice)
    told = list(entries(scope, Meter(progress, len(scope.rows), last=TOLD)))
    meter = Meter(progress, len(told), first=TOLD)
    return Written((_calendar(dossier, told, meter),), tuple(_losses(scope, told)))


def _calendar(dossier: Dossier, told: Sequence[Entry], meter: Meter) -> bytes:
    # Late: the library and what it needs take a tenth of a second.
    from datetime import UTC, datetime

    import icalendar

    calendar = icalendar.Calendar()
    calendar.add("prodid", ics_text.PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    title, about = _text(dossier.title), _text(marks.ours(own_words.about(dossier)))
    for name, value in (("name", title), ("x-wr-calname", title), ("description", about), ("x-wr-caldesc", about)):
        calendar.add(name, icalendar.vText(value))
    stamp = datetime.fromtimestamp(timestamp(dossier), UTC)
    # One by one, for the library writes a calendar with all its components in one go that nobody could follow.
    frame = calendar.to_ical(sorted=False)
    written = [_component(dossier, entry, stamp).to_ical(sorted=False) for entry in meter.each(told)]
    return b"".join((frame.removesuffix(END), *written, END))


def _component(dossier: Dossier, entry: Entry, stamp: datetime) -> icalendar.Component:
    import icalendar

    days = _days(entry)
    component = icalendar.Journal() if days is None else icalendar.Event()
    component.add("uid", _uid(dossier.id, entry.id))
    component.add("dtstamp", stamp)
    if days is not None and entry.when is not None:
        component.add("dtstart", _date(days[0]))
        component.add("dtend", _date(days[1]))
        component.add("transp", "TRANSPARENT")
    language = dossier.head.source.language or ""
    known = {"LANGUAGE": language} if ics_text.LANGUAGE.fullmatch(language) else {}
    component.add("summary", _text(entry.text), known)
    component.add("description", _text("\n\n".join(entry.paragraphs())))
    if entry.topics:
        component.add("categories", [_text(topic) for topic in entry.topics])
    address = ics_text.web_address(dossier.head.source.url)
    if address is not None:
        component.add("url", address)
    own = {
        ics_text.EDTF: None if entry.when is None else entry.when.text,
        ics_text.PRINTED: None if entry.date_is_ours else entry.date,
        ics_text.IDENTIFIER: entry.id,
    }
    for name, value in own.items():
        if value is not None:
            component.add(name, icalendar.vText(_text(value)))
    return component


def _text(value: str) -> str:
    """Return a value as the library is to be given it, which takes a byte-order mark off the front of each."""
    held = ics_text.text(value)
    return BYTE_ORDER_MARK + held if held.startswith(BYTE_ORDER_MARK) else held


def _uid(dossier: str, milestone: str) -> str:
    """Return the same name for the same milestone in every export, so that a calendar replaces what it has of it."""
    from uuid import NAMESPACE_URL, uuid5

    return str(uuid5(NAMESPACE_URL, f"urn:natopk:{dossier}:{milestone}"))


def _date(number: int) -> object:
    from datetime import date

    return date(*moments.day(number))


def _days(entry: Entry) -> tuple[int, int] | None:
    days = None if entry.when is None else moments.days(entry.when)
    return days if days is not None and ics_text.fits(*days) else None


def _losses(scope: Scope, told: Sequence[Entry]) -> Iterator[Item]:
    yield from losses.of_events(scope, "calendars")
    yield from _date_losses(told)
    periods = [period.id for period in scope.periods]
    yield from losses.lost("periods", periods, "Not in this file: {n:period|periods}.", losses.IN_FULL)
    message = "Written as plain line ends: {n:line end|line ends} of another kind."
    yield from losses.characters(scope, ics_text.OTHER_LINE_ENDS, message, "line-ends")
    message = "Written as U+FFFD, since iCalendar cannot hold them: {n:control character|control characters}."
    yield from losses.characters(scope, ics_text.FORBIDDEN, message)


def _date_losses(told: Sequence[Entry]) -> Iterator[Item]:
    left = [entry.id for entry in told if _days(entry) is None]
    message = "Kept as journal entries, which few calendars show, since they have no day: {n:entry|entries}."
    yield from losses.lost("undated", left, message)
    dated = [entry for entry in told if entry.when is not None and _days(entry)]
    wide = [entry.id for entry in dated if entry.when and not moments.is_day(entry.when)]
    message = f"All-day events over all the days the date may mean; the true date is told and in {ics_text.EDTF}: "
    yield from losses.lost("precision", wide, message + "{n:entry|entries}.")
    ours = [entry.id for entry in dated if entry.date_is_ours]
    yield from losses.lost("inferred", ours, "Told in words alone: that the date is ours, of {n:entry|entries}.")
    ends = [entry.id for entry in dated if entry.when and moments.has_open_end(entry.when)]
    message = "All-day events on the start alone, since the end is open: {n:entry|entries}."
    yield from losses.lost("open-ends", ends, message)
