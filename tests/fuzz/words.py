"""Words, dates and numbers, plain and odd, that files are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from random import Random

WORDS: Final = (
    "Quake", "relief", "Pakistan", "", " ", "\n", "a\nb", "Zürich", "\u202eabc", "\u0645\u0627\u0631\u0633",
    "<p>x</p>", "<b>b", "&amp;", "&#0;", "&", "<img src='file:///CANARY' onerror=x>", "<script>x</script>", "=1+1",
    "+1", "@x", "'", '"', "\t", "\x00", "\x0b", "\ufeff", "\ud800", "\U0001f600", "(1)x", "[2]y", " (z", "{",
    "{n}", "{}", "%s", "a,b", "a;b", "a|b", "\r", "\u2028", "x" * 3000, "natopk-dossier", "END:VEVENT",
    "[Ours: x]",
)  # fmt: skip
DATES: Final = (
    "2005", "2005-10", "2005-10-08", "2005-13", "2005-02-30", "-0043", "Y12345", "2005~", "2005/2006", "2006/2005",
    "../2005", "2005/", "/", "198X", "2005-10-08T08:50:00Z", "2005-10-08 08:50:00", "-44-03-15 00:00:00",
    "20051008", "20051008T085000Z", "20051308", "10/8/2005", "31/12/2005", "03/04/05", "8 October 2005",
    "Oct 2005", "c. 1950", "soon", "", "0", "-1", "99999999999999999999", "1e5", "13", "29 Feb 2001", "0000-01-01",
    "9999-12-31", "-271821-04-20 00:00:00", "2005-10-08 24:00:00",
)  # fmt: skip
NUMBERS: Final = (0, 1, -1, 12, 13, 31, 2005, -44, 10**12, 10**20, -(10**16), 2005.0, 2005.5, 1e300, True)


def word(random: Random) -> str:
    """Return words, plain or odd."""
    return random.choice(WORDS) if random.random() < 0.7 else random.choice(WORDS) + random.choice(WORDS)


def date(random: Random) -> str:
    """Return words for a date, or any others."""
    return random.choice(DATES) if random.random() < 0.9 else word(random)


def value(random: Random, depth: int = 0) -> Any:  # noqa: ANN401 - any JSON value
    """Return any JSON value."""
    kind = random.randrange(8 if depth < 4 else 5)
    if kind < 2:
        return word(random)
    if kind == 2:
        return date(random)
    if kind == 3:
        return random.choice(NUMBERS)
    if kind == 4:
        return random.choice((None, True, False))
    if kind == 5:
        return [value(random, depth + 1) for _ in range(random.randrange(4))]
    return {word(random): value(random, depth + 1) for _ in range(random.randrange(4))}
