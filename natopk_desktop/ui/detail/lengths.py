"""How long the periods lasted that a milestone belongs to, in sentences of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from natopk_desktop.ui.detail import excerpts

if TYPE_CHECKING:
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.model import Milestone, Period, PeriodEnd


def sentences(dossier: Dossier, milestone: Milestone) -> list[str]:
    """Return for each period of ``milestone``, and each pair of dates the source gives for its ends, one paragraph."""
    return [
        _sentence(dossier, period, start, end)
        for period in dossier.head.periods
        if milestone.id in period.milestones
        for start in period.start
        for end in period.end
    ]


def _sentence(dossier: Dossier, period: Period, start: PeriodEnd, end: PeriodEnd) -> str:
    # Late: few entries belong to a period.
    from natopk_desktop.dossier.reckoning import period_length

    places = {
        "name": period.name,
        "start": _quoted(dossier, start),
        "end": _quoted(dossier, end),
    }
    try:
        length = period_length(start.edtf, end.edtf)
    except ValueError:
        words = QCoreApplication.translate(
            "Lengths", "Ours: the length of the {name}, from {start} to {end}, cannot be reckoned from these dates."
        )
        return words.format(**places)
    words = QCoreApplication.translate(
        "Lengths", "Ours: the {name} lasted {length}, from {start} to {end}. {reckoning}"
    )
    return words.format(length=length.words(), reckoning=length.reckoning(), **places)


def _quoted(dossier: Dossier, end: PeriodEnd) -> str:
    """Return the words that date an end, and the heading they stand under."""
    words = excerpts.first_words(dossier.text, end.span)
    section = dossier.outline.of_block(dossier.blocks.row_at(end.span.start))
    if section is None:
        return f"“{words}”"
    heading = excerpts.first_words(dossier.text, dossier.blocks.span(section.head))
    return QCoreApplication.translate("Lengths", "“{words}” (under “{heading}”)").format(words=words, heading=heading)
