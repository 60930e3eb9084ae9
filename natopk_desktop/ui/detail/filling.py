"""Filling a document with slices of the source, recording where each character comes to stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from natopk_desktop.dossier.spans import Span
from natopk_desktop.ui.detail.plain_data import BYTE_ORDER_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextCharFormat, QTextCursor

    from natopk_desktop.ui.detail.runs import Runs

LONGEST_LINE: Final = 20_000
"""Longer lines are laid out in parts of about this length: Qt shapes a line as a whole."""


def insert(cursor: QTextCursor, text: str, span: Span, runs: Runs, style: QTextCharFormat | None = None) -> None:
    """Insert the source's ``span`` at ``cursor`` and add to ``runs`` where it went.

    Args:
        cursor: where to; it stands after the words inserted afterwards.
        text: the source, whole.
        span: what of it.
        runs: what was inserted before at lower positions.
        style: how it looks, None for the cursor's own format.
    """
    kept = cursor.charFormat() if style is None else style
    for line in _short_lines(text, span):
        if line.start != span.start:
            cursor.insertBlock()  # shows as a soft line end does; it stands in no run, so nothing copies it
        for part in _even_parts(text, line):
            before = cursor.position()
            _insert_words(cursor, part.of(text), kept)
            runs.add(before, cursor.position(), part)


def _insert_words(cursor: QTextCursor, words: str, style: QTextCharFormat) -> None:
    """Insert ``words`` whole: a byte-order mark at the beginning of a text handed to Qt would be lost."""
    if not words.startswith(BYTE_ORDER_MARKS):
        cursor.insertText(words, style)
        return
    start = cursor.position()
    cursor.insertText("x" + words, style)
    end = cursor.position()
    cursor.setPosition(start)
    cursor.deleteChar()
    cursor.setPosition(end - 1)


def insert_ours(cursor: QTextCursor, words: str, style: QTextCharFormat) -> None:
    """Insert words of ours at ``cursor``; no run is recorded for them."""
    cursor.insertText(words, style)


def _even_parts(text: str, span: Span) -> Iterator[Span]:
    """Cut a span into parts within which every character takes as many positions as the next."""
    words = span.of(text)
    if "\r\n" not in words and (words.isascii() or max(words) < "\U00010000"):
        yield span
        return
    # Late: the first paint shows plain text, which needs no pattern.
    import re

    at = span.start
    for odd in re.finditer("(?:\r\n)+|[\U00010000-\U0010ffff]+", words):
        start, end = span.start + odd.start(), span.start + odd.end()
        if start > at:
            yield Span(at, start)
        yield Span(start, end)
        at = end
    if at < span.end:
        yield Span(at, span.end)


def _short_lines(text: str, span: Span) -> Iterator[Span]:
    """Cut a span where a line is too long to be laid out at once, after a blank where there is one."""
    start = at = span.start
    while span.end - at > LONGEST_LINE:
        line_end = text.find("\n", at, at + LONGEST_LINE)
        if line_end >= 0:
            at = text.rfind("\n", at, at + LONGEST_LINE) + 1
            continue
        blank = text.rfind(" ", at, at + LONGEST_LINE)
        at = blank + 1 if blank > at else at + LONGEST_LINE
        if text[at - 1] == "\r":
            at -= 1  # never between CR and LF
        yield Span(start, at)
        start = at
    if start < span.end or start == span.start:
        yield Span(start, span.end)
