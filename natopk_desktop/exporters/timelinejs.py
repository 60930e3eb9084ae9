"""TimelineJS JSON: a slide an entry, the periods as eras, and a title slide that tells what the file was made of.

A headline and the words after it are the source's; what is ours stands in paragraphs ``[Ours: …]``, in the groups (our
topics) and in the eras.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import msgspec

from natopk_desktop.documents import marks
from natopk_desktop.documents.cutting import kept
from natopk_desktop.errors import InputError
from natopk_desktop.exporters import losses, own_words
from natopk_desktop.exporters.entries import Entry, entries, topics
from natopk_desktop.exporters.periods import hull_of
from natopk_desktop.exporters.progress import Meter, unheard
from natopk_desktop.exporters.scope import Scope
from natopk_desktop.exporters.written import Written
from natopk_desktop.formats import moments, timelinejs
from natopk_desktop.plain import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.dossier.dates import Edtf
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.model import Period
    from natopk_desktop.exporters.progress import Progress
    from natopk_desktop.report import Item

    Slide = dict[str, object]

LONGEST_HEADLINE: Final = 250
"""In characters; of a longer text the headline takes whole sentences, and the rest stands in the text."""

BARE: Final = re.compile(f"[{timelinejs.BARE_SIGNS}]")


def write(dossier: Dossier, choice: Choice, progress: Progress = unheard) -> Written:
    """Write the milestones that ``choice`` asks for.

    Raises:
        InputError: the choice means nothing in this dossier, or no milestone of it has a date.
    """
    scope = Scope(dossier, choice)
    told = list(entries(scope, Meter(progress, len(scope.rows), last=0.5)))
    placed = [(entry, parts) for entry in told if (parts := _parts(entry))]
    if not placed:
        message = "TimelineJS shows nothing without a dated entry, and there is none among those asked for."
        raise InputError(message)
    unplaced = [entry for entry in told if _parts(entry) is None]
    eras = [era for period in scope.periods if (era := _era(dossier, period))]
    timeline: Slide = {"scale": "human", "title": _title(dossier, unplaced), "events": []}
    timeline["events"] = [_event(entry, *parts) for entry, parts in placed]
    if eras:
        timeline["eras"] = eras
    content = msgspec.json.format(msgspec.json.encode(timeline), indent=2) + b"\n"
    return Written((content,), tuple(_losses(scope, told, unplaced)))


def _parts(entry: Entry) -> tuple[timelinejs.Parts, timelinejs.Parts | None] | None:
    return None if entry.when is None else timelinejs.parts(entry.when)


def _event(entry: Entry, start: timelinejs.Parts, end: timelinejs.Parts | None) -> Slide:
    size = kept(entry.text, LONGEST_HEADLINE)
    shown = timelinejs.bare(entry.date)
    slide: Slide = {"unique_id": entry.id, "start_date": {**start, "display_date": shown}}
    if end is not None:
        slide["end_date"] = end
    # The date of the slide goes before that of its start, to which the program would add one of its own for the end.
    slide["display_date"] = shown
    slide["text"] = {
        "headline": timelinejs.html(entry.text[:size]),
        "text": "".join(_paragraphs(entry, entry.text[size:])),
    }
    if entry.topics:
        slide["group"] = timelinejs.bare(one_line(entry.topics[0]))
    # Links are made without regard for quotation marks, so that words of the page could become attributes.
    slide["autolink"] = False
    return slide


def _paragraphs(entry: Entry, rest: str) -> Iterator[str]:
    if rest:
        yield f"<p>{timelinejs.lines(rest)}</p>"
    ours = [] if _is_told(entry) else [entry.dating]
    if len(entry.topics) > 1:
        ours.append(topics(entry.topics))
    if entry.inference is not None:
        ours.append(entry.inference)
    for remark in ours:
        yield _paragraph(marks.ours(remark))
    for passage in entry.passages:
        yield _paragraph(passage.line)
        yield f"<blockquote>{timelinejs.lines(passage.words)}</blockquote>"
    for note in entry.notes:
        yield _paragraph(marks.ours(note))
    yield _paragraph(entry.citation)


def _is_told(entry: Entry) -> bool:
    """Tell whether the fields of the format say all that is known of the date."""
    return not entry.date_is_ours and entry.when is not None and _is_native(entry.when)


def _is_native(date: Edtf) -> bool:
    """Tell whether the format has a field for each part of a date, and the date no more than these."""
    if moments.is_qualified(date) or moments.has_open_end(date):
        return False
    if date.start is not None and date.end is not None:
        return _is_native(date.start) and _is_native(date.end)
    return date.precision.value in {"year", "month", "day"}


def _title(dossier: Dossier, unplaced: Sequence[Entry]) -> Slide:
    source = dossier.head.source
    updated = None if source.updated is None else f"last updated {source.updated.span.of(dossier.text)}"
    known = (source.publisher, updated, source.url)
    lines = [marks.ours(", ".join(part for part in known if part))] if any(known) else []
    lines.append(marks.ours(own_words.about(dossier)))
    if dossier.head.topics:
        lines.append(marks.ours("the groups are topics of ours"))
    text = "".join(map(_paragraph, lines))
    for entry in unplaced:
        remark = marks.ours(f"an entry that cannot be placed by date: {entry.dating}")
        text += _paragraph(remark) + f"<p>{timelinejs.lines(entry.text)}</p>" + _paragraph(entry.citation)
    name = "title"
    while dossier.milestones.row_of(name) is not None:
        name += "-"
    return {
        "unique_id": name,
        "text": {"headline": timelinejs.html(dossier.title), "text": text},
        "autolink": False,
    }


def _paragraph(line: str) -> str:
    return f"<p>{timelinejs.lines(line)}</p>"


def _era(dossier: Dossier, period: Period) -> Slide | None:
    """Return a period as an era from its first to its last possible day, None where it has no such days."""
    days = hull_of(period)
    if days is None or not timelinejs.fits(*days):
        return None
    start, end = timelinejs.spanned(*days)
    if end is None:
        # An era whose end is written like its start loses its end, and then makes the whole file invalid.
        start, end = timelinejs.by_day(days[0]), timelinejs.by_day(days[1] - 1)
    if start == end:
        return None
    headline = timelinejs.html(marks.ours(own_words.period(dossier, period)))
    return {"start_date": start, "end_date": end, "text": {"headline": headline}}


def _losses(scope: Scope, told: Sequence[Entry], unplaced: Sequence[Entry]) -> Iterator[Item]:
    yield from losses.apparatus(scope)
    yield from losses.notes_left(scope)
    yield from losses.note_parts(scope)
    yield from losses.witnesses(scope)
    yield from losses.passages(scope)
    yield from losses.figures(scope)
    yield from losses.pieces(scope)
    yield from losses.reordered(scope, "TimelineJS")
    yield from losses.marks_in_source(scope)
    yield from _date_losses(told, unplaced)
    several = [entry.id for entry in told if len(entry.topics) > 1]
    yield from losses.lost("topics", several, "Grouped under the first of several topics: {n:entry|entries}.")
    eras = [period.id for period in scope.periods if _era(scope.dossier, period)]
    left = [period.id for period in scope.periods if period.id not in eras]
    yield from losses.lost("periods", left, "Not in this file: {n:period|periods} without a first and a last day.")
    message = "Drawn from the first to the last possible day, its dates and entries not told apart: {n:period|periods}."
    yield from losses.lost("period-ends", eras, message)
    message = "Written as U+FFFD, since no browser shows a NUL: {n:character|characters}."
    yield from losses.characters(scope, timelinejs.FORBIDDEN, message)


def _date_losses(told: Sequence[Entry], unplaced: Sequence[Entry]) -> Iterator[Item]:
    left = dict.fromkeys(entry.id for entry in unplaced)
    message = "Told on the title slide, since they have no first day that TimelineJS can show: {n:entry|entries}."
    yield from losses.lost("undated", left, message)
    dated = [entry for entry in told if entry.id not in left and entry.when is not None]
    vague = [entry.id for entry in dated if entry.when and not _is_native(entry.when)]
    message = "Told in words alone: what EDTF says beyond years, months and days, of {n:entry|entries}."
    yield from losses.lost("precision", vague, message)
    ours = [entry.id for entry in dated if entry.date_is_ours]
    yield from losses.lost("inferred", ours, "Told in words alone: that the date is ours, of {n:entry|entries}.")
    signs = [entry.id for entry in told if not entry.date_is_ours and BARE.search(entry.date)]
    yield from losses.lost("date-signs", signs, "“<” and “>” stand as ‹ and › in the date of {n:entry|entries}.")
