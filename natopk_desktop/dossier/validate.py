"""What must hold in a dossier beyond the types of its fields."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from natopk_desktop.dossier import dates
from natopk_desktop.dossier.account import breaks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from natopk_desktop.dossier.model import DossierFile, Figure, Milestone
    from natopk_desktop.dossier.spans import Span

OBJECTS: Final = ("blocks", "milestones", "periods", "figures", "notes")
"""The lists of a dossier whose ids no two values share."""

UNUSABLE: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
"""What no id may have, since ids go into lines of their own, into addresses and into names of files."""

RESTORE: Final = "restore the file from where it came, or import the page again"


class Defect(NamedTuple):
    """Something wrong with a dossier.

    Attributes:
        code: a short name of the kind of defect.
        where: the path of the place in the file, as ``milestones[3].text[0]``.
        message: a clause in plain words.
        remedy: what the reader can do.
    """

    code: str
    where: str
    message: str
    remedy: str = RESTORE


def defects(contents: DossierFile) -> Iterator[Defect]:
    """Yield every defect of ``contents``, whose text must be present; nothing for a sound dossier."""
    text = contents.source.text or ""
    yield from _source(contents, text)
    for gap in breaks(len(text), contents.blocks):
        yield Defect("account", f"blocks[{gap.row}]", gap.message)
    yield from _levels(contents)
    if not _have_ids(contents):
        yield from _identities(contents)
    yield from _references(contents)
    if not _fit(contents, len(text)):
        for where, span in _spans(contents):
            if not 0 <= span.start <= span.end <= len(text):
                yield Defect("span-outside", where, f"the span [{span.start}, {span.end}] lies outside the text")
    # Many milestones have few different dates.
    if not all(map(dates.valid, {edtf for _, edtf in _dates(contents, is_told=False)})):
        for where, edtf in _dates(contents):
            if not dates.valid(edtf):
                yield Defect("date", where, f"“{edtf}” is no EDTF date of level 0 or 1")


def _have_ids(contents: DossierFile) -> bool:
    """Tell at a glance whether every id can be used, and none is twice; where not, `_identities` finds it."""
    for names in ((*OBJECTS,), ("topics",), ("groups",)):
        ids = [value.id for name in names for value in getattr(contents, name)]
        if len(set(ids)) < len(ids) or not all(ids) or UNUSABLE.search("".join(ids)):
            return False
    return True


def _fit(contents: DossierFile, size: int) -> bool:
    """Tell at a glance whether all spans lie within a text of ``size``; where one does not, `_spans` finds it."""
    spans = [span for one in contents.milestones for span in (*one.date.printed, *one.text)]
    spans += [related.span for one in contents.milestones for related in one.related]
    spans += [span for note in contents.notes for span in note.spans]
    others = msgspec.structs.replace(contents, milestones=[], notes=[])
    spans += [span for _, span in _spans(others)]
    spans += [span for one in contents.milestones if one.date.inferred for span in one.date.inferred.origin]
    return all(0 <= start <= end <= size for start, end in spans)


def _source(contents: DossierFile, text: str) -> Iterator[Defect]:
    from hashlib import sha256

    found = sha256(text.encode()).hexdigest()
    if found != contents.source.sha256:
        message = f"the text has the SHA-256 {found[:8]}…, but {contents.source.sha256[:8]}… is stated"
        yield Defect("hash", "source.sha256", message)


def _levels(contents: DossierFile) -> Iterator[Defect]:
    for row, block in enumerate(contents.blocks):
        if (block.level is not None) != (block.kind in {"title", "heading"}):
            yield Defect("level", f"blocks[{row}].level", "a title or heading has a level, and no other block has one")
        elif block.level is not None and block.level < 1:
            yield Defect("level", f"blocks[{row}].level", "levels start at 1")


def _identities(contents: DossierFile) -> Iterator[Defect]:
    told: dict[str, str] = {}
    for name in OBJECTS:
        for row, value in enumerate(getattr(contents, name)):
            where = f"{name}[{row}].id"
            yield from _usable(where, value.id)
            if value.id in told:
                yield Defect("id", where, f"the id “{value.id}” is that of {told[value.id]} too")
            told[value.id] = where
    for name in ("topics", "groups"):
        seen: set[str] = set()
        for row, value in enumerate(getattr(contents, name)):
            yield from _usable(f"{name}[{row}].id", value.id)
            if value.id in seen:
                yield Defect("id", f"{name}[{row}].id", f"the id “{value.id}” is used twice")
            seen.add(value.id)


def _usable(where: str, name: str) -> Iterator[Defect]:
    if not name:
        yield Defect("id", where, "the id is empty")
    elif UNUSABLE.search(name):
        yield Defect("id", where, f"the id {name!r} has a line break or another character for control")


def _references(contents: DossierFile) -> Iterator[Defect]:
    known = {name: {value.id for value in getattr(contents, name)} for name in (*OBJECTS, "topics", "groups")}
    heads = {block.id for block in contents.blocks if block.level is not None}
    blocks, topics = known["blocks"], known["topics"]
    for row, milestone in enumerate(contents.milestones):
        sections = [related.section for related in milestone.related]
        if not (
            blocks.issuperset(milestone.blocks) and topics.issuperset(milestone.topics) and heads.issuperset(sections)
        ):
            where = f"milestones[{row}]"
            yield from _unknown(f"{where}.blocks", milestone.blocks, blocks, "block")
            yield from _unknown(f"{where}.topics", milestone.topics, topics, "topic")
            yield from _unknown(f"{where}.related", sections, heads, "heading")
    for row, period in enumerate(contents.periods):
        yield from _unknown(f"periods[{row}].milestones", period.milestones, known["milestones"], "milestone")
    for row, figure in enumerate(contents.figures):
        yield from _figure(f"figures[{row}]", figure, known)
    everything = known["blocks"] | known["milestones"] | known["periods"] | known["figures"] | known["notes"]
    for row, computed in enumerate(contents.computed):
        if not 0 <= computed.confidence <= 1:
            yield Defect("confidence", f"computed[{row}].confidence", "a confidence lies between 0 and 1")
    for name in ("computed", "corrections"):
        ids = [value.id for value in getattr(contents, name)]
        yield from _unknown(name, ids, everything, "object")


def _figure(where: str, figure: Figure, known: dict[str, set[str]]) -> Iterator[Defect]:
    groups = [] if figure.group is None else [figure.group]
    milestones = [] if figure.milestone is None else [figure.milestone]
    yield from _unknown(f"{where}.group", groups, known["groups"], "group")
    yield from _unknown(f"{where}.milestone", milestones, known["milestones"], "milestone")
    if not figure.span.holds(figure.value):
        yield Defect("span", f"{where}.value", "a figure's value lies inside its span")


def _unknown(where: str, ids: Iterable[str], known: set[str], name: str) -> Iterator[Defect]:
    for row, value in enumerate(ids):
        if value not in known:
            yield Defect("reference", f"{where}[{row}]", f"there is no {name} “{value}”")


def _spans(contents: DossierFile) -> Iterator[tuple[str, Span]]:
    if contents.source.updated is not None:
        yield "source.updated.span", contents.source.updated.span
    for row, milestone in enumerate(contents.milestones):
        yield from _milestone_spans(f"milestones[{row}]", milestone)
    for row, period in enumerate(contents.periods):
        for number, end in enumerate((*period.start, *period.end)):
            yield f"periods[{row}], date {number + 1}", end.span
    for row, figure in enumerate(contents.figures):
        for name in ("span", "qualifier", "value", "unit", "measured"):
            span: Span | None = getattr(figure, name)
            if span is not None:
                yield f"figures[{row}].{name}", span
    for row, note in enumerate(contents.notes):
        for number, span in enumerate(note.spans):
            yield f"notes[{row}].spans[{number}]", span


def _milestone_spans(where: str, milestone: Milestone) -> Iterator[tuple[str, Span]]:
    for number, span in enumerate(milestone.date.printed):
        yield f"{where}.date.printed[{number}]", span
    if milestone.date.inferred is not None:
        for number, span in enumerate(milestone.date.inferred.origin):
            yield f"{where}.date.inferred.from[{number}]", span
    for number, span in enumerate(milestone.text):
        yield f"{where}.text[{number}]", span
    for number, related in enumerate(milestone.related):
        yield f"{where}.related[{number}].span", related.span


def _dates(contents: DossierFile, *, is_told: bool = True) -> Iterator[tuple[str, str]]:
    """Yield every date with its place; without the milestones' places where nobody is told of them."""
    for row, value in enumerate(contents.milestones):
        if value.date.edtf is not None:
            yield f"milestones[{row}].date.edtf" if is_told else "", value.date.edtf
    for where, edtf in (
        ("edition.date", contents.edition.date),
        ("source.retrieved", contents.source.retrieved),
        ("source.updated.edtf", contents.source.updated.edtf if contents.source.updated else None),
    ):
        if edtf is not None:
            yield where, edtf
    for row, period in enumerate(contents.periods):
        for end in (*period.start, *period.end):
            yield f"periods[{row}]", end.edtf
    for row, note in enumerate(contents.notes):
        for number, witness in enumerate(note.witnesses):
            if witness.date is not None:
                yield f"notes[{row}].witnesses[{number}].date", witness.date
