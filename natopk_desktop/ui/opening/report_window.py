"""The whole report on a file that was read: what was lost, what was guessed, what else there is to say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout

from natopk_desktop.plain import one_line
from natopk_desktop.ui.menu_bar import QT_TRANSLATE_NOOP
from natopk_desktop.ui.opening import understood
from natopk_desktop.ui.output.dressing import Sentence
from natopk_desktop.ui.output.loss_view import LossView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from natopk_desktop.report import Item
    from natopk_desktop.ui.tabs.opened import Opened
    from natopk_desktop.ui.theme import Theme

CONTEXT: Final = "ImportReport"
HEADS: Final = (
    ("error", QT_TRANSLATE_NOOP("ImportReport", "Wrong in the file")),
    ("lost", QT_TRANSLATE_NOOP("ImportReport", "Not taken in, though the file's own bytes are kept")),
    ("guessed", QT_TRANSLATE_NOOP("ImportReport", "Guessed")),
    ("info", QT_TRANSLATE_NOOP("ImportReport", "Good to know")),
)
MOST_IDS: Final = 12
MOST_ITEMS: Final = 2000
"""Items told under a head; nobody reads on after so many, and the number of all is told."""


class ReportWindow(QDialog):
    """Shows a report beside the dossier it is about. Deletes itself when closed.

    Attributes:
        view: the report, to be read and copied.
    """

    def __init__(self, opened: Opened, summary: str, theme: Theme, parent: QWidget) -> None:
        """Tell of ``opened``, which ``summary`` sums up."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("What was understood of the file"))
        head = Sentence(self)
        head.setText(summary)
        self.view = LossView(theme, self)
        self.view.setAccessibleName(self.tr("Report on the file"))
        self.view.setPlainText(text(opened))
        buttons = QDialogButtonBox(self)
        copy = buttons.addButton(self.tr("C&opy report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._copy)
        self.close_button = buttons.addButton(self.tr("&Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.close_button.setDefault(True)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(head)
        layout.addWidget(self.view, 1)
        layout.addWidget(buttons)
        metrics = self.fontMetrics()
        room = self.screen().availableSize()
        width = min(metrics.averageCharWidth() * 84, room.width() - 80)
        self.resize(width, min(metrics.lineSpacing() * 30, room.height() - 80))
        self.view.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.view.toPlainText())


def text(opened: Opened) -> str:
    """Return a report as paragraphs: the gravest first, then the numbers."""
    paragraphs: list[str] = []
    for severity, head in HEADS:
        items = [item for item in opened.items if item.severity == severity]
        if items:
            paragraphs += ["", _tr(head), *map(paragraph, items[:MOST_ITEMS])]
        if len(items) > MOST_ITEMS:
            more = _tr(QT_TRANSLATE_NOOP("ImportReport", "… and {count} more"))
            paragraphs.append(more.format(count=len(items) - MOST_ITEMS))
    if opened.counts:
        paragraphs += ["", _tr(QT_TRANSLATE_NOOP("ImportReport", "In numbers (characters of each part of the page)"))]
        paragraphs += [f"{name.replace('_', ' ')}: {number}" for name, number in opened.counts.items()]
    if not paragraphs and understood.has_guesses(opened):
        told = QT_TRANSLATE_NOOP("ImportReport", "There is nothing more to tell. The review (F8) lists what was found.")
        return _tr(told)
    if not paragraphs:
        return _tr(QT_TRANSLATE_NOOP("ImportReport", "There is nothing to tell: all of it was understood."))
    return "\n".join(paragraphs[1:])


def paragraph(item: Item) -> str:
    """Return what one item says, where, and what can be done."""
    where = item.where
    ids = where.ids or ((where.id,) if where.id else ())
    places = [] if where.line is None else [_tr(QT_TRANSLATE_NOOP("ImportReport", "line {n}")).format(n=where.line)]
    if where.span is not None:
        told = _tr(QT_TRANSLATE_NOOP("ImportReport", "characters {start} to {end}"))
        places.append(told.format(start=where.span.start + 1, end=where.span.end))
    if ids:
        places.append(one_line(", ".join(ids[:MOST_IDS])) + (" …" if len(ids) > MOST_IDS else ""))
    told = one_line(item.message) + (f" ({'; '.join(places)})" if places else "")
    return f"• {told}" + (f" {_sentence(one_line(item.remedy))}" if item.remedy else "")


def _sentence(words: str) -> str:
    """Return a remedy, which may be told as a clause, as a sentence."""
    return f"{words[:1].upper()}{words[1:]}" + ("" if words.endswith((".", "!", "?")) else ".")


def _tr(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)
