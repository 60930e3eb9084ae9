"""The menu on words of the source: copying them, citing them, seeing them in the page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from natopk_desktop.dossier.spans import Span
    from natopk_desktop.ui.detail.host import Host


class PlaceMenu(QMenu):
    """What can be done with a span. No word of the source stands in it. Deletes itself when closed.

    Attributes:
        opens: the action that opens the page at the span.
    """

    def __init__(self, host: Host, span: Span, words: str, parent: QWidget) -> None:
        """Offer what ``host`` can do with ``span``, whose characters to be copied are ``words``."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("What can be done with these words"))
        self.addAction(self.tr("&Copy"), partial(host.copy, words))
        self.addAction(self.tr("Copy with c&itation"), partial(host.copy_citation_requested.emit, span))
        self.addSeparator()
        self.opens = self.addAction(self.tr("&Open in the page"), partial(host.open_page, span))
        address = host.dossier.head.source.url
        if address is not None:
            self.addAction(self.tr("Copy the page’s &address"), partial(host.copy, address))
