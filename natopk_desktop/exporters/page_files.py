"""What the exports of pages share: the document, its losses, and the letters that our fonts cannot show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from natopk_desktop.exporters import document_losses
from natopk_desktop.exporters.losses import IN_FULL
from natopk_desktop.exporters.scope import Scope
from natopk_desktop.report import Item, Where
from natopk_desktop.typesetting.characters import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.documents.parts import Document
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.typesetting.characters import Place


def losses(
    dossier: Dossier, choice: Choice, document: Document, boxed: dict[str, Place], remedy: str = IN_FULL
) -> tuple[Item, ...]:
    """Return the items of a loss report on pages."""
    return (*document_losses.found(Scope(dossier, choice), document, remedy), *_boxed(boxed, remedy))


def _boxed(boxed: dict[str, Place], remedy: str) -> Iterator[Item]:
    """Yield an item for each character that was set as its number, with count and first place."""
    for one, (times, first) in boxed.items():
        often = "once" if times == 1 else f"{times} times"
        where = f"first at character {first.start + 1} of the page" if first else "in words of ours"
        message = f"Set as its number in a box, since our fonts lack it: {number(one)}, {often}, {where}."
        yield Item("lost", "glyph", Where(span=first), message, remedy)
