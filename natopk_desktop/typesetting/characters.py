"""Text made ready to be set: what our fonts cannot show becomes its number in a box, a long word may be broken.

A text is a list of pieces: strings, and small dictionaries for what is no letter: ``{"box": "U+1F600"}``,
``{"line": 1}`` for the end of a line, ``{"tab": 1}``, ``{"break": 1}`` for a place where a line may end.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

from natopk_desktop.dossier.spans import Span
from natopk_desktop.typesetting import glyphs

if TYPE_CHECKING:
    from natopk_desktop.documents.parts import Run

Piece = str | dict[str, str | int]

LINE_ENDS: Final = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
HARMLESS: Final = frozenset("\u200b\u200c\u200d\u2060\u00ad\u200e\u200f\u061c")
"""Invisible characters that need no glyph: joiners, break marks and direction marks; they reorder no line of ours."""

LONG_WORD: Final = re.compile(r"\S{25,}")
"""A word that may be broken in a column of text, since it may not fit it."""

NARROW_WORD: Final = re.compile(r"\S{11,}")
"""The same for a column as narrow as that of the dates."""

STEP: Final = 6
"""Characters between two places where a long word may be broken."""

BOX_WIDTH: Final = 6.5
"""How many usual characters a box takes the room of."""


class Place(NamedTuple):
    """How many times a character was boxed, and where first (None where only words of ours held it)."""

    times: int
    first: Span | None


class Setter:
    """Makes texts ready for one document, and keeps account of what was boxed.

    Attributes:
        boxed: characters set as their number, with count and first place.
        strict: box all but plain Latin letters; for what Typst refused although the fonts have the glyphs.
    """

    def __init__(self, *, strict: bool = False) -> None:
        self.boxed: dict[str, Place] = {}
        self.strict = strict
        self._missing: dict[str, bool] = {}

    def pieces(self, text: str, span: Span | None = None, *, narrow: bool = False) -> list[Piece]:
        """Return the pieces of a text, which stands at ``span`` if it is the source's.

        Args:
            text: the text.
            span: where it stands.
            narrow: whether it goes into a narrow column.
        """
        long_word = NARROW_WORD if narrow else LONG_WORD
        if text.isascii() and text.isprintable() and not long_word.search(text):
            return [text] if text else []
        found: list[Piece] = []
        start = 0
        for line_end in (*LINE_ENDS.finditer(text), None):
            line = text[start : line_end.start() if line_end else None]
            for piece in self._parted(line, None if span is None else span.start + start):
                found.extend(_breakable(piece, long_word) if isinstance(piece, str) else [piece])
            if line_end:
                found.append({"line": 1})
                start = line_end.end()
        return found

    def plain(self, text: str) -> str:
        """Return a text for a place that takes nothing but letters (a title, an alternative text), on one line."""
        return "".join(
            f"[{number(one)}]" if self.is_missing(one) else one for one in LINE_ENDS.sub(" ", text).replace("\t", " ")
        )

    def reach(self, text: str, share: float) -> int:
        """Return how many first code points of ``text`` take up ``share`` usual characters' widths."""
        if len(text) <= share / BOX_WIDTH:
            return len(text)
        left = share
        for at, one in enumerate(text):
            left -= BOX_WIDTH if self.is_missing(one) else 1.35 if one.isupper() else 1
            if left < 0:
                return at
        return len(text)

    def is_missing(self, one: str) -> bool:
        """Tell whether a character has to be set as its number."""
        known = self._missing.get(one)
        if known is None:
            known = self._missing[one] = _is_missing(one, strict=self.strict)
        return known

    def _parted(self, line: str, place: int | None) -> list[Piece]:
        """Part a line, which begins at ``place`` of the source if it is the source's, at what is no letter to set."""
        found: list[Piece] = []
        start = 0
        for at, one in enumerate(line):
            if one == "\t" or self.is_missing(one):
                if at > start:
                    found.append(line[start:at])
                found.append({"tab": 1} if one == "\t" else self._box(one, None if place is None else place + at))
                start = at + 1
        if start < len(line):
            found.append(line[start:])
        return found

    def _box(self, one: str, place: int | None) -> dict[str, str | int]:
        known = self.boxed.get(one, Place(0, None))
        first = Span(place, place + 1) if place is not None and known.first is None else known.first
        self.boxed[one] = Place(known.times + 1, first)
        return {"box": number(one)}


def number(one: str) -> str:
    """Return a character's number: "U+1F600"."""
    return f"U+{ord(one):04X}"


def is_right_to_left(runs: tuple[Run, ...]) -> bool:
    """Tell whether a paragraph's first letter is of a script written from right to left."""
    for run in runs:
        for one in run.text:
            direction = unicodedata.bidirectional(one)
            if direction in {"L", "R", "AL"}:
                return direction != "L"
    return False


def _is_missing(one: str, *, strict: bool) -> bool:
    if one in glyphs.PLAIN:
        return False
    category = unicodedata.category(one)
    if strict or category in {"Cc", "Co", "Cs", "Cn"}:
        return one != "\t"
    if category == "Cf":
        return one not in HARMLESS
    return bool(glyphs.missing(frozenset(one)))


def _breakable(text: str, long_word: re.Pattern[str]) -> list[Piece]:
    """Part a text where a long word may be broken, but not before a mark that belongs to the letter before it."""
    found: list[Piece] = []
    start = 0
    for word in long_word.finditer(text):
        for at in range(word.start() + STEP, word.end(), STEP):
            if unicodedata.category(text[at])[0] not in "MC":
                found += [text[start:at], {"break": 1}]
                start = at
    return [*found, text[start:]] if start < len(text) else found
