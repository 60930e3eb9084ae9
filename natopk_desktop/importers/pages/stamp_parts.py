"""Lines of a page's frame that say among other things when the page was last changed, cut into stamp and others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from natopk_desktop.dossier.spans import Span
from natopk_desktop.importers.dating.lines import at_start
from natopk_desktop.importers.dating.tokens import tokens
from natopk_desktop.importers.pages.furniture import FRAME
from natopk_desktop.importers.pages.units import Unit
from natopk_desktop.importers.pages.wording import LINK, is_page_furniture, stamp_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from natopk_desktop.importers.dating.month_names import Names

LONGEST: Final = 300
LONGEST_FOOT: Final = 200
FOOT: Final = 2
"""Units at the end of a page, beside those of its frame, that may be its foot."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_STOPS: Final = frozenset(".;!?|·•©\u2013\u2014-([/")
_SIGNS: Final = frozenset("|·•")
_ENDS: Final = frozenset(".;!?|·•©\u2013\u2014-)]/")
_CLOSED: Final = {"(": ")", "[": "]"}


class _Place(NamedTuple):
    """Where in a page a line stands: in its frame, at its foot, or elsewhere, where only what begins it counts."""

    is_frame: bool
    is_foot: bool


def part_stamps(text: str, units: Sequence[Unit], names: Names) -> list[Unit]:
    """Return the units of a page, each that holds a stamp among other words of its frame cut into stamp and others.

    The words of an article are left alone, even where they speak of an update.
    """
    foot = _foot(units)
    found: list[Unit] = []
    for number, unit in enumerate(units):
        if unit.hint == "cell":
            found += _parted_row(text, unit, is_foot=number >= foot)
            continue
        place = _Place(unit.kind == "residue" or unit.hint == "stamp", number >= foot)
        span = _within(text, unit, place, names) if _may_hold(unit, place) else None
        found += [unit] if span is None else _parted(text, unit, span)
    return found


def _foot(units: Sequence[Unit]) -> int:
    """Return the number of the first unit of a page's foot."""
    left = FOOT
    for number in range(len(units) - 1, -1, -1):
        left -= units[number].kind != "residue"
        if left < 0:
            return number + 1
    return 0


def _may_hold(unit: Unit, place: _Place) -> bool:
    if unit.hint in ("title", "heading"):
        return False
    if place.is_frame:
        return len(unit.text) <= LONGEST
    return unit.kind is None and unit.lead is None and len(unit.text) <= LONGEST_FOOT


def _within(text: str, unit: Unit, place: _Place, names: Names) -> Span | None:
    """Return where in a unit its stamp stands, None where it has none or is nothing else."""
    for start, after in _openings(text, unit, place):
        link = LINK.match(text, after, unit.span.end)
        date = at_start(tokens(text, link.end() if link else after, unit.span.end, names), may_lack_year=False)
        if date is None or date.value.is_range or date.value.edtf() is None:
            continue
        end = _end(text, unit, date.token_end, place)
        if end is not None:
            span = _with_brackets(text, start, end, unit.span)
            return None if span == Span(unit.body, unit.span.end) else span
    return None


def _openings(text: str, unit: Unit, place: _Place) -> Iterator[tuple[int, int]]:
    """Yield where the words of a stamp begin and end, wherever they can begin one."""
    for word in _WORD.finditer(text, unit.body, unit.span.end):
        if word.start() > unit.body and not (place.is_frame or place.is_foot):
            return
        known = stamp_at(text, word.start(), unit.span.end)
        if known is None:
            continue
        before = text[unit.body : word.start()].rstrip()
        is_first = not before or before[-1] in _STOPS
        if place.is_frame:
            may = known.is_plain or is_first or before[-1] in ",:"
        else:
            may = known.is_plain and (is_first if place.is_foot else not before)
        if may:
            yield word.start(), known.end


def _end(text: str, unit: Unit, at: int, place: _Place) -> int | None:
    """Return where a stamp ends whose date ends at ``at``, None where its sentence goes on."""
    rest = text[at : unit.span.end]
    following = rest.lstrip()
    if not following:
        return unit.span.end
    if place.is_frame:
        ends = following[0] in _ENDS or following[0] == "," or not following[0].islower()
    else:
        ends = following[0] in _SIGNS or (place.is_foot and (following[0] in _ENDS or following[0].isupper()))
    if not ends:
        return None
    return at + 1 if rest[0] in ".!" else at


def _parted_row(text: str, unit: Unit, *, is_foot: bool) -> list[Unit]:
    """Return the row of a table that lays out a page's foot as its cells, where one begins as a stamp; else the row."""
    stamps = [stamp_at(text, cell.start, cell.end) for cell in unit.cells]
    if not is_foot or unit.lead is not None or len(stamps) == 1 or not any(stamps):
        return [unit]
    frame = [is_page_furniture(cell.of(text)) for cell in unit.cells]
    if not any(frame) and not any(stamp is not None and stamp.is_plain for stamp in stamps):
        return [unit]
    found = [Unit(cell, cell.start, cell.of(text), hint="cell", cells=[cell], level=unit.level) for cell in unit.cells]
    for piece, stamp, is_frame in zip(found, stamps, frame, strict=True):
        if is_frame and stamp is None:
            piece.take("residue", 0.85, FRAME)
        elif stamp is not None:
            piece.hint, piece.cells = None, []
    return found


def _with_brackets(text: str, start: int, end: int, unit: Span) -> Span:
    """Return a stamp with the brackets that hold it."""
    if start > unit.start and _CLOSED.get(text[start - 1]) == text[end : min(end + 1, unit.end)]:
        return Span(start - 1, end + 1)
    return Span(start, end)


def _parted(text: str, unit: Unit, stamp: Span) -> list[Unit]:
    """Return what stands before a stamp, the stamp, and what stands after it, without white space at their ends."""
    found: list[Unit] = []
    for start, end in ((unit.span.start, stamp.start), stamp, (stamp.end, unit.span.end)):
        words = text[start:end].strip()
        if not words:
            continue
        at = text.index(words, start)
        piece = Unit(Span(at, at + len(words)), at, words, hint="stamp" if start == stamp.start else unit.hint)
        if piece.hint == "stamp" and start != stamp.start:
            piece.hint = None
        if start != stamp.start and (unit.kind or unit.hint == "stamp" or is_page_furniture(words)):
            piece.take("residue", unit.confidence if unit.kind else 0.85, unit.reason if unit.kind else FRAME)
        found.append(piece)
    found[0].gap, found[0].indent = unit.gap, unit.indent
    return found
