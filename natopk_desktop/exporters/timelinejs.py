"""TimelineJS JSON: a slide an entry, the periods as eras, and a title slide that tells what the file was made of.

A headline and the words after it are the source's; what is ours stands in paragraphs ``[Ours: …]``, in the groups (our
topics) and in the eras.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from natopk_desktop.documents import marks
from natopk_desktop.documents.cutting import kept
from natopk_desktop.errors import InputError
from natopk_desktop.exporters import own_words, timelinejs_kept, timelinejs_losses
from natopk_desktop.exporters.entries import Entry, entries, topics
from natopk_desktop.exporters.periods import hull_of
from natopk_desktop.exporters.progress import Meter, unheard
from natopk_desktop.exporters.scope import Scope
from natopk_desktop.exporters.written import Written
from natopk_desktop.formats import timelinejs, timelinejs_slides
from natopk_desktop.plain import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.model import Period
    from natopk_desktop.exporters.progress import Progress

    Slide = dict[str, object]

LONGEST_HEADLINE: Final = 250
"""In characters; of a longer text the headline takes whole sentences, and the rest stands in the text."""


def write(dossier: Dossier, choice: Choice, progress: Progress = unheard) -> Written:
    """Write the milestones that ``choice`` asks for.

    Raises:
        InputError: the choice means nothing in this dossier, or no milestone of it has a date.
    """
    scope = Scope(dossier, choice)
    back = timelinejs_kept.Back(scope)
    told = list(entries(scope, Meter(progress, len(scope.rows), last=0.5)))
    unplaced = [entry for entry in told if entry.id not in back.kept and _parts(entry) is None]
    events = [slide for entry in told if (slide := _slide(entry, back))]
    if not any("start_date" in slide for slide in events):
        message = "TimelineJS shows nothing without a dated entry, and there is none among those asked for."
        raise InputError(message)
    timeline: Slide = {"scale": "human"} if back.slides is None else dict(back.slides.head)
    title = _title_back(back.slides.title, unplaced) if back.slides is not None else _title(dossier, unplaced)
    if title is not None:
        timeline["title"] = title
    timeline["events"] = events
    eras = [era for period in scope.periods if (era := _era(dossier, period))] if back.eras is None else back.eras
    if eras:
        timeline["eras"] = eras
    content = msgspec.json.format(msgspec.json.encode(timeline), indent=2) + b"\n"
    return Written((content,), tuple(timelinejs_losses.losses_of(scope, told, unplaced, back)))


def _slide(entry: Entry, back: timelinejs_kept.Back) -> Slide | None:
    """Return the slide of an entry, None where it has no date that TimelineJS can show."""
    parts = _parts(entry)
    kept_slide = back.kept.get(entry.id)
    if kept_slide is not None:
        return timelinejs_kept.event(kept_slide, entry, parts, "".join(_beside(entry)))
    return None if parts is None else _event(entry, *parts)


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
    for remark in ours:
        yield _paragraph(marks.ours(remark))
    yield from _beside(entry)
    yield _paragraph(entry.citation)


def _beside(entry: Entry) -> Iterator[str]:
    """Yield why the date is ours, the related passages, and our notes."""
    if entry.inference is not None:
        yield _paragraph(marks.ours(entry.inference))
    for passage in entry.passages:
        yield _paragraph(passage.line)
        yield f"<blockquote>{timelinejs.lines(passage.words)}</blockquote>"
    for note in entry.notes:
        yield _paragraph(marks.ours(note))


def _is_told(entry: Entry) -> bool:
    """Tell whether the fields of the format say all that is known of the date."""
    return not entry.date_is_ours and entry.when is not None and timelinejs.is_native(entry.when)


def _title(dossier: Dossier, unplaced: Sequence[Entry]) -> Slide:
    source = dossier.head.source
    updated = None if source.updated is None else f"last updated {source.updated.span.of(dossier.text)}"
    known = (source.publisher, updated, source.url)
    lines = [marks.ours(", ".join(part for part in known if part))] if any(known) else []
    lines.append(marks.ours(own_words.about(dossier)))
    if dossier.head.topics:
        lines.append(marks.ours("the groups are topics of ours"))
    text = "".join(map(_paragraph, lines)) + "".join(map(_unplaced, unplaced))
    name = "title"
    while dossier.milestones.row_of(name) is not None:
        name += "-"
    return {
        "unique_id": name,
        "text": {"headline": timelinejs.html(dossier.title), "text": text},
        "autolink": False,
    }


def _title_back(title: object, unplaced: Sequence[Entry]) -> object:
    """Return the title slide of the file that the dossier was made of, with the entries that have no slide; or None."""
    if not unplaced:
        return title
    slide = dict(title) if isinstance(title, dict) else {}
    text = slide.get("text")
    text = dict(text) if isinstance(text, dict) else {"text": text}
    told = timelinejs_slides.field(text.get("text")) + "".join(map(_unplaced, unplaced))
    return {**slide, "text": {**text, "text": told}}


def _unplaced(entry: Entry) -> str:
    remark = marks.ours(f"an entry that cannot be placed by date: {entry.dating}")
    return _paragraph(remark) + f"<p>{timelinejs.lines(entry.text)}</p>" + _paragraph(entry.citation)


def _paragraph(line: str) -> str:
    return f"<p>{timelinejs.lines(line)}</p>"


def _era(dossier: Dossier, period: Period) -> Slide | None:
    """Return a period as an era from its first to its last possible day, None where it has no such days."""
    ends = timelinejs.era(hull_of(period))
    if ends is None:
        return None
    start, end = ends
    headline = timelinejs.html(marks.ours(own_words.period(dossier, period)))
    return {"start_date": start, "end_date": end, "text": {"headline": headline}}
