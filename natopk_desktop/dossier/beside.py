"""The words that stand beside a milestone's own in its source: captions, places, addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from natopk_desktop.dossier.model import Related

if TYPE_CHECKING:
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.model import Milestone

REASON: Final = "it stands with this entry in the source"


def beside(dossier: Dossier, milestone: Milestone) -> tuple[Related, ...]:
    """Return the blocks of a milestone without any of its own words, as passages that bear on it.

    Where a block stands under no heading, the passage's section is empty.
    """
    if len(milestone.blocks) < 2:
        return ()
    found = []
    for block in milestone.blocks:
        row = dossier.blocks.row_of(block)
        if row is None:
            continue
        span = dossier.blocks.span(row)
        if not any(span.overlaps(own) for own in (*milestone.date.printed, *milestone.text)):
            section = dossier.outline.of_block(row)
            found.append(Related(span, "" if section is None else dossier.blocks.ids[section.head], REASON))
    return tuple(found)
