"""W3C Web Annotation: our notes and the milestones as annotations anchored in the page's text.

Positions are code points of the text as it stands (no normalisation); each has the exact words and some before and
after them as a check, and the hash of the text it was made on. Web Annotation Data Model, W3C Recommendation of 23
February 2017.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from natopk_desktop.exporters import losses, own_words
from natopk_desktop.exporters.jsonld import page_id
from natopk_desktop.exporters.progress import Meter, unheard
from natopk_desktop.exporters.scope import Scope
from natopk_desktop.exporters.written import Written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.model import Milestone, Note
    from natopk_desktop.dossier.spans import Span
    from natopk_desktop.exporters.progress import Progress
    from natopk_desktop.report import Item

    Annotation = dict[str, Any]

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"schema": "https://schema.org/"}]
AROUND = 32


def write(dossier: Dossier, choice: Choice, progress: Progress = unheard) -> Written:
    """Write annotations for what ``choice`` asks for: milestones, their passages, figures, periods, notes.

    Raises:
        InputError: the choice means nothing in this dossier.
    """
    scope = Scope(dossier, choice)
    items = list(_items(scope, Meter(progress, len(scope.rows))))
    collection = {
        "@context": CONTEXT,
        "id": f"urn:natopk:{dossier.id}",
        "type": "AnnotationCollection",
        "label": f"Ours: what is said of “{dossier.title}”",
        "total": len(items),
        "first": {"id": f"urn:natopk:{dossier.id}:1", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    content = msgspec.json.format(msgspec.json.encode(collection), indent=2) + b"\n"
    return Written((content,), tuple(_losses(scope)))


def _items(scope: Scope, meter: Meter) -> Iterator[Annotation]:
    dossier = scope.dossier
    topics = {topic.id: topic.name for topic in dossier.head.topics}
    groups = {group.id: group.name for group in dossier.head.groups}
    for milestone in meter.each(scope.milestones):
        yield _milestone(dossier, milestone, topics)
    for milestone in scope.milestones:
        yield from _passages(dossier, milestone)
    for figure in scope.figures:
        yield _annotation(
            dossier, figure.id, "classifying", (own_words.figure(dossier, figure, groups),), (figure.span,)
        )
    for period in scope.periods:
        spans = tuple(one.span for one in (*period.start, *period.end))
        entries = f"entries of this period: {', '.join(period.milestones) or 'none'}"
        yield _annotation(dossier, period.id, "classifying", (own_words.period(dossier, period), entries), spans)
    yield from (_note(dossier, note) for note in scope.notes)


def _annotation(
    dossier: Dossier, name: str, motivation: str, remarks: Iterable[str], spans: Iterable[Span]
) -> Annotation:
    """Return our remarks on some words."""
    return {
        "id": _name(dossier, name),
        "type": "Annotation",
        "motivation": motivation,
        "body": [_body(f"Ours: {remark}", "describing") for remark in remarks],
        "target": [_target(dossier, span) for span in spans],
    }


def _milestone(dossier: Dossier, milestone: Milestone, topics: Mapping[str, str]) -> Annotation:
    date = milestone.date
    said = "date" if date.inferred is None else "no date is printed; placed by us under"
    dating = [] if date.edtf is None else [f"{said} {date.edtf} (EDTF)"]
    inference = own_words.inference(dossier, milestone)
    dating += [] if inference is None else [inference]
    made = _annotation(dossier, milestone.id, "identifying", dating, (*date.printed, *milestone.text))
    tags = [_body(f"Ours: topic {topics[topic]}", "tagging") for topic in milestone.topics]
    return {**made, "body": [*tags, *made["body"]]}


def _passages(dossier: Dossier, milestone: Milestone) -> Iterator[Annotation]:
    """Yield a link from a milestone to each of its passages."""
    for number, related in enumerate(milestone.related, 1):
        heading = dossier.blocks.span(dossier.blocks.row_of(related.section) or 0).of(dossier.text)
        remark = f"related passage, under “{heading}”: {related.reason}"
        made = _annotation(dossier, f"{milestone.id}:passage-{number}", "linking", (remark,), milestone.text)
        yield {**made, "body": [{**_target(dossier, related.span), "purpose": "linking"}, *made["body"]]}


def _note(dossier: Dossier, note: Note) -> Annotation:
    bodies = [_body(f"Ours: {note.kind}. {note.message}", "commenting")]
    bodies += [_body(f"Ours: {own_words.witness(witness)}", "commenting") for witness in note.witnesses]
    if note.reading is not None:
        bodies.append(_body(f"Ours: reads “{note.reading}”", "editing"))
    made = _annotation(dossier, note.id, "commenting", (), note.spans)
    return {**made, "body": bodies}


def _body(value: str, purpose: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "language": "en", "purpose": purpose}


def _target(dossier: Dossier, span: Span) -> dict[str, object]:
    text = dossier.text
    source: dict[str, str] = {"id": page_id(dossier), "type": "Text", "format": "text/plain"}
    if dossier.head.source.language is not None:
        source["language"] = dossier.head.source.language
    source["schema:sha256"] = dossier.head.source.sha256
    quote = {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(0, span.start - AROUND) : span.start],
        "suffix": text[span.end : span.end + AROUND],
    }
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {"type": "SpecificResource", "source": source, "selector": [position, quote]}


def _name(dossier: Dossier, name: str) -> str:
    return f"urn:natopk:{dossier.id}:{name}"


def _losses(scope: Scope) -> Iterator[Item]:
    yield from losses.apparatus(scope)
    if not scope.choice.notes:
        left = [note.id for note in scope.dossier.head.notes]
        yield from losses.lost("notes", left, "Left out, as asked: {n:note|notes} of ours.", losses.IN_FULL)
    figures = [figure.id for figure in scope.figures]
    message = "Told in words, without a place of their own: the parts of {n:figure|figures}."
    yield from losses.lost("figures", figures, message, losses.IN_FULL)
