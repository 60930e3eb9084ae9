"""What has a shape of its own elsewhere (a table, a drawing, contents) told as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from natopk_desktop.documents.parts import Run
from natopk_desktop.documents.scale_words import counted, period_sentence
from natopk_desktop.documents.telling import ours
from natopk_desktop.exporters.texts.blocks import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopk_desktop.exporters.texts.blocks import Entry, Laid, Pair, Picture, Title

DEEPEST: Final = 3
"""Level of the headings that the contents list last."""


def pair(one: Pair) -> Words:
    """Return what is known of the source, with its name before it."""
    return Words((ours(f"{one.name}: "), *one.runs), "ours")


def topics(entry: Entry) -> Words:
    """Return the topics of a milestone."""
    names = ", ".join(topic.name for topic in entry.topics)
    return Words((ours(f"{'topic' if len(entry.topics) == 1 else 'topics'} {names}"),), "ours")


def picture(block: Picture) -> Iterator[Words]:
    """Yield what a drawing shows; where its entries follow, they need no telling here."""
    part = block.part
    told = part.alternative
    if block.is_followed and part.marked is None:
        milestones = counted(len(part.what.index.rows), "milestone")
        periods = (period_sentence(part.what.dossier, bar.row) for bar in part.scale.periods)
        told = (f"{part.alternative[0].removesuffix('.')}, with {milestones}.", *periods)
    for sentence in told:
        yield Words((ours(sentence),), "ours")


def contents(document: Laid) -> Iterator[Words]:
    """Yield our line over the contents, and the headings under the title, without the notes they call."""
    yield Words((ours("contents"),), "ours")
    yield from map(bare, listed(document))


def listed(document: Laid) -> Iterator[Title]:
    """Yield the headings that the contents list."""
    return (title for title in document.titles if 1 < title.level <= DEEPEST)


def bare(title: Title) -> Words:
    """Return the words of a heading without the notes they call."""
    runs = tuple(Run(run.text, run.owner, run.span) if isinstance(run, Run) else run for run in title.words.runs)
    return Words(runs, title.words.owner)
