"""A reader's query, read, and where its words stand in a text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from natopk_desktop.dossier.folding import folded_words, words
from natopk_desktop.dossier.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from natopk_desktop.dossier.folding import Word

QUOTES: Final = frozenset('"“”„‟«»＂')
APOSTROPHES: Final = frozenset("'’‘ʼ＇")
BREAK: Final = " ¶ "
"""Parts pieces of text that no phrase runs across; no word holds the sign."""


class Term(msgspec.Struct, frozen=True):
    """Words that must follow each other; the last may be the beginning of a longer one where `prefix` is set."""

    words: tuple[str, ...]
    prefix: bool

    @property
    def needle(self) -> str:
        """What stands in a text laid out by `folded` exactly where the term occurs."""
        return f" {' '.join(self.words)}" if self.prefix else f" {' '.join(self.words)} "


class Query(msgspec.Struct, frozen=True):
    """What a reader looks for: every term must occur in the same item. Without terms it finds nothing."""

    terms: tuple[Term, ...]

    @property
    def is_empty(self) -> bool:
        """Tell whether there is no word to look for."""
        return not self.terms

    @property
    def needles(self) -> tuple[str, ...]:
        """The needles of all terms."""
        return tuple(term.needle for term in self.terms)


def parse_query(text: str) -> Query:
    """Read a query as it is typed.

    Words are beginnings of words. What stands between quotes is a phrase of whole words; while its closing quote is
    missing, its last word is still a beginning. Case, diacritics and all other signs do not matter, except that
    “NATO’s”, “3,500” and characters written without blanks stay together.
    """
    terms: dict[Term, None] = {}
    pieces = "".join('"' if char in QUOTES else char for char in text).split('"')
    for number, piece in enumerate(pieces):
        if number % 2 == 0:
            terms.update(dict.fromkeys(_loose_terms(piece)))
        elif phrase := tuple(folded_words(piece)):
            unclosed = number == len(pieces) - 1 and not piece[-1].isspace()
            terms[Term(phrase, prefix=unclosed)] = None
    return Query(tuple(terms))


def _loose_terms(text: str) -> Iterable[Term]:
    """Return the words outside quotes, those that stay together as one term."""
    together: list[str] = []
    end = 0
    for word in words(text):
        if together and not _joins(text, end, word.start):
            yield Term(tuple(together), prefix=True)
            together.clear()
        together.append(word.folded)
        end = word.end
    if together:
        yield Term(tuple(together), prefix=True)


def _joins(text: str, start: int, end: int) -> bool:
    """Tell whether what lies between two words keeps them together."""
    between = text[start:end]
    if between in {".", ","}:
        return text[start - 1].isdecimal() and text[end].isdecimal()
    return not between or between in APOSTROPHES


def folded(pieces: Iterable[str]) -> str:
    """Lay out texts for needles: each folded word between blanks, the texts parted by `BREAK`."""
    return f" {BREAK.join(' '.join(folded_words(piece)) for piece in pieces)} "


def match_spans(text: str, offset: int, query: Query) -> list[Span]:
    """Return where a query's words and phrases stand in a text, whole words each.

    Args:
        text: Any text.
        offset: Where the text begins in the source; added to every span.
        query: What to look for; each term counts by itself, also where others are missing.

    Returns:
        Spans in code points, in order, without overlaps.
    """
    found = term_spans(words(text), query.terms)
    return [Span(start + offset, end + offset) for start, end in found]


def term_spans(text: Sequence[Word], terms: Iterable[Term]) -> list[Span]:
    """Return where terms occur among the words of a text, in order, overlapping spans made one."""
    places: dict[str, list[int]] = {}
    for index, word in enumerate(text):
        places.setdefault(word.folded, []).append(index)
    found = [
        Span(text[first].start, text[first + len(term.words) - 1].end)
        for term in terms
        for first in _occurrences(text, places, term)
    ]
    return merged(found)


def _occurrences(text: Sequence[Word], places: dict[str, list[int]], term: Term) -> Iterable[int]:
    """Return the indices of the words at which a term begins."""
    if len(term.words) == 1 and term.prefix:
        return (index for word, indices in places.items() if word.startswith(term.words[0]) for index in indices)
    return (index for index in places.get(term.words[0], ()) if _follows(text, index, term))


def _follows(text: Sequence[Word], first: int, term: Term) -> bool:
    """Tell whether a term's words stand in a text from the word `first` on."""
    there = [word.folded for word in text[first : first + len(term.words)]]
    if len(there) < len(term.words):
        return False
    last = there[-1].startswith(term.words[-1]) if term.prefix else there[-1] == term.words[-1]
    return last and there[:-1] == list(term.words[:-1])


def merged(spans: Iterable[Span]) -> list[Span]:
    """Return spans in order, overlapping ones made one."""
    kept: list[Span] = []
    for span in sorted(spans):
        if kept and span.start < kept[-1].end:
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, span.end))
        else:
            kept.append(span)
    return kept
