"""What the rest of a page's units are: headings with their levels, captions, list items, paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from natopk_desktop.importers.pages.heads import can_head
from natopk_desktop.importers.pages.wording import speaks_of_picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from natopk_desktop.importers.pages.units import Unit

LONGEST_CHAIN: Final = 3
"""Headings directly under each other; more of them are a list of links."""

CAPTION_WORDS: Final = 10


def settle_rest(units: Sequence[Unit]) -> None:
    """Settle the kind of every unit that has none yet."""
    for number, unit in enumerate(units):
        if unit.kind is None:
            _settle(units, number)
    _set_levels(units)


def _settle(units: Sequence[Unit], number: int) -> None:
    unit = units[number]
    if unit.hint in ("heading", "title"):
        unit.take("heading", 1.0, "")
    elif unit.hint in ("caption", "stamp", "residue"):
        unit.take(unit.hint, 1.0, "")
    elif unit.hint == "cell" or (unit.cells and _stands_in_table(units, number)):
        unit.take("cell", 1.0 if unit.hint else 0.8, "" if unit.hint else "Tabs or strokes part it, as its neighbours.")
    elif unit.hint == "list-item":
        unit.take("list-item", 1.0, "")
    elif _is_bulleted_heading(units, number):
        unit.take("heading", 0.7, "It is short, has a bullet, and text stands indented under it.")
    elif unit.bullet:
        unit.take("list-item", 1.0, "")
    elif unit.hint is None and _names_people(units, number):
        unit.take("caption", 0.6, "It stands over the text before any heading, and nearly all its words are names.")
    elif unit.hint is None and _is_heading(units, number):
        reason = (
            "It is a question of its own."
            if unit.is_question
            else "It is short, has no full stop, and stands over text."
        )
        unit.take("heading", 0.85 if unit.is_question else 0.8, reason)
    elif unit.hint is None and _is_caption(units, number):
        unit.take("caption", 0.6, "It has no full stop and stands by the title or speaks of a picture.")
    else:
        unit.take("paragraph", 1.0, "")


def _is_heading(units: Sequence[Unit], number: int) -> bool:
    unit = units[number]
    if not can_head(unit) or unit.bullet:
        return False
    chain = 1
    for place in range(number + 1, len(units)):
        after = units[place]
        if after.kind in ("residue", "caption", "stamp"):
            continue
        if after.kind == "heading" or (after.kind is None and can_head(after) and not after.bullet and not after.cells):
            chain += 1
            if chain > LONGEST_CHAIN:
                return False
            continue
        return after.kind in (None, "milestone", "paragraph", "list-item", "cell")
    return False


def _is_bulleted_heading(units: Sequence[Unit], number: int) -> bool:
    unit = units[number]
    after = units[number + 1] if number + 1 < len(units) else None
    if not unit.bullet or unit.hint is not None or after is None or after.bullet or after.kind is not None:
        return False
    return can_head(unit) and after.indent > unit.indent and (after.words > 2 * unit.words or can_head(after))


def _names_people(units: Sequence[Unit], number: int) -> bool:
    """Tell whether a line among the first paragraphs consists of names, as the words of a picture do."""
    unit = units[number]
    long = [word for word in unit.text.split() if len(word) > 3]
    if len(long) < 6 or unit.is_stopped or sum(word[0].isupper() for word in long) < 0.8 * len(long):
        return False
    kinds = {before.kind for before in units[max(0, number - 8) : number]}
    return "title" in kinds and "heading" not in kinds


def _is_caption(units: Sequence[Unit], number: int) -> bool:
    unit = units[number]
    if unit.is_stopped or unit.text.endswith((",", ";")) or number + 1 == len(units):
        return False
    if speaks_of_picture(unit.text) and unit.words <= 60:
        return True
    if not CAPTION_WORDS <= unit.words <= 60:
        return False
    above = (units[place].kind for place in range(number - 1, -1, -1))
    return next((kind for kind in above if kind not in ("residue", "stamp", "caption")), None) in ("title", "heading")


def _stands_in_table(units: Sequence[Unit], number: int) -> bool:
    size = len(units[number].cells)
    near = [units[n] for n in (number - 1, number + 1) if 0 <= n < len(units)]
    return any(len(unit.cells) == size for unit in near)


def _set_levels(units: Sequence[Unit]) -> None:
    """Give every heading its level: the mark-up's, or by what kinds of headings the page has."""
    hinted = [unit.level or 2 for unit in units if unit.kind == "heading" and unit.hint == "heading"]
    base = min(hinted, default=2)
    questions = any(unit.kind == "heading" and unit.is_question for unit in units)
    seen_question = False
    last = 1
    over: Unit | None = None  # the last heading with a bullet, while what follows is indented under it
    for number, unit in enumerate(units):
        if over is not None and unit.indent <= over.indent:
            over = None
        if unit.kind != "heading":
            continue
        if unit.hint == "heading":
            unit.heading_level = (unit.level or 2) - base + 2
        elif unit.reason.startswith("It stands over dated"):
            unit.heading_level = max(3, last + 1) if last < 4 else 4
            continue
        else:
            seen_question = seen_question or unit.is_question
            under = (questions and seen_question and not unit.is_question) or over is not None
            unit.heading_level = 3 if under or _is_second(units, number) else 2
        last = unit.heading_level
        over = unit if unit.bullet else over


def _is_second(units: Sequence[Unit], number: int) -> bool:
    """Tell whether a heading stands directly under another one that has no level of its own look."""
    before = units[number - 1] if number else None
    return before is not None and before.kind == "heading" and before.heading_level == 2
