"""Tables as text: which sign parts the cells, and the rows."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DELIMITERS: Final = (",", ";", "\t", "|")
HEAD: Final = 65_536
"""Characters at the beginning that the delimiter is told by."""
MOST_ROWS: Final = 60
PIECE: Final = 1_000_000
"""Characters that are cut into lines at a time."""
LONGEST_CELL: Final = 2**31 - 1

LONE_CR: Final = re.compile(r"\r(?!\n)")
ANY_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")

SIGN_LINE: Final = re.compile(r"\"?sep=(.)\"?(?:\r\n|\r|\n)", re.IGNORECASE)

Row = list[str]


def without_sign(text: str) -> tuple[str, str | None]:
    """Return a table without the line ``sep=;`` that spreadsheets put first, and the sign it names; None for none."""
    found = SIGN_LINE.match(text)
    return (text[found.end() :], found[1]) if found else (text, None)


def delimiter_of(text: str) -> str | None:
    """Return the sign that parts the cells of a table: the one by which most rows have the same number of cells.

    None where there is none by which the first rows have several cells each.
    """
    head = text[:HEAD]
    if len(text) > HEAD:
        head = head[: head.rfind("\n") + 1] or head
    scores = [(_score(head, sign), -at, sign) for at, sign in enumerate(DELIMITERS)]
    (share, width), _, sign = max(scores)
    return sign if share > 0.5 and width > 1 else None


def _score(head: str, sign: str) -> tuple[float, int]:
    """Return the share of rows that have as many cells as most have, and how many that is."""
    widths = []
    for row in rows(head, sign):
        if any(cell.strip() for cell in row):
            widths.append(len(row))
        if len(widths) >= MOST_ROWS:
            break
    if not widths:
        return 0.0, 0
    usual = max(set(widths), key=lambda width: (widths.count(width), width))
    if usual < 2:
        return 0.0, 0
    return round(widths.count(usual) / len(widths), 2), usual


def rows(text: str, delimiter: str) -> Iterator[Row]:
    """Yield the rows of a table, every cell as it stands, line ends within quotation marks included."""
    csv.field_size_limit(LONGEST_CELL)
    return csv.reader(_lines(text), delimiter=delimiter)


def _lines(text: str) -> Iterator[str]:
    """Yield the lines of ``text`` with their ends, as the reader of tables wants them."""
    is_mixed = LONE_CR.search(text) is not None
    at = 0
    while at < len(text):
        stop = text.find("\n", at + PIECE)
        stop = len(text) if stop < 0 else stop + 1
        piece = text[at:stop]
        if is_mixed:
            yield from (line for line in ANY_LINE.findall(piece) if line)
        else:
            ends = piece.split("\n")
            last = ends.pop()
            yield from (f"{line}\n" for line in ends)
            if last:
                yield last
        at = stop


def names_of(header: Iterable[str]) -> list[str]:
    """Return the names of columns without blanks around them, in small letters."""
    return [" ".join(cell.split()).lower() for cell in header]
