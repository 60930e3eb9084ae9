"""What each declared action does; ``actions.py`` names these methods."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from natopk_desktop.plain import one_line

if TYPE_CHECKING:
    from natopk_desktop.documents.citations import Style
    from natopk_desktop.dossier.location import Order
    from natopk_desktop.dossier.spans import Span
    from natopk_desktop.ui.main_window import MainWindow
    from natopk_desktop.ui.output.options import Options
    from natopk_desktop.ui.reading import Reading
    from natopk_desktop.ui.theme import Scheme

TEXT_STEP: Final = 0.1


class Commands(QObject):
    """The handlers of one window's actions."""

    def __init__(self, window: MainWindow) -> None:
        """Act on ``window``."""
        super().__init__(window)
        self._window = window
        self._theme = window.theme

    @property
    def _reading(self) -> Reading:
        return self._window.reading

    # File

    def print_pages(self) -> None:
        """Choose pages and send them to a printer."""
        self._open_print_dialog(as_preview=False)

    def preview_pages(self) -> None:
        """Show pages as they would be printed."""
        self._open_print_dialog(as_preview=True)

    def _open_print_dialog(self, *, as_preview: bool) -> None:
        from natopk_desktop.ui.output.print_dialog import PrintDialog

        dialog = PrintDialog(self._reading, self._theme, self._window, as_preview=as_preview)
        dialog.printed.connect(self._tell_printed)
        dialog.pdf_wanted.connect(lambda: self._open_export_dialog(dialog.form.options))
        dialog.open()

    def _tell_printed(self, printer: str) -> None:
        self._window.announce(self.tr("Sent to {printer}").format(printer=printer))

    def export(self) -> None:
        """Ask what to export, and where to."""
        self._open_export_dialog()

    def _open_export_dialog(self, as_pdf: Options | None = None) -> None:
        """Ask what to export; at first a PDF of what ``as_pdf`` asks for, where it is given."""
        from natopk_desktop.ui.output.export_dialog import ExportDialog

        dialog = ExportDialog(self._reading, self._theme, self._window.keeper, self._window)
        if as_pdf is not None:
            dialog.parts.formats.choose("pdf")
            dialog.parts.options.follow(as_pdf)
        dialog.saved.connect(self._tell_saved)
        dialog.open()

    def _tell_saved(self, files: list[str]) -> None:
        one = self.tr("Saved as {name}")
        several = self.tr("Saved as {name} and {count} more")
        told = (one if len(files) == 1 else several).format(name=one_line(files[0]), count=len(files) - 1)
        self._window.status.show_notice(told)
        self._window.announce(told)

    def show_source(self) -> None:
        """Tell where the text comes from."""
        from natopk_desktop.ui.source_dialog import SourceDialog

        dialog = SourceDialog(self._reading.dossier, self._window)
        dialog.link_requested.connect(self.open_link)
        dialog.open()

    def open_link(self, address: str) -> None:
        """Ask whether ``address`` goes to the browser."""
        from natopk_desktop.ui import hand_over

        hand_over.ask(address, QApplication.activeWindow() or self._window)

    def quit_application(self) -> None:
        """Close every window, and with the last one the app."""
        self._window.windows.quit()

    # Edit

    def copy(self) -> None:
        """Copy the selected words, or the chosen entry, letter for letter."""
        span = self._span_at_hand()
        if span is not None:
            self.copy_span(span)

    def copy_with_citation(self) -> None:
        """Copy the same words, and where they stand."""
        span = self._span_at_hand()
        if span is not None:
            self.copy_citation_of(span)

    def copy_span(self, span: Span) -> None:
        """Copy the source's characters at ``span``."""
        QGuiApplication.clipboard().setText(span.of(self._reading.dossier.text))
        self._window.view.tell_briefly(self.tr("Copied"))

    def copy_citation_of(self, span: Span) -> None:
        """Copy the source's characters at ``span`` with the line that cites them."""
        from natopk_desktop.documents.citation_line import with_citation

        QGuiApplication.clipboard().setText(with_citation(self._reading.dossier, span))
        self._window.view.tell_briefly(self.tr("Copied with citation"))

    def cite_entry(self, style: str) -> None:
        """Copy a reference to the chosen entry."""
        self._cite(cast("Style", style), self._reading.location.milestone)

    def cite_page(self, style: str) -> None:
        """Copy a reference to the page."""
        self._cite(cast("Style", style), None)

    def _cite(self, style: Style, milestone: str | None) -> None:
        from natopk_desktop.documents import citations, reference

        told = citations.cite(reference.reference(self._reading.dossier, milestone), style)
        QGuiApplication.clipboard().setText(one_line(told))
        self._window.view.tell_briefly(self.tr("Citation copied"))

    def find(self) -> None:
        """Go to the search field."""
        self._window.search_bar.take_focus()

    def find_next(self) -> None:
        """Go to the next match; without a search, to the search field."""
        self._find(1)

    def find_previous(self) -> None:
        """Go to the match before; without a search, to the search field."""
        self._find(-1)

    def _find(self, by: int) -> None:
        if self._window.search.is_empty:
            self.find()
        else:
            self._window.search_bar.step(by)

    def clear_filters(self) -> None:
        """Show every entry again, and mark none."""
        self._window.search_bar.clear()
        self._reading.clear_filter()

    # View

    def show_page(self, on: bool) -> None:  # noqa: FBT001  # Qt gives it so
        """Show the whole page at the chosen entry, or the entry again."""
        self._window.view.show_page(on)

    def set_order(self, order: str) -> None:
        """List the entries as the source has them, or by date."""
        self._reading.set_order(cast("Order", order))

    def set_scheme(self, scheme: str) -> None:
        """Wear the system's colours, light or dark, and remember it."""
        self._theme.set_scheme(cast("Scheme", scheme))
        self._window.keeper.change(scheme=scheme)

    def enlarge_text(self) -> None:
        """Make all text a step larger."""
        self.step_text(1)

    def reduce_text(self) -> None:
        """Make all text a step smaller."""
        self.step_text(-1)

    def reset_text(self) -> None:
        """Make all text 100 %."""
        self._set_text(1.0)

    def step_text(self, by: int) -> None:
        """Make all text ``by`` steps larger."""
        self._set_text(round(self._theme.text_scale / TEXT_STEP + by) * TEXT_STEP)

    def _set_text(self, scale: float) -> None:
        self._theme.set_text_scale(round(scale, 2))
        self._window.keeper.change(text_scale=self._theme.text_scale)
        percent = round(self._theme.text_scale * 100)
        self._window.announce(self.tr("Text size {percent} %").format(percent=percent))

    def present(self) -> None:
        """Show one entry at a time on the full screen."""
        from natopk_desktop.ui.presentation import Presentation

        presentation = Presentation(self._reading, self._theme, self._window.view)
        presentation.showFullScreen()

    # Go

    def go_back(self) -> None:
        """Return to the place before."""
        self._reading.go_back()

    def go_forward(self) -> None:
        """Return to where the reader went back from."""
        self._reading.go_forward()

    def next_entry(self) -> None:
        """Choose the next entry of the list."""
        self._reading.step(1)

    def previous_entry(self) -> None:
        """Choose the entry before."""
        self._reading.step(-1)

    def first_entry(self) -> None:
        """Choose the first entry of the list."""
        self._reading.choose_first()

    def last_entry(self) -> None:
        """Choose the last entry of the list."""
        self._reading.choose_last()

    def focus_next_area(self) -> None:
        """Move the keyboard to the next area."""
        self._window.areas.step(1)

    def focus_previous_area(self) -> None:
        """Move the keyboard to the area before."""
        self._window.areas.step(-1)

    def focus_part_1(self) -> None:
        """Move the keyboard to the entry's words."""
        self._window.detail.focus_part(1)

    def focus_part_2(self) -> None:
        """Move the keyboard to the related passages."""
        self._window.detail.focus_part(2)

    def focus_part_3(self) -> None:
        """Move the keyboard to the figures."""
        self._window.detail.focus_part(3)

    def focus_part_4(self) -> None:
        """Move the keyboard to our notes."""
        self._window.detail.focus_part(4)

    # Help

    def show_shortcuts(self) -> None:
        """List every key."""
        from natopk_desktop.ui.actions import ACTIONS
        from natopk_desktop.ui.shortcuts import ShortcutsDialog

        ShortcutsDialog(ACTIONS, self._theme, self._window).open()

    def show_about(self) -> None:
        """Show version, attribution and licences."""
        from natopk_desktop.ui.about import AboutDialog

        AboutDialog(self._theme, self._window).open()

    def copy_versions(self) -> None:
        """Copy what a report of a fault should name."""
        from natopk_desktop.ui.about import versions

        QGuiApplication.clipboard().setText(versions())
        self._window.announce(self.tr("Versions copied"))

    # What is at hand

    def _span_at_hand(self) -> Span | None:
        """Return the selected words of the pane, else the chosen entry."""
        return self._window.detail.selected_span() or self._window.view.entry_span()
