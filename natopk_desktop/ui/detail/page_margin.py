"""Buttons beside the page's text: from an entry back to the milestone, and to the notes on a block."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from natopk_desktop.ui.detail.labels import CHEVRON, SMALLEST_TARGET, LinkButton
from natopk_desktop.ui.detail.stacking import Pool
from natopk_desktop.ui.theme import GRID, Role

if TYPE_CHECKING:
    from natopk_desktop.ui.detail.host import Host
    from natopk_desktop.ui.detail.page_text import PageText

MEASURE: Final = 752
NARROWEST_TEXT: Final = 320
"""Pixels at text size 100 % that the text keeps; where it cannot, the buttons beside it are left out."""


class Mark(NamedTuple):
    """What stands beside a block: its row, the row of its milestone if it has one, and the number of its notes."""

    block: int
    milestone: int | None
    notes: int


class PageMargin(QObject):
    """Keeps the buttons beside the blocks that are seen.

    Signals:
        notes_requested: show the notes on the block in this row.
    """

    notes_requested = Signal(int)

    def __init__(self, host: Host, text: PageText) -> None:
        """Stand beside ``text``."""
        super().__init__(text)
        self._host = host
        self._text = text
        self._entries: Pool[LinkButton] = Pool(self._make_entry)
        self._notes: Pool[LinkButton] = Pool(self._make_note)
        self._tops: dict[int, int] = {}
        self._width = 0
        text.seen_changed.connect(self.place)

    def fit(self, width: int) -> None:
        """Share a width in pixels between the text and what is beside it."""
        scale = self._host.theme.text_scale
        probe = LinkButton(self._host.theme, self._text, Role.SMALL)
        probe.hide()
        probe.show_words(self.tr("Entry {number}").format(number=8888) + self.tr("{count} notes").format(count=88), "")
        wanted = probe.natural_width() + 8 * GRID
        probe.setParent(None)
        probe.deleteLater()
        self._width = wanted if width - wanted >= NARROWEST_TEXT * scale else 0
        rest = max(0, width - self._width - round(MEASURE * scale))
        mirrored = self._text.layoutDirection() == Qt.LayoutDirection.RightToLeft
        far = self._width + rest
        self._text.setViewportMargins(far if mirrored else 0, 0, 0 if mirrored else far, 0)
        self.place()

    def place(self) -> None:
        """Put the buttons beside what is seen now."""
        marks = self._seen_marks()
        self._mark_noted(marks)
        shown = marks if self._width else []
        entries = [mark for mark in shown if mark.milestone is not None]
        notes = [mark for mark in shown if mark.notes]
        self._tops = self._tops_of(shown)
        for button, mark in zip(self._entries.take(len(entries)), entries, strict=True):
            self._show_entry(button, mark)
        for button, mark in zip(self._notes.take(len(notes)), notes, strict=True):
            self._show_note(button, mark)
        self._set_tab_order(shown)

    def _seen_marks(self) -> list[Mark]:
        host, text = self._host, self._text
        seen = text.seen()
        if seen.end <= seen.start:
            return []
        dossier, marks = host.dossier, []
        for row in dossier.bearings.blocks_touched(seen):
            if dossier.blocks.kinds[row] == "spacing":
                continue
            milestone = dossier.bearings.milestone_of_block(row)
            mark = Mark(row, milestone, len(dossier.bearings.notes_on_block(row)))
            if mark.milestone is not None or mark.notes:
                marks.append(mark)
        return marks

    def _tops_of(self, marks: list[Mark]) -> dict[int, int]:
        """Return where the buttons of each block stand: beside its first line, or as high as it is still seen."""
        area = self._text.viewport().geometry()
        tops = {mark.block: area.top() + (self._text.top_of(mark.block) or 0) for mark in marks}
        if marks and tops[marks[0].block] < area.top():
            below = tops[marks[1].block] if len(marks) > 1 else area.bottom()
            tops[marks[0].block] = min(area.top(), below - SMALLEST_TARGET)
        return tops

    def _mark_noted(self, marks: list[Mark]) -> None:
        noted: list[tuple[int, int]] = []
        for mark in marks:
            if mark.notes:
                noted.extend(self._text.runs.ranges(self._host.dossier.blocks.span(mark.block)))
        if noted != self._text.noted:
            self._text.noted = noted
            self._text.viewport().update()

    def _show_entry(self, button: LinkButton, mark: Mark) -> None:
        number = (mark.milestone or 0) + 1
        words = self.tr("Entry {number}").format(number=number)
        button.show_words(words, self.tr("{words}: show it by itself").format(words=words), CHEVRON)
        button.setProperty("row", mark.milestone)
        self._put(button, mark, 0)

    def _show_note(self, button: LinkButton, mark: Mark) -> None:
        words = self.tr("1 note") if mark.notes == 1 else self.tr("{count} notes").format(count=mark.notes)
        number = mark.block + 1
        button.show_words(words, self.tr("{words} on block {number} of the page").format(words=words, number=number))
        button.setProperty("row", mark.block)
        self._put(button, mark, self._width // 2 if mark.milestone is not None else 0)

    def _put(self, button: LinkButton, mark: Mark, x: int) -> None:
        viewport = self._text.viewport().geometry()
        width = min(button.natural_width(), self._width)
        height = button.height_at(width)
        top = self._tops[mark.block]
        left = viewport.right() + 2 * GRID + x
        if self._text.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = viewport.left() - 2 * GRID - x - width
        button.setGeometry(left, top, width, height)
        button.setVisible(viewport.top() - height < top < viewport.bottom())

    def _set_tab_order(self, marks: list[Mark]) -> None:
        before: QWidget = self._text
        entries, notes = iter(self._entries.used), iter(self._notes.used)
        for mark in marks:
            buttons = [next(entries)] if mark.milestone is not None else []
            buttons += [next(notes)] if mark.notes else []
            for button in buttons:
                if before.nextInFocusChain() is not button:
                    QWidget.setTabOrder(before, button)
                before = button

    def _make_entry(self) -> LinkButton:
        button = LinkButton(self._host.theme, self._text, Role.SMALL)
        button.clicked.connect(partial(self._choose, button))
        return button

    def _make_note(self) -> LinkButton:
        button = LinkButton(self._host.theme, self._text, Role.SMALL)
        button.clicked.connect(partial(self._ask, button))
        return button

    def _choose(self, button: LinkButton) -> None:
        self._host.reading.choose(button.property("row"))

    def _ask(self, button: LinkButton) -> None:
        self.notes_requested.emit(button.property("row"))
