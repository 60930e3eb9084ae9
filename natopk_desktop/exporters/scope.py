"""What of a dossier an export is about: the milestones chosen, and what belongs to them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from natopk_desktop.documents import chosen

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator

    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.model import Figure, Milestone, Note, Period


class Scope:
    """A choice applied to a dossier.

    Attributes:
        dossier: the dossier.
        choice: what is wanted of it.
        rows: rows of the milestones wanted, in the order wanted.
    """

    def __init__(self, dossier: Dossier, choice: Choice) -> None:
        """Find the milestones.

        Raises:
            InputError: an id, a topic or the period means nothing in this dossier.
        """
        self.dossier = dossier
        self.choice = choice
        self.rows: array[int] = chosen.rows(dossier, choice)

    @property
    def milestones(self) -> Iterator[Milestone]:
        """The milestones, each a view made when asked for."""
        return (self.dossier.milestones[row] for row in self.rows)

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of the milestones."""
        return frozenset(self.dossier.milestones.ids[row] for row in self.rows)

    @cached_property
    def figures(self) -> list[Figure]:
        """The figures that these milestones tell; with all milestones, those of none too."""
        return [figure for figure in self.dossier.head.figures if self._has(figure.milestone)]

    @cached_property
    def periods(self) -> list[Period]:
        """The periods with any of these milestones; with all milestones, those without any too."""
        whole = self.choice.is_whole
        return [one for one in self.dossier.head.periods if whole or not self.ids.isdisjoint(one.milestones)]

    @cached_property
    def notes(self) -> list[Note]:
        """Our notes that were asked for: all, or those on these milestones."""
        if not self.choice.notes:
            return []
        return self.dossier.head.notes if self.choice.is_whole else self.notes_told

    @cached_property
    def notes_told(self) -> list[Note]:
        """Our notes on these milestones, if notes are asked for."""
        if not self.choice.notes:
            return []
        told = {note.id for row in self.rows for note in self.dossier.bearings.notes_on_milestone(row)}
        return [note for note in self.dossier.head.notes if note.id in told]

    def _has(self, milestone: str | None) -> bool:
        return self.choice.is_whole if milestone is None else milestone in self.ids
