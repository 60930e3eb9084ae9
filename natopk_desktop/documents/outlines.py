"""The title and the heading over the milestones, as the source has them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from natopk_desktop.documents.telling import Teller, ours

if TYPE_CHECKING:
    from collections.abc import Iterable

    from natopk_desktop.documents.parts import Run
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.spans import Span

YEAR_LAST: Final = re.compile(r"(.*\S)\s+([0-9]{4})\Z", re.DOTALL)
"""A printed date that ends with a year, as "March 2005" does."""


def title_span(dossier: Dossier) -> Span | None:
    """Return the first title of the source, None where no block is one."""
    kinds = dossier.blocks.kinds
    return dossier.blocks.span(kinds.index("title")) if "title" in kinds else None


def title_runs(teller: Teller, share: float | None = None) -> tuple[Run, ...]:
    """Return the source's title; where no block is one, the title it is known by, which then counts as ours."""
    span = title_span(teller.dossier)
    if span is not None:
        return teller.runs(span, share)
    title = teller.dossier.title.strip() or "without a title"
    return (ours(title if share is None or len(title) <= share else f"{title[: int(share)]}…"),)


def heading_of_milestones(dossier: Dossier) -> Span | None:
    """Return the heading that all milestones stand under, None where there is no such heading or it is the title."""
    if not len(dossier.milestones):
        return None
    rows = (dossier.milestones.blocks[0][0], dossier.milestones.blocks[len(dossier.milestones) - 1][-1])
    first, last = (dossier.outline.of_block(row) for row in rows)
    if first is None or first != last or dossier.blocks.kinds[first.head] != "heading":
        return None
    return dossier.blocks.span(first.head)


def ends_with_years(dossier: Dossier, rows: Iterable[int]) -> bool:
    """Tell whether each printed date of the milestones in ``rows`` is one piece that ends with a year after others."""
    milestones = dossier.milestones
    printed = [milestones.printed.spans(row) for row in rows]
    return any(printed) and all(
        len(spans) == 1 and YEAR_LAST.match(spans[0].of(dossier.text)) is not None for spans in printed if spans
    )
