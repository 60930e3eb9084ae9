"""Slips of the page: digits inside a word, doubled punctuation, a word twice, dates out of order."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from natopk_desktop.dossier import dates
from natopk_desktop.dossier.spans import Span
from natopk_desktop.importers.pages.languages import WORDS as SMALL_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from natopk_desktop.dossier.model import DossierFile, Milestone

_DIGITS: Final = re.compile(r"(?<![\w/.@_%=&?#:-])([^\W\d_]{2,})(\d{1,8})([^\W\d_]{2,})(?![\w/@_%=&?#]|[.:-]\w)")
_DOUBLED: Final = re.compile(r"(?<![.…])(?:([,;:])\s?[.,;:]|\.\s[.,;:]|\.(?:[,;:]|\.(?!\.)))(?![.…\w])")
_TWICE: Final = re.compile(r"(?<![\w-])([^\W\d_]{2,})\s+(?=\1(?![\w'’-]))")
_LETTERS: Final = re.compile(r"(?<![\w])[^\W\d_]+(?!\w)")
_WORD_BEFORE: Final = re.compile(r"\S*$")
_SMALL: Final = frozenset().union(*SMALL_WORDS.values()) - {
    "had",
    "that",
    "sie",
    "die",
    "der",
    "das",
    "nous",
    "vous",
    "que",
}
TOLD: Final = frozenset({"paragraph", "list-item", "milestone", "caption", "heading", "title", "cell"})
FEWEST: Final = 4
"""Dated entries that show which way a list runs."""


class Slip(NamedTuple):
    """A slip.

    Attributes:
        span: the words at fault.
        message: what is wrong, in our words.
        reading: what the words must read; None where that is not known.
        confidence: how sure it is.
    """

    span: Span
    message: str
    reading: str | None
    confidence: float


def slips_of(contents: DossierFile) -> Iterator[Slip]:
    """Yield the slips of a page."""
    text = contents.source.text or ""
    words: set[str] = set()
    for block in contents.blocks:
        if block.kind in TOLD:
            yield from _in_words(text, block.span, words)
            yield from _in_signs(text, block.span)
            yield from _twice(text, block.span)
    yield from out_of_order(text, contents.milestones)


def _in_words(text: str, span: Span, words: set[str]) -> Iterator[Slip]:
    """Yield words with digits in them; ``words`` takes those of the whole page when first needed."""
    for match in _DIGITS.finditer(text, *span):
        if not (match.group(1)[1:] + match.group(3)).islower():
            continue
        plain = match.group(1) + match.group(3)
        if not words:
            words.update(_LETTERS.findall(text))
        word = plain in words
        reads = f"reads “{plain}”, as elsewhere on the page" if word else "has digits in the middle of a word"
        message = f"“{match.group()}” {reads}; kept as the page has it."
        yield Slip(Span(*match.span()), message, plain if word else None, 0.9 if word else 0.7)


def _in_signs(text: str, span: Span) -> Iterator[Slip]:
    for match in _DOUBLED.finditer(text, *span):
        found = match.group()
        before = _WORD_BEFORE.search(text, max(span.start, match.start() - 40), match.start())
        start = before.start() if before else match.start()
        word = text[start : match.start()]
        if not word or (found[0] == "." and _is_shortened(word, found)):
            continue
        signs = [char for char in found if not char.isspace()]
        reading = f"{word}{signs[0]}" if signs[0] == signs[1] else None
        message = (
            f"“{text[start : match.end()]}” has two marks of punctuation where one is meant; kept as the page has it."
        )
        yield Slip(Span(start, match.end()), message, reading, 0.85)


def _is_shortened(word: str, found: str) -> bool:
    """Tell whether a full stop may belong to an abbreviation that another mark follows, as in "Inc.,"."""
    return not found[1:2].isspace() and (found[1] in ",;:" or len(word) <= 3)


def _twice(text: str, span: Span) -> Iterator[Slip]:
    for match in _TWICE.finditer(text, *span):
        word = match.group(1)
        if word in _SMALL and match.end() + len(word) <= span.end:
            found = Span(match.start(), match.end() + len(word))
            message = f"“{word}” stands twice; kept as the page has it."
            yield Slip(found, message, word, 0.8)


def out_of_order(text: str, milestones: Sequence[Milestone]) -> Iterator[Slip]:
    """Yield the entries that break the order in time in which nearly all others stand."""
    rows: list[tuple[int, int, Milestone]] = []
    for milestone in milestones:
        if milestone.date.edtf and milestone.date.printed and milestone.date.inferred is None:
            first, last = dates.bounds(milestone.date.edtf)
            if first is not None:
                rows.append((first, first if last is None else last, milestone))
    if len(rows) < FEWEST:
        return
    forward = _longest([first for first, _, _ in rows])
    backward = _longest([-first for first, _, _ in rows])
    kept, way = (forward, "forward") if len(forward) >= len(backward) else (backward, "backward")
    if len(kept) < 0.75 * len(rows) or len(kept) == len(rows):
        return
    for place, (first, last, milestone) in enumerate(rows):
        if place in kept or not _breaks(rows, place, kept, first, last, is_forward=way == "forward"):
            continue
        span = milestone.date.printed[0]
        message = (
            f"“{span.of(text)}” is out of order in a list that else runs {way} in time; kept where the page has it."
        )
        yield Slip(span, message, None, 0.7)


def _breaks(
    rows: Sequence[tuple[int, int, Milestone]], place: int, kept: set[int], first: int, last: int, *, is_forward: bool
) -> bool:
    """Tell whether an entry surely stands wrong, its date not only being wider than its neighbours'."""
    before = next((rows[n] for n in range(place - 1, -1, -1) if n in kept), None)
    after = next((rows[n] for n in range(place + 1, len(rows)) if n in kept), None)
    low, high = (before, after) if is_forward else (after, before)
    return (low is not None and last < low[0]) or (high is not None and first > high[1])


def _longest(values: Sequence[int]) -> set[int]:
    """Return the places of a longest run of values that never fall (patience sorting, O(n log n))."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, value in enumerate(values):
        at = bisect_right(tails, value)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [value]
        ends[at : at + 1] = [place]
    found: set[int] = set()
    place = ends[-1] if ends else -1
    while place >= 0:
        found.add(place)
        place = before[place]
    return found
