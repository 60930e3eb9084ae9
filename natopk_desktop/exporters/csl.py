"""CSL-JSON: references as citation processors and reference managers read them (Citation Style Language 1.0.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from natopk_desktop.documents.reference import references
from natopk_desktop.exporters import reference_losses
from natopk_desktop.exporters.progress import unheard
from natopk_desktop.exporters.written import Written

if TYPE_CHECKING:
    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.documents.reference import Day, Reference
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.exporters.progress import Progress


def write(dossier: Dossier, choice: Choice, progress: Progress = unheard) -> Written:  # noqa: ARG001 - as every writer
    """Write the reference to the page, or one for each milestone chosen by id.

    Raises:
        InputError: there is no milestone of such an id.
    """
    known = references(dossier, choice.only)
    content = msgspec.json.format(msgspec.json.encode([_item(reference) for reference in known]), indent=2) + b"\n"
    return Written((content,), tuple(reference_losses.found(dossier, known)))


def _item(reference: Reference) -> dict[str, object]:
    place = reference.place
    publisher = reference.publisher
    item: dict[str, object | None] = {
        "id": reference.id,
        "type": "webpage",
        "title": reference.title,
        "author": None if publisher is None else [{"literal": publisher}],
        "publisher": publisher,
        "issued": _date(reference.updated),
        "accessed": _date(reference.retrieved),
        "section": None if place is None else place.section,
        "URL": reference.url,
        "language": reference.language,
        "note": reference.remark,
    }
    return {name: value for name, value in item.items() if value is not None}


def _date(day: Day | None) -> dict[str, object] | None:
    return None if day is None else {"date-parts": [list(day.parts)]}
