"""The pieces that several documents share: entries, figures, notes, witnesses, the origin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from natopk_desktop.documents import marks
from natopk_desktop.documents.cutting import kept, plain_reach, remark
from natopk_desktop.documents.parts import (
    Entry,
    FigureGroup,
    FigureItem,
    NoteItem,
    Origin,
    Passage,
    PassageList,
    Run,
    TopicMark,
    WitnessItem,
    WitnessList,
)
from natopk_desktop.documents.telling import Teller, ours

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from natopk_desktop.documents.cutting import Reach
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.model import Figure
    from natopk_desktop.dossier.spans import Span

UNGROUPED = "figures"
"""Our name for figures that stand in no group."""


def origin(dossier: Dossier) -> Origin:
    """Return what every page says of the source."""
    source = dossier.head.source
    teller = Teller(dossier, notes=())
    stamp, updated = _stamp(dossier, teller), source.updated and source.updated.span
    return Origin(
        publisher=source.publisher,
        title=source.title,
        banner=_banner(dossier, teller),
        stamp=stamp,
        stamp_label="" if stamp is None or stamp.span != updated else "last updated: ",
        note=source.url_note,
        url=source.url,
        retrieved=source.retrieved,
        sha256=source.sha256,
    )


def _banner(dossier: Dossier, teller: Teller) -> Run | None:
    kinds = dossier.blocks.kinds
    head = dossier.outline.sections[0].head if dossier.outline.sections else len(kinds)
    rows = (row for row in range(head) if kinds[row] == "banner")
    return next((teller.whole(dossier.blocks.span(row)) for row in rows), None)


def _stamp(dossier: Dossier, teller: Teller) -> Run | None:
    updated = dossier.head.source.updated
    if updated is None:
        return None
    row = dossier.blocks.row_at(updated.span.start)
    block = dossier.blocks.span(row)
    is_whole = dossier.blocks.kinds[row] == "stamp" and block.holds(updated.span)
    return teller.whole(block if is_whole else updated.span)


def entry(teller: Teller, row: int, share: float | None = None) -> Entry:
    """Return the milestone in ``row``, its text cut to ``share`` (in characters' widths) where that is given."""
    dossier = teller.dossier
    text, cut = _text(teller, dossier.milestones.text.spans(row), share)
    return Entry(
        id=dossier.milestones.ids[row],
        row=row,
        date=date(teller, row),
        text=text,
        topics=topics(dossier, row),
        inferred=row in dossier.milestones.inferred,
        cut=cut,
    )


def _text(teller: Teller, spans: Sequence[Span], share: float | None) -> tuple[tuple[tuple[Run, ...], ...], int]:
    if share is None:
        return tuple(teller.runs(span) for span in spans), 0
    told: list[tuple[Run, ...]] = []
    left = share
    for number, span in enumerate(spans):
        told.append(teller.runs(span, left))
        size = sum(run.span.end - run.span.start for run in told[-1] if run.span is not None)
        left -= size
        more = span.end - span.start - size + sum(rest.end - rest.start for rest in spans[number + 1 :])
        if more and (size < span.end - span.start or left <= 0):
            words = tuple(run for run in told[-1] if run.owner == "source")
            told[-1] = (*words, ours(f" {remark(more)}"))
            return tuple(told), more
    return tuple(told), 0


def date(teller: Teller, row: int) -> tuple[Run, ...]:
    """Return a milestone's printed date, or our words where there is none."""
    printed = teller.dossier.milestones.printed.spans(row)
    if printed:
        return tuple(teller.noted(span) for span in printed)
    return (ours(marks.date_words(teller.dossier, teller.dossier.milestones[row])[0]),)


def topics(dossier: Dossier, row: int) -> tuple[TopicMark, ...]:
    """Return a milestone's topics."""
    return tuple(TopicMark(dossier.head.topics[topic].name, topic) for topic in dossier.milestones.topics[row])


def figures(dossier: Dossier, rows: Iterable[int] | None) -> list[Figure]:
    """Return the figures told by the milestones in ``rows``, in source order; all for None."""
    if rows is None:
        return sorted(dossier.head.figures, key=lambda figure: figure.span)
    wanted = {dossier.milestones.ids[row] for row in rows}
    return sorted((figure for figure in dossier.head.figures if figure.milestone in wanted), key=lambda one: one.span)


def figure_groups(
    teller: Teller, wanted: Iterable[Figure], more: int = 0, share: float | None = None
) -> tuple[FigureGroup, ...]:
    """Return figures by their groups, these in the order of their first figures.

    Args:
        teller: tells the words.
        wanted: the figures.
        more: how many more there are, which is told after the last group.
        share: the room that qualifier, value and unit of a figure may each take, None for any.
    """
    names = {group.id: group.name for group in teller.dossier.head.groups}
    grouped: dict[str | None, list[FigureItem]] = {}
    for figure in wanted:
        group = figure.group if figure.group in names else None
        grouped.setdefault(group, []).append(_figure(teller, figure, share))
    last = len(grouped) - 1
    return tuple(
        FigureGroup(ours(names[group] if group is not None else UNGROUPED), tuple(items), more if at == last else 0)
        for at, (group, items) in enumerate(grouped.items())
    )


def _figure(teller: Teller, figure: Figure, share: float | None) -> FigureItem:
    spans = [figure.qualifier, figure.value, figure.unit]
    numbers = {number for span in spans if span is not None for number in teller.noted(span).notes}
    qualifier, value, unit = (span and teller.within(span, share) for span in spans)
    told = sum(len(run.text) for run in (qualifier, value, unit) if run is not None)
    cut = sum(span.end - span.start for span in spans if span is not None) - told
    return FigureItem(
        id=figure.id,
        qualifier=qualifier,
        value=value or teller.whole(figure.value),
        unit=unit,
        number=None if figure.number is None else str(figure.number),
        notes=tuple(sorted(numbers)),
        rest=ours(f" {remark(cut)}") if cut else None,
    )


def passages(teller: Teller, row: int) -> PassageList | None:
    """Return the related passages of a milestone, None where it has none."""
    dossier = teller.dossier
    found = []
    for related in dossier.milestones.related(row):
        section = dossier.blocks.row_of(related.section)
        heading = dossier.blocks.span(section or 0)
        found.append(Passage(teller.whole(heading), teller.runs(related.span), ours(related.reason)))
    return PassageList(tuple(found)) if found else None


def note_items(teller: Teller, share: float | None = None, reach: Reach = plain_reach) -> Iterator[NoteItem]:
    """Yield the notes that ``teller`` has numbered since this was last asked; messages are cut to ``share``."""
    for row in teller.told():
        note, number = teller.dossier.head.notes[row], teller.numbers[row]
        message, cut = shortened(note.message, share, reach)
        witnesses = tuple(
            WitnessItem(said.title, said.url, said.date, said.agrees, said.sure, said.says, (number,))
            for said in note.witnesses
        )
        words = tuple(teller.whole(span) for span in note.spans)
        yield NoteItem(number, note.id, note.kind, words, message, note.reading, witnesses, cut)


def shortened(text: str, share: float | None, reach: Reach = plain_reach) -> tuple[str, int]:
    """Return a text of ours cut to ``share``, the remark on the rest with it, and how many characters are left out."""
    if share is None:
        return text, 0
    size = kept(text, share, reach)
    cut = len(text) - size
    return (f"{text[:size]} {remark(cut)}", cut) if cut else (text, 0)


def witness_list(notes: Iterable[NoteItem]) -> WitnessList | None:
    """Return the sources that notes call, each once with the numbers of all its notes; None where there are none."""
    found: dict[tuple[str, str | None], WitnessItem] = {}
    for note in notes:
        for witness in note.witnesses:
            key = (witness.title, witness.url)
            known = found.get(key)
            numbers = (*(known.notes if known else ()), *witness.notes)
            found[key] = WitnessItem(
                witness.title, witness.url, witness.date, witness.agrees, witness.sure, witness.says,
                tuple(dict.fromkeys(numbers)),
            )  # fmt: skip
    return WitnessList(tuple(found.values())) if found else None
