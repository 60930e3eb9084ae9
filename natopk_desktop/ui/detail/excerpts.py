"""How much of a block is shown around a passage: all of a short one, else whole sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from natopk_desktop.dossier.spans import Span

if TYPE_CHECKING:
    from natopk_desktop.dossier.dossier import Dossier

SHORT: Final = 420
"""Code points up to which a block is shown whole."""
LONGEST: Final = 1_600
"""Code points of a passage or an entry that are shown at most."""
MOST_PIECES: Final = 20
"""Spans of one entry that are shown at most."""
NAME_LENGTH: Final = 80
"""Code points of a heading, or of words quoted by us, that are shown at most."""
END_MARKS: Final = ".!?…؟۔。"
CLOSING_MARKS: Final = "”’»\"')]"


class Excerpt(NamedTuple):
    """A slice of the source, and whether more of its block stands before and after."""

    span: Span
    is_cut_before: bool
    is_cut_after: bool


def around(dossier: Dossier, passage: Span) -> Excerpt:
    """Return what to show of the block, or the blocks, in which ``passage`` stands."""
    rows = dossier.bearings.blocks_touched(passage)
    whole = Span(dossier.blocks.starts[rows[0]], dossier.blocks.ends[rows[-1]]) if rows else passage
    if whole.end - whole.start <= SHORT:
        return Excerpt(whole, is_cut_before=False, is_cut_after=False)
    start = sentence_start(dossier.text, passage.start, whole)
    end = sentence_end(dossier.text, passage.end, whole)
    end = cut(dossier.text, Span(start, end)).end
    return Excerpt(Span(start, end), start > whole.start, end < whole.end)


def cut(text: str, span: Span) -> Span:
    """Return ``span``, or where it is too long its beginning up to the end of a sentence, else of a word."""
    if span.end - span.start <= LONGEST:
        return span
    limit = Span(span.start, span.start + LONGEST)
    for at in range(limit.end, limit.start + LONGEST // 2, -1):
        if _ends_at(text, at):
            return Span(span.start, at)
    blank = max(text.rfind(" ", limit.start + 1, limit.end), text.rfind("\n", limit.start + 1, limit.end))
    return Span(span.start, blank if blank > 0 else limit.end)


def first_words(text: str, span: Span, longest: int = NAME_LENGTH) -> str:
    """Return the words at ``span``, or where these are many its first whole words, letter for letter."""
    words = span.of(text)
    if len(words) <= longest:
        return words
    blank = words.rfind(" ", 1, longest)
    return words[: blank if blank > 0 else longest]


def sentence_start(text: str, offset: int, inside: Span) -> int:
    """Return where the sentence of ``offset`` begins, not before ``inside``; far back, where a word does."""
    stop = max(inside.start, offset - LONGEST)
    at = offset
    while at > stop and not (text[at - 1].isspace() and _ends_at(text, _before_blanks(text, at))):
        at -= 1
    return at if at > stop or stop == inside.start else offset


def sentence_end(text: str, offset: int, inside: Span) -> int:
    """Return where the sentence that holds the code point before ``offset`` ends, not after ``inside``."""
    stop = min(inside.end, offset + LONGEST)
    at = offset
    while at < stop and not _ends_at(text, at):
        at += 1
    return at if at < stop or stop == inside.end else offset


def _before_blanks(text: str, at: int) -> int:
    while at > 0 and text[at - 1].isspace():
        at -= 1
    return at


def _ends_at(text: str, at: int) -> bool:
    """Tell whether a sentence ends before ``at``: a mark, perhaps closing quotes, and then a blank or the end."""
    if at < len(text) and not text[at].isspace():
        return False
    last = at
    while last > 0 and text[last - 1] in CLOSING_MARKS:
        last -= 1
    return last > 0 and text[last - 1] in END_MARKS
