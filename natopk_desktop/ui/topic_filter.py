"""The filter in force: a chip for each topic, one for the period, how much is shown, and a way to show everything."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import msgspec
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QLabel, QMenu, QToolButton, QWidget

from natopk_desktop.dossier.date_words import words
from natopk_desktop.dossier.dates import EdtfError
from natopk_desktop.ui.chips import RemovableChip, TopicChip
from natopk_desktop.ui.theme import GRID, Role

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from natopk_desktop.ui.reading import Reading
    from natopk_desktop.ui.theme import Theme

MOST_CHIPS: Final = 8
GAP: Final = 2 * GRID
SMALLEST: Final = 24


class TopicFilter(QWidget):
    """Shows and changes the filter of a reading.

    Attributes:
        chips: one for each topic; those that there is no room for are in the menu of ``more``.
        more: opens the menu of the topics that have no room.
        period: the period in force; a click takes it away.
        shown: "4 of 11 shown" while anything is hidden.
        clear_button: shows everything.
    """

    def __init__(self, reading: Reading, theme: Theme, parent: QWidget | None = None) -> None:
        """Follow the filter of ``reading``."""
        super().__init__(parent)
        self._reading = reading
        self._theme = theme
        self._topics = reading.dossier.head.topics
        self.setAccessibleName(self.tr("Filter"))
        self.chips = [TopicChip(topic.name, row, theme, self) for row, topic in enumerate(self._topics)]
        for chip in self.chips:
            chip.toggled.connect(partial(self._turn, chip.row))  # a screen reader toggles, and clicks nothing
            chip.only_requested.connect(partial(self.show_only, chip.row))
            chip.menu_requested.connect(partial(self._open_menu, chip))
        self.more = QToolButton(self)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.more.setAccessibleName(self.tr("More topics"))
        self._more_menu = QMenu(self.more)
        self._more_menu.aboutToShow.connect(self._fill_more)
        self.more.setMenu(self._more_menu)
        self.period = RemovableChip("", theme, self)
        self.period.clicked.connect(self.remove_period)
        self.shown = QLabel(self)
        self.shown.setTextFormat(Qt.TextFormat.PlainText)
        self.clear_button = QToolButton(self)
        self.clear_button.setText(self.tr("Clear"))
        self.clear_button.setAccessibleName(self.tr("Clear filter"))
        self.clear_button.setAutoRaise(True)
        self.clear_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clear_button.clicked.connect(self.clear)
        reading.rows_changed.connect(self._follow)
        theme.changed.connect(self._dress)
        self._dress()
        self._follow()

    # What a reader can do

    def clear(self) -> None:
        """Show every entry."""
        had_focus = self.clear_button.hasFocus() or self.period.hasFocus()
        self._reading.clear_filter()
        if had_focus and self.chips:
            # The button hides itself; the keyboard must not be lost with it.
            self.chips[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_only(self, row: int) -> None:
        """Show the entries of the topic in ``row`` alone."""
        self._set_topics({self._topics[row].id})

    def show_all_topics(self) -> None:
        """Show the entries of all topics; the period stays."""
        self._set_topics({topic.id for topic in self._topics})

    def remove_period(self) -> None:
        """Show the entries of any time; the topics stay."""
        had_focus = self.period.hasFocus()
        self._reading.set_filter(msgspec.structs.replace(self._reading.filter, period=None))
        if had_focus and self.chips:
            self.chips[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear with Escape."""
        if event.key() == Qt.Key.Key_Escape and not self._reading.filter.is_open:
            self.clear()
        else:
            super().keyPressEvent(event)

    def _turn(self, row: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  # Qt gives it so
        """Show the topic in ``row`` if it was hidden, hide it if it was shown."""
        chosen = self._reading.filter.topics
        wanted = {topic.id for topic in self._topics} if chosen is None else set(chosen)
        self._set_topics(wanted ^ {self._topics[row].id})

    def _set_topics(self, wanted: set[str]) -> None:
        """Show ``wanted`` topics. With all of them nothing is held back, entries without a topic neither."""
        is_all = all(topic.id in wanted for topic in self._topics)
        topics = None if is_all else frozenset(wanted)
        self._reading.set_filter(msgspec.structs.replace(self._reading.filter, topics=topics))
        self._follow()

    def _open_menu(self, chip: TopicChip) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        only = menu.addAction(self.tr("Only {name}").format(name=chip.name.replace("&", "&&")))
        only.triggered.connect(partial(self.show_only, chip.row))
        menu.addAction(self.tr("All topics")).triggered.connect(self.show_all_topics)
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height())))

    def _fill_more(self) -> None:
        self._more_menu.clear()
        for chip in self._left_out():
            action = self._more_menu.addAction(chip.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(chip.isChecked())
            action.triggered.connect(partial(self._turn, chip.row))

    # Following the filter

    def _follow(self) -> None:
        reading = self._reading
        chosen = reading.filter.topics
        for chip, topic in zip(self.chips, self._topics, strict=True):
            chip.blockSignals(True)  # this is news, not a wish
            chip.setChecked(chosen is None or topic.id in chosen)
            chip.blockSignals(False)
        period = reading.filter.period
        if period is not None:
            self.period.rename(_period_words(period))
            self.period.setAccessibleName(self.tr("Remove the period {period}").format(period=self.period.name))
        self.shown.setText(
            self.tr("{shown} of {total} shown").format(shown=len(reading.rows), total=len(reading.dossier.milestones))
        )
        self.updateGeometry()
        self._lay_out()

    def _left_out(self) -> list[TopicChip]:
        return [chip for chip in self.chips if chip.isHidden()]

    # Size and place

    def sizeHint(self) -> QSize:
        """Ask for room for the chips and the count; it is kept free while nothing is hidden, so that nothing jumps."""
        chips = [chip.sizeHint().width() for chip in self.chips[:MOST_CHIPS]]
        if len(self.chips) > MOST_CHIPS:
            chips.append(self.more.sizeHint().width())
        tail = [self.shown.sizeHint().width(), self.clear_button.sizeHint().width()]
        if self._reading.filter.period is not None:
            tail.append(self.period.sizeHint().width())
        return QSize(sum(chips + tail) + GAP * (len(chips) + len(tail)), self._height())

    def minimumSizeHint(self) -> QSize:
        """Make do with the menu of topics and the count."""
        kept = (self.more, self.shown, self.clear_button)
        return QSize(sum(widget.sizeHint().width() + GAP for widget in kept), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many chips as there is room for."""
        super().resizeEvent(event)
        self._lay_out()

    def _height(self) -> int:
        return max(SMALLEST, self.fontMetrics().height() + 2 * GRID) + GRID

    def _lay_out(self) -> None:
        """Put what is needed side by side: first comes the room for what tells of hidden entries, then the chips."""
        is_open = self._reading.filter.is_open
        tail: list[QWidget] = [] if is_open else [self.shown, self.clear_button]
        room = self.width() - sum(widget.sizeHint().width() + GAP for widget in tail)
        has_period = self._reading.filter.period is not None
        least = self.more.sizeHint().width() + GAP
        if has_period and room - self.period.sizeHint().width() - GAP >= least:
            tail.insert(0, self.period)
            room -= self.period.sizeHint().width() + GAP
        chips = self._fitting(room)
        more: list[QWidget] = [self.more] if len(chips) < len(self.chips) else []
        self.more.setText(self.tr("{count} more").format(count=len(self.chips) - len(chips)))
        row: list[QWidget] = [*chips, *more, *tail]
        for widget in (*self.chips, self.more, self.period, self.shown, self.clear_button):
            widget.setVisible(widget in row)
        self._place(row)

    def _fitting(self, room: int) -> list[TopicChip]:
        """Return the chips that fit into ``room``, leaving out none or enough for the menu's button to fit too."""
        widths = [chip.sizeHint().width() + GAP for chip in self.chips]
        if len(widths) <= MOST_CHIPS and sum(widths) <= room + GAP:
            return self.chips
        room -= self.more.sizeHint().width()
        count = 0
        while count < min(MOST_CHIPS, len(widths)) and sum(widths[: count + 1]) <= room:
            count += 1
        return self.chips[:count]

    def _place(self, row: list[QWidget]) -> None:
        x = 0
        for widget in row:
            size = widget.sizeHint()
            left = self.width() - x - size.width() if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else x
            widget.setGeometry(left, (self.height() - size.height()) // 2, size.width(), size.height())
            x += size.width() + GAP

    def _dress(self) -> None:
        font = self._theme.font(Role.LABEL)
        for widget in (*self.chips, self.more, self.period, self.shown, self.clear_button):
            widget.setFont(font)
        colours = self._theme.colours
        self.shown.setStyleSheet(f"color: {colours.ink};")
        self.clear_button.setStyleSheet(
            f"QToolButton {{ color: {colours.accent}; border: 0; padding: 4px 6px; min-height: 16px; }}"
            f"QToolButton:hover {{ text-decoration: underline; }}"
            f"QToolButton:focus {{ border: 2px solid {colours.accent}; border-radius: 4px; padding: 2px 4px; }}"
        )
        self.updateGeometry()
        self._lay_out()


def _period_words(period: str) -> str:
    """Return a period in our words, or as it is written where it cannot be read."""
    try:
        found = words(period)
    except EdtfError:
        return period
    return found[:1].upper() + found[1:]
