"""What a page's words say to one another, added to its dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import structs

from natopk_desktop.dossier.model import Computed, Note, Related
from natopk_desktop.importers.meaning.discrepancies import Discrepancy, discrepancies_of
from natopk_desktop.importers.meaning.figures import figures_of
from natopk_desktop.importers.meaning.passages import passages_of
from natopk_desktop.importers.meaning.related import MOST, relate
from natopk_desktop.importers.meaning.slips import slips_of
from natopk_desktop.importers.pages.entries import YEAR_ABOVE
from natopk_desktop.report import Item, Where

if TYPE_CHECKING:
    from collections.abc import Sequence

    from natopk_desktop.dossier.model import DossierFile, Milestone
    from natopk_desktop.importers.dating.month_names import Names

LONGEST: Final = 250_000
"""Code points of the longest page whose meaning is looked for: more than a hundred printed pages."""

LONGEST_BLOCK: Final = 20_000
"""Code points of the longest block that is looked into; no paragraph that a person wrote is longer."""

MOST_IDS: Final = 200


def add_meaning(contents: DossierFile, names: Names) -> tuple[DossierFile, list[Item]]:
    """Return a dossier with figures, related passages and source notes, and what the report says of them.

    Each is in ``computed`` with its confidence and reason; the reason of a related passage stands with it.

    Args:
        contents: a dossier with blocks and milestones, without figures and notes.
        names: the months and weekdays of its language.
    """
    text = contents.source.text or ""
    whole = contents
    if len(text) > LONGEST:
        message = f"The page is longer than {LONGEST} characters, so no figures, passages and slips were looked for."
        return contents, [Item("info", "meaning-left-out", Where(), message)]
    short = [block for block in contents.blocks if block.span.end - block.span.start <= LONGEST_BLOCK]
    contents = structs.replace(contents, blocks=short)
    passages = passages_of(contents, names)
    differing = list(discrepancies_of(text, contents.milestones, passages))
    related = relate(text, contents.source.title, contents.milestones, passages)
    milestones = [
        structs.replace(milestone, related=_with_differing(milestone, found, differing))
        for milestone, found in zip(contents.milestones, related, strict=True)
    ]
    figures = list(figures_of(contents, names))
    notes = _notes(contents, differing)
    computed = [*contents.computed, *(mark for _, mark in figures), *(mark for _, mark in notes)]
    found = structs.replace(
        whole,
        milestones=milestones,
        figures=[figure for figure, _ in figures],
        notes=[note for note, _ in notes],
        computed=computed,
    )
    return found, _items(found)


def _with_differing(
    milestone: Milestone, related: Sequence[Related], differing: Sequence[Discrepancy]
) -> tuple[Related, ...]:
    """Put the passage that dates the same event otherwise before the others."""
    first = [
        Related(found.sentence, found.section, found.reason)
        for found in differing
        if found.milestone == milestone.id and found.section is not None
    ][:1]
    others = [passage for passage in related if not any(passage.span.overlaps(found.span) for found in first)]
    return tuple([*first, *others][:MOST])


def _notes(contents: DossierFile, differing: Sequence[Discrepancy]) -> list[tuple[Note, Computed]]:
    notes: list[tuple[Note, Computed]] = []

    def add(note: Note, confidence: float, reason: str) -> None:
        named = structs.replace(note, id=f"n{len(notes) + 1:02}")
        notes.append((named, Computed(named.id, confidence, reason)))

    for slip in slips_of(contents):
        add(Note("", "slip", (slip.span,), slip.message, slip.reading, ()), slip.confidence, "Found by a general rule.")
    for found in differing:
        spans = (found.entry, found.told)
        add(Note("", "discrepancy", spans, found.message, None, ()), found.confidence, "Found by a general rule.")
    for milestone in contents.milestones:
        inferred = milestone.date.inferred
        if inferred is not None and inferred.reason != YEAR_ABOVE:
            placed = (*milestone.date.printed, *milestone.text[:1], *inferred.origin)
            ours = "The year is ours." if milestone.date.printed else "The date is ours."
            add(Note("", "inferred-date", placed, f"{inferred.reason} {ours}", None, ()), 0.7, inferred.reason)
    return notes


def _items(contents: DossierFile) -> list[Item]:
    """Return what the report says: one item for each kind of thing that was found."""
    items: list[Item] = []
    related = [milestone.id for milestone in contents.milestones if milestone.related]
    for ids, code, words in (
        (related, "related", "Milestones with passages of the text that bear on them, each with its reason"),
        ([figure.id for figure in contents.figures], "figures", "Figures read from the text"),
        (_of_kind(contents, "slip"), "slips", "Slips of the page that were noted, none of them corrected"),
        (
            _of_kind(contents, "discrepancy"),
            "discrepancies",
            "Events that seem to have two dates on the page, which was noted",
        ),
    ):
        if ids:
            items.append(Item("guessed", code, Where(ids=tuple(ids[:MOST_IDS])), f"{words}: {len(ids)}."))
    return items


def _of_kind(contents: DossierFile, kind: str) -> list[str]:
    return [note.id for note in contents.notes if note.kind == kind]
