"""An address in full, to be selected and copied; it is never a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from natopk_desktop.dossier.spans import Span
from natopk_desktop.ui.detail.source_text import SourceText
from natopk_desktop.ui.theme import Role

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from natopk_desktop.ui.theme import Theme


class AddressView(SourceText):
    """An address, character for character. It is no text of the dossier's source, so it has no span there."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Make an empty address."""
        super().__init__(theme, Role.SMALL, parent)

    def show_address(self, address: str, name: str) -> None:
        """Show ``address`` under a name for screen readers."""
        self.show_pieces(address, [Span(0, len(address))])
        self.setAccessibleName(name)

    def selected_span(self) -> None:
        """Return nothing: an address stands in no page."""
