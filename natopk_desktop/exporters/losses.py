"""The items of a loss report: one for each kind of loss, with the ids and the number concerned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from natopk_desktop.documents import marks
from natopk_desktop.dossier.spans import Span
from natopk_desktop.exporters import own_words
from natopk_desktop.report import Count, Item, Where

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.model import Note
    from natopk_desktop.exporters.scope import Scope

MOST_IDS: Final = 100
"""The ids are examples past this many; the number in the sentence is always that of all."""

IN_FULL: Final = "Hand on the dossier (JSON) beside it, which holds everything."


def lost(code: str, ids: Iterable[str], message: str, remedy: str | None = None) -> Iterator[Item]:
    """Yield one item on the objects of these ids, and none where there are no ids.

    Args:
        code: short name of the kind of loss.
        ids: ids of the objects concerned.
        message: a sentence in which ``{n}``, or ``{n:entry|entries}``, stands for their number.
        remedy: what the reader can do.
    """
    known = tuple(ids)
    if known:
        yield Item("lost", code, Where(ids=known[:MOST_IDS]), message.format(n=Count(len(known))), remedy)


def changed(code: str, places: Iterable[Span], message: str, remedy: str | None = None) -> Iterator[Item]:
    """Yield one item on these places of the source, naming the first, and none where there are none.

    Args:
        code: short name of the kind of loss.
        places: spans of the source concerned, in order.
        message: a sentence in which ``{n}``, or ``{n:place|places}``, stands for their number.
        remedy: what the reader can do.
    """
    known = tuple(places)
    if known:
        yield Item("lost", code, Where(span=known[0]), message.format(n=Count(len(known))), remedy)


def beside_milestones(dossier: Dossier) -> list[str]:
    """Return the ids of the blocks without words of any milestone, but for the title.

    Those that belong to a milestone and stand beside its own words, as captions do, are among them.
    """
    blocks = dossier.blocks
    own = _of_own_words(dossier)
    return [
        name
        for row, (name, kind) in enumerate(zip(blocks.ids, blocks.kinds, strict=True))
        if kind not in {"spacing", "title"} and row not in own
    ]


def _of_own_words(dossier: Dossier) -> set[int]:
    """Return the rows of the blocks that belong to milestones and hold words or a date of theirs."""
    table, blocks = dossier.milestones, dossier.blocks
    rows: set[int] = set()
    for row in range(len(table)):
        of_milestone = table.blocks[row]
        if len(of_milestone) > 1:
            spans = (*table.printed.spans(row), *table.text.spans(row))
            rows.update(one for one in of_milestone if any(blocks.span(one).overlaps(span) for span in spans))
        else:
            rows.update(of_milestone)
    return rows


def apparatus(scope: Scope) -> Iterator[Item]:
    """Yield what only the dossier's own format holds: the rest of the page, and how the dossier came about."""
    head = scope.dossier.head
    rest = "Not in this file: {n:block|blocks} of the page beside its entries (headings, paragraphs and the like)."
    yield from lost("text", beside_milestones(scope.dossier), rest, IN_FULL)
    wanted = [one.id for one in head.computed if scope.choice.is_whole or one.id in scope.ids]
    found = "Not in this file: that {n:object was|objects were} found by a program, how surely and why."
    yield from lost("computed", wanted, found, IN_FULL)
    made = [one.id for one in head.corrections if scope.choice.is_whole or one.id in scope.ids]
    yield from lost("corrections", made, "Not in this file: the record of {n:correction|corrections}.", IN_FULL)
    if head.original is not None:
        yield Item("lost", "original", Where(), "Not in this file: the file that the dossier was made of.", IN_FULL)
    extras = sum(map(len, scope.dossier.extras.values()))
    if extras:
        message = f"Not in this file: {Count(extras):field|fields} named x-… that other programs added."
        yield Item("lost", "extras", Where(), message, IN_FULL)


HELD_IN_RECORDS: Final = frozenset(("text", "original", "pieces"))
"""What is not lost where every record of the file that a dossier was made of is written back as it was."""


def of_events(scope: Scope, program: str, *, is_written_back: bool = False) -> Iterator[Item]:
    """Yield what no format of events holds.

    Args:
        scope: which milestones.
        program: what reads the file, and sorts it by date.
        is_written_back: whether every entry is written as the file that the dossier was made of had it.
    """
    left_out = HELD_IN_RECORDS if is_written_back else frozenset[str]()
    for found in (apparatus, notes_left, note_parts, witnesses, passages, figures, pieces):
        yield from (item for item in found(scope) if item.code not in left_out)
    yield from reordered(scope, program)
    yield from marks_in_source(scope)


def notes_left(scope: Scope) -> Iterator[Item]:
    """Yield our notes that were asked for and stand on no milestone of the file."""
    told = {note.id for note in scope.notes_told}
    left = [note.id for note in scope.notes if note.id not in told]
    yield from lost("notes", left, "Not in this file: {n:note|notes} of ours on words that are no entry's.", IN_FULL)


def note_parts(scope: Scope) -> Iterator[Item]:
    """Yield our notes that are told as sentences, without the words each is about."""
    told = [note.id for note in scope.notes_told]
    message = "Told as sentences, without the places they are about: {n:note|notes} of ours."
    yield from lost("note-places", told, message, IN_FULL)


def witnesses(scope: Scope) -> Iterator[Item]:
    """Yield our notes whose witnesses are named, without what they say."""
    told = [note.id for note in scope.notes_told if note.witnesses]
    message = "Named alone, without address, date and what they say: the witnesses of {n:note|notes} of ours."
    yield from lost("witnesses", told, message, IN_FULL)


def figures(scope: Scope) -> Iterator[Item]:
    """Yield the figures, which are words among others here."""
    message = "Not marked as such: {n:figure|figures} with qualifier, value and unit; their words stand in the entries."
    own = [figure.id for figure in scope.figures if figure.milestone is not None]
    yield from lost("figures", own, message, IN_FULL)
    yield from figures_beside(scope)


def figures_beside(scope: Scope) -> Iterator[Item]:
    """Yield the figures that belong to no milestone."""
    beside = [figure.id for figure in scope.figures if figure.milestone is None]
    yield from lost("figures-beside", beside, "Not in this file: {n:figure|figures} of no entry.", IN_FULL)


def passages(scope: Scope) -> Iterator[Item]:
    """Yield the milestones whose related passages are told as sentences, without their places."""
    table = scope.dossier.milestones
    ids = [table.ids[row] for row in scope.rows if table.has_related(row)]
    message = "Told in the description, without their places: the related passages of {n:entry|entries}."
    yield from lost("passages", ids, message, IN_FULL)


def pieces(scope: Scope) -> Iterator[Item]:
    """Yield the milestones whose words or date stand in several places of the page, joined here."""
    table = scope.dossier.milestones
    ids = [table.ids[row] for row in scope.rows if len(table.text.spans(row)) > 1 or len(table.printed.spans(row)) > 1]
    message = "Joined into one text: the pieces of {n:entry|entries} that the page prints apart."
    yield from lost("pieces", ids, message, IN_FULL)


def reordered(scope: Scope, program: str) -> Iterator[Item]:
    """Yield the milestones that a program that sorts by date shows elsewhere than they were asked for."""
    from natopk_desktop.formats import moments

    ids: list[str] = []
    latest: int | None = None
    for row in scope.rows:
        edtf = scope.dossier.milestones.edtf[row]
        first = None if edtf is None else moments.read(edtf).earliest
        if first is None:
            continue
        if latest is not None and first < latest:
            ids.append(scope.dossier.milestones.ids[row])
        latest = first if latest is None else max(latest, first)
    message = f"Shown by date, not in the order asked for, by {program}: {{n:entry|entries}}."
    yield from lost("order", ids, message)


def marks_in_source(scope: Scope) -> Iterator[Item]:
    """Yield the places where the source itself prints what marks our words."""
    text = scope.dossier.text
    places = []
    at = text.find(marks.OPENING)
    while at >= 0:
        places.append(Span(at, at + len(marks.OPENING)))
        at = text.find(marks.OPENING, at + 1)
    message = f"The page itself prints “{marks.OPENING}” in {{n:place|places}}; in this file that looks like our mark."
    yield from changed("mark", places, message, IN_FULL)


def characters(
    scope: Scope,
    pattern: re.Pattern[str],
    message: str,
    code: str = "characters",
    note: Callable[[Note], str] = own_words.brief_note,
) -> Iterator[Item]:
    """Yield the places of the milestones' words, and the objects of ours, that hold what a format cannot.

    Args:
        scope: which milestones.
        pattern: what the format cannot hold.
        message: a sentence in which ``{n:character|characters}`` stands for the number.
        code: short name of the kind of loss.
        note: how the format tells a note.
    """
    text = scope.dossier.text
    found = {Span(*match.span()) for span in _spans(scope) for match in pattern.finditer(text, span.start, span.end)}
    yield from changed(code, sorted(found), message)
    own = dict.fromkeys(name for name, words in _own_texts(scope, note) if pattern.search(words))
    yield from lost(f"own-{code}", own, "Likewise in words of ours, in {n:object|objects}.")


def _spans(scope: Scope) -> set[Span]:
    return {
        span
        for milestone in scope.milestones
        for span in (*milestone.date.printed, *milestone.text, *(one.span for one in milestone.related))
    }


def _own_texts(scope: Scope, told: Callable[[Note], str]) -> Iterator[tuple[str, str]]:
    head = scope.dossier.head
    source = head.source
    for words in (source.title, source.publisher, source.url, source.url_note, head.edition.by, scope.dossier.id):
        yield scope.dossier.id, words or ""
    for topic in head.topics:
        yield topic.id, topic.name
    for period in scope.periods:
        yield period.id, period.name
    for milestone in scope.milestones:
        inferred = milestone.date.inferred
        reasons = (one.reason for one in milestone.related)
        yield milestone.id, "".join((milestone.id, inferred.reason if inferred else "", *reasons))
    for note in scope.notes_told:
        yield note.id, told(note)
