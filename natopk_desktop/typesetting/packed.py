"""Pages as compressed SVG, which takes a tenth of the room: hundreds of them are kept and sent between processes."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final

from natopk_desktop.errors import InputError
from natopk_desktop.typesetting import fit

if TYPE_CHECKING:
    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.dossier.dossier import Dossier

FAST: Final = 1
MOST_SHEETS: Final = 1000
"""Milestone sheets set in one go; each takes half a megabyte and more while it is set."""


def pages(dossier: Dossier, choice: Choice) -> tuple[bytes, ...]:
    """Return the pages of the document that ``choice`` asks for, each to be unpacked with ``svg``.

    Raises:
        InputError: the choice means nothing in this dossier, or asks for too many sheets.
        OperationError: the pages could not be set.
    """
    if choice.document == "milestone":
        from natopk_desktop.documents.chosen import rows

        count = len(rows(dossier, choice))
        if count > MOST_SHEETS:
            message = f"These would be {count} sheets, and {MOST_SHEETS} are the most at once; choose fewer entries."
            raise InputError(message)
    return tuple(zlib.compress(page, FAST) for page in fit.fitted(dossier, choice).svg())


def svg(page: bytes) -> bytes:
    """Return a page's SVG."""
    return zlib.decompress(page)
