"""iCalendar (RFC 5545, RFC 7986): names of our own properties, and what its texts cannot hold."""

from __future__ import annotations

import re
from typing import Final

from natopk_desktop.formats import moments

PRODUCT: Final = "-//natopk_desktop//natopk_desktop//EN"
EDTF: Final = "X-NATOPK-EDTF"
"""A date as exact as it is known, in EDTF."""
PRINTED: Final = "X-NATOPK-PRINTED-DATE"
"""The words that print a date; left out where the source prints none."""
IDENTIFIER: Final = "X-NATOPK-ID"
"""The id of a milestone in its dossier."""

# RFC 5545, section 3.1: CONTROL, but for the tab.
FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"
# A text has one sign for the end of a line; a reader that splits at the others must find no property behind them.
OTHER_LINE_ENDS: Final = re.compile("\r\n?|[\N{NEXT LINE}\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}]")

LANGUAGE: Final = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
FIRST_YEAR: Final = 1
LAST_YEAR: Final = 9999


def text(value: str) -> str:
    """Return a value as an iCalendar text can hold it: line ends as LF, controls as U+FFFD.

    It is not escaped yet; the library does that.
    """
    return FORBIDDEN.sub(REPLACEMENT, OTHER_LINE_ENDS.sub("\n", value))


def fits(first: int, after: int) -> bool:
    """Tell whether the days from ``first`` to ``after``, as day numbers, have years of four digits."""
    return moments.day(first).year >= FIRST_YEAR and moments.day(after).year <= LAST_YEAR


def web_address(value: str | None) -> str | None:
    """Return an address if it can stand as a URI as it is: http or https, no blank, no control; else None."""
    if value is None or not value.startswith(("http://", "https://")):
        return None
    return value if value.isascii() and value.isprintable() and " " not in value else None
