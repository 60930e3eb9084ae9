"""CSV as we write it: RFC 4180, UTF-8, lines that end in CRLF, and cells that no spreadsheet takes for a formula."""

from __future__ import annotations

from typing import Final

DIALECT: Final = "excel"
"""Python's name for commas, double quotes and CRLF, as RFC 4180 has it."""

MARK: Final = "\ufeff"
"""Begins the file: without it Excel takes UTF-8 for the system's old encoding, and shows other characters."""

GUARD: Final = "'"
FORMULA: Final = frozenset("=+-@'\t\r\n")
LINE_SIGNS: Final = "\t\r\n"

NUL: Final = "\0"
"""No program reads a NUL in a table: most end the cell there."""


def guard(cell: str) -> str:
    """Return a cell with one apostrophe before it where a spreadsheet might run it.

    That is where its first character after blanks is one of ``= + - @ '``, a tab, a CR or an LF (OWASP, "CSV
    Injection", with the apostrophe itself so that the reader can tell).
    """
    return GUARD + cell if _begins_like_formula(cell) else cell


def unguard(cell: str) -> str:
    """Return a cell without the one apostrophe that ``guard`` put before it; an apostrophe of its own stays."""
    return cell[1:] if cell.startswith(GUARD) and _begins_like_formula(cell[1:]) else cell


def _begins_like_formula(cell: str) -> bool:
    first = next((sign for sign in cell if sign in LINE_SIGNS or not sign.isspace()), "")
    return first in FORMULA
