"""One entry at a time on the full screen, for a projector: the date, the words as large as they fit, the figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from natopk_desktop.plain import one_line
from natopk_desktop.ui.announce import announce
from natopk_desktop.ui.presentation_figures import FigureRow
from natopk_desktop.ui.theme import OUR_FAMILY, SOURCE_FAMILY
from natopk_desktop.ui.timeline import entries

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent

    from natopk_desktop.ui.reading import Reading
    from natopk_desktop.ui.theme import Theme

DESIGN: Final = (1024, 768)
"""The screen that the sizes below, in pixels, are meant for; on others they grow and shrink with it."""

DATE: Final = 30
TOPIC: Final = 20
FOOT: Final = 16
LARGEST: Final = 76
SMALLEST: Final = 32
MARGIN: Final = 56
LONGEST_FITTED: Final = 4000
"""Characters from which on a text gets the smallest size untried; it cannot fit."""

RESTS: Final = 3000
"""Milliseconds after which a mouse that rests is hidden, and with it the buttons."""

NEXT_KEYS: Final = frozenset({Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_Enter})
PREVIOUS_KEYS: Final = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_Backspace})
LEAVING_KEYS: Final = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_F5, Qt.Key.Key_F11})


class Presentation(QWidget):
    """A full-screen window that follows the place of a reading, and moves it. Deletes itself when closed.

    Attributes:
        date, words, topics, figures: what the entry says.
        place, source, notes: where it stands, what it is taken from, and how many notes of ours there are on it.
        area: holds words and figures; scrolls where they do not fit at the smallest size.
    """

    def __init__(self, reading: Reading, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the chosen entry of ``reading``, the first where none of those shown is chosen."""
        super().__init__(parent, Qt.WindowType.Window)
        self._reading = reading
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Presentation"))
        self.setAccessibleName(self.tr("Presentation"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoFillBackground(True)
        self.setMouseTracking(True)
        self.date, self.topics, self.words = self._label(), self._label(), self._label()
        self.place, self.source, self.notes, self.hint = (self._label() for _ in range(4))
        self.words.setWordWrap(True)
        self.source.setWordWrap(True)
        self.figures = FigureRow(reading.dossier, theme, self)
        self.area = self._area()
        self.buttons = self._make_buttons()
        self._arrange()
        self._rest = QTimer(self, singleShot=True, interval=RESTS)
        self._rest.timeout.connect(self._hide_mouse)
        if reading.position is None:
            reading.choose_first()
        reading.location_changed.connect(self._show_entry)
        reading.rows_changed.connect(self._show_entry)
        theme.changed.connect(self._dress)
        self._fill()
        self._dress()
        if parent is not None:
            self.setGeometry(parent.screen().geometry())

    # Making

    def _label(self) -> QLabel:
        """Return a label that shows what it is given as it is, and lets the mouse through."""
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return label

    def _area(self) -> QScrollArea:
        inside = QWidget(self)
        inside.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addStretch(1)
        layout.addWidget(self.words)
        layout.addWidget(self.figures)
        layout.addStretch(2)
        area = QScrollArea(self)
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("The entry"))
        # The ground is the window's, drawn once.
        area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        area.viewport().setMouseTracking(True)
        area.viewport().installEventFilter(self)
        return area

    def _make_buttons(self) -> list[QToolButton]:
        made = []
        for sign, name, slot in (
            ("‹", self.tr("Previous entry"), self._go_back),
            ("›", self.tr("Next entry"), self._go_on),
            ("×", self.tr("Leave the presentation"), self.close),
        ):
            button = QToolButton(self)
            button.setText(sign)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setAutoRaise(True)
            # The keys do the same; the keyboard must stay where they work.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(slot)
            made.append(button)
        for widget in (*made, self.hint):
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            widget.setSizePolicy(policy)
        return made

    def _arrange(self) -> None:
        self.source.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._column = QVBoxLayout(self)
        head = QHBoxLayout()
        head.addWidget(self.date)
        head.addStretch(1)
        head.addWidget(self.topics)
        foot = QHBoxLayout()
        lines = QVBoxLayout()
        first = QHBoxLayout()
        first.addWidget(self.place)
        first.addSpacing(24)
        first.addWidget(self.notes)
        first.addStretch(1)
        lines.addLayout(first)
        lines.addWidget(self.source)
        foot.addLayout(lines, 1)
        for widget in (self.hint, *self.buttons):
            foot.addWidget(widget)
        self._line = QFrame(self)
        self._line.setFrameShape(QFrame.Shape.NoFrame)
        self._line.setAutoFillBackground(True)
        self._line.setFixedHeight(1)
        self._column.addLayout(head)
        self._column.addWidget(self.area, 1)
        self._column.addWidget(self._line)
        self._column.addLayout(foot)

    # What is shown

    def _fill(self) -> None:
        """Put the chosen entry's words and ours into their places."""
        dossier, row = self._reading.dossier, self._reading.row
        self.source.setText(self._source_line())
        if row is None or not self._reading.rows:
            self.words.setText(self.tr("There is no entry to show."))
            for label in (self.date, self.topics, self.place, self.notes):
                label.clear()
            self.figures.show_figures([])
            return
        entry = entries.make(dossier, row, None)
        self.date.setText(one_line(entries.date_in_words(entry)))
        self.words.setText(entry.text)
        self.topics.setText(one_line(entries.topic_names(dossier, entry)))
        self.figures.show_figures(dossier.bearings.figures_of(dossier.milestones.ids[row]))
        self.place.setText(self._place(row))
        self.notes.setText(
            "" if not entry.notes else self.tr("Ours: {notes}").format(notes=entries.notes_mark(entry.notes))
        )
        self.setAccessibleDescription(self._spoken())

    def _place(self, row: int) -> str:
        reading = self._reading
        total = len(reading.dossier.milestones)
        words = self.tr("Entry {number} of {total}").format(number=row + 1, total=total)
        if len(reading.rows) == total or reading.position is None:
            return words
        at = self.tr("{at} of {shown} shown").format(at=reading.position + 1, shown=len(reading.rows))
        return f"{words} · {at}"

    def _source_line(self) -> str:
        """Return publisher, title and stamp; title and stamp are the source's words."""
        source = self._reading.dossier.head.source
        stamp = "" if source.updated is None else source.updated.span.of(self._reading.dossier.text)
        parts = (
            source.publisher,
            f"“{source.title}”",
            self.tr("last updated {stamp}").format(stamp=stamp) if stamp else "",
        )
        return one_line(", ".join(part for part in parts if part))

    def _spoken(self) -> str:
        parts = (self.date, self.words, self.topics, self.place, self.notes)
        return ". ".join(label.text().rstrip(".") for label in parts if label.text())

    def _show_entry(self) -> None:
        self._fill()
        self._dress_date()
        self._fit()
        self.area.verticalScrollBar().setValue(0)
        announce(self, self._spoken())

    # Moving

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the usual keys of a presentation; Up and Down scroll first where there is more than fits."""
        key = Qt.Key(event.key())
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        ahead, back = (Qt.Key.Key_Left, Qt.Key.Key_Right) if is_mirrored else (Qt.Key.Key_Right, Qt.Key.Key_Left)
        is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in LEAVING_KEYS:
            self.close()
        elif key in PREVIOUS_KEYS or key == back or (key == Qt.Key.Key_Space and is_shifted):
            self._go_back()
        elif key in NEXT_KEYS or key == ahead:
            self._go_on()
        elif key == Qt.Key.Key_Home:
            self._reading.choose_first()
        elif key == Qt.Key.Key_End:
            self._reading.choose_last()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._scroll_or_move(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _scroll_or_move(self, by: int) -> None:
        bar = self.area.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + by * self.area.viewport().height() // 2)
        if bar.value() == before:
            self._move(by)

    def _go_on(self) -> None:
        self._move(1)

    def _go_back(self) -> None:
        self._move(-1)

    def _move(self, by: int) -> None:
        before = self._reading.row
        self._reading.step(by)
        if self._reading.row == before:
            announce(self, self.tr("This is the last entry") if by > 0 else self.tr("This is the first entry"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go on with a click."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._go_on()

    # The mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the mouse and the buttons while it moves."""
        super().mouseMoveEvent(event)
        self._show_mouse()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the mouse over the words, too."""
        if event.type() == QEvent.Type.MouseMove:
            self._show_mouse()
        return super().eventFilter(watched, event)

    def _show_mouse(self) -> None:
        self.unsetCursor()
        for widget in (self.hint, *self.buttons):
            widget.show()
        self._rest.start()

    def _hide_mouse(self) -> None:
        self.setCursor(Qt.CursorShape.BlankCursor)
        for widget in (self.hint, *self.buttons):
            widget.hide()

    # Size and dress

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keyboard, and let the mouse rest."""
        super().showEvent(event)
        self.setFocus()
        self._show_mouse()
        announce(self, self._spoken())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let everything grow with the screen."""
        super().resizeEvent(event)
        self._dress()

    def _unit(self) -> float:
        return max(0.4, min(self.width() / DESIGN[0], self.height() / DESIGN[1]))

    def _font(self, family: str, pixels: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        font = QFont(family)
        font.setPixelSize(max(1, round(pixels * self._unit())))
        font.setWeight(weight)
        return font

    def _dress(self) -> None:
        unit = self._unit()
        margin = round(MARGIN * unit)
        self._column.setContentsMargins(margin, round(margin * 0.7), margin, round(margin * 0.4))
        self._column.setSpacing(round(16 * unit))
        self.topics.setFont(self._font(OUR_FAMILY, TOPIC))
        for widget in (self.place, self.source, self.notes, self.hint):
            widget.setFont(self._font(OUR_FAMILY, FOOT))
        for button in self.buttons:
            button.setFont(self._font(OUR_FAMILY, 1.4 * FOOT))
            button.setFixedSize(max(24, round(34 * unit)), max(24, round(34 * unit)))
        self.figures.set_unit(unit)
        colours = self._theme.colours
        self._tint(self, QPalette.ColorRole.Window, colours.ground)
        self._tint(self._line, QPalette.ColorRole.Window, colours.hairline)
        for label in (self.place, self.source, self.hint):
            self._tint(label, QPalette.ColorRole.WindowText, colours.soft_ink)
        self._tint(self.words, QPalette.ColorRole.WindowText, colours.ink)
        self._tint(self.notes, QPalette.ColorRole.WindowText, colours.note)
        self._dress_date()
        self._fit()

    def _dress_date(self) -> None:
        """Set the date of the source in our accent, and what we say where it has none in italics."""
        row = self._reading.row
        is_printed = row is not None and bool(self._reading.dossier.milestones.printed.spans(row))
        font = self._font(OUR_FAMILY, DATE, QFont.Weight.DemiBold if is_printed else QFont.Weight.Normal)
        font.setItalic(not is_printed)
        self.date.setFont(font)
        colours = self._theme.colours
        self._tint(self.date, QPalette.ColorRole.WindowText, colours.accent if is_printed else colours.soft_ink)
        # A colour for an entry's topic, which is named; of several the first one's would say too little.
        topics = [] if row is None else self._reading.dossier.milestones.topics[row]
        tint = colours.topic(topics[0]) if len(topics) == 1 else colours.soft_ink
        self._tint(self.topics, QPalette.ColorRole.WindowText, tint)

    def _tint(self, widget: QWidget, role: QPalette.ColorRole, colour: str) -> None:
        palette = widget.palette()
        palette.setColor(role, self._theme.colour(colour))
        widget.setPalette(palette)

    def _fit(self) -> None:
        """Give the words the largest size at which they and the figures fit, or the smallest there is."""
        self._column.activate()
        # Not the viewport's, which follows later.
        room = self.area.size()
        height = room.height() - self.figures.height_for(room.width())
        low, high = SMALLEST, LARGEST if len(self.words.text()) <= LONGEST_FITTED else SMALLEST
        while low < high:
            middle = (low + high + 1) // 2
            if self._fits(middle, room.width(), height):
                low = middle
            else:
                high = middle - 1
        # Without a bar where all fits: the room it takes would break the lines anew, and call for the bar again.
        policies = Qt.ScrollBarPolicy
        fits = self._fits(low, room.width(), height)
        self.area.setVerticalScrollBarPolicy(policies.ScrollBarAlwaysOff if fits else policies.ScrollBarAsNeeded)
        self._make_room_for_place()

    def _make_room_for_place(self) -> None:
        """Leave the hint out where it would stand in the way of where the entry stands."""
        foot = (self.place, self.notes, *self.buttons)
        taken = sum(widget.sizeHint().width() + self._column.spacing() for widget in foot) + 24
        words = self.tr("Arrow keys move, Esc leaves")
        room = self.width() - 2 * self._column.contentsMargins().left() - taken
        self.hint.setText(words if self.hint.fontMetrics().horizontalAdvance(words) <= room else "")

    def _fits(self, size: int, width: int, height: int) -> bool:
        """Tell whether the words fit at ``size``, none of them cut."""
        font = self._font(SOURCE_FAMILY, size)
        self.words.setFont(font)
        widest = max(map(QFontMetrics(font).horizontalAdvance, self.words.text().split()), default=0)
        return widest <= width and self.words.heightForWidth(width) <= height
