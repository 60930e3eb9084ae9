"""What stands where the caret is in the page, in words of ours, and what can be opened from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from natopk_desktop.dossier.spans import line_of
from natopk_desktop.ui.detail.labels import CHEVRON, LinkButton
from natopk_desktop.ui.detail.part import Part
from natopk_desktop.ui.detail.stacking import show_only_if
from natopk_desktop.ui.theme import GRID, Role

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from natopk_desktop.ui.detail.host import Host
    from natopk_desktop.ui.detail.stacking import Stack


class PageHere(Part):
    """A line under the page.

    Signals:
        notes_requested: show the notes on the block in this row.
    """

    notes_requested = Signal(int)

    def __init__(self, host: Host, parent: QWidget) -> None:
        """Make an empty line."""
        super().__init__(host, parent)
        self.place = self.ours(Role.SMALL)
        self.entry = LinkButton(host.theme, self, Role.SMALL)
        self.entry.clicked.connect(self.choose)
        self.notes = LinkButton(host.theme, self, Role.SMALL)
        self.notes.clicked.connect(self._ask)
        self._block: int | None = None
        self._milestone: int | None = None

    def show_block(self, row: int | None) -> bool:
        """Tell of the block in ``row``, and return whether that is another one than before."""
        is_other = row != self._block
        self._block = row
        if not is_other or row is None:
            return False
        dossier = self.host.dossier
        line = line_of(dossier.text, dossier.blocks.starts[row])
        kind = self._kind_words(dossier.blocks.kinds[row])
        self.place.show_words(self.tr("Ours: line {line}, {kind}.").format(line=line, kind=kind))
        self._milestone = dossier.bearings.milestone_of_block(row)
        if show_only_if(self.entry, needed=self._milestone is not None):
            words = self.tr("Show entry {number}").format(number=(self._milestone or 0) + 1)
            self.entry.show_words(words, self.tr("{words}, where the caret is").format(words=words), CHEVRON)
        count = len(dossier.bearings.notes_on_block(row))
        if show_only_if(self.notes, needed=count > 0):
            words = self.tr("1 note") if count == 1 else self.tr("{count} notes").format(count=count)
            self.notes.show_words(words, self.tr("{words}, where the caret is").format(words=words), CHEVRON)
        return True

    @property
    def spoken(self) -> str:
        """What is here, for an announcement."""
        notes = [] if self.notes.isHidden() else [self.notes.words]
        return " ".join([self.place.text(), *notes])

    def choose(self) -> None:
        """Show the milestone of the block; nothing where it has none."""
        if self._milestone is not None:
            self.host.reading.choose(self._milestone)

    def lay_out(self, stack: Stack) -> None:
        """Place what we say beside what can be opened."""
        buttons = [button for button in (self.entry, self.notes) if not button.isHidden()]
        stack.flow([self.place, *buttons], 2 * GRID, level=True)

    def _ask(self) -> None:
        if self._block is not None:
            self.notes_requested.emit(self._block)

    def _kind_words(self, kind: str) -> str:
        names = {
            "banner": self.tr("the banner over the page"),
            "title": self.tr("the title"),
            "caption": self.tr("the caption of a picture"),
            "heading": self.tr("a heading"),
            "paragraph": self.tr("a paragraph"),
            "list-item": self.tr("an item of a list"),
            "cell": self.tr("a cell of a table"),
            "milestone": self.tr("a dated entry"),
            "stamp": self.tr("when the page was last updated"),
            "residue": self.tr("text that stands in no other part"),
            "spacing": self.tr("a blank line"),
        }
        return names[kind]
