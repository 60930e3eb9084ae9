"""Words set one after the other as a browser shows them: white space collapsed, lines ended, cells parted.

After the HTML Standard's algorithm for the rendered text of an element (``innerText``). Texts that a page shows beside
its lines (an image's ``alt``, a tooltip) are set on lines of their own, after the line they interrupt.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from natopk_desktop.dossier.spans import Span
from natopk_desktop.importers.html.ledger import Kept, Ledger
from natopk_desktop.importers.pages.hints import Hint, HintKind

if TYPE_CHECKING:
    from natopk_desktop.importers.html.ledger import What

SPACE: Final = re.compile(r"[ \t\n\r\f]+")
MAYBE: Final = "?"
"""Stands for a blank that is set only between two letters or digits."""


class Setting(NamedTuple):
    """How words are set where they stand.

    Attributes:
        kind: the kind of segment they are in, None for words that are to be read as plain lines.
        level: of a heading or a list item.
        row: of the table's or the card's row, where they are in one.
        is_preserved: whether white space is shown as it is.
        is_linked: whether they are a link's.
        depth: how many lists they are in.
        is_card: whether all words around are cells of one row.
    """

    kind: HintKind | None = "paragraph"
    level: int | None = None
    row: int | None = None
    is_preserved: bool = False
    is_linked: bool = False
    depth: int = 0
    is_card: bool = False


BESIDE: Final = Setting("caption")


class Flow:
    """The text of a page as it grows, with the segments of its mark-up.

    Attributes:
        ledger: where each word that is set is entered.
        hints: the segments so far.
        lines: how many lines there are so far, empty ones too.
        length: characters so far.
    """

    def __init__(self, ledger: Ledger) -> None:
        """Begin with an empty text."""
        self.ledger = ledger
        self.hints: list[Hint] = []
        self.lines = 1
        self.length = 0
        self._pieces: list[str] = []
        self._ends = 0
        self._between = ""
        self._is_line_empty = True
        self._beside: list[tuple[What, str, Setting]] = []
        self._segment: tuple[int, Setting] | None = None

    def text(self) -> str:
        """Return the whole text; nothing can be set afterwards."""
        self.edge(0)
        return "".join(self._pieces)

    def words(self, what: What, words: str, setting: Setting) -> None:
        """Set words on the line; not blank ones."""
        if setting.is_preserved:
            self._preserved(what, words, setting)
            return
        collapsed = SPACE.sub(" ", words)
        inner = collapsed.strip(" ")
        if collapsed[0] == " ":
            self.blank()
        if inner:
            start = self._put(inner, setting)
            self.ledger.kept.append(Kept(what, words, start, self.length))
            if collapsed[-1] == " ":
                self.blank()

    def blank(self) -> None:
        """Part the next word of the line from the one before."""
        if not self._is_line_empty and self._between in {"", MAYBE}:
            self._between = " "

    def space(self, white: str) -> None:
        """Set white space that is shown as it is; none where a line begins."""
        if not self._is_line_empty:
            self._between = ""
            self._add(white)

    def part(self) -> None:
        """Part the next word from the one before where the two would run into one."""
        if not self._is_line_empty and not self._between:
            self._between = MAYBE

    def beside(self, what: What, words: str, setting: Setting = BESIDE) -> None:
        """Set words on a line of their own: here where a line begins, else after the line."""
        if self._is_line_empty:
            self.edge(1)
            self.words(what, words, setting)
            self.edge(1)
        else:
            self._beside.append((what, words, setting))
            self.blank()

    def edge(self, ends: int) -> None:
        """End the line, with at least so many line ends before the next one."""
        self._end()
        beside, self._beside = self._beside, []
        for what, words, setting in beside:
            self._ends = max(self._ends, 1)
            self.words(what, words, setting)
            self._end()
        self._ends = max(self._ends, ends, 1 if beside else 0)

    def _end(self) -> None:
        self._close()
        self._between = ""
        self._is_line_empty = True

    def cell(self, *, is_row: bool = False) -> None:
        """End a cell; what follows on the same line is parted by a tab.

        Args:
            is_row: whether all cells of the row are one segment.
        """
        is_line_empty = self._is_line_empty
        if is_row and not self._beside:
            self._between = "" if is_line_empty else "\t"
            return
        self.edge(0)
        if not is_line_empty:
            self._between = "\t"

    def line_end(self) -> None:
        """End the line as ``br`` does: each adds one."""
        ends = 1 if not self._is_line_empty else min(2, self._ends + 1)
        self.edge(ends)

    def _put(self, words: str, setting: Setting) -> int:
        if self._ends and self.length:
            self._add("\n" * self._ends)
            self.lines += self._ends
        elif self._between == MAYBE:
            if words[0].isalnum() and self._pieces[-1][-1].isalnum():
                self._add(" ")
        elif self._between and self.length:
            self._add(self._between)
        self._ends = 0
        self._between = ""
        self._is_line_empty = False
        start = self.length
        if self._segment is None or self._segment[1][:3] != setting[:3]:
            self._close()
            self._segment = (start, setting)
        self._add(words)
        return start

    def _preserved(self, what: What, words: str, setting: Setting) -> None:
        start = self._put(words, setting)
        self.ledger.kept.append(Kept(what, words, start, self.length))

    def _add(self, words: str) -> None:
        self._pieces.append(words)
        self.length += len(words)

    def _close(self) -> None:
        if self._segment is None:
            return
        start, setting = self._segment
        self._segment = None
        if setting.kind is not None and start < self.length:
            row = setting.row if setting.kind == "cell" else None
            self.hints.append(Hint(Span(start, self.length), setting.kind, setting.level, row))
