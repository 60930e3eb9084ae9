"""The one moment that stands in a file that must name one: never now, so that the same input gives the same bytes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from natopk_desktop.dossier import dates
from natopk_desktop.errors import InputError

if TYPE_CHECKING:
    from natopk_desktop.dossier.dossier import Dossier

VARIABLE: Final = "SOURCE_DATE_EPOCH"
"""https://reproducible-builds.org/specs/source-date-epoch/"""

DAY: Final = 86_400
EPOCH: Final = dates.day_number(1970, 1, 1)
LATEST: Final = (dates.day_number(9999, 12, 31) + 1 - EPOCH) * DAY - 1


def timestamp(dossier: Dossier) -> int:
    """Return ``SOURCE_DATE_EPOCH`` where it is set, else the first moment of the dossier's edition; in seconds.

    Seconds since 1970-01-01T00:00:00Z. An edition of no known day, or before 1970, counts as of that moment.

    Raises:
        InputError: the variable is set, and not to a whole number of seconds before the year 10000.
    """
    given = os.environ.get(VARIABLE)
    if given:
        if not (given.isascii() and given.isdigit() and len(given) <= 12 and int(given) <= LATEST):
            message = f"{VARIABLE} is “{given[:40]}”, no whole number of seconds since 1970; set it right or unset it."
            raise InputError(message)
        return int(given)
    first, _ = dates.bounds(dossier.head.edition.date)
    seconds = 0 if first is None else (first - EPOCH) * DAY
    return seconds if 0 <= seconds <= LATEST else 0
