"""Laying out the pane in one pass, without Qt's layouts, which would ask every text for its height many times."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence


class Placed(Protocol):
    """What a `Stack` can place: a widget that tells its height at a width, and lays itself out for it."""

    def height_at(self, width: int) -> int:
        """Return the height in pixels at a width of ``width`` pixels."""

    def setGeometry(self, x: int, y: int, width: int, height: int, /) -> None:
        """Stand there."""


class Flowing(Placed, Protocol):
    """What stands beside others in a line."""

    def natural_width(self) -> int:
        """Return the width that needs no line break."""


class Stack:
    """Places widgets one under another inside a parent, mirrored where the layout is right to left.

    Attributes:
        width: the parent's width.
        y: where the next widget goes.
    """

    def __init__(self, parent: QWidget, width: int, top: int = 0) -> None:
        """Begin at ``top``."""
        self._mirrored = parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.width = width
        self.y = top

    def gap(self, pixels: int) -> None:
        """Leave room."""
        self.y += pixels

    def put(self, widget: Placed, x: int = 0, width: int | None = None) -> None:
        """Place ``widget`` at ``x``, as wide as there is room, under what stands there."""
        wide = self.width - x if width is None else width
        height = widget.height_at(wide)
        self._place(widget, x, wide, height)
        self.y += height

    def flow(self, widgets: Iterable[Flowing], between: int, x: int = 0, below: int = 0) -> None:
        """Place widgets side by side, as wide as they are by nature, in as many lines as they need."""
        left, lines_height = x, 0
        for widget in widgets:
            wide = min(widget.natural_width(), self.width - x)
            if left > x and left + wide > self.width:
                self.y += lines_height + below
                left, lines_height = x, 0
            height = widget.height_at(wide)
            self._place(widget, left, wide, height)
            left += wide + between
            lines_height = max(lines_height, height)
        self.y += lines_height

    def put_pair(self, near: Flowing, far: Flowing, between: int) -> None:
        """Place two widgets at both ends of a line, or one under the other where that is too narrow."""
        near_width, far_width = near.natural_width(), far.natural_width()
        if near_width + between + far_width > self.width:
            self.put(near)
            self.put(far)
            return
        near_height, far_height = near.height_at(near_width), far.height_at(far_width)
        height = max(near_height, far_height)
        self._place(near, 0, near_width, near_height)
        self._place(far, self.width - far_width, far_width, far_height)
        self.y += height

    def _place(self, widget: Placed, x: int, width: int, height: int) -> None:
        left = self.width - x - width if self._mirrored else x
        widget.setGeometry(left, self.y, width, height)


W = TypeVar("W", bound=QWidget)


class Pool(Generic[W]):
    """Widgets that are made when first needed, hidden when not needed, and never thrown away."""

    def __init__(self, make: Callable[[], W]) -> None:
        """Keep none yet; ``make`` makes one."""
        self._make = make
        self._all: list[W] = []
        self._used = 0

    def take(self, count: int) -> Sequence[W]:
        """Show the first ``count`` widgets, hide the rest, and return those shown."""
        while len(self._all) < count:
            self._all.append(self._make())
        for at in range(self._used, count):
            self._all[at].show()
        for at in range(count, self._used):
            self._all[at].hide()
        self._used = count
        return self._all[:count]

    @property
    def used(self) -> Sequence[W]:
        """The widgets shown."""
        return self._all[: self._used]

    def __iter__(self) -> Iterator[W]:
        """Go through all widgets, hidden ones too."""
        return iter(self._all)


def show_only_if(widget: QWidget, *, needed: bool) -> bool:
    """Show ``widget`` where it is needed, hide it where not, and return which."""
    if widget.isHidden() is needed:
        widget.setVisible(needed)
    return needed
