"""The text alternative of the drawn scale: the same items in the same order, in sentences of ours.

What stands between “ and ” is the source's, letter for letter; everything else is ours, the dates too.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from natopk_desktop.documents.calendar_steps import floor, following, label, stretch_words
from natopk_desktop.dossier.date_words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from natopk_desktop.documents.scale import Cluster, Density, Drawing, Subject
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.model import PeriodEnd

LONGEST_QUOTATION: Final = 80
"""Code points of a milestone's text that are quoted; “…” after the closing mark tells that there is more."""


def sentences(what: Subject, drawing: Drawing, longest: int = LONGEST_QUOTATION) -> Iterator[str]:
    """Yield what a drawing shows: its extent, each band, what did not fit, each period, what has no date.

    Args:
        what: what was drawn.
        drawing: of it.
        longest: code points of a milestone's text to quote.
    """
    first, end = math.floor(drawing.view.first), math.ceil(drawing.view.end)
    yield f"A time line, drawn to scale, of {stretch_words(first, end)}."
    if drawing.density is not None:
        yield from _crowd(what, drawing, drawing.density)
    else:
        for row, is_shown in _in_view(drawing):
            yield milestone_sentence(what.dossier, row, longest, is_shown=is_shown)
    for cluster in drawing.clusters:
        yield _cluster_sentence(drawing, cluster)
    for bar in drawing.periods:
        yield period_sentence(what.dossier, bar.row)
    if drawing.periods_left_out:
        verb = "does not fit" if drawing.periods_left_out == 1 else "do not fit"
        yield f"{counted(drawing.periods_left_out, 'more period')} {verb} the drawing."
    if drawing.undated:
        verb = "is" if drawing.undated == 1 else "are"
        yield f"{counted(drawing.undated, 'milestone')} without a date {verb} not drawn."


def _in_view(drawing: Drawing) -> list[tuple[int, bool]]:
    """Return the rows of all milestones in view by date, and whether each passes the filter."""
    placed = [(band.start, number, band.row, band.is_shown) for number, band in enumerate(drawing.bands)]
    # A cluster's milestones found no lane because the bands beside them were there first.
    last = len(placed)
    for cluster in drawing.clusters:
        placed += [(cluster.start, last, row, row not in cluster.hidden) for row in cluster.rows]
    return [(row, is_shown) for _, _, row, is_shown in sorted(placed, key=lambda entry: entry[:2])]


def milestone_sentence(dossier: Dossier, row: int, longest: int = LONGEST_QUOTATION, *, is_shown: bool = True) -> str:
    """Return one milestone's date, first words and topics: `October 2005: “Start of …” (Relief).`."""
    topics = ", ".join(dossier.head.topics[topic].name for topic in dossier.milestones.topics[row])
    hidden = "; hidden by the filter" if not is_shown else ""
    return f"{date_of(dossier, row)}: {quoted(dossier, row, longest)}{f' ({topics})' if topics else ''}{hidden}."


def date_of(dossier: Dossier, row: int) -> str:
    """Return our words for a milestone's date, with a capital: "October 2005", "No date; placed under … by us"."""
    edtf = dossier.milestones.edtf[row]
    if row in dossier.milestones.inferred:
        return f"No date; placed under {words(edtf)} by us" if edtf else "No date; placed under another entry by us"
    if edtf is None:
        return "No date"
    said = words(edtf)
    return said[:1].upper() + said[1:]


def quoted(dossier: Dossier, row: int, longest: int = LONGEST_QUOTATION) -> str:
    """Return a milestone's first words between quotation marks; “…” behind them where there are more."""
    text = " ".join(dossier.words(dossier.milestones.text.spans(row)))
    if len(text) <= longest:
        return f"“{text}”"
    cut = text[: longest + 1].rsplit(None, 1)[0] if any(map(str.isspace, text[: longest + 1])) else text[:longest]
    return f"“{cut}” …"


def period_sentence(dossier: Dossier, row: int) -> str:
    """Return a period's name with every date the source prints for its start and its end."""
    period = dossier.head.periods[row]
    start, end = _printed(dossier, period.start), _printed(dossier, period.end)
    return f"Period, {period.name}: from {start or 'an open start'} to {end or 'an open end'}."


def _printed(dossier: Dossier, ends: Iterable[PeriodEnd]) -> str:
    return " or ".join(dict.fromkeys(f"“{end.span.of(dossier.text)}”" for end in ends))


def _cluster_sentence(drawing: Drawing, cluster: Cluster) -> str:
    first = math.floor(drawing.view.day(cluster.start) + 0.5)
    end = max(first + 1, math.floor(drawing.view.day(cluster.end) + 0.5))
    count = len(cluster.rows)
    return f"Of these, {count} {'is' if count == 1 else 'are'} drawn as one bar, within {stretch_words(first, end)}."


def _crowd(what: Subject, drawing: Drawing, density: Density) -> Iterator[str]:
    """Count milestones by the steps the axis is labelled with, for there are too many to name."""
    yield (
        f"{counted(density.total, 'milestone')}, too many to draw apart: a strip shows how many lie at each place, "
        f"{density.most} at the most."
    )
    step = drawing.label_step
    at = floor(math.floor(drawing.view.first), step)
    while at < drawing.view.end:
        after = following(at, step)
        count = what.index.tally.touching(max(at, drawing.view.first), min(after, drawing.view.end))
        if count:
            yield f"{_stretch(at, after, label(at, step, is_first=True), step.size)}: {counted(count, 'milestone')}."
        at = after


def _stretch(first: int, end: int, name: str, size: int) -> str:
    return name if size == 1 else stretch_words(first, end).capitalize()


def counted(count: int, noun: str) -> str:
    """Return a number with its noun: "1 milestone", "12 milestones"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
