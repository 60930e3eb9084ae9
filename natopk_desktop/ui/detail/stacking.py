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
        width: the room for them in pixels.
        y: where the next widget goes.
    """

    def __init__(self, parent: QWidget, width: int, top: int = 0, side: int = 0) -> None:
        """Begin at ``top``, with ``side`` pixels free at either side of the parent."""
        self._mirrored = parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.width = width
        self.y = top
        self._side = side

    def gap(self, pixels: int) -> None:
        """Leave room."""
        self.y += pixels

    def put(self, widget: Placed, x: int = 0, width: int | None = None) -> None:
        """Place ``widget`` at ``x``, as wide as there is room, under what stands there."""
        wide = self.width - x if width is None else width
        height = widget.height_at(wide)
        self._place(widget, x, wide, height)
        self.y += height

    def put_link(self, widget: Flowing, x: int = 0) -> None:
        """Place ``widget`` no wider than it is by nature."""
        self.put(widget, x, min(widget.natural_width(), self.width - x))

    def flow(
        self, widgets: Iterable[Flowing], between: int, x: int = 0, below: int = 0, *, level: bool = False
    ) -> None:
        """Place widgets side by side, as wide as they are by nature, in as many lines as they need.

        Args:
            widgets: what is placed.
            between: pixels between two of them.
            x: where a line begins.
            below: pixels between two lines.
            level: with their middles at one height, instead of their tops.
        """
        line: list[tuple[Flowing, int, int]] = []
        left = x
        for widget in widgets:
            wide = min(widget.natural_width(), self.width - x)
            if line and left + wide > self.width:
                self._end_line(line, level=level)
                self.gap(below)
                line, left = [], x
            line.append((widget, left, wide))
            left += wide + between
        self._end_line(line, level=level)

    def _end_line(self, line: list[tuple[Flowing, int, int]], *, level: bool) -> None:
        heights = [widget.height_at(wide) for widget, _left, wide in line]
        tallest = max(heights, default=0)
        for (widget, left, wide), height in zip(line, heights, strict=True):
            self._place(widget, left, wide, height, (tallest - height) // 2 if level else 0)
        self.y += tallest

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

    def _place(self, widget: Placed, x: int, width: int, height: int, down: int = 0) -> None:
        left = self.width - x - width if self._mirrored else x
        widget.setGeometry(left + self._side, self.y + down, width, height)


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
