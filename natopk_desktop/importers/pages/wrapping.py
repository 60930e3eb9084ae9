"""Lines that a page broke at a fixed width, told from lines that stand for themselves."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Final

from natopk_desktop.importers.pages.languages import WORDS
from natopk_desktop.importers.pages.units import CLOSERS, ENDS, body_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from natopk_desktop.importers.pages.lines import Line

WIDEST: Final = 120
"""The longest line of a text that is broken at a fixed width."""

SHORTEST: Final = 30
"""The shortest line that a break can have been forced on where nothing else shows it."""

_CUT_NUMBER: Final = re.compile(r"\d+(?:\)|[.,;](?=\s|$)|[^\S\r\n](?=[a-z]))")
"""How a line begins whose number was cut from the sentence before: a full stop or a small letter follows it."""

OPENERS: Final = "\"'“‘«([¿¡"
JOINING: Final = frozenset().union(*WORDS.values(), {"at", "an", "as", "or", "its", "their", "this", "into"}) - {
    "o",
    "e",
    "y",
}


def joined(text: str, rows: Sequence[Line], is_dated: Callable[[Line], bool]) -> list[list[Line]]:
    """Put the lines together that are one paragraph or list item each.

    Args:
        text: the page's text.
        rows: its lines.
        is_dated: whether a line begins with a date.
    """
    found: list[list[Line]] = []
    for stanza in _stanzas(rows):
        width = max(line.end - line.start + line.indent for line in stanza)
        strong = [_runs_on(text, line, after) for line, after in itertools.pairwise(stanza)]
        is_wrapped = width <= WIDEST and sum(strong) >= 1
        found.append([stanza[0]])
        for number, line in enumerate(stanza[1:]):
            is_one = _continues(
                text, found[-1], line, is_dated, is_sure=strong[number], width=width if is_wrapped else 0
            )
            if is_one:
                found[-1].append(line)
            else:
                found.append([line])
    return found


def _stanzas(rows: Sequence[Line]) -> list[list[Line]]:
    found: list[list[Line]] = []
    for line in rows:
        if line.gap or not found:
            found.append([])
        found[-1].append(line)
    return found


def _runs_on(text: str, line: Line, after: Line) -> bool:
    """Tell whether a line surely runs on: the next begins with a small letter, and this one has no end."""
    if body_of(text, after.start, after.end)[1] or text[line.end - 1] in ENDS:
        return False
    first = text[after.start : after.start + 3].lstrip(OPENERS)[:1]
    is_cut = first.islower() or text[line.end - 1] == "," or _CUT_NUMBER.match(text, after.start, after.end)
    if line.end - line.start >= SHORTEST and is_cut:
        return True
    last = text[max(line.start, line.end - 20) : line.end].rsplit(maxsplit=1)[-1]
    return line.end - line.start >= 15 and last.lower() in JOINING


def _continues(
    text: str, before: list[Line], line: Line, is_dated: Callable[[Line], bool], *, is_sure: bool, width: int
) -> bool:
    """Tell whether a line belongs to the paragraph that the lines ``before`` make."""
    last = before[-1]
    if body_of(text, line.start, line.end)[1]:
        return False
    is_stopped = text[max(last.start, last.end - 3) : last.end].rstrip(CLOSERS)[-1:] in ENDS
    starts_dated = is_dated(line)
    if is_sure and not (starts_dated and is_dated(before[0])):
        return True
    first = before[0]
    has_bullet = bool(body_of(text, first.start, first.end)[1])
    hangs = line.indent >= first.indent + 6 and is_dated(first)
    if (hangs or (has_bullet and line.indent > first.indent and len(before) > 1)) and not starts_dated:
        return True
    if not width or (starts_dated and (is_stopped or is_dated(first))):
        return False
    word = text[line.start : min(line.end, line.start + width)].split(maxsplit=1)[0]
    is_forced = last.end - last.start + last.indent + 1 + len(word) > width
    return is_forced and last.end - last.start >= SHORTEST and line.indent <= first.indent + 4
