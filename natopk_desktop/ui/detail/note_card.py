"""One note of ours on the source: what kind, what it says, the other places it concerns, and its witnesses."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from natopk_desktop.dossier.spans import line_of
from natopk_desktop.ui.detail import excerpts
from natopk_desktop.ui.detail.labels import CHEVRON, LinkButton
from natopk_desktop.ui.detail.part import Part
from natopk_desktop.ui.detail.stacking import Pool, Stack, show_only_if
from natopk_desktop.ui.detail.witness import WitnessLine
from natopk_desktop.ui.painting import fill
from natopk_desktop.ui.theme import GRID, Role

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from natopk_desktop.dossier.model import Note
    from natopk_desktop.dossier.spans import Span
    from natopk_desktop.ui.detail.host import Host
    from natopk_desktop.ui.detail.labels import Styled

PADDING: Final = 2 * GRID
BAR: Final = 3
MOST_PLACES: Final = 12
QUOTED: Final = 60


class NoteCard(Part):
    """A note on its own ground, with a bar at its near side."""

    def __init__(self, host: Host, parent: QWidget) -> None:
        """Make an empty card."""
        super().__init__(host, parent)
        self.message = self.ours()
        self.message.set_role(Role.LABEL, "ink")
        self.reading = self.ours()
        self.reading.set_role(Role.LABEL, "ink")
        self.places: Pool[LinkButton] = Pool(self._make_place)
        self.witnesses: Pool[WitnessLine] = Pool(partial(WitnessLine, host, self))
        self._spans: list[Span] = []

    def show_note(self, number: int, note: Note, here: Collection[Span], *, is_open: bool) -> None:
        """Show ``note`` as the one of this number.

        Args:
            number: its number among those shown.
            note: the note.
            here: its spans that the reader has before them; the others get a button.
            is_open: with its witnesses open.
        """
        self._show_message(note)
        if show_only_if(self.reading, needed=note.reading is not None):
            self.reading.show_words(self.tr("Ours: to be read as “{reading}”.").format(reading=note.reading))
        self._show_places(number, [span for span in note.spans if span not in here])
        shown = zip(self.witnesses.take(len(note.witnesses)), note.witnesses, strict=True)
        for which, (line, witness) in enumerate(shown, 1):
            place = self.tr("Note {number}, source {which}").format(number=number, which=which)
            line.show_witness(witness, place, is_open=is_open)

    def height_at(self, width: int) -> int:
        """Lay the card out inside its padding."""
        stack = Stack(self, width - PADDING, 2 * GRID)
        stack.put(self.message, PADDING)
        if not self.reading.isHidden():
            stack.put(self.reading, PADDING)
        if self.places.used or self.witnesses.used:
            stack.gap(GRID)
        stack.flow(self.places.used, GRID, PADDING)
        for line in self.witnesses.used:
            stack.put(line, PADDING)
        return stack.y + 2 * GRID

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the bar."""
        theme = self.host.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(theme.colours.note_ground))
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        bar = QRectF(self.width() - BAR if mirrored else 0, 0, BAR, self.height())
        fill(painter, bar, theme.colour(theme.colours.note))
        painter.end()

    def _show_message(self, note: Note) -> None:
        kind = self.kind_words(note.kind)
        words = f"{kind}. {note.message}"
        styled: list[Styled] = [(0, len(kind) + 1, Role.STRONG, None)]
        for span in note.spans:  # the source's words quoted in a note stand in the source's face
            quoted = f"“{span.of(self.host.text)}”" if span.end - span.start <= QUOTED else ""
            at = words.find(quoted) if quoted else -1
            if at >= 0:
                styled.append((at + 1, at + len(quoted) - 1, Role.QUOTED, None))
        self.message.show_words(words, styled)

    def _show_places(self, number: int, spans: list[Span]) -> None:
        text = self.host.text
        self._spans = spans[:MOST_PLACES]
        for at, (button, span) in enumerate(zip(self.places.take(len(self._spans)), self._spans, strict=True)):
            quoted = excerpts.first_words(text, span, QUOTED)
            if len(quoted) < span.end - span.start:
                words = self.tr("Also on line {line}, from “{words}” on")
            else:
                words = self.tr("Also on line {line}, “{words}”")
            if at == MOST_PLACES - 1 and len(spans) > MOST_PLACES:
                rest = self.tr(", and {count} places more").format(count=len(spans) - MOST_PLACES)
            else:
                rest = ""
            told = words.format(line=line_of(text, span.start), words=quoted) + rest
            name = self.tr("Note {number}: {words}").format(number=number, words=told)
            button.show_words(told, name, CHEVRON)

    def _make_place(self) -> LinkButton:
        button = LinkButton(self.host.theme, self)
        button.clicked.connect(partial(self._open, button))
        return button

    def _open(self, button: LinkButton) -> None:
        at = list(self.places.used).index(button)
        self.host.open_page(self._spans[at])

    def kind_words(self, kind: str) -> str:
        """Return what a kind of note is called."""
        names = {
            "slip": self.tr("Slip"),
            "discrepancy": self.tr("Discrepancy"),
            "inferred-date": self.tr("Inferred date"),
            "witness": self.tr("Witness"),
            "unconfirmed": self.tr("Unconfirmed"),
            "gap": self.tr("Gap"),
        }
        return names[kind]
