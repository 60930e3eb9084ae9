"""What a text format does not hold of a document, and what the document does not tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from natopk_desktop.documents import parts
from natopk_desktop.dossier.spans import Span
from natopk_desktop.exporters import document_losses
from natopk_desktop.exporters.losses import IN_FULL, lost, marks_in_source
from natopk_desktop.exporters.scope import Scope
from natopk_desktop.report import Count, Item, Where
from natopk_desktop.typesetting.characters import number

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.documents.parts import Document
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.exporters.texts.characters import Characters

MOST_TOLD: Final = 40
"""Characters told one by one; of more only the number is."""


def found(
    dossier: Dossier, choice: Choice, document: Document, characters: Characters, *, draws: bool
) -> tuple[Item, ...]:
    """Return what is lost of ``dossier``.

    Args:
        dossier: what the document was made of.
        choice: what was asked for.
        document: what came of it.
        characters: after all texts went through it.
        draws: whether the format holds the drawn timeline.
    """
    scope = Scope(dossier, choice)
    return (
        *document_losses.found(scope, document),
        *_left_out_as_asked(dossier, choice),
        *_inferences(scope),
        *(() if draws else _drawings(document)),
        *_boxed(characters),
        *_returns(characters),
        *marks_in_source(scope),
    )


def _left_out_as_asked(dossier: Dossier, choice: Choice) -> Iterator[Item]:
    if not choice.notes:
        notes = [note.id for note in dossier.head.notes]
        yield from lost("notes", notes, "Left out, as asked: {n:note|notes} of ours.", IN_FULL)


def _inferences(scope: Scope) -> Iterator[Item]:
    table = scope.dossier.milestones
    ids = [table.ids[row] for row in scope.rows if row in table.inferred]
    message = "Not told from which words, and why, we inferred the date of {n:milestone|milestones}."
    yield from lost("inferences", ids, message, IN_FULL)


def _drawings(document: Document) -> Iterator[Item]:
    count = sum(isinstance(part, parts.Drawing) for part in document.parts)
    if count:
        what = "the drawn timeline" if count == 1 else f"the drawn timeline, {count} times"
        told = f"Told in words, since this format holds no drawing: {what}."
        yield Item("lost", "drawing", Where(), told, "Choose HTML, DOCX or PDF for the drawing.")


def _boxed(characters: Characters) -> Iterator[Item]:
    """Yield one item on all characters shown as their numbers, each with count and first place."""
    if not characters.boxed:
        return
    told = [f"{number(one)} ({_placed(places)})" for one, places in characters.boxed.items()]
    more = f" and {len(told) - MOST_TOLD} others" if len(told) > MOST_TOLD else ""
    message = f"Shown as numbers, marked as ours, for they cannot stand here: {', '.join(told[:MOST_TOLD])}{more}."
    everywhere = [place for places in characters.boxed.values() for place in places]
    yield Item("lost", "characters", _where(everywhere), message, IN_FULL)


def _placed(places: set[int]) -> str:
    if not places:
        return "in words of ours"
    return f"{Count(len(places)):time|times}, first at character {min(places) + 1} of the source"


def _where(places: Collection[int]) -> Where:
    return Where(span=Span(min(places), min(places) + 1)) if places else Where()


def _returns(characters: Characters) -> Iterator[Item]:
    places = characters.returns
    if places:
        ends = Count(len(places))
        message = f"Written as one character each: {ends:line end|line ends} of two characters (CR and LF)."
        yield Item("lost", "line-ends", _where(places), message, IN_FULL)
