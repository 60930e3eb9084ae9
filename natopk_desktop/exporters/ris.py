"""RIS: references as reference managers import them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from natopk_desktop.documents.reference import references
from natopk_desktop.exporters import reference_losses
from natopk_desktop.exporters.progress import unheard
from natopk_desktop.exporters.written import Written
from natopk_desktop.formats.ris import date, line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.documents.reference import Reference
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.exporters.progress import Progress


def write(dossier: Dossier, choice: Choice, progress: Progress = unheard) -> Written:  # noqa: ARG001 - as every writer
    """Write the reference to the page, or one for each milestone chosen by id.

    Raises:
        InputError: there is no milestone of such an id.
    """
    known = references(dossier, choice.only)
    content = "".join("".join(_lines(reference)) for reference in known)
    return Written(
        (content.encode("utf-8"),), (*reference_losses.found(dossier, known), *reference_losses.one_lined(known))
    )


def _lines(reference: Reference) -> Iterator[str]:
    yield line("TY", "ELEC")
    yield line("ID", reference.id)
    yield line("TI", reference.title)
    if reference.publisher is not None:
        # The closing comma tells that this is a whole name, with no given name to be split off.
        yield line("AU", f"{reference.publisher},")
        yield line("PB", reference.publisher)
    if reference.updated is not None:
        yield line("PY", f"{reference.updated.year:04}")
        yield line("DA", date(reference.updated.parts))
    if reference.url is not None:
        yield line("UR", reference.url)
    if reference.retrieved is not None:
        yield line("Y2", date(reference.retrieved.parts))
    if reference.language is not None:
        yield line("LA", reference.language)
    if reference.place is not None and reference.place.section is not None:
        yield line("SE", reference.place.section)
    yield line("N1", reference.remark)
    yield line("ER", "")
