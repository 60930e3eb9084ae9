"""What the parts of the entry have in common: a heading that takes the keyboard, and being laid out in one pass."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from natopk_desktop.ui.detail.labels import OurLabel
from natopk_desktop.ui.detail.stacking import Stack
from natopk_desktop.ui.theme import GRID, Role

if TYPE_CHECKING:
    from natopk_desktop.ui.detail.host import Host

CUT_AFTER: Final = " [Ours: …]"
CUT_BEFORE: Final = "[Ours: …] "


class Part(QWidget):
    """A part of the pane; it lays its children out by itself."""

    def __init__(self, host: Host, parent: QWidget) -> None:
        """Make an empty part."""
        super().__init__(parent)
        self.host = host

    def height_at(self, width: int) -> int:
        """Lay the part out for a width in pixels, and return its height."""
        stack = Stack(self, width)
        self.lay_out(stack)
        return stack.y

    def lay_out(self, stack: Stack) -> None:
        """Place the children."""
        raise NotImplementedError

    def ours(self, role: Role = Role.LABEL) -> OurLabel:
        """Return a new label of ours in this part."""
        return OurLabel(self.host.theme, role, self)


class PartHeading(Part):
    """The name of a part, and beside it how much is in it."""

    def __init__(self, host: Host, parent: QWidget) -> None:
        """Make an empty heading."""
        super().__init__(host, parent)
        self.title = self.ours(Role.STRONG)
        self.title.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.aside = self.ours()

    @property
    def spoken(self) -> str:
        """The heading in words, for an announcement."""
        aside = self.aside.text()
        return f"{self.title.text()}, {aside}" if aside else self.title.text()

    def show_words(self, title: str, aside: str) -> None:
        """Show the name and what is beside it."""
        self.title.show_words(title)
        self.aside.show_words(aside)

    def lay_out(self, stack: Stack) -> None:
        """Place the name at the near end, the other at the far end."""
        stack.put_pair(self.title, self.aside, 4 * GRID)
