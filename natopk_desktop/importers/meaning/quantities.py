"""Numbers as a page prints them, in digits and in words."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from natopk_desktop.importers.dating.month_names import fold

_UNITS: Final = {
    "en": "two three four five six seven eight nine ten eleven twelve",
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze",
    "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce",
    "it": "due tre quattro cinque sei sette otto nove dieci undici dodici",
}
_TEENS: Final = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_SCALES: Final = {
    100: "hundred",
    1000: "thousand mille tausend mil mila тысяч ہزار ألف",
    10**6: "million millions millionen mio millón millones milione milioni миллионов млн مليون ملین",
    10**9: "billion billions milliard milliards milliarden miliardi mrd миллиардов млрд مليار ارب",
}
SCALE_WORDS: Final = {fold(word): size for size, words in _SCALES.items() for word in words.split()}
_GROUPED: Final = r"\d{1,3}(?:[ \u00a0\u202f\u2009'’]\d{3}(?!\d))+(?:[.,]\d{1,2})?"
NUMBER: Final = re.compile(
    rf"(?<![\w.,:/@#§°+-])(?:[$€£¥]\s?)?(?P<digits>{_GROUPED}|\d{{1,9}}(?:[.,]\d{{1,9}})*)"
    r"(?![\d:/@]|[-–](?=\d)|[.,]\d|[^\W\d_])"
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_AND: Final = re.compile(r"[ \t\u00a0]+and[ \t\u00a0]+")
_BLANK: Final = re.compile(r"[ \t\u00a0\u202f]+")


class Quantity(NamedTuple):
    """A number in a text.

    Attributes:
        start: its first code point.
        end: after its last one, with a word such as "million".
        number: what it counts; None where the signs in it can be read two ways.
        is_plain: whether it is printed as digits alone, as a year is.
    """

    start: int
    end: int
    number: int | float | None
    is_plain: bool


def _words(language: str | None) -> dict[str, int]:
    own = _UNITS.get(language or "en", "")
    words = {fold(word): number for number, word in enumerate(own.split(), 2)}
    if (language or "en") == "en":
        words |= {word: number for number, word in enumerate(_TEENS.split(), 13)}
        words |= {word: 10 * number for number, word in enumerate(_TENS.split(), 2)}
    return words


def quantities(text: str, start: int, end: int, language: str | None) -> list[Quantity]:
    """Return the numbers in ``text[start:end]``; "one" and its like are none."""
    known = (language or "").replace("_", "-").split("-")[0].lower() or None
    found: list[Quantity] = []
    for match in NUMBER.finditer(text, start, end):
        number = read(match.group("digits"), known)
        found.append(_scaled(text, match.span(), end, number, is_plain=match.group().isdigit()))
    words = _words(known)
    at = start
    while (word := _WORD.search(text, at, end)) is not None:
        quantity = _told(text, word, end, words)
        at = word.end() if quantity is None else quantity.end
        if quantity is not None:
            found.append(quantity)
    return _apart(sorted(found, key=lambda quantity: quantity[:2]))


def read(digits: str, language: str | None) -> int | float | None:
    """Return what printed digits count; None where a sign in them may part thousands or the fraction."""
    plain = re.sub(r"[ \u00a0\u202f\u2009'’]", "", digits)
    signs = [char for char in plain if char in ".,"]
    if not signs:
        return int(plain)
    groups = re.split(r"[.,]", plain)
    if len(set(signs)) == 2 and signs.count(signs[-1]) == 1:
        return float("".join(groups[:-1]) + "." + groups[-1])
    is_grouped = all(len(group) == 3 for group in groups[1:]) and len(groups[0]) <= 3
    if len(signs) > 1:
        return int("".join(groups)) if is_grouped and len(set(signs)) == 1 else None
    if is_grouped and groups[0] != "0":
        parts_thousands = signs[0] == ("," if language == "en" else ".")
        if language is None:
            return None
        return int("".join(groups)) if parts_thousands else float(".".join(groups))
    return float(".".join(groups))


def _in_words(word: str, words: dict[str, int]) -> int | None:
    folded = fold(word)
    if folded in words:
        return words[folded]
    parts = folded.split()
    if len(parts) == 2 and words.get(parts[0], 0) >= 20 and parts[1] in {"one", *words}:
        return words[parts[0]] + words.get(parts[1], 1)
    return None


def _told(text: str, word: re.Match[str], limit: int, words: dict[str, int]) -> Quantity | None:
    """Read a number told in words, as "three hundred and forty-two"."""
    number = _in_words(word.group(), words)
    if number is None:
        return None
    whole = _scaled(text, word.span(), limit, number, is_plain=False)
    joint = _AND.match(text, whole.end, limit) if whole.end > word.end() else None
    rest = _WORD.match(text, joint.end(), limit) if joint else None
    more = _in_words(rest.group(), words) if rest else None
    if rest is None or more is None or more >= 100 or whole.number is None:
        return whole
    return whole._replace(end=rest.end(), number=whole.number + more)


def _scaled(text: str, span: tuple[int, int], limit: int, number: float | None, *, is_plain: bool) -> Quantity:
    """Read the words after a number that make it larger."""
    start, end = span
    for _ in range(2):
        blank = _BLANK.match(text, end, limit)
        word = _WORD.match(text, blank.end(), limit) if blank else None
        size = SCALE_WORDS.get(fold(word.group())) if word else None
        if word is None or size is None:
            break
        end, is_plain = word.end(), False
        number = None if number is None else number * size
    if isinstance(number, float) and number.is_integer() and abs(number) < 1e15:
        number = int(number)
    return Quantity(start, end, number, is_plain)


def _apart(found: list[Quantity]) -> list[Quantity]:
    kept: list[Quantity] = []
    for quantity in found:
        if not kept or quantity.start >= kept[-1].end:
            kept.append(quantity)
    return kept
