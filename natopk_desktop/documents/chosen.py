"""Which milestones a choice asks for, in which order."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Final

from natopk_desktop.dossier import dates, selection
from natopk_desktop.dossier.location import Filter
from natopk_desktop.errors import InputError
from natopk_desktop.plain import one_line

if TYPE_CHECKING:
    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.dossier.dossier import Dossier

LABEL: Final = 40
"""Characters of a topic's name in a sentence."""
MOST_TOLD: Final = 30
"""Topics in a sentence."""


def rows(dossier: Dossier, choice: Choice) -> array[int]:
    """Return the rows of the milestones that ``choice`` asks for, in its order.

    Milestones asked for by id come in the dossier's order too, not in that of the asking.

    Raises:
        InputError: an id, a topic or the period means nothing in this dossier.
    """
    _check(dossier, choice)
    passing = selection.rows(dossier, Filter(topics=choice.topics, period=choice.period), choice.order)
    if choice.only is None:
        return passing
    wanted = {dossier.milestones.row_of(name) for name in choice.only}
    return array("q", [row for row in passing if row in wanted])


def _check(dossier: Dossier, choice: Choice) -> None:
    for name in choice.only or ():
        if dossier.milestones.row_of(name) is None:
            message = f"there is no milestone “{name}”; “natopk list” tells the ids."
            raise InputError(message)
    known = {topic.id: one_line(topic.name, LABEL) for topic in dossier.head.topics}
    for name in sorted((choice.topics or frozenset()) - known.keys()):
        ids = [f"{id_} ({label})" if label.casefold() != id_ else id_ for id_, label in sorted(known.items())]
        more = f" and {len(ids) - MOST_TOLD} more" if len(ids) > MOST_TOLD else ""
        message = f"there is no topic “{name}”; this dossier has {', '.join(ids[:MOST_TOLD]) or 'none'}{more}."
        raise InputError(message)
    if choice.period is not None and not dates.valid(choice.period):
        message = (
            f"the period “{choice.period}” is no EDTF date; write it as 2005-10/2006-02, 2006 or 2006-01/.. instead."
        )
        raise InputError(message)
