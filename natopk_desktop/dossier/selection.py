"""Which rows of a dossier's milestones a filter lets through, and in which order."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Literal

from natopk_desktop.dossier import dates, order

if TYPE_CHECKING:
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.location import Filter, Order


Bar = Literal["topics", "period"]


def rows(dossier: Dossier, chosen: Filter, by: Order) -> array[int]:
    """Return the rows of the milestones that pass the topics and the period of ``chosen``, in the order ``by``.

    The query of ``chosen`` is not looked at: a search runs over these rows.
    """
    ordered = in_order(dossier, by)
    if chosen.topics is not None:
        wanted = {row for row, topic in enumerate(dossier.head.topics) if topic.id in chosen.topics}
        topics = dossier.milestones.topics
        ordered = array("q", [row for row in ordered if not wanted.isdisjoint(topics[row])])
    if chosen.period is not None:
        first, last = dates.bounds(chosen.period)
        ordered = array("q", [row for row in ordered if touches(dossier, row, first, last)])
    return ordered


def bars(dossier: Dossier, row: int, chosen: Filter) -> list[Bar]:
    """Return what of ``chosen`` keeps the milestone in ``row`` out of ``rows``; nothing where it is among them."""
    found: list[Bar] = []
    if chosen.topics is not None:
        wanted = {topic for topic, known in enumerate(dossier.head.topics) if known.id in chosen.topics}
        if wanted.isdisjoint(dossier.milestones.topics[row]):
            found.append("topics")
    if chosen.period is not None and not touches(dossier, row, *dates.bounds(chosen.period)):
        found.append("period")
    return found


def in_order(dossier: Dossier, by: Order) -> array[int]:
    """Return all rows of the milestones as the source has them, or by date as ``order.by_date`` says."""
    milestones = dossier.milestones
    if by == "source":
        return array("q", range(len(milestones)))
    return array("q", order.by_date(milestones.edtf, placed_after(dossier)))


def placed_after(dossier: Dossier) -> list[int | None]:
    """Return for each milestone the row of the one under whose date it is placed, None where it has its own date."""
    placed: list[int | None] = [None] * len(dossier.milestones)
    for row, inferred in dossier.milestones.inferred.items():
        blocks = (block for span in inferred.origin for block in dossier.bearings.blocks_touched(span))
        owners = (dossier.bearings.milestone_of_block(block) for block in blocks)
        placed[row] = next((owner for owner in owners if owner is not None and owner != row), None)
    return placed


def touches(dossier: Dossier, row: int, first: int | None, last: int | None) -> bool:
    """Tell whether a milestone's date shares a day with the days ``first`` to ``last`` (None: open)."""
    edtf = dossier.milestones.edtf[row]
    if edtf is None:
        return False
    earliest, latest = dates.bounds(edtf)
    return (last is None or earliest is None or earliest <= last) and (
        first is None or latest is None or latest >= first
    )
