"""Ours: notes on the source."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from natopk_desktop.ui.detail.labels import LinkButton
from natopk_desktop.ui.detail.note_card import NoteCard
from natopk_desktop.ui.detail.part import Part, PartHeading
from natopk_desktop.ui.detail.stacking import Pool, show_only_if
from natopk_desktop.ui.theme import GRID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from natopk_desktop.dossier.model import Note
    from natopk_desktop.dossier.spans import Span
    from natopk_desktop.ui.detail.host import Host
    from natopk_desktop.ui.detail.stacking import Stack

MOST: Final = 100
"""Notes on one place that are shown."""


class NotesPart(Part):
    """The notes on a milestone or on a block of the page."""

    def __init__(self, host: Host, parent: QWidget) -> None:
        """Make the part without notes."""
        super().__init__(host, parent)
        self.heading = PartHeading(host, self)
        self.toggle = LinkButton(host.theme, self)
        self.toggle.clicked.connect(self._toggle_all)
        self.none = self.ours()
        self.cards: Pool[NoteCard] = Pool(partial(NoteCard, host, self))
        self._is_open = False
        self._witnesses = 0

    def show_notes(self, notes: Sequence[Note], shown: Sequence[Span]) -> None:
        """Show ``notes``; ``shown`` is what of the source the reader has before them."""
        count = len(notes)
        aside = self.tr("1 note") if count == 1 else self.tr("{count} notes").format(count=count)
        if count > MOST:
            aside = self.tr("{shown} of {count} notes").format(shown=MOST, count=count)
        self.heading.show_words(self.tr("Ours: notes on the source"), aside if count else "")
        if show_only_if(self.none, needed=not count):
            self.none.show_words(self.tr("Ours: nothing to remark."))
        kept = notes[:MOST]
        for number, (card, note) in enumerate(zip(self.cards.take(len(kept)), kept, strict=True), 1):
            here = {span for span in note.spans if any(span.overlaps(seen) for seen in shown)}
            card.show_note(number, note, here, is_open=self._is_open)
        self._witnesses = sum(len(note.witnesses) for note in kept)
        self._show_toggle()

    def lay_out(self, stack: Stack) -> None:
        """Place the heading and the cards."""
        stack.put(self.heading)
        if not self.toggle.isHidden():
            stack.put_link(self.toggle)
        stack.gap(GRID)
        if not self.none.isHidden():
            stack.put(self.none)
        for card in self.cards.used:
            stack.put(card)
            stack.gap(2 * GRID)

    def _show_toggle(self) -> None:
        if show_only_if(self.toggle, needed=self._witnesses > 1):
            words = self.tr("Close all {count} sources") if self._is_open else self.tr("Open all {count} sources")
            told = words.format(count=self._witnesses)
            self.toggle.show_words(told, told)

    def _toggle_all(self) -> None:
        self._is_open = not self._is_open
        was = self.host.blockSignals(True)  # one change of height, not one a line
        for card in self.cards.used:
            for line in card.witnesses.used:
                line.set_open(on=self._is_open)
        self.host.blockSignals(was)
        self._show_toggle()
        self.host.height_changed.emit()
