"""What a reference to a dossier cannot hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from natopk_desktop.plain import one_line
from natopk_desktop.report import Count, Item, Where

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from natopk_desktop.documents.reference import Reference
    from natopk_desktop.dossier.dossier import Dossier


def found(dossier: Dossier, references: Sequence[Reference]) -> Iterator[Item]:
    """Yield what these references leave out: the dossier's contents, and the dates that are not known."""
    ids = tuple(reference.place.id for reference in references if reference.place is not None)
    yield from _contents(dossier, whole=not ids)
    source = dossier.head.source
    if source.retrieved is None:
        message = "The day of access is not known, so it is left out; the day of this export does not stand for it."
        yield Item("lost", "no-access-date", Where(), message)
    elif references[0].retrieved is None:
        message = f"The date of capture, {source.retrieved}, is no day, month or year, so it is left out."
        yield Item("lost", "access-date", Where(), message)
    if source.updated is not None and references[0].updated is None:
        yield Item(
            "lost", "date", Where(span=source.updated.span), "The printed stamp is no date that a reference holds."
        )


def _contents(dossier: Dossier, *, whole: bool) -> Iterator[Item]:
    """A reference points to the page; it does not hold what stands there."""
    head = dossier.head
    told = [
        f"{Count(len(dossier.milestones) if whole else 0):milestone|milestones}",
        f"{Count(len(head.figures)):figure|figures}",
        f"{Count(len(head.periods)):period|periods}",
        f"{Count(len(head.notes)):note|notes}",
    ]
    known = ", ".join(words for words in told if not words.startswith("0 "))
    message = "A reference points to the page and does not hold its words"
    yield Item("lost", "contents", Where(), f"{message} (not in it: {known})." if known else f"{message}.")


def one_lined(references: Sequence[Reference]) -> Iterator[Item]:
    """Yield an item where line ends or invisible characters in a title or name had to be changed."""
    words = (references[0].title, references[0].publisher or "", *(_section(reference) for reference in references))
    if any(one_line(text) != text for text in words):
        message = "Line ends and invisible characters in the title, the name or a heading are changed."
        yield Item("lost", "characters", Where(), message)


def _section(reference: Reference) -> str:
    return "" if reference.place is None else reference.place.section or ""
