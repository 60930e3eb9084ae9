"""The language of a page, guessed from its script and its small words, or None where that is not clear."""

from __future__ import annotations

import re
from typing import Final

SAMPLE: Final = 40_000
"""Code points looked at."""

FEWEST: Final = 8
"""Small words that must be seen before a language is named."""

SMALL_WORDS: Final = {
    "en": "the of and to in is was were for with that has have been by on",
    "fr": "le la les des du et est une dans pour qui par sur avec aux ont été",
    "de": "der die das und ist von den mit für auf ein eine wurde im dem nicht",
    "es": "el los las del y una que por con para se fue como su más",
    "it": "il gli della di che è una per con del sono nel alla dei",
    "pt": "o os da do das dos e uma que por com para não foi em",
    "nl": "de het een van en is met voor op zijn werd door niet",
    "tr": "ve bir bu ile için olarak da de olan arasında",
    "pl": "w i na z do się jest oraz przez nie że",
    "ru": "и в на с по не что из для от был",
    "uk": "і в на з що та до не від для був",
    "bg": "и на в от за се с да не по е",
    "ar": "في من على إلى عن أن التي الذي مع",
    "fa": "در به از که این را با است برای",
    "ur": "کے کی میں اور سے کا کو نے ہے پر",
}
WORDS: Final = {language: frozenset(words.split()) for language, words in SMALL_WORDS.items()}
_WORD: Final = re.compile(r"[^\W\d_]+")


def guessed(text: str) -> str | None:
    """Return the language of a text (BCP 47), None unless one language's small words clearly lead."""
    counts = dict.fromkeys(WORDS, 0)
    total = 0
    for match in _WORD.finditer(text[:SAMPLE]):
        word = match.group().lower()
        total += 1
        for language, words in WORDS.items():
            if word in words:
                counts[language] += 1
    first, second = sorted(counts.values(), reverse=True)[:2]
    if first < FEWEST or first < 1.5 * second or first < 0.12 * total:
        return None
    return max(counts, key=counts.__getitem__)
