"""What the exports of pages share: the document, its losses, and the letters that our fonts cannot show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

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
    from natopk_desktop.dossier.spans import Span
    from natopk_desktop.typesetting.characters import Place

MOST_TOLD: Final = 40
"""Characters told one by one; of more only the number is."""


def losses(
    dossier: Dossier, choice: Choice, document: Document, boxed: dict[str, Place], remedy: str = IN_FULL
) -> tuple[Item, ...]:
    """Return the items of a loss report on pages."""
    return (*document_losses.found(Scope(dossier, choice), document, remedy), *_boxed(boxed, remedy))


def _boxed(boxed: dict[str, Place], remedy: str) -> Iterator[Item]:
    """Yield one item on all characters that were set as their number, each with count and first place."""
    if not boxed:
        return
    told = [f"{number(one)} ({_times(times)}, {_where(first)})" for one, (times, first) in boxed.items()]
    more = f" and {len(told) - MOST_TOLD} others" if len(told) > MOST_TOLD else ""
    times = sum(place.times for place in boxed.values())
    all_told = "" if len(told) == 1 else f"{len(told)} different ones, {_times(times)} in all: "
    message = (
        f"Set as numbers in boxes, for our fonts have no such letters: {all_told}{', '.join(told[:MOST_TOLD])}{more}."
    )
    firsts = [place.first for place in boxed.values() if place.first is not None]
    yield Item("lost", "glyphs", Where(span=min(firsts, default=None)), message, remedy)


def _times(times: int) -> str:
    return "once" if times == 1 else f"{times} times"


def _where(first: Span | None) -> str:
    return "in words of ours" if first is None else f"first at character {first.start + 1} of the source"
