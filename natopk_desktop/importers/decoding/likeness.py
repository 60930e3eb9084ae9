"""Which legacy encoding undeclared bytes are in, from a sample of the words that need one.

charset-normalizer tells the scripts and the East Asian encodings apart; among the encodings of Latin letters, which
differ in few characters, it is often wrong on short texts. There the letters decide: each encoding is scored by how
many of the bytes beyond ASCII become letters that languages written in it use, and punctuation where it belongs.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from natopk_desktop.importers.decoding import charsets, reading

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLE: Final = 24_000
"""Bytes of the words looked at; more makes the answer slower and no surer."""

FEW: Final = 10
"""Bytes beyond ASCII under which no script but the Latin one can be told."""

WORDS: Final = re.compile(rb"(?<![^\s<>])[^\s<>\x80-\xff]*+[\x80-\xff][^\s<>]*")

LATIN: Final = {
    charsets.WINDOWS_1252: "éèêëàâçîïôùûüœæ äöüß áéíñóúü¿¡ àèéìòù áâãàçéêíóôõú éëïóöü åäöé æøåé áðéíóúýþæö çàèéíïòóúü·",
    "windows-1250": "ąćęłńóśźż áčďéěíňóřšťúůýž áäčďéíĺľňóôŕšťúýž áéíóöőúüű ăâîşţ čćđšž čšž",
    "windows-1254": "çğıöşüâîû",
    "windows-1257": "āčēģīķļņšūž ąčęėįšųūž äõöüšž",
    "macintosh": "éèêëàâçîïôùûüœæ äöüß áéíñóúü¿¡ àèéìòù áâãàçéêíóôõú åäöé æøåé",
    "iso-8859-2": "ąćęłńóśźż áčďéěíňóřšťúůýž áéíóöőúüű ăâîşţ čćđšž",
    "iso-8859-15": "éèêëàâçîïôùûüœæ äåöšž",
}
"""For each encoding of Latin letters, the letters beyond ASCII of languages written in it, a word a language.

From the main exemplar characters of the Unicode CLDR:
fr de es it pt nl sv da is ca; pl cs sk hu ro hr sl; tr; lv lt et.
A letter of the right language counts, and the fewer letters that language has, the more it says.
"""

BESIDE: Final = "’‘“”„«»–—…•·©®°§€£\N{NO-BREAK SPACE}"
OTHERS: Final = (
    "cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp874 koi8_r koi8_u cp866 mac_cyrillic mac_roman "
    "iso8859_2 iso8859_5 iso8859_6 iso8859_7 gb18030 big5 cp932 euc_jp cp949"
)
"""What charset-normalizer may choose from, by its own names."""


class Guess(NamedTuple):
    """An encoding and how sure it is, 0 to 1."""

    name: str
    sure: float


def guess_escaped(raw: bytes) -> Guess | None:
    """Return the encoding of bytes that are ASCII with escapes to other sets, None where there are no such escapes."""
    return Guess("iso-2022-jp", 0.9) if b"\x1b$" in raw else None


def guess(raw: bytes) -> Guess:
    """Return the encoding that ``raw``, which is no UTF-8, is most likely in."""
    sample = _sample(raw)
    evidence = sum(byte >= 0x80 for byte in sample[:SAMPLE])
    most = min(0.9, 0.4 + evidence / 50)
    found = _by_script(sample) if evidence >= FEW else None
    if found is not None and found.name not in LATIN:
        return Guess(found.name, round(min(most, found.sure), 2))
    scores = sorted(((_score(sample, name), -order, name) for order, name in enumerate(LATIN)), reverse=True)
    best, second = scores[0], scores[1]
    if best[0] <= 0:
        return Guess(charsets.WINDOWS_1252, 0.3)
    return Guess(best[2], round(min(most, 0.5 + (best[0] - second[0])), 2))


def _sample(raw: bytes) -> bytes:
    def pieces() -> Iterator[bytes]:
        size = 0
        for match in WORDS.finditer(raw):
            # A text without blanks is one "word"; its beginning is enough.
            word = match[0][:SAMPLE]
            size += len(word)
            yield word
            if size > SAMPLE:
                return

    return b" ".join(islice(pieces(), SAMPLE))


def _by_script(sample: bytes) -> Guess | None:
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=OTHERS.split()).best()
    if best is None:
        return None
    name = charsets.known(best.encoding)
    return None if name is None else Guess(name, round(max(0.3, 0.9 - best.chaos), 2))


def _score(sample: bytes, name: str) -> float:
    """The share of characters beyond ASCII that are in place, in the language of this encoding that fits best."""
    text, _ = reading.read(sample, name)
    pairs = Counter((char.lower(), before.isalpha()) for before, char in pairwise(" " + text) if not char.isascii())
    total = pairs.total()
    # A capital inside a word is seldom one.
    amiss = sum(char.isupper() and before.islower() for before, char in pairwise(text) if not char.isascii())
    if not total:
        return 0.0
    languages = LATIN[name].split()
    worth = (
        sum(_worth(letters, char, is_in_word=is_in_word) * count for (char, is_in_word), count in pairs.items())
        for letters in languages
    )
    best = max(worth)
    return (best - 1.5 * amiss) / total


def _worth(letters: str, char: str, *, is_in_word: bool) -> float:
    if char in letters:
        return 1.0
    if char in BESIDE:
        return 0.9
    if char.isalpha():
        return 0.0
    return -1.0 if is_in_word or not char.isprintable() else -0.2
