"""Which characters our fonts have a glyph for, read from the fonts themselves."""

from __future__ import annotations

from functools import cache
from struct import unpack_from
from typing import Final

from natopk_desktop import resources

FAMILIES: Final = (
    ("SourceSerif4-Regular.ttf", "SourceSerif4-Semibold.ttf"),
    ("Inter-Regular.ttf", "Inter-SemiBold.ttf"),
    ("NotoNaskhArabic-Regular.ttf",),
)
"""The files of each family that pages are set in; a character counts where all files of a family have it."""

PLAIN: Final = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("\u00a0£§©«»°·éèêëàâäçñöüßïîôûáíóú–—‘’“”…•€")
"""Characters that every Latin font here has, so that most texts need no font to be read."""


def missing(characters: frozenset[str]) -> frozenset[str]:
    """Return those of ``characters`` that no family has a glyph for."""
    unsure = characters - PLAIN
    if not unsure:
        return frozenset()
    families = coverage()
    return frozenset(one for one in unsure if not any(ord(one) in family for family in families))


@cache
def coverage() -> tuple[frozenset[int], ...]:
    """Return the code points each family has a glyph for."""
    folder = resources.bundled("resources", "fonts")
    return tuple(
        frozenset.intersection(*(code_points((folder / name).read_bytes()) for name in names)) for names in FAMILIES
    )


def code_points(font: bytes) -> frozenset[int]:
    """Return the code points that a TrueType font maps to a glyph.

    Reads the ``cmap`` table's subtables of formats 4 and 12, as the OpenType specification lays them out
    (https://learn.microsoft.com/typography/opentype/spec/cmap).
    """
    (count,) = unpack_from(">H", font, 4)
    tables = {font[at : at + 4]: unpack_from(">II", font, at + 8) for at in range(12, 12 + 16 * count, 16)}
    cmap, _ = tables[b"cmap"]
    (subtables,) = unpack_from(">H", font, cmap + 2)
    found: set[int] = set()
    for number in range(subtables):
        platform, _, offset = unpack_from(">HHI", font, cmap + 4 + 8 * number)
        if platform in {0, 3}:
            found |= _subtable(font, cmap + offset)
    return frozenset(found)


def _subtable(font: bytes, at: int) -> set[int]:
    (form,) = unpack_from(">H", font, at)
    if form == 12:
        (groups,) = unpack_from(">I", font, at + 12)
        ranges = (unpack_from(">III", font, at + 16 + 12 * group) for group in range(groups))
        return {code for first, last, glyph in ranges for code in range(first, last + 1) if glyph or code > first}
    return _segments(font, at) if form == 4 else set()


def _segments(font: bytes, at: int) -> set[int]:
    """Return the code points of a subtable of format 4, segment by segment."""
    (size,) = unpack_from(">H", font, at + 6)
    count = size // 2
    ends = unpack_from(f">{count}H", font, at + 14)
    starts = unpack_from(f">{count}H", font, at + 16 + size)
    deltas = unpack_from(f">{count}H", font, at + 16 + 2 * size)
    offsets_at = at + 16 + 3 * size
    offsets = unpack_from(f">{count}H", font, offsets_at)
    found: set[int] = set()
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code + deltas[number]
            if offsets[number]:
                (glyph,) = unpack_from(">H", font, offsets_at + 2 * number + offsets[number] + 2 * (code - start))
            if glyph & 0xFFFF:
                found.add(code)
    return found
