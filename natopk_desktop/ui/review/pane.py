"""The review pane: a list of what was found, and below it what a reader can say of the one that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLayout, QListView, QScrollArea, QVBoxLayout, QWidget

from natopk_desktop.ui.announce import announce
from natopk_desktop.ui.output.dressing import Sentence, outline
from natopk_desktop.ui.review import findings
from natopk_desktop.ui.review.editor import Editor
from natopk_desktop.ui.review.findings import Which
from natopk_desktop.ui.review.model import FindingsModel
from natopk_desktop.ui.slim_bars import slim
from natopk_desktop.ui.tabs.tab_bar import CloseButton
from natopk_desktop.ui.theme import GRID, Role

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QPaintEvent

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.ui.review.findings import Finding
    from natopk_desktop.ui.tabs.dossier_page import DossierPage
    from natopk_desktop.ui.theme import Theme

LEAST_LETTERS: Final = 30
LEAST_LINES: Final = 7


class ReviewPane(QWidget):
    """Lets a reader look through what a program found in a page, and correct it.

    Attributes:
        which: chooses what is listed.
        list: the findings.
        editor: what can be said of the chosen one.

    Signals:
        close_requested: the reader wants the pane gone.
    """

    close_requested = Signal()

    def __init__(self, page: DossierPage, theme: Theme) -> None:
        """Review the dossier of ``page``."""
        super().__init__(page)
        self._page = page
        self._theme = theme
        self._is_filling = False
        self.setAccessibleName(self.tr("Review"))
        self.told = Sentence(self)
        self.which = QComboBox(self)
        self.which.setAccessibleName(self.tr("What is listed"))
        self.which.addItem(self.tr("What was found, the least sure first"), Which.COMPUTED)
        self.which.addItem(self.tr("All parts of the page, in its order"), Which.ALL)
        self.which.addItem(self.tr("What you corrected or confirmed"), Which.CORRECTED)
        self.close_button = CloseButton(theme, self)
        self.close_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.close_button.setAccessibleName(self.tr("Close the review"))
        self.close_button.clicked.connect(self.close_requested)
        self.model = FindingsModel(page.opened.dossier, self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.list.setLayoutMode(QListView.LayoutMode.Batched)
        self.list.setAccessibleName(self.tr("Findings"))
        self.editor = Editor(page, theme, self)
        self._arrange()
        slim(self.list, theme)
        self.which.currentIndexChanged.connect(self._refill)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        theme.changed.connect(self._dress)
        self._dress()
        self._refill()
        if not self.model.findings:
            self.which.setCurrentIndex(self.which.findData(Which.ALL))

    def _arrange(self) -> None:
        title = QLabel(self.tr("Review"), self)
        title.setTextFormat(Qt.TextFormat.PlainText)
        self._title = title
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.close_button)
        area = QScrollArea(self)
        area.setWidget(self.editor)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        slim(area, self._theme)
        area.setMinimumHeight(0)
        column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(4 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addLayout(head)
        column.addWidget(self.which)
        column.addWidget(self.told)
        column.addWidget(self.list, 3)
        column.addWidget(area, 4)
        chain = [self.close_button, self.which, self.list, *self.editor.in_tab_order()]
        for at in range(1, len(chain)):
            QWidget.setTabOrder(chain[at - 1], chain[at])

    @property
    def finding(self) -> Finding | None:
        """The chosen finding, None where there is none."""
        row = self.list.currentIndex().row()
        return self.model.findings[row] if 0 <= row < len(self.model.findings) else None

    def take_focus(self) -> None:
        """Give the keyboard to the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self) -> None:
        """List what there is in the dossier as it is now; the reader stays at the same thing, or at the next."""
        before, row = self.finding, max(0, self.list.currentIndex().row())
        self._fill()
        same = None if before is None else self.model.findings.row_of(before.id)
        if same is None and before is not None and before.block is not None:
            # What was an entry is another part now, and the other way round: both stand in the same block.
            same = self.model.findings.row_of_block(before.block)
        self._choose(row if same is None else same)

    def choose(self, name: str) -> None:
        """Choose the thing of this id, in the list of all parts where it is in no other."""
        if self.model.findings.row_of(name) is None:
            self.which.setCurrentIndex(self.which.findData(Which.ALL))
        row = self.model.findings.row_of(name)
        if row is not None:
            self._choose(row)

    def minimumSizeHint(self) -> QSize:
        """Make do with few lines; list and editor scroll."""
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * LEAST_LETTERS, metrics.lineSpacing() * LEAST_LINES)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour(self._theme.colours.panel))

    def _refill(self) -> None:
        self._fill()
        self._choose(0)

    def _fill(self) -> None:
        self._is_filling = True
        self.model.show_findings(self._dossier, self.which.currentData())
        self._is_filling = False
        self.told.setText(self._words())

    def _choose(self, row: int) -> None:
        count = len(self.model.findings)
        if not count:
            self.editor.show_finding(None)
            return
        index = self.model.index(min(row, count - 1), 0)
        self._is_filling = True
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.list.scrollTo(index)
        self._is_filling = False
        self.editor.show_finding(self.finding)

    @property
    def _dossier(self) -> Dossier:
        return self._page.opened.dossier

    def _words(self) -> str:
        count = len(self.model.findings)
        which = self.which.currentData()
        if which is Which.CORRECTED:
            return self._words_on_corrections()
        if which is Which.ALL:
            return self.tr("{count} parts").format(count=count)
        if not count:
            return self.tr("Nothing here was guessed by a program, or you have looked through all of it.")
        return self.tr("{count} found by a program, for you to accept or to correct").format(count=count)

    def _words_on_corrections(self) -> str:
        corrected, confirmed = len(findings.corrected(self._dossier)), len(findings.confirmed(self._dossier))
        parts = [self.tr("{count} corrected by you").format(count=corrected)] if corrected else []
        if confirmed:
            parts.append(self.tr("{count} confirmed by you").format(count=confirmed))
        return " · ".join(parts) or self.tr("Nothing is corrected or confirmed yet.")

    def _on_current(self, index: QModelIndex) -> None:
        """Show the chosen finding, and where it stands in the page."""
        if self._is_filling or not index.isValid():
            return
        finding = self.finding
        self.editor.show_finding(finding)
        if finding is not None:
            self._page.view.reading.open_page(finding.span)
            announce(self, finding.reason)

    def _dress(self) -> None:
        theme = self._theme
        self._title.setFont(theme.font(Role.STRONG))
        self.told.setFont(theme.font(Role.LABEL))
        self.which.setFont(theme.font(Role.LABEL))
        self.list.setFont(theme.font(Role.LABEL))
        self.list.setStyleSheet(outline(theme, "QListView") + f"QListView::item {{ padding: {GRID}px; }}")
        self.which.setMinimumHeight(max(24, self.which.fontMetrics().height() + 2 * GRID))
        self.list.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
