"""What was understood of a file and what was not, counted for one quiet line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from natopk_desktop.ui.tabs.opened import Opened

SURE: Final = 0.8
"""From this confidence on a finding is told as one; below it as a guess."""


class Understood(NamedTuple):
    """Numbers of a dossier that was made of a file.

    Attributes:
        milestones: its dated entries.
        undated: those of them without a date that could be read.
        guessed: how many of all findings a program is not sure of.
        residue: the share of the characters, spacing aside, that nobody knows what to make of, 0 to 1.
    """

    milestones: int
    undated: int
    guessed: int
    residue: float

    @property
    def is_hardly(self) -> bool:
        """Whether more than half is residue."""
        return self.residue > 0.5


def count(opened: Opened) -> Understood:
    """Count what a dossier tells of how well its file was understood."""
    dossier = opened.dossier
    blocks = dossier.blocks
    rest = spacing = 0
    has_residue = "residue" in blocks.kinds
    if has_residue:
        for kind, start, end in zip(blocks.kinds, blocks.starts, blocks.ends, strict=True):
            rest += (end - start) * (kind == "residue")
            spacing += (end - start) * (kind == "spacing")
    words = len(dossier.text) - spacing
    guessed = sum(computed.confidence < SURE for computed in dossier.head.computed)
    undated = dossier.milestones.edtf.count(None)
    return Understood(len(dossier.milestones), undated, guessed, rest / words if words else 0.0)


def has_report(opened: Opened) -> bool:
    """Tell whether a dossier was made of a file of another kind, of which there is something to tell."""
    return not opened.is_built_in and (bool(opened.items) or opened.path is None)
