"""The order of entries by date."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Final

from natopk_desktop.dossier.dates import bounds
from natopk_desktop.dossier.edtf_parts import DIGITS_TO_NINES

if TYPE_CHECKING:
    from collections.abc import Sequence

PLAIN: Final = frozenset(("9999", "9999-99", "9999-99-99"))
"""Shapes of the dates that sort as texts, with every digit written 9."""

FIRST_SEASON: Final = "21"

BEFORE_ALL: Final = -(1 << 60)
WIDEST: Final = 1 << 61
"""More days than lie between any two days that EDTF can name here (about 2 ** 60)."""


def by_date(edtf: Sequence[str | None], placed_after: Sequence[int | None]) -> array[int]:
    """Order rows by date: earliest possible day, then the wider date first, then the source's order.

    A date without a start comes before all others, one without an end is the widest. A row placed under another
    stands right after it (and after what is placed under that one), whatever its own date. Rows without a date that
    are placed under nothing stand at the end. Where placements go round in a circle, the circle's first row counts
    as placed under nothing.

    Args:
        edtf: The EDTF date of each row, valid as `dates.valid` tells, None where it has none.
        placed_after: The row each row is placed under, None where it is placed by its own date. As long as `edtf`.

    Returns:
        Every row number once, in order.

    Raises:
        ValueError: The two differ in length, or a row is placed under one that does not exist.
    """
    if len(edtf) != len(placed_after):
        raise ValueError("Dates and placements differ in length.")
    ranks = _ranks(edtf)
    rank = array("q", [ranks[text] for text in edtf])
    placed = {row: anchor for row, anchor in enumerate(placed_after) if anchor is not None}
    _check(placed, len(edtf))
    for row in _circle_heads(placed):
        del placed[row]
    if not placed:
        return array("q", sorted(range(len(edtf)), key=rank.__getitem__))
    roots = [row for row in range(len(edtf)) if row not in placed]
    roots.sort(key=rank.__getitem__)
    return _with_followers(roots, placed)


def _ranks(edtf: Sequence[str | None]) -> dict[str | None, int]:
    """Return the rank of each different date, equal for equal bounds; that of no date is the last."""
    texts = {text for text in edtf if text is not None}
    found: dict[str | None, int]
    if all(text.translate(DIGITS_TO_NINES) in PLAIN and text[5:7] < FIRST_SEASON for text in texts):
        # Years, months and days alone stand in the order wanted as texts: 2005, 2005-01, 2005-01-01, 2005-02.
        found = {text: rank for rank, text in enumerate(sorted(texts))}
    else:
        keys = {text: _key(text) for text in texts}
        ranks = {key: rank for rank, key in enumerate(sorted(set(keys.values())))}
        found = {text: ranks[key] for text, key in keys.items()}
    found[None] = len(found)
    return found


def _key(text: str) -> int:
    """Return the sort key of a date in one number: by start, and from the same start by width downwards."""
    earliest, latest = bounds(text)
    start = BEFORE_ALL if earliest is None else earliest
    width = WIDEST if latest is None else latest - start
    return start * (2 * WIDEST) - width


def _check(placed: dict[int, int], count: int) -> None:
    """Refuse a row placed under one that does not exist."""
    for row, anchor in placed.items():
        if not 0 <= anchor < count:
            raise ValueError(f"Row {row} is placed under row {anchor}, which does not exist.")


def _circle_heads(placed: dict[int, int]) -> list[int]:
    """Return the lowest row of every circle of placements."""
    heads = []
    seen: set[int] = set()
    for first in placed:
        path: dict[int, None] = {}
        row = first
        while row in placed and row not in seen:
            seen.add(row)
            path[row] = None
            row = placed[row]
        if row in path:
            rows = list(path)
            heads.append(min(rows[rows.index(row) :]))
    return heads


def _with_followers(roots: list[int], placed: dict[int, int]) -> array[int]:
    """Return the rows with each one's followers, and theirs, right behind it in the source's order."""
    followers: dict[int, list[int]] = {}
    for row in sorted(placed):
        followers.setdefault(placed[row], []).append(row)
    ordered = array("q")
    for root in roots:
        ordered.append(root)
        if root in followers:
            waiting = followers[root][::-1]
            while waiting:
                row = waiting.pop()
                ordered.append(row)
                waiting.extend(reversed(followers.get(row, ())))
    return ordered
