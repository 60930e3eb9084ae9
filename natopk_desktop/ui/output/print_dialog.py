"""Print and print preview: one window, in which the pages are seen as they will be printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout

from natopk_desktop.documents import labels
from natopk_desktop.errors import InputError
from natopk_desktop.plain import one_line
from natopk_desktop.ui.announce import announce
from natopk_desktop.ui.output.choosing import usual_paper
from natopk_desktop.ui.output.page_setter import PageSetter
from natopk_desktop.ui.output.print_form import PrintForm
from natopk_desktop.ui.output.print_preview import Preview
from natopk_desktop.ui.output.print_request import PrintRequest
from natopk_desktop.ui.output.printing_process import PrinterSearch, PrintRun
from natopk_desktop.ui.slim_bars import slim
from natopk_desktop.ui.theme import GRID

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.ui.reading import Reading
    from natopk_desktop.ui.theme import Theme

TITLE_LETTERS: Final = 80
FORM_LETTERS: Final = 30
FORM_SHARE: Final = 0.45


class PrintDialog(QDialog):
    """Chooses pages, shows them, and sends them to a printer. Deletes itself when closed.

    Attributes:
        form: what is wanted.
        preview: the pages.
        news: what goes on, or is in the way.
        print_button, pdf_button, close_button: what can be done.

    Signals:
        pdf_wanted: these pages are wanted as a PDF instead; the dialog closes.
        printed: the name of the printer that has taken the pages.
    """

    pdf_wanted = Signal()
    printed = Signal(str)

    def __init__(self, reading: Reading, theme: Theme, parent: QWidget, *, as_preview: bool = False) -> None:
        """Begin with the summary on the paper of the reader's country.

        Args:
            reading: what is open.
            theme: colours and fonts.
            parent: the window that asks.
            as_preview: whether the reader asks for the pages first of all.
        """
        super().__init__(parent)
        self._reading = reading
        self._theme = theme
        self._pages: tuple[bytes, ...] = ()
        self._has_printers: bool | None = None
        self._no_printer = ""
        self._run: PrintRun | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Print preview") if as_preview else self.tr("Print"))
        self.form = PrintForm(reading, theme, usual_paper(), self)
        self.preview = Preview(theme, self)
        self.news = QLabel(self)
        self.news.setTextFormat(Qt.TextFormat.PlainText)
        self.news.setWordWrap(True)
        self._setter = PageSetter(reading.dossier, self)
        self._search: PrinterSearch | None = None
        self._arrange()
        self._connect()
        self._set_pages()
        self.find_printers()
        self._resize(as_preview=as_preview)
        self.form.options.document.setFocus()
        if as_preview:
            self.preview.take_focus()

    # Making

    def _arrange(self) -> None:
        self._column = QScrollArea(self)
        self._column.setWidget(self.form)
        self._column.setWidgetResizable(True)
        self._column.setFrameShape(QFrame.Shape.NoFrame)
        self._column.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column.setAccessibleName(self.tr("What is printed"))
        slim(self._column, self._theme)
        buttons = QDialogButtonBox(self)
        self.close_button = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.pdf_button = buttons.addButton(self.tr("Save as PD&F…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.print_button = buttons.addButton(self.tr("&Print"), QDialogButtonBox.ButtonRole.ActionRole)
        self._buttons = buttons
        foot = QHBoxLayout()
        foot.setContentsMargins(4 * GRID, 2 * GRID, 4 * GRID, 3 * GRID)
        foot.addWidget(self.news, 1)
        foot.addWidget(buttons)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._column)
        middle.addWidget(self.preview, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(middle, 1)
        layout.addLayout(foot)
        for part in (self._column, self.preview, self.news, buttons):
            part.raise_()  # to be read in this order by a screen reader

    def _connect(self) -> None:
        self.form.choice_changed.connect(self._set_pages)
        self.form.pages_changed.connect(self._show_state)
        self.form.grey.toggled.connect(self.preview.sheet.set_grey)
        self.form.again.clicked.connect(self.find_printers)
        self._setter.ready.connect(self._on_pages)
        self._setter.failed.connect(self._on_no_pages)
        self.print_button.clicked.connect(self.print_now)
        self.pdf_button.clicked.connect(self._ask_for_pdf)
        self._buttons.rejected.connect(self.reject)
        self._theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        wanted = self.fontMetrics().averageCharWidth() * FORM_LETTERS + 8 * GRID
        self._column.setFixedWidth(min(wanted, round(self.screen().availableSize().width() * FORM_SHARE)))

    def _resize(self, *, as_preview: bool) -> None:
        room = self.screen().availableSize()
        share = 0.9 if as_preview else 0.8
        height = min(round(room.height() * share), 1100 if as_preview else 860)
        self.resize(min(round(room.width() * share), self._column.width() + round(height * 0.75)), height)

    # Pages

    def _choice(self) -> Choice:
        return self.form.choice()

    def _set_pages(self) -> None:
        self._pages = ()
        self._setter.start(self._choice())
        if not self.preview.has_pages:
            self.preview.show_message(self.tr("Setting the pages…"))
        self._show_state()

    def _on_pages(self, pages: tuple[bytes, ...]) -> None:
        choice = self._choice()
        self._pages = pages
        self.preview.show_pages(pages, self.form.options.document.currentText(), choice.paper)
        self._show_state()

    def _on_no_pages(self, sentence: str) -> None:
        self.preview.show_message(sentence or self.tr("The pages could not be set. The log has the details."))
        self._show_state()

    # Printers

    def find_printers(self) -> None:
        """Look for printers; within two seconds the reader knows which there are, or that there is none."""
        self._has_printers = None
        self.form.show_printers(None)
        if self._search is not None:
            self._search.stop()
        self._search = PrinterSearch(self)
        self._search.found.connect(self._on_printers)
        self._search.delayed.connect(lambda: self._on_printers(None))
        self._search.gave_up.connect(lambda: self._on_printers(None))
        self._search.start()
        self._show_state()

    def _on_printers(self, names: tuple[str, ...] | None) -> None:
        self._has_printers = bool(names)
        self.form.show_printers(names or ())
        self._no_printer = (
            self.tr("The printing system does not answer. You can save the pages as a PDF instead.")
            if names is None
            else self.tr("There is no printer. You can save the pages as a PDF instead.")
        )
        self._show_state()
        if not names:
            announce(self, self._no_printer)

    def _ask_for_pdf(self) -> None:
        self.pdf_wanted.emit()
        self.accept()

    # Printing

    def print_now(self) -> None:
        """Send the pages wanted to the printer chosen."""
        try:
            numbers = self.form.numbers(len(self._pages))
        except InputError:
            return
        choice = self._choice()
        title = one_line(self._reading.dossier.title, TITLE_LETTERS)
        request = PrintRequest(
            printer=str(self.form.printer.currentData()),
            title=f"{title}, {labels.NAMES[choice.document]}",
            paper=choice.paper,
            copies=self.form.copies.value(),
            sides=self.form.chosen_sides(),
            greyscale=self.form.grey.isChecked(),
        )
        self._run = PrintRun(self)
        self._run.progressed.connect(self._on_progress)
        self._run.finished.connect(self._on_printed)
        self._run.failed.connect(self._on_not_printed)
        self._run.start(request, [self._pages[number - 1] for number in numbers])
        self._show_state()

    def _on_progress(self, page: int) -> None:
        self.news.setText(self.tr("Page {page} is on its way to the printer…").format(page=page))

    def _on_printed(self) -> None:
        self._run = None
        self.printed.emit(self.form.printer.currentText())
        self.accept()

    def _on_not_printed(self, sentence: str) -> None:
        self._run = None
        self._show_state()
        self.news.setText(sentence or self.tr("The printer did not take the pages. Nothing was printed."))
        announce(self, self.news.text())

    # State

    def _show_state(self) -> None:
        """Bring news and buttons into line with what can be done now."""
        problem = self._page_problem()
        is_printing = self._run is not None
        self._column.setEnabled(not is_printing)
        self.form.again.setVisible(self._has_printers is False)
        self.print_button.setEnabled(bool(self._pages and self._has_printers and not problem and not is_printing))
        self.pdf_button.setEnabled(not is_printing)
        self.close_button.setText(self.tr("Cancel") if is_printing or self._setter.is_busy else self.tr("Close"))
        (self.pdf_button if self._has_printers is False else self.print_button).setDefault(True)
        self.news.setText(problem or self._state_words())

    def _page_problem(self) -> str:
        if not self._pages:
            return ""
        try:
            self.form.numbers(len(self._pages))
        except InputError:
            return self.tr("Name pages between 1 and {count}, such as 1-3, 5.").format(count=len(self._pages))
        return ""

    def _state_words(self) -> str:
        if self._run is not None:
            return self.tr("The pages are on their way to the printer…")
        if self._setter.is_busy:
            return self.tr("Setting the pages…")
        if self._has_printers is None:
            return self.tr("Looking for printers…")
        return "" if self._has_printers else self._no_printer

    def done(self, result: int) -> None:
        """End all that is going on."""
        self._setter.stop()
        if self._search is not None:
            self._search.stop()
        if self._run is not None:
            self._run.cancel()
        super().done(result)
