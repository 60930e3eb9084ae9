"""``natopk list``: ids, dates and first words of all that a dossier holds."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from natopk_desktop import report
from natopk_desktop.commands import common
from natopk_desktop.documents import marks
from natopk_desktop.dossier.spans import hull
from natopk_desktop.plain import one_line

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.model import Figure, Milestone, Note, Topic

HELP = "list the ids, dates and first words of a dossier's milestones, passages, figures, notes and topics"
FIRST_WORDS = 72


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    common.add_dossier(parser)
    parser.add_argument("--json", action="store_true", help="write a report in JSON")


def run(arguments: Namespace) -> int:
    """List what the dossier holds.

    Raises:
        InputError: the dossier is not sound.
        OperationError: it could not be read.
    """
    dossier = common.opened(arguments.dossier)
    items = tuple(entries(dossier))
    if arguments.json:
        counts: dict[str, int] = {}
        for item in items:
            counts[f"{item.code}s"] = counts.get(f"{item.code}s", 0) + 1
        common.write(report.make("list", arguments.dossier or common.BUILT_IN_NAME, items, counts).to_json())
    else:
        common.write_lines([_line(item) for item in items])
    return 0


def entries(dossier: Dossier) -> Iterator[report.Item]:
    """Yield an item for each milestone with its passages, then for each figure, each note and each topic."""
    for milestone in dossier.milestones:
        yield _milestone(dossier, milestone)
        yield from _passages(dossier, milestone)
    for figure in dossier.head.figures:
        yield _figure(dossier, figure)
    for note in dossier.head.notes:
        yield _note(note)
    counts = Counter(name for milestone in dossier.milestones for name in milestone.topics)
    for topic in dossier.head.topics:
        yield _topic(topic, counts[topic.id])


def _milestone(dossier: Dossier, milestone: Milestone) -> report.Item:
    words = " ".join(dossier.words(milestone.text))
    where = report.Where(id=milestone.id, span=hull(milestone.text) if milestone.text else None)
    date, is_ours = marks.date_words(dossier, milestone)
    return report.Item("info", "milestone", where, f"{marks.ours(date) if is_ours else date}: {_first(words)}")


def _passages(dossier: Dossier, milestone: Milestone) -> Iterator[report.Item]:
    for related in milestone.related:
        message = f"{_first(related.span.of(dossier.text))} {marks.ours(related.reason)}"
        yield report.Item("info", "passage", report.Where(id=milestone.id, span=related.span), message)


def _figure(dossier: Dossier, figure: Figure) -> report.Item:
    return report.Item(
        "info", "figure", report.Where(id=figure.id, span=figure.span), _first(figure.span.of(dossier.text))
    )


def _note(note: Note) -> report.Item:
    where = report.Where(id=note.id, span=note.spans[0] if note.spans else None)
    return report.Item("info", "note", where, marks.ours(f"{note.kind}: {_first(note.message)}"))


def _topic(topic: Topic, count: int) -> report.Item:
    said = marks.ours(f"a topic, of {count} milestone{'' if count == 1 else 's'}")
    return report.Item("info", "topic", report.Where(id=topic.id), f"{_first(topic.name)} {said}")


def _first(words: str) -> str:
    return one_line(words, FIRST_WORDS)


def _line(item: report.Item) -> str:
    if item.code == "passage":
        span = item.where.span
        place = "" if span is None else f"{span.start}-{span.end}"
        return f"      {place:<12}{one_line(item.message)}"
    return f"{item.where.id or '':<5} {one_line(item.message)}"
