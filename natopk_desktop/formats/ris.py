"""Lines of the RIS format: a tag of two characters, two blanks, a hyphen, a blank, the value."""

from __future__ import annotations

from natopk_desktop.plain import one_line

LINE_END = "\r\n"


def line(tag: str, value: str) -> str:
    """Return a line; the value is kept on it, since a second one could pass for a tag."""
    return f"{tag}  - {one_line(value).strip()}{LINE_END}"


def date(parts: tuple[int, ...]) -> str:
    """Return a date as ``YYYY/MM/DD/``; what is not known stays empty, as in ``2005/10//``."""
    year, month, day = (*parts, None, None)[:3]
    return f"{year:04}/{'' if month is None else f'{month:02}'}/{'' if day is None else f'{day:02}'}/"
