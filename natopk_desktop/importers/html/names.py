"""Sets of names, written as one line of words."""

from __future__ import annotations


def named(words: str) -> frozenset[str]:
    """Return the names in a text, which are parted by blanks."""
    return frozenset(words.split())
