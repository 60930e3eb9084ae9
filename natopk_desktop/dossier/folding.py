"""Text as a search sees it: words in one case, without diacritics, each with its place in the text."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple
from unicodedata import category, combining, decimal, normalize

if TYPE_CHECKING:
    from collections.abc import Sequence

SHORT: Final = 2000
"""Code points of a text whose words are kept."""

SAME_LETTERS: Final = {
    # Letters with a stroke, and the dotless i, do not decompose.
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ħ": "h",
    "ŧ": "t",
    "ı": "i",
    # Arabic keyboards write other letters for kaf, yeh and heh than those for Urdu and Persian.
    "ك": "ک",
    "ي": "ی",
    "ى": "ی",
    "ہ": "ه",
    # An apostrophe that counts as a letter.
    "ʼ": " ",
}
LEFT_OUT: Final = frozenset("\u0640\u034f\u00ad\u200c\u200d\u200e\u200f\u061c\u2060\ufeff")
"""Tatweel, soft hyphen and signs that only steer the shape or direction of letters."""

UNSPACED: Final = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x3040, 0x30FF),  # kana
    (0x3400, 0x9FFF),  # Chinese characters
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)
"""Ranges of characters written without blanks between words: each is a word of its own."""


class Word(NamedTuple):
    """A word of a text: as folded, and the code points of the text it stands for, half-open."""

    folded: str
    start: int
    end: int


class _FoldTable(dict[int, str]):
    """What each code point folds to: letters, a blank where words part, or nothing; worked out when first asked."""

    def __missing__(self, code: int) -> str:
        """Fold one code point, and keep the result."""
        folded = self[code] = _fold_char(chr(code))
        return folded


def _fold_char(char: str) -> str:
    """Fold a character by compatibility decomposition and full case folding, without regard to its neighbours."""
    letters = normalize("NFKD", normalize("NFKD", char).casefold())
    return "".join(_parted(_fold_letter(letter)) for letter in letters)


def _parted(letter: str) -> str:
    """Make a word of its own of a letter of a script without blanks."""
    if letter and any(first <= ord(letter) <= last for first, last in UNSPACED):
        return f" {letter} "
    return letter


def _fold_letter(letter: str) -> str:
    """Fold a decomposed, case-folded character."""
    if letter in SAME_LETTERS:
        return SAME_LETTERS[letter]
    kind = category(letter)
    if letter in LEFT_OUT or (kind == "Mn" and _is_diacritic(letter)):
        return ""
    if kind == "Nd":
        return str(decimal(letter))
    return letter if letter.isalnum() or kind[0] == "M" else " "


def _is_diacritic(mark: str) -> bool:
    """Tell whether a mark is left out: accents, kana voicing, Hebrew and Arabic vowel signs, variation selectors.

    The vowel signs of Indian and South-East Asian scripts, which make other words, are kept; their combining
    classes lie outside those taken here (Unicode Character Database, DerivedCombiningClass).
    """
    weight = combining(mark)
    return weight == 8 or 10 <= weight <= 36 or weight >= 200 or 0xFE00 <= ord(mark) <= 0xFE0F


FOLDS: Final = _FoldTable()


def folded_words(text: str) -> list[str]:
    """Return the folded words of a text in order."""
    return text.translate(FOLDS).split()


def words(text: str) -> Sequence[Word]:
    """Return the folded words of a text with their places; the same words as `folded_words`, slower."""
    return _known_words(text) if len(text) <= SHORT else _words(text)


@lru_cache(maxsize=512)
def _known_words(text: str) -> list[Word]:
    """Keep the words of what is on screen: each letter typed in a search looks at the same texts again."""
    return _words(text)


def _words(text: str) -> list[Word]:
    found: list[Word] = []
    letters: list[str] = []
    start = end = 0
    for position, char in enumerate(text):
        for letter in FOLDS[ord(char)]:
            if letter != " ":
                if not letters:
                    start = position
                letters.append(letter)
                end = position + 1
            elif letters:
                found.append(Word("".join(letters), start, end))
                letters.clear()
        if letters:
            end = position + 1  # a sign left out belongs to the word it follows
    if letters:
        found.append(Word("".join(letters), start, end))
    return found
