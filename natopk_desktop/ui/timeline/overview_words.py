"""What the overview says: its name and use for a screen reader, its tooltips, and what has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from natopk_desktop.documents import scale_words
from natopk_desktop.documents.calendar_steps import stretch_words
from natopk_desktop.plain import one_line

if TYPE_CHECKING:
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.ui.reading import Reading
    from natopk_desktop.ui.timeline.overview_chart import Chart

QUOTATION: Final = 140
TIP_WIDTH: Final = 60
"""Characters of a tooltip's line; a plain tooltip does not wrap by itself."""


def tr(text: str) -> str:
    """Translate a text of the overview."""
    return QCoreApplication.translate("Overview", text)


def name(reading: Reading, chart: Chart) -> str:
    """Return the accessible name: "Overview of 11 milestones, March 2005 to May 2007; 4 shown"."""
    total, shown = len(reading.dossier.milestones), len(reading.rows)
    said = tr("Overview of 1 milestone") if total == 1 else tr("Overview of {total} milestones").format(total=total)
    extent = chart.subject.index.extent() if chart.subject else None
    if extent is not None:
        said += tr(", {stretch}").format(stretch=stretch_words(extent.start, extent.end))
    if shown < total:
        said += tr("; {shown} shown").format(shown=shown)
    return said


def description() -> str:
    """Return how the overview is used."""
    return tr(
        "Milestones by date, drawn to scale. Left and Right go to the milestone before and after, Home and End to the "
        "first and last. Plus and minus zoom, Ctrl with Left and Right moves the view. Shift with Left and Right "
        "chooses a period, Enter applies it, Escape clears it. Time runs from left to right."
    )


def arrived(reading: Reading, chart: Chart, row: int) -> str:
    """Return what is said of a milestone that was gone to: its date, its first words, its place by date."""
    dossier = reading.dossier
    place = tr("{number} of {count} by date").format(number=chart.walk.index(row) + 1, count=len(chart.walk))
    date = scale_words.date_of(dossier, row)
    return one_line(f"{date}: {scale_words.quoted(dossier, row)}; {place}")


def in_view(chart: Chart) -> str:
    """Return what is said of the time in view after zooming or moving it."""
    view = chart.view
    if view is None:
        return ""
    first, end = round(view.first), max(round(view.first) + 1, round(view.end))
    return tr("In view: {stretch}").format(stretch=stretch_words(first, end))


def pending(words: str) -> str:
    """Return what is said of a period that is being chosen."""
    return tr("Period {period}; Enter applies it").format(period=words)


def applied(words: str | None, reading: Reading) -> str:
    """Return what is said of the period that narrows the list now, in words; None for any time."""
    said = tr("Any time") if words is None else tr("Period {period}").format(period=words)
    counts = tr("{shown} of {total} milestones shown")
    return f"{said}; {counts.format(shown=len(reading.rows), total=len(reading.dossier.milestones))}"


def undated(count: int) -> str:
    """Return the remark on milestones that have no place in time."""
    return tr("{count} without a date").format(count=count) if count else ""


def milestone_tip(dossier: Dossier, row: int, *, is_shown: bool) -> str:
    """Return a milestone's tooltip: our words for its date, then its own first words."""
    date = scale_words.date_of(dossier, row)
    first = date if is_shown else tr("{date}; hidden by the filter").format(date=date)
    return tip(first, scale_words.quoted(dossier, row, QUOTATION))


def cluster_tip(dossier: Dossier, rows: tuple[int, ...]) -> str:
    """Return the tooltip of milestones drawn as one bar."""
    date = scale_words.date_of(dossier, rows[0])
    first = tr("{count} more from here on; a click goes through them").format(count=len(rows))
    return tip(first, f"{date}: {scale_words.quoted(dossier, rows[0], QUOTATION)}")


def crowd_tip(first: int, end: int, count: int) -> str:
    """Return the tooltip of a place in the density strip."""
    stretch = stretch_words(first, end)
    return tr("{count} in {stretch}").format(count=scale_words.counted(count, "milestone"), stretch=stretch)


def period_tip(dossier: Dossier, row: int) -> str:
    """Return the tooltip of a period: every date that the source prints for its ends."""
    return tip(tr("A period that the source tells of"), scale_words.period_sentence(dossier, row))


def tip(first: str, body: str) -> str:
    """Return a tooltip that Qt shows as plain text.

    Qt takes a text for rich if a tag comes before its first line end. So the first line is always ours, without any
    source's words, and the source's come after it, one line at a time.
    """
    lines = [""]
    for word in one_line(body).split(" "):
        if lines[-1] and len(lines[-1]) + len(word) >= TIP_WIDTH:
            lines.append("")
        lines[-1] += f" {word}" if lines[-1] else word
    return "\n".join([first, *lines])
