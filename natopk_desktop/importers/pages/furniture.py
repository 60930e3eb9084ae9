"""What belongs to a page's frame: its residue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from natopk_desktop.importers.pages.heads import can_head
from natopk_desktop.importers.pages.wording import is_page_furniture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from natopk_desktop.importers.pages.units import Unit

FRAME: Final = "It belongs to the page’s frame."
NO_WORDS: Final = "It has no letter and no digit."


def mark_furniture(units: Sequence[Unit]) -> None:
    """Mark the lines that pages have around their text: commands, addresses, notices, lone signs."""
    for unit in units:
        if unit.kind is not None:
            continue
        if unit.hint == "residue":
            unit.take("residue", 1.0, "")
        elif not any(char.isalnum() for char in unit.text[:400]):
            unit.take("residue", 0.95, NO_WORDS)
        elif unit.hint in (None, "paragraph", "list-item") and len(unit.text) < 300 and is_page_furniture(unit.text):
            unit.take("residue", 0.85, FRAME)


def mark_end(units: Sequence[Unit]) -> None:
    """Mark the short lines after the last part of a page that says something, unless they are a cut sentence."""
    tail: list[Unit] = []
    for unit in reversed(units):
        if unit.kind in ("residue", "stamp"):
            continue
        is_short = unit.hint in (None, "list-item") and unit.words <= 8 and not unit.is_stopped
        if unit.kind is not None or not is_short or not can_head(unit):
            break
        tail.append(unit)
    if tail and len(tail) < sum(unit.kind != "residue" for unit in units) - 1:
        for unit in tail:
            unit.take("residue", 0.6, "It is a short line with nothing under it, at the end.")
