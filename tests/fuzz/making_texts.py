"""Timelines, calendars and tables made at random in the form of each format."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from tests.fuzz.words import date, word

if TYPE_CHECKING:
    from random import Random


def timeline(random: Random) -> bytes:
    """Make a file of The Timeline Project."""
    names = (
        "start",
        "end",
        "text",
        "progress",
        "fuzzy",
        "ends_today",
        "category",
        "description",
        "alert",
        "hyperlink",
        "icon",
        "milestone",
        "new",
    )

    def field(name: str) -> str:
        words = (
            date(random)
            if name in {"start", "end"}
            else random.choice(("True", "False"))
            if name in {"fuzzy", "ends_today"}
            else word(random)
        )
        if random.random() < 0.98:
            words = escape(
                "".join(sign for sign in words if sign in "\t\n" or (sign >= " " and not "\ud800" <= sign <= "\udfff"))
            )
        return f"<{name}>{words}</{name}>"

    def record(name: str, fields: tuple[str, ...]) -> str:
        return f"<{name}>{''.join(field(one) for one in fields if random.random() < 0.7)}</{name}>"

    eras = "".join(record("era", ("name", "start", "end", "color")) for _ in range(random.randrange(3)))
    categories = "".join(record("category", ("name", "color", "parent")) for _ in range(random.randrange(3)))
    events = "".join(record("event", names) for _ in range(random.randrange(6)))
    calendar = random.choice(("gregoriantime", "gregoriantime", "numtime", ""))
    head = random.choice(
        (
            '<?xml version="1.0" encoding="utf-8"?>',
            "",
            "<!DOCTYPE timeline>",
            "<?xml version='1.0' encoding='latin-1'?>",
        )
    )
    return (
        f"{head}<timeline><version>1.0.0</version><timetype>{calendar}</timetype><eras>{eras}</eras>"
        f"<categories>{categories}</categories><events>{events}</events><view></view></timeline>"
    ).encode("utf-8", "surrogatepass")


def ics(random: Random) -> bytes:
    """Make a calendar."""
    names = (
        "SUMMARY", "DESCRIPTION", "DTSTART", "DTEND", "DURATION", "CATEGORIES", "RRULE", "LOCATION",
        'DTSTART;TZID="A:b"', "X-NATOPK-EDTF", "X-NATOPK-PRINTED-DATE", "END", "BEGIN", "DUE", "URL",
        "SUMMARY;LANGUAGE=en",
    )  # fmt: skip
    durations = ("P1D", "P2DT1H", "-P1W", "PT", "P", "P999999999W", "PT0S")
    lines = ["BEGIN:VCALENDAR", f"X-WR-CALNAME:{word(random)}"]
    for _ in range(random.randrange(6)):
        kind = random.choice(("VEVENT", "VEVENT", "VJOURNAL", "VTODO", "VALARM", "VTIMEZONE"))
        lines.append(f"BEGIN:{kind}")
        for name in random.sample(names, random.randrange(8)):
            words = (
                random.choice(durations)
                if name == "DURATION"
                else date(random)
                if name.startswith(("DT", "DU", "X-"))
                else word(random)
            )
            lines.append(f"{name}:{words}")
        if random.random() < 0.9:
            lines.append(f"END:{kind}")
    lines.append("END:VCALENDAR")
    return (
        random.choice(("\r\n", "\r\n", "\n", "\r"))
        .join(lines)
        .encode(random.choice(("utf-8",) * 6 + ("utf-16",)), "surrogatepass")
    )


HEADERS: Final = (
    ("Year", "Month", "Day", "Time", "End Year", "Display Date", "Headline", "Text", "Media", "Media Caption", "Type",
     "Group", "Background"),
    ("Start Date", "End Date", "Headline", "Text", "Media", "Tag", "Type"),
    ("Date", "Event", "Description", "Category"),
    ("When", "End", "Title", "Tags", "Place"),
    ("id (ours)", "date (ours, EDTF)", "date (source)", "text (source)", "topics (ours)"),
    ("Year", "Month", "Name"),
)  # fmt: skip


def rows_of(random: Random) -> list[list[str]]:
    header = (
        list(random.choice(HEADERS)) if random.random() < 0.9 else [word(random) for _ in range(random.randrange(1, 6))]
    )
    rows = [header] if random.random() < 0.95 else []
    for _ in range(random.randrange(8)):
        width = len(header) if random.random() < 0.9 else random.randrange(12)
        rows.append([_cell(random, header[at] if at < len(header) else "") for at in range(width)])
    return rows


def _cell(random: Random, name: str) -> str:
    if random.random() < 0.2:
        return ""
    if name == "Type":
        return random.choice(("title", "era", "", "x"))
    return (
        date(random)
        if any(sign in name.lower() for sign in ("date", "when", "end", "year", "month", "day"))
        else word(random)
    )


def table(random: Random) -> bytes:
    """Make a table."""
    file = io.StringIO(newline="")
    ends = random.choice(("\r\n", "\n", "\r"))
    writer = csv.writer(
        file,
        delimiter=random.choice(",;\t|"),
        lineterminator=ends,
        quoting=random.choice((csv.QUOTE_ALL, csv.QUOTE_MINIMAL)),
    )
    writer.writerows(rows_of(random))
    return file.getvalue().encode(random.choice(("utf-8",) * 6 + ("utf-8-sig", "utf-16", "utf-32")), "surrogatepass")
