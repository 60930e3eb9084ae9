"""A line as a row of tokens, each with a letter for what it may do in a date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from natopk_desktop.importers.dating.month_names import fold
from natopk_desktop.importers.dating.vocabulary import DECADES, ORDINALS, SEASONS, UNITS, WORDS

if TYPE_CHECKING:
    from natopk_desktop.importers.dating.month_names import Names

MARKS: Final = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u0900-\u0903\u093a-\u094f\u200c\u200d"
TOKEN: Final = re.compile(rf"\d+|[年月日년월일]|[^\W\d_](?:[^\W\d_年月日]|[{MARKS}])*|[^\S\r\n]+|\s+|.", re.DOTALL)
DASHES: Final = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad~\u301c\uff5e")
APOSTROPHES: Final = frozenset("'’`´ʼ")
BRACKETS: Final = frozenset("([{（")
CLOSING: Final = frozenset(")]}）")
SIGNS: Final = {**{sign: sign for sign in '.,:;/?!|%&*"“”‘«»„'}, "،": ",", "：": ":", "．": ".", "；": ";", "？": "?"}
LONGEST_NUMBER: Final = 6


class Token(NamedTuple):
    """A piece of a line.

    Attributes:
        code: one letter. Numbers: ``Y`` of four digits that can be a year, ``D`` of one or two, ``N`` any other.
            Names: ``M`` month, ``W`` weekday, ``e`` season. Words: the classes of the vocabulary, ``w`` any other,
            ``d`` and ``z`` what follows a day or decade. Signs: ``s`` blanks, ``-`` a dash, ``'`` an apostrophe,
            ``(`` and ``)`` brackets, ``n`` ``k`` ``j`` year, month and day in East Asian scripts, punctuation itself,
            ``#`` all else.
        start: first code point in the text.
        end: code point after the last.
        value: what a number or name counts; 0 else.
    """

    code: str
    start: int
    end: int
    value: int = 0


def _classes() -> dict[str, str]:
    found: dict[str, str] = {}
    for code, words in WORDS.items():
        for word in words.split():
            folded = fold(word)
            found[folded] = found.get(folded, "") + code
    return found


CLASSES: Final = _classes()
SEVERAL: Final = {
    classes: chr(0xE000 + number)
    for number, classes in enumerate(sorted({classes for classes in CLASSES.values() if len(classes) > 1}))
}
"""A letter of the private use area for each set of classes that one word has."""

SEASON_NAMES: Final = {fold(name): number for number, names in SEASONS.items() for name in names.split()}
AFTER_DAY: Final = {fold(word) for word in ORDINALS}
AFTER_YEAR: Final = {fold(word) for word in DECADES}


def tokens(text: str, start: int, end: int, names: Names) -> list[Token]:
    """Cut ``text[start:end]`` into tokens, one behind the other without gaps."""
    found: list[Token] = []
    for match in TOKEN.finditer(text, start, end):
        token = _token(match.group(), match.start(), match.end(), found[-1] if found else None, names)
        found.append(token)
        if names.is_parted and token.code == "w" and len(found) > 2 and found[-2].code == "s":
            _join(found, text, names)
    return found


def first_token(text: str, start: int, end: int, names: Names) -> Token | None:
    """Return the first token of ``text[start:end]``, None where it is empty."""
    match = TOKEN.match(text, start, end)
    return None if match is None else _token(match.group(), match.start(), match.end(), None, names)


def _join(found: list[Token], text: str, names: Names) -> None:
    """Make one token of the last two words where they name a month together."""
    month = names.months.get(fold(text[found[-3].start : found[-1].end]))
    if month:
        found[-3:] = [Token("M", found[-3].start, found[-1].end, month)]


def _token(piece: str, start: int, end: int, before: Token | None, names: Names) -> Token:
    first = piece[0]
    if first.isdecimal():
        return _number(piece, start, end)
    if first.isspace():
        return Token("s", start, end)
    if first.isalpha():
        return _word(piece, start, end, before, names)
    if first == "°" and before is not None and before.code == "D":
        return Token("d", start, end)
    if first in DASHES:
        return Token("-", start, end)
    if first in APOSTROPHES:
        return Token("'", start, end)
    if first in BRACKETS:
        return Token("(", start, end)
    return Token(")" if first in CLOSING else SIGNS.get(first, "#"), start, end)


def _number(piece: str, start: int, end: int) -> Token:
    if len(piece) > LONGEST_NUMBER:
        return Token("N", start, end)
    value = int(piece)
    if len(piece) == 4 and 1000 <= value <= 2999:
        return Token("Y", start, end, value)
    return Token("D" if len(piece) <= 2 else "N", start, end, value)


def _word(piece: str, start: int, end: int, before: Token | None, names: Names) -> Token:
    if piece in UNITS:
        return Token(UNITS[piece], start, end)
    word = fold(piece)
    if before is not None and before.code in "Y'" and word in AFTER_YEAR:
        return Token("z", start, end)
    if before is not None and before.code == "D" and word in AFTER_DAY:
        return Token("d", start, end)
    if word in names.months:
        return Token("M", start, end, names.months[word])
    if word in SEASON_NAMES:
        return Token("e", start, end, SEASON_NAMES[word])
    if word in names.weekdays:
        return Token("W", start, end)
    classes = CLASSES.get(word)
    if classes is None:
        return Token("w", start, end)
    return Token(SEVERAL.get(classes, classes), start, end)


def member(code: str) -> str:
    """Return a regular expression's class of all letters that stand for words of class ``code``."""
    several = [letter for classes, letter in SEVERAL.items() if code in classes]
    return "[" + re.escape(code) + "".join(several) + "]"
