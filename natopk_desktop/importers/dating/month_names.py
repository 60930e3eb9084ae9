"""The names of months and weekdays in many languages, from the CLDR data that babel carries."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from natopk_desktop.dossier.folding import FOLDS

LOCALES: Final = {
    "latin": (
        *("en", "fr", "de", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "sk", "hu", "ro"),
        *("hr", "sl", "sq", "tr", "et", "lv", "lt", "az"),
    ),
    "cyrillic": ("ru", "uk", "bg", "sr", "mk"),
    "arabic": ("ar", "ar_SY", "ar_DZ", "ur", "fa", "ps"),
    "greek": ("el",),
    "hebrew": ("he",),
    "devanagari": ("hi",),
    "georgian": ("ka",),
    "armenian": ("hy",),
}
"""The locales asked, by the script their months are written in; the package keeps these files of babel's."""

RANGES: Final = (
    ("latin", 0x41, 0x24F),
    ("latin", 0x1E00, 0x1EFF),
    ("greek", 0x370, 0x3FF),
    ("cyrillic", 0x400, 0x52F),
    ("armenian", 0x530, 0x58F),
    ("hebrew", 0x590, 0x5FF),
    ("arabic", 0x600, 0x77F),
    ("devanagari", 0x900, 0x97F),
    ("georgian", 0x10A0, 0x10FF),
)
SHORTEST: Final = 3
"""Letters of the shortest abbreviation taken; shorter ones are words of other languages."""

PREPOSITIONS: Final = ("de", "d")

COMMON: Final = frozenset({"en", "fr", "de", "es", "it"})
"""The languages whose abbreviations count on a page of unknown language."""

ALSO_PRINTED: Final = {"en": {"sept": 9}}
"""Forms that a language prints often and of which CLDR has another one only."""


class Names(NamedTuple):
    """Folded names.

    Attributes:
        months: month (1 to 12) by folded name, the words of a name of several joined by one blank.
        weekdays: folded names of the days of the week.
        is_parted: whether a month's name has several words.
    """

    months: dict[str, int]
    weekdays: frozenset[str]
    is_parted: bool = False


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return a word in one case and without diacritics, as names are looked up."""
    return " ".join(word.translate(FOLDS).split())


def names_for(text: str, language: str | None) -> Names:
    """Return the names that a text may use.

    A page of a known language has that language's names and English ones; one of an unknown language has the full
    names of all languages in its scripts, without those that are another month in another language.

    Args:
        text: the page's text.
        language: the page's language (BCP 47), None where it is not known.
    """
    known = language.replace("_", "-").split("-")[0].lower() if language else None
    every = {locale for locales in LOCALES.values() for locale in locales}
    if known not in {_language(locale) for locale in every}:
        known = None
    return _names(frozenset(scripts(text)), known)


def scripts(text: str) -> set[str]:
    """Return the names of the scripts in a text (of those whose months are known)."""
    codes = {ord(char) for char in set(text)}
    return {name for name, low, high in RANGES if any(low <= code <= high for code in codes)} | {"latin"}


@lru_cache(maxsize=16)
def _names(found: frozenset[str], language: str | None) -> Names:
    every = [locale for script, locales in LOCALES.items() if script in found for locale in locales]
    own = frozenset({language, "en"}) if language else COMMON
    months: dict[str, int] = {}
    weekdays: set[str] = set()
    disputed: set[str] = set()
    for locale in sorted(every, key=lambda locale: _language(locale) != language):
        if language is not None and _language(locale) not in own:
            continue
        widths = ("wide", "abbreviated") if _language(locale) in own else ("wide",)
        for month, name in _forms(locale, "months", widths):
            if months.setdefault(name, month) != month and language is None:
                disputed.add(name)
        weekdays.update(name for _, name in _forms(locale, "days", widths))
    for name in disputed:
        del months[name]
    return Names(months, frozenset(weekdays - set(months)), any(" " in name for name in months))


def _language(locale: str) -> str:
    return locale.split("_", maxsplit=1)[0]


@lru_cache(maxsize=512)
def _forms(locale: str, what: str, widths: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
    from babel import localedata

    if not localedata.exists(locale):
        return ()
    contexts = localedata.load(locale)[what]
    also = ALSO_PRINTED.get(locale, {}) if what == "months" else {}
    found: list[tuple[int, str]] = [(number, name) for name, number in also.items()]
    for context in ("format", "stand-alone"):
        for width in widths:
            printed = _own(contexts.get(context), width)
            found += [(number, name) for number, form in printed.items() if (name := _name(form))]
    return tuple(found)


def _own(forms: object, width: str) -> dict[int, str]:
    """Return the forms of a width that a locale has itself, nothing where it points to others.

    A `Locale`'s attributes follow such pointers, but babel 2.18 keeps what it then finds for all other locales too
    (`LocaleDataDict.__getitem__` writes into data they share), so the data is read as it lies.
    """
    for key in (None, width):
        forms = forms if key is None or not isinstance(forms, dict) else forms.get(key)
        forms = forms[1] if isinstance(forms, tuple) else forms
    return forms if isinstance(forms, dict) else {}


def _name(printed: str) -> str:
    """Return a name folded, without the preposition some languages print before it; nothing where it is no name."""
    words = fold(printed).split()
    name = " ".join(words[1:] if len(words) > 1 and words[0] in PREPOSITIONS else words)
    letters = sum(char.isalpha() for char in name)
    is_name = letters >= SHORTEST or (letters >= 2 and not name.isascii())
    return name if is_name and not any(char.isdigit() for char in name) else ""
