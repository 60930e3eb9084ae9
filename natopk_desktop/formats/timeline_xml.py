"""The Timeline Project's ``.timeline`` XML: order of its elements, escapes and limits, read from its source code.

The code is that of http://thetimelineproj.sourceforge.net: ``dataexport/timelinexml.py`` (the writer),
``dataimport/timelinexml.py`` and ``general/xmlparser.py`` (the reader, which takes no attribute, no unknown element
and none out of order), ``calendar/gregorian`` (the range of dates). Only elements that every version since 1.0 reads
are named here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from natopk_desktop.formats import moments

if TYPE_CHECKING:
    from natopk_desktop.dossier.dates import Edtf

VERSION: Final = "1.17.0 (written by natopk_desktop)"
"""The reader needs three numbers; a first number of 0 makes it copy the file before it opens it."""

TIME_TYPE: Final = "gregoriantime"
EVENT: Final = (
    "start", "end", "text", "progress", "fuzzy", "locked", "ends_today", "category", "description", "alert",
    "hyperlink", "icon", "default_color", "milestone",
)  # fmt: skip
"""The elements of an event in their order."""

FIRST_DAY: Final = -1_721_425
"""Day number of Julian day 0, the first that the program knows (24 November 4714 BC)."""
LAST_DAY: Final = 3_648_408
"""Day number of Julian day 5369833, its last."""

# XML 1.0, production 2: no control but tab, LF and CR, no surrogate, not U+FFFE and U+FFFF.
FORBIDDEN: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"
# A reader of XML takes a bare CR for an LF, so it is named by its number.
ESCAPES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
CONTAINERS: Final = ("(", "[")


def content(text: str) -> str:
    """Return text as the content of an element; what XML cannot hold becomes U+FFFD."""
    return FORBIDDEN.sub(REPLACEMENT, text).translate(ESCAPES)


def event_text(text: str) -> str:
    """Return an event's text with a blank before a bracket that would make it a container or a part of one."""
    return f" {text}" if text.startswith(CONTAINERS) else text


def loses_blank(text: str) -> bool:
    """Tell whether the reader takes the text's own first blank for one that ``event_text`` put there."""
    return text.startswith(" ") and text[1:].startswith(CONTAINERS)


def fits(first: int, after: int) -> bool:
    """Tell whether the program knows the days from ``first`` to ``after``, as day numbers."""
    return first >= FIRST_DAY and after <= LAST_DAY


def known(days: tuple[int, int] | None) -> tuple[int, int] | None:
    """Return a span of days if the program knows it, else None."""
    return days if days is not None and fits(*days) else None


def days(date: Edtf | None) -> tuple[int, int] | None:
    """Return the days of a date that the program can show, None where there are none."""
    return None if date is None else known(moments.days(date))


def time(number: int) -> str:
    """Return the beginning of a day, by its day number: ``2005-10-01 00:00:00``."""
    year, month, day = moments.day(number)
    return f"{year}-{month:02}-{day:02} 00:00:00"


def colour(value: str) -> str:
    """Return ``#rrggbb`` as ``r,g,b``."""
    return ",".join(str(int(value[at : at + 2], 16)) for at in (1, 3, 5))
