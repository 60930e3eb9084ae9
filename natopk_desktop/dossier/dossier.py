"""A dossier in memory: one string, columns of numbers, and the few values beside them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from natopk_desktop.dossier.bearings import Bearings
from natopk_desktop.dossier.columns import BlockTable, MilestoneTable
from natopk_desktop.dossier.outline import Outline

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable

    from natopk_desktop.dossier.model import DossierFile, Figure, Milestone
    from natopk_desktop.dossier.spans import Span


class Dossier:
    """One source with everything said about it; immutable once made.

    Attributes:
        text: the source's text, whole.
        head: all that is not a block or a milestone (``head.source``, ``head.topics``, ``head.notes`` …); its own
            lists of blocks and milestones are empty, and its ``source.text`` is None.
        blocks: the tiles of the source.
        milestones: the dated entries, in the source's order.
        extras: fields whose names begin with ``x-``, by the path of the object that held them.
    """

    def __init__(self, contents: DossierFile, extras: Extras | None = None) -> None:
        """Take over validated ``contents`` (``validate.check`` passes on them) whose text is present."""
        if contents.source.text is None:
            message = "a dossier in memory needs its text"
            raise ValueError(message)
        self.text: str = contents.source.text
        self.blocks = BlockTable(contents.blocks)
        self.milestones = MilestoneTable(contents.milestones, self.blocks, [topic.id for topic in contents.topics])
        self.extras: Extras = extras or {}
        source = msgspec.structs.replace(contents.source, text=None)
        self.head: DossierFile = msgspec.structs.replace(contents, source=source, blocks=[], milestones=[])

    @classmethod
    def of_columns(
        cls,
        head: DossierFile,
        *,
        text: str,
        blocks: BlockTable,
        milestones: MilestoneTable,
        extras: Extras,
        bearings: dict[str, array[int]] | None = None,
    ) -> Dossier:
        """Return a dossier of parts that belong together: those of one made before, and its bearings' numbers.

        Without these numbers they are found when they are first asked for.
        """
        made = cls.__new__(cls)
        made.head, made.text, made.blocks, made.milestones, made.extras = head, text, blocks, milestones, extras
        if bearings is not None:
            made.bearings = Bearings(blocks, milestones, head.figures, head.notes, bearings)
        return made

    @property
    def id(self) -> str:
        """The dossier's own id."""
        return self.head.id

    @property
    def title(self) -> str:
        """The source's title."""
        return self.head.source.title

    def words(self, spans: Iterable[Span]) -> tuple[str, ...]:
        """Return the source's words at each span, letter for letter."""
        return tuple(self.text[start:end] for start, end in spans)

    def contents(self) -> DossierFile:
        """Return the dossier as its file holds it, text and all."""
        source = msgspec.structs.replace(self.head.source, text=self.text)
        return msgspec.structs.replace(
            self.head, source=source, blocks=list(self.blocks), milestones=list(self.milestones)
        )

    @cached_property
    def outline(self) -> Outline:
        """The sections of the source: its title and headings with what stands under each."""
        return Outline(self.blocks)

    @cached_property
    def bearings(self) -> Bearings:
        """Which figures and notes bear on which milestone and block."""
        return Bearings(self.blocks, self.milestones, self.head.figures, self.head.notes)

    def figures_beside(self, milestone: Milestone) -> list[Figure]:
        """Return a milestone's own figures, then the others of the groups these belong to, in source order."""
        own = self.bearings.figures_of(milestone.id)
        groups = {figure.group for figure in own if figure.group is not None}
        others = [figure for figure in self.head.figures if figure.group in groups and figure not in own]
        return own + others


Extras = dict[tuple[str | int, ...], dict[str, object]]
