"""What a reader can say of one finding: what it is, its date, or that it is right as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from natopk_desktop.dossier import corrections
from natopk_desktop.errors import InputError
from natopk_desktop.ui.announce import announce
from natopk_desktop.ui.output.dressing import Sentence, outline
from natopk_desktop.ui.review import wording
from natopk_desktop.ui.review.wording import ENTRY, KINDS
from natopk_desktop.ui.theme import GRID, Role
from natopk_desktop.ui.tool_row import button_style

if TYPE_CHECKING:
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.ui.review.findings import Finding
    from natopk_desktop.ui.tabs.dossier_page import DossierPage
    from natopk_desktop.ui.theme import Theme

QUOTED_LETTERS: Final = 400


class Editor(QWidget):
    """Shows one finding and takes what the reader says of it; each saying is a step that can be undone.

    Attributes:
        words: the source's words.
        reason: why a program thinks so, and what the reader has said of it.
        kind: what it is.
        date: the date, as EDTF; ``date_words`` says what that means or why it is none.
        set_date, accept: buttons.
    """

    def __init__(self, page: DossierPage, theme: Theme, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._page = page
        self._theme = theme
        self._finding: Finding | None = None
        self.words = Sentence(self)
        self.reason = Sentence(self)
        self.kind_label = QLabel(self.tr("This &is:"), self)
        self.kind = QComboBox(self)
        self.kind.setAccessibleName(self.tr("What this is"))
        for name, level, words in KINDS:
            self.kind.addItem(wording.tr(words).format(level=level), (name, level))
        self.kind_label.setBuddy(self.kind)
        self.date_label = QLabel(self.tr("Da&te:"), self)
        self.date = QLineEdit(self)
        self.date.setAccessibleName(self.tr("Date of this entry"))
        self.date.setPlaceholderText(self.tr("2005-10-08, 2005-10, 2005, 2005/2006; empty for none"))
        self.date_label.setBuddy(self.date)
        self.date_words = Sentence(self)
        self.set_date = QPushButton(self.tr("&Set date"), self)
        self.accept = QPushButton(self.tr("This is &right"), self)
        self.accept.setAccessibleDescription(self.tr("Accepts what was found, and goes to the next"))
        self._arrange()
        self.kind.activated.connect(self._on_kind)
        self.date.textChanged.connect(self._explain_date)
        self.date.returnPressed.connect(self._on_date)
        self.set_date.clicked.connect(self._on_date)
        self.accept.clicked.connect(self._on_accept)
        theme.changed.connect(self._dress)
        self._dress()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 2 * GRID, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(self.words)
        column.addWidget(self.reason)
        for label, field, button in ((self.kind_label, self.kind, None), (self.date_label, self.date, self.set_date)):
            label.setTextFormat(Qt.TextFormat.PlainText)
            row = QHBoxLayout()
            row.setSpacing(2 * GRID)
            row.addWidget(label)
            row.addWidget(field, 1)
            if button is not None:
                row.addWidget(button)
            column.addLayout(row)
        column.addWidget(self.date_words)
        row = QHBoxLayout()
        row.addWidget(self.accept)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def in_tab_order(self) -> list[QWidget]:
        """Return what the keyboard reaches, as one reads it."""
        return [self.kind, self.date, self.set_date, self.accept]

    @property
    def _dossier(self) -> Dossier:
        return self._page.opened.dossier

    # Showing

    def show_finding(self, finding: Finding | None) -> None:
        """Show what is known of ``finding``, or nothing."""
        self._finding = finding
        self.setVisible(finding is not None)
        if finding is None:
            for shown in (self.words, self.reason, self.date_words):
                shown.setText("")
            return
        dossier = self._dossier
        self.words.setText(wording.quoted(dossier, finding, QUOTED_LETTERS))
        told = wording.tr("Ours: {reason}").format(reason=finding.reason) if finding.reason else ""
        self.reason.setText("\n".join(part for part in (told, self._said(finding)) if part))
        self.reason.setVisible(bool(self.reason.text()))
        has_block = finding.block is not None
        self.kind.setVisible(has_block)
        self.kind_label.setVisible(has_block)
        self.kind.setCurrentIndex(self._kind_row(finding) if has_block else -1)
        is_entry = finding.milestone is not None
        edtf = dossier.milestones.edtf[finding.milestone] if finding.milestone is not None else None
        for part in (self.date_label, self.date, self.set_date, self.date_words):
            part.setVisible(is_entry)
        self.date.setText(edtf or "")
        self._explain_date()
        self.accept.setEnabled(finding.confidence is not None)

    def _said(self, finding: Finding) -> str:
        """Return what the reader has said of the entry and of its block."""
        names = [finding.id]
        if finding.block is not None:
            names.append(self._dossier.blocks.ids[finding.block])
        return "\n".join(filter(None, (wording.correction_of(self._dossier, name) for name in dict.fromkeys(names))))

    def _kind_row(self, finding: Finding) -> int:
        if finding.milestone is not None:
            return 0
        blocks = self._dossier.blocks
        kind, level = blocks.kinds[finding.block or 0], blocks.levels[finding.block or 0] or None
        exact = next((row for row, known in enumerate(KINDS) if known[:2] == (kind, level)), None)
        return exact if exact is not None else next(row for row, known in enumerate(KINDS) if known[0] == kind)

    def _explain_date(self) -> None:
        edtf = self.date.text().strip()
        try:
            corrections.check_date(edtf or None)
        except InputError as error:
            self.date_words.setText(error.message)
            self.set_date.setEnabled(False)
            return
        words = wording.tr("Ours: {date}").format(date=wording.date_of(edtf)) if edtf else self.tr("Ours: no date")
        self.date_words.setText(words)
        self.set_date.setEnabled(True)

    # Taking what the reader says

    def _on_kind(self) -> None:
        finding = self._finding
        if finding is None or finding.block is None or self.kind.currentIndex() == self._kind_row(finding):
            return
        kind, level = self.kind.currentData()
        block = self._dossier.blocks.ids[finding.block]
        if kind == ENTRY:
            # Late: it reads dates in many languages, and most that is reviewed is no new entry.
            from natopk_desktop.ui.review import dating

            edtf, printed = dating.date_in(self._dossier, finding.span) or (None, None)
            changed = corrections.make_milestone(self._dossier, block, edtf, printed)
        elif finding.milestone is not None:
            changed = corrections.not_milestone(self._dossier, finding.id, kind, level)
        else:
            changed = corrections.set_kind(self._dossier, block, kind, level)
        told = self.tr("Now: {kind}").format(kind=wording.kind_name(kind, level))
        self._page.change(changed, told)
        announce(self.kind, told)

    def _on_date(self) -> None:
        finding = self._finding
        if finding is None or finding.milestone is None or not self.set_date.isEnabled():
            announce(self.date, self.date_words.text())
            return
        edtf = self.date.text().strip() or None
        changed = corrections.set_date(self._dossier, finding.id, edtf)
        told = self.tr("Date set: {date}").format(date=wording.date_of(edtf) if edtf else self.tr("none"))
        self._page.change(changed, told)
        announce(self.date, told)

    def _on_accept(self) -> None:
        finding = self._finding
        if finding is not None and finding.confidence is not None:
            told = self.tr("Accepted")
            self._page.change(corrections.accept(self._dossier, finding.id), told)
            announce(self.accept, told)

    def _dress(self) -> None:
        theme = self._theme
        self.words.setFont(theme.font(Role.QUOTED))
        for label in (self.reason, self.kind_label, self.date_label, self.date_words):
            label.setFont(theme.font(Role.LABEL))
        self.date.setStyleSheet(outline(theme, "QLineEdit") + "QLineEdit { padding: 4px; }")
        for button in (self.set_date, self.accept):
            button.setStyleSheet(button_style(theme))
        self.kind.setMinimumHeight(max(24, self.kind.fontMetrics().height() + 2 * GRID))
