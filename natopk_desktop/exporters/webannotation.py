"""W3C Web Annotation: our notes and the milestones as annotations anchored in the page's text.

Positions are code points of the text as it stands (no normalisation); each has the exact words and some before and
after them as a check, and the hash of the text it was made on. Web Annotation Data Model, W3C Recommendation of 23
February 2017.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from natopk_desktop.documents import chosen
from natopk_desktop.exporters.jsonld import page_id
from natopk_desktop.exporters.losses import beside_milestones, lost
from natopk_desktop.exporters.written import Written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.model import Milestone, Note, Witness
    from natopk_desktop.dossier.spans import Span
    from natopk_desktop.report import Item

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"schema": "https://schema.org/"}]
AROUND = 32


def write(dossier: Dossier, choice: Choice) -> Written:
    """Write an annotation for each milestone that ``choice`` asks for, and for each note unless it wants none.

    Raises:
        InputError: the choice means nothing in this dossier.
    """
    rows = chosen.rows(dossier, choice)
    milestones = [dossier.milestones[row] for row in rows]
    notes = _notes(dossier, choice, rows)
    items = [_milestone(dossier, milestone) for milestone in milestones] + [_note(dossier, note) for note in notes]
    collection = {
        "@context": CONTEXT,
        "id": f"urn:natopk:{dossier.id}",
        "type": "AnnotationCollection",
        "label": f"Ours: milestones of and notes on “{dossier.title}”",
        "total": len(items),
        "first": {"id": f"urn:natopk:{dossier.id}:1", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    content = msgspec.json.format(msgspec.json.encode(collection), indent=2) + b"\n"
    return Written((content,), tuple(_losses(dossier, milestones, notes)))


def _notes(dossier: Dossier, choice: Choice, rows: Sequence[int]) -> list[Note]:
    if not choice.notes:
        return []
    if choice.is_whole:
        return dossier.head.notes
    wanted = {note.id for row in rows for note in dossier.bearings.notes_on_milestone(row)}
    return [note for note in dossier.head.notes if note.id in wanted]


def _milestone(dossier: Dossier, milestone: Milestone) -> dict[str, object]:
    names = {topic.id: topic.name for topic in dossier.head.topics}
    bodies = [_body(f"Ours: topic {names[topic]}", "tagging") for topic in milestone.topics]
    if milestone.date.edtf is not None:
        said = "date" if milestone.date.inferred is None else "no date is printed; placed by us under"
        bodies.append(_body(f"Ours: {said} {milestone.date.edtf} (EDTF)", "describing"))
    return {
        "id": _name(dossier, milestone.id),
        "type": "Annotation",
        "motivation": "identifying",
        "body": bodies,
        "target": [_target(dossier, span) for span in (*milestone.date.printed, *milestone.text)],
    }


def _note(dossier: Dossier, note: Note) -> dict[str, object]:
    bodies = [_body(f"Ours: {note.kind}. {note.message}", "commenting")]
    bodies += [_body(f"Ours: {_witness(witness)}", "commenting") for witness in note.witnesses]
    if note.reading is not None:
        bodies.append(_body(f"Ours: reads “{note.reading}”", "editing"))
    return {
        "id": _name(dossier, note.id),
        "type": "Annotation",
        "motivation": "commenting",
        "body": bodies,
        "target": [_target(dossier, span) for span in note.spans],
    }


def _witness(witness: Witness) -> str:
    place = ", ".join(part for part in (witness.date, witness.url) if part is not None)
    return f"{witness.title} ({place}): {witness.says} Agrees: {witness.agrees}; how sure: {witness.sure}."


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


def _losses(dossier: Dossier, milestones: Sequence[Milestone], notes: Sequence[Note]) -> Iterator[Item]:
    kept = {note.id for note in notes}
    left = [note.id for note in dossier.head.notes if note.id not in kept]
    related = [milestone.id for milestone in milestones if milestone.related]
    yield from lost("notes", left, "{n} of our notes are left out.")
    yield from lost("passages", related, "The related passages of {n} entries are left out.")
    yield from lost("figures", [figure.id for figure in dossier.head.figures], "{n} figures are left out as such.")
    yield from lost("periods", [period.id for period in dossier.head.periods], "{n} periods are left out.")
    message = "{n} blocks of the page beside its milestones are left out; the annotations point to the page."
    yield from lost("text", beside_milestones(dossier), message)
