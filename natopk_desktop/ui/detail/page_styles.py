"""How the blocks of a page look: by their kind and level, their characters and blank lines left as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QTextCharFormat

from natopk_desktop.dossier.spans import Span
from natopk_desktop.ui.theme import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopk_desktop.ui.detail.host import Host

PLAIN = "paragraph"
DATE = "date"
ROLES = {
    "title": (Role.TITLE, "ink"),
    "heading": (Role.HEADING, "ink"),
    "banner": (Role.ENTRY, "soft_ink"),
    "caption": (Role.ENTRY, "soft_ink"),
    "stamp": (Role.ENTRY, "soft_ink"),
    PLAIN: (Role.READING, "ink"),
    DATE: (Role.READING, "accent"),
}


class PageStyles:
    """The character formats of a page in the present theme."""

    def __init__(self, host: Host) -> None:
        """Make the formats."""
        self._host = host
        self._styles: dict[str, QTextCharFormat] = {}
        self.restyle()

    def restyle(self) -> None:
        """Make the formats anew."""
        theme = self._host.theme
        for kind, (role, ink) in ROLES.items():
            style = QTextCharFormat()
            style.setFont(theme.font(role))
            style.setForeground(QColor(getattr(theme.colours, ink)))
            self._styles[kind] = style

    def of_block(self, row: int) -> Iterator[tuple[Span, QTextCharFormat]]:
        """Yield the slices of a block with their formats, in order and without a gap."""
        dossier = self._host.dossier
        span, kind = dossier.blocks.span(row), dossier.blocks.kinds[row]
        plain = self._styles.get(kind, self._styles[PLAIN])
        if kind != "milestone":
            yield span, plain
            return
        at = span.start
        milestone = dossier.bearings.milestone_of_block(row)
        for printed in () if milestone is None else sorted(dossier.milestones.printed.spans(milestone)):
            start, end = max(at, printed.start), min(span.end, printed.end)
            if start >= end:
                continue
            if start > at:
                yield Span(at, start), plain
            yield Span(start, end), self._styles[DATE]
            at = end
        if at < span.end:
            yield Span(at, span.end), plain
