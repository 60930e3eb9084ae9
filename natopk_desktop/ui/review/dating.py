"""The date that a part of a page prints, for the reader who says that this part is an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from natopk_desktop.dossier import dates
from natopk_desktop.importers.dating.lines import at_start, dates_in
from natopk_desktop.importers.dating.tokens import tokens

if TYPE_CHECKING:
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.spans import Span

LONGEST = 2000
"""Code points of a part that are looked through; an entry has its date near its beginning."""


def date_in(dossier: Dossier, span: Span) -> tuple[str, Span] | None:
    """Return the first date that a part prints, as EDTF and where it stands; None where there is none."""
    from natopk_desktop.importers.dating.month_names import names_for

    text, end = dossier.text, min(span.end, span.start + LONGEST)
    names = names_for(text[span.start : end], dossier.head.source.language)
    start = span.start + len(text[span.start : end]) - len(text[span.start : end].lstrip())
    first = at_start(tokens(text, start, end, names), may_lack_year=False)
    for found in [*([] if first is None else [first]), *dates_in(text, start, end, names)]:
        edtf = found.value.edtf()
        if edtf is not None and dates.valid(edtf) and span.holds(found.printed):
            return edtf, found.printed
    return None
