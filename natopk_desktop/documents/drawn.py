"""The timeline as a part of a document: laid out for a page, with sentences that say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from natopk_desktop.documents import scale, scale_words
from natopk_desktop.documents.calendar_steps import stretch_words
from natopk_desktop.documents.parts import Drawing
from natopk_desktop.documents.view import Measures

if TYPE_CHECKING:
    from natopk_desktop.documents.scale import Subject
    from natopk_desktop.documents.view import View

WIDTH: Final = 487.0
"""Points between the margins of a page of A4."""

PAGE: Final = Measures(WIDTH, character=4.3, tick=6.0, narrowest=2.2, bin=2.5, lanes=5, rows=7, most_bands=150)
"""Sizes on paper, in points."""


def drawing(what: Subject, view: View | None = None, measures: Measures = PAGE) -> Drawing | None:
    """Return the drawing of ``view``, or of all there is; None where nothing has a date."""
    view = view or what.full_view()
    if view is None:
        return None
    laid_out = scale.draw(what, view, measures)
    return Drawing(what, view, laid_out, measures.width, tuple(scale_words.sentences(what, laid_out)))


def with_mark(whole: Drawing, row: int) -> Drawing | None:
    """Return the drawing with the milestone in ``row`` marked, told in two sentences; None where it has no place."""
    dossier = whole.what.dossier
    if dossier.milestones.edtf[row] is None and row not in dossier.milestones.inferred:
        return None
    first, end = int(whole.view.first), int(whole.view.end)
    milestones = scale_words.counted(len(whole.what.index.rows), "milestone")
    told = (
        f"A time line, drawn to scale, of {stretch_words(first, end)}, with {milestones}.",
        f"This one is marked: {scale_words.date_of(dossier, row)}.",
    )
    return msgspec.structs.replace(whole, alternative=told, marked=row)
