"""What was understood of a file and what was not, counted for one quiet line."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from natopk_desktop.ui.tabs.opened import Opened


class Understood(NamedTuple):
    """Numbers of a dossier that was made of a file.

    Attributes:
        milestones: its dated entries.
        undated: those of them without a date that could be read.
        found: how many things a program found that nobody has looked through yet; the review lists these.
        residue: the share of the characters, spacing aside, that nobody knows what to make of, 0 to 1.
        residue_of_all: their share of all characters, as the report of an import tells it, 0 to 1.
        corrected: how many things the reader has made another.
        confirmed: how many the reader has only accepted.
    """

    milestones: int
    undated: int
    found: int
    residue: float
    residue_of_all: float
    corrected: int
    confirmed: int

    @property
    def is_hardly(self) -> bool:
        """Whether more than half is residue."""
        return self.residue > 0.5


def count(opened: Opened) -> Understood:
    """Count what a dossier tells of how well its file was understood."""
    # Late: the line is no part of the first paint.
    from natopk_desktop.ui.review import findings

    dossier = opened.dossier
    blocks = dossier.blocks
    rest = spacing = 0
    has_residue = "residue" in blocks.kinds
    if has_residue:
        for kind, start, end in zip(blocks.kinds, blocks.starts, blocks.ends, strict=True):
            rest += (end - start) * (kind == "residue")
            spacing += (end - start) * (kind == "spacing")
    words = len(dossier.text) - spacing
    return Understood(
        milestones=len(dossier.milestones),
        undated=dossier.milestones.edtf.count(None),
        found=findings.count_computed(dossier),
        residue=rest / words if words else 0.0,
        residue_of_all=rest / len(dossier.text) if rest else 0.0,
        corrected=len(findings.corrected(dossier)),
        confirmed=len(findings.confirmed(dossier)),
    )


def has_report(opened: Opened) -> bool:
    """Tell whether there is something to tell: of a file of another kind, or of guesses that nobody has confirmed."""
    if opened.is_built_in:
        return False
    return bool(opened.items) or opened.path is None or has_guesses(opened)


def has_guesses(opened: Opened) -> bool:
    """Tell whether a program found something in a dossier that nobody has looked through yet."""
    from natopk_desktop.ui.review import findings

    return bool(opened.dossier.head.computed) and findings.count_computed(opened.dossier) > 0
