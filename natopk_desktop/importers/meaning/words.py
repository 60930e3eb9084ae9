"""The words of a text that carry its sense, stripped to what their forms share."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from natopk_desktop.importers.dating.month_names import fold
from natopk_desktop.importers.dating.vocabulary import WORDS as DATE_WORDS
from natopk_desktop.importers.pages.languages import WORDS as SMALL_WORDS

ENGLISH: Final = (
    "a an as at be but can could did do does from had he her him his how if into its it's may more most no nor "
    "not only or other our out over own same she should so some such than their them then there these they "
    "this those through too under until up us very we were what when where which while who whom why will would "
    "you your also are were is was been being both each few all any about after again against before between "
    "during further once here just now well yet since within without including include includes included "
    "particular various number new first second third"
)
SMALL: Final = frozenset().union(
    (fold(word) for words in SMALL_WORDS.values() for word in words),
    (fold(word) for word in ENGLISH.split()),
    (fold(word) for code, words in DATE_WORDS.items() if code != "q" for word in words.split()),
)
LONGEST_STEM: Final = 8
_WORD: Final = re.compile(r"[^\W\d_]+")
_ENDINGS: Final = ("ings", "ing", "ies", "es", "ed", "s", "e", "y")


class Word(NamedTuple):
    """A word with its stem, its place in the text, and whether it is printed as a name."""

    stem: str
    start: int
    end: int
    is_name: bool


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return what a word shares with its other forms, the empty string for a small word."""
    folded = fold(word)
    if len(folded) < 2 or folded in SMALL:
        return ""
    for ending in _ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= 4:
            folded = folded[: -len(ending)]
            break
    return folded[:LONGEST_STEM]


def _is_name(text: str, word: str, at: int, start: int) -> bool:
    """Tell whether a word has a capital that does not come from its place in the sentence."""
    if not word[0].isupper():
        return False
    if len(word) > 1 and word.isupper():
        return True
    before = text[max(start, at - 3) : at].rstrip("\"'“‘«( \t\xa0")
    return bool(before) and before[-1] not in ".!?:;\n\r"


def content_words(text: str, start: int, end: int) -> list[Word]:
    """Return the words of ``text[start:end]`` that carry sense."""
    return [
        Word(found, match.start(), match.end(), _is_name(text, match.group(), match.start(), start))
        for match in _WORD.finditer(text, start, end)
        if (found := stem(match.group()))
    ]
