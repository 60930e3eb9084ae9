"""What a reader of a marked-up page knows of its text beyond the words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from natopk_desktop.dossier.spans import Span
from natopk_desktop.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence


HintKind = Literal["title", "heading", "paragraph", "list-item", "cell", "caption", "stamp", "residue"]


class Hint(msgspec.Struct, frozen=True):
    """One segment of the text as the mark-up has it; no line break of the page lies inside another segment.

    Attributes:
        span: code points of the text, not empty; white space at its ends does not matter.
        kind: what the mark-up says it is: ``title`` for the page's main heading, ``heading`` for the others,
            ``paragraph`` also for text in no element of its own, ``caption`` also for an image's ``alt``, ``residue``
            for menus, banners and notices kept in the text.
        level: 1 to 6 of a heading; how deep a list item is nested (1 is the outermost); else None.
        row: for cells, the same number for all cells of one table row, another for each row of the page; None else.
    """

    span: Span
    kind: HintKind
    level: int | None = None
    row: int | None = None


class Facts(msgspec.Struct, frozen=True):
    """What is known of a page beside its text. Only the source's own words, never a guess.

    Attributes:
        name: the file's name, which stands in for a title where the page has none.
        today: the EDTF date on which the page is read, for the edition.
        title: the title as the mark-up's head gives it; looked for in the text.
        publisher: the publisher the mark-up names.
        url: the address the page names as its own.
        language: the language the mark-up declares (BCP 47).
        retrieved: the EDTF date of capture, where the file itself says so.
        is_day_first: how a numeric date such as 03/04/2005 is to be read, None to find out or leave it open.
    """

    name: str
    today: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    retrieved: str | None = None
    is_day_first: bool | None = None


def check(hints: Sequence[Hint], length: int) -> None:
    """Make sure that hints are in order, do not overlap, and lie inside a text of ``length`` code points.

    Raises:
        InputError: they are not; the sentence names the first one at fault.
    """
    at = 0
    for row, hint in enumerate(hints):
        if not at <= hint.span.start < hint.span.end <= length:
            raise InputError(
                f"Segment {row + 1} of the page’s mark-up lies wrongly: [{hint.span.start}, {hint.span.end}]."
            )
        at = hint.span.end
