"""What a TimelineJS slide says: its date in words and in EDTF, its words, and what stands beside them.

Used where a file is read, and where what was read is written back. A slide of the first version, or a row of a table,
is brought into the form of version 3 before (``of_first_version``). How TimelineJS takes the fields:
https://github.com/NUKnightLab/TimelineJS3, ``core/TimelineConfig.js``, ``core/ConfigFactory.js``, ``date/TLDate.js``.
"""

from __future__ import annotations

import re
from typing import Any, Final, NamedTuple, TypeGuard

from natopk_desktop.formats import calendar_parts, inline_html
from natopk_desktop.formats.calendar_parts import Parts

WHOLE: Final = re.compile(r"[+-]?[0-9]{1,15}(?:\.0+)?")
DIGITS: Final = frozenset(("year", "month", "day"))
CLOCK: Final = ("hour", "minute", "second")
BESIDE: Final = ("caption", "credit", "title", "alt", "url", "link", "thumbnail")
"""The fields of a medium that are laid beside the words of its slide, never loaded."""
KNOWN: Final = frozenset(
    (
        "start_date",
        "end_date",
        "text",
        "media",
        "group",
        "display_date",
        "background",
        "autolink",
        "unique_id",
        "location",
        "type",
    )
)
PLAIN: Final = KNOWN - {"media", "background", "location"}
"""The fields without words that stand beside those of a slide."""
MONTH_FIRST: Final = re.compile(r"\s*([0-9]{1,2})/([0-9]{1,2})/(-?[0-9]{1,6})\b")
YEAR_FIRST: Final = re.compile(
    r"\s*(-?[0-9]{1,15})(?:[-,/]([0-9]{1,2})(?:[-,/]([0-9]{1,2}))?)?(?:[\sT,].*|Z)?$", re.DOTALL
)
FROM_TO: Final = " – "

NO_DATE: Final = "no-date"
BAD_DATE: Final = "bad-date"
BAD_END: Final = "bad-end"
END_BEFORE_START: Final = "end-before-start"

Object = dict[str, Any]


class Slide(NamedTuple):
    """A slide.

    Attributes:
        date: the words that print its date: what is displayed for it, else its numbers with signs between.
        edtf: its date in EDTF, None where it has none, or none that exists.
        fault: what is wrong with the date, one of the names above; None where nothing.
        headline: the words of its headline.
        text: the words of its text.
        beside: the words of its medium and place.
        group: its group.
    """

    date: str
    edtf: str | None
    fault: str | None
    headline: str
    text: str
    beside: tuple[str, ...]
    group: str


class When(NamedTuple):
    """One date of a slide.

    Attributes:
        words: its words.
        parts: year, month and day, None where it cannot be read.
        edtf: the same in EDTF, None where there is no such date.
    """

    words: str
    parts: Parts | None
    edtf: str | None


def slide(event: Object) -> Slide:
    """Return what an event, a title or an era says."""
    text = event.get("text")
    if type(text) is dict:
        headline, words = field(text.get("headline")), field(text.get("text"))
    else:
        headline, words = "", field(text)
    date, edtf, fault = _dated(event)
    return Slide(
        date,
        edtf,
        fault,
        inline_html.words(headline),
        inline_html.words(words),
        _beside(event) if not PLAIN.issuperset(event) else (),
        field(event.get("group")),
    )


def field(value: object) -> str:
    """Return the words of a field, empty where it has none; what is no text is written as JSON has it."""
    if type(value) is str:
        return value
    if value is None:
        return ""
    if isinstance(value, (dict, list, bool)):
        import msgspec

        return msgspec.json.encode(value).decode() if value else ""
    return str(value)


def when(date: object) -> When | None:
    """Return one date of a slide, None where there is none."""
    if type(date) is dict:
        return _of_object(date)
    words = field(date)
    return _made(words, _of_words(words)) if words.strip() else None


def _made(words: str, parts: Parts | None) -> When:
    return When(words, parts, None if parts is None else calendar_parts.edtf(parts))


def _dated(event: Object) -> tuple[str, str | None, str | None]:
    """Return the words of an event's date, its EDTF date, and what is wrong with it."""
    start, end = when(event.get("start_date")), when(event.get("end_date"))
    shown = field(event.get("display_date"))
    if start is None:
        words = shown if shown.strip() or end is None else FROM_TO.lstrip() + end.words
        return words, None, NO_DATE
    if end is None:
        return shown if shown.strip() else start.words, start.edtf, None if start.edtf else BAD_DATE
    words = start.words if end.words == start.words else start.words + FROM_TO + end.words
    return shown if shown.strip() else words, *_spanned(start, end)


def _spanned(start: When, end: When) -> tuple[str | None, str | None]:
    if start.edtf is None or start.parts is None:
        return None, BAD_DATE
    if end.edtf is None or end.parts is None:
        return f"{start.edtf}/", BAD_END
    if calendar_parts.is_before(end.parts, start.parts):
        return start.edtf, END_BEFORE_START
    return start.edtf if start.edtf == end.edtf else f"{start.edtf}/{end.edtf}", None


def _of_object(date: Object) -> When | None:
    year, month, day = date.get("year"), date.get("month"), date.get("day")
    if len(date) == 3 and _is_plain(year) and _is_plain(month) and _is_plain(day):
        return _made(f"{year}-{month}-{day}", Parts(int(year), int(month), int(day)))
    shown = ""
    clock: list[str] = []
    if not DIGITS.issuperset(date):
        shown = field(date.get("display_date")) or field(date.get("display_text"))
        clock = [field(date[name]) for name in CLOCK if date.get(name) not in (None, "")]
    words = shown if shown and not shown.isspace() else _words((year, month, day), clock)
    if not words:
        return None
    try:
        first = number(year)
        parts = None if first is None else Parts(first, number(month), number(day))
    except ValueError:
        return When(words, None, None)
    return _made(words, parts)


def _is_plain(value: object) -> TypeGuard[str]:
    """Tell whether a part of a date is written in digits alone."""
    return type(value) is str and value.isdigit() and value.isascii() and len(value) < 10


def _words(digits: tuple[object, ...], clock: list[str]) -> str:
    told = "-".join([field(one) for one in digits if one not in (None, "")])
    return told + (" " if told and clock else "") + ":".join(clock) if clock else told


def number(value: object) -> int | None:
    """Return a whole number of a date, None where the field is empty.

    Raises:
        ValueError: it is none.
    """
    if type(value) is str:
        words = value.strip()
        if not words:
            return None
        if WHOLE.fullmatch(words) is None:
            raise ValueError(words)
        return int(words.partition(".")[0])
    if value is None:
        return None
    if type(value) is int or (isinstance(value, float) and value.is_integer()):
        return int(value)
    raise ValueError(value)


def _of_words(words: str) -> Parts | None:
    """Read a date of the first version: ``2011,12,10``, ``2011-12-10``, or with slashes the month first."""
    found = MONTH_FIRST.match(words)
    if found:
        return Parts(int(found[3]), int(found[1]), int(found[2]))
    found = YEAR_FIRST.match(words)
    if found is None:
        return None
    return Parts(int(found[1]), int(found[2]) if found[2] else None, int(found[3]) if found[3] else None)


def _beside(event: Object) -> tuple[str, ...]:
    """Return the words of an event's medium, background and place."""
    words: list[str] = []
    media = event.get("media")
    if isinstance(media, dict):
        for name in BESIDE:
            value = media.get(name)
            if value:
                told = field(value)
                words.append(inline_html.words(told) if name in {"caption", "credit"} else told)
    elif media:
        words.append(field(media))
    background = event.get("background")
    if isinstance(background, dict):
        words += [field(background[name]) for name in ("url", "alt") if background.get(name)]
    location = event.get("location")
    if isinstance(location, dict):
        words += [field(location[name]) for name in ("name", "line") if location.get(name)]
    elif location:
        words.append(field(location))
    return tuple(words)


def of_first_version(event: Object) -> Object:
    """Return an event of TimelineJS version 1 or 2 in the form of version 3."""
    asset = event.get("asset")
    media = {}
    if isinstance(asset, dict):
        names = {"media": "url", "caption": "caption", "credit": "credit", "thumbnail": "thumbnail"}
        media = {new: asset[old] for old, new in names.items() if asset.get(old)}
    result: Object = {
        "start_date": event.get("startDate"),
        "end_date": event.get("endDate"),
        "text": {"headline": event.get("headline"), "text": event.get("text")},
        "media": media,
        "group": event.get("tag"),
    }
    return {name: value for name, value in result.items() if value}
