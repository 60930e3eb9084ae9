"""From a dossier and a choice to the document asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from natopk_desktop.documents import pieces
from natopk_desktop.documents.chosen import rows as chosen_rows
from natopk_desktop.documents.labels import label
from natopk_desktop.documents.parts import Document

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.documents.parts import Part
    from natopk_desktop.dossier.dossier import Dossier


def build(dossier: Dossier, choice: Choice) -> Document:
    """Return the document that ``choice`` asks for.

    A summary is cut by estimate to what a page holds; where there are pages, ``typesetting.fit`` cuts it by measuring.

    Raises:
        InputError: the choice means nothing in this dossier.
    """
    if choice.document == "summary":
        from natopk_desktop.documents import summary

        return summary.document(dossier, choice)
    rows = _rows(dossier, choice)
    return Document(
        kind=choice.document,
        title=dossier.title,
        label=label(dossier, choice, len(rows)),
        language=dossier.head.source.language,
        date=dossier.head.edition.date,
        origin=pieces.origin(dossier),
        parts=tuple(_parts(dossier, choice, rows)),
    )


def _rows(dossier: Dossier, choice: Choice) -> Sequence[int]:
    """Return the milestones asked for; a drawn timeline has them by date, whatever order was asked for."""
    if choice.document == "timeline":
        import msgspec

        choice = msgspec.structs.replace(choice, order="date")
    return chosen_rows(dossier, choice)


def _parts(dossier: Dossier, choice: Choice, rows: Sequence[int]) -> Iterator[Part]:
    from natopk_desktop.documents import briefing, poster, sheet

    if choice.document == "briefing":
        return briefing.parts(dossier, choice, rows)
    if choice.document == "milestone":
        return sheet.parts(dossier, choice, rows)
    return poster.parts(dossier, choice, rows)
