"""The pieces a page is read in: a paragraph, a list item, a heading, a table row, each with what is known of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from natopk_desktop.importers.dating.month_names import fold

if TYPE_CHECKING:
    from natopk_desktop.dossier.model import BlockKind
    from natopk_desktop.dossier.spans import Span
    from natopk_desktop.importers.pages.hints import HintKind
    from natopk_desktop.importers.pages.leads import Lead

BULLET: Final = re.compile(r"(?:[*+•·▪■●○◦‣⁃►▶»→∙o§]|[-–—]|\(?\d{1,2}[.)]|\(?[a-z]\))(?=[^\S\r\n])")
ENDS: Final = frozenset(".!?…。؟۔।:;")
CLOSERS: Final = "\"'”’»)]*"


@dataclass(slots=True)
class Unit:
    """A piece of the text that becomes one block, or one block for each of its cells.

    Attributes:
        span: from its first to its last character that is not white space.
        body: where its words begin, after a bullet.
        gap: blank lines before it.
        indent: code points of white space before it on its line.
        bullet: the bullet or number before its words, or nothing.
        hint: what the mark-up says it is, None for plain text.
        level: of a hinted heading, or how deep a hinted list item is nested.
        cells: the spans of its cells where it is a table row, else empty.
        text: its words from ``body`` on.
        lead: the date it begins with, if any.
        is_read: whether ``lead`` was looked for.
        has_no_day: whether it begins with a date that no calendar has.
        kind: what it was found to be; None until then.
        heading_level: the level of a title or heading.
        confidence: how sure ``kind`` is, 1 where nothing was guessed.
        reason: why, in words.
    """

    span: Span
    body: int
    text: str
    gap: int = 0
    indent: int = 0
    bullet: str = ""
    hint: HintKind | None = None
    level: int | None = None
    cells: list[Span] = field(default_factory=list)
    lead: Lead | None = None
    is_read: bool = False
    has_no_day: bool = False
    kind: BlockKind | None = None
    heading_level: int | None = None
    confidence: float = 1.0
    reason: str = ""

    @property
    def words(self) -> int:
        """How many words it has, counted up to some hundreds."""
        return len(self.text[:2000].split())

    @property
    def is_stopped(self) -> bool:
        """Whether it ends as a sentence or a list's introduction does."""
        ended = self.text[-4:].rstrip(CLOSERS) or self.text[-1:]
        return ended[-1:] in ENDS

    @property
    def is_question(self) -> bool:
        """Whether it ends in a question mark."""
        return self.text.rstrip(CLOSERS).endswith(("?", "؟", "；", "？"))

    @property
    def folded(self) -> str:
        """Its first words, folded."""
        return fold(self.text[:200])

    def take(self, kind: BlockKind, confidence: float, reason: str) -> None:
        """Settle what it is."""
        self.kind, self.confidence, self.reason = kind, confidence, reason


def body_of(text: str, start: int, end: int) -> tuple[int, str]:
    """Return where the words of ``text[start:end]`` begin after a bullet, and the bullet."""
    match = BULLET.match(text, start, end)
    if match is None:
        return start, ""
    body = match.end()
    while body < end and text[body].isspace():
        body += 1
    return (body, match.group()) if body < end else (start, "")
