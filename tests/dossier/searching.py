"""Small dossiers for the tests of the search: a milestone a line, and notes."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final

from natopk_desktop.dossier.dossier import Dossier
from natopk_desktop.dossier.model import (
    FORMAT,
    VERSION,
    Block,
    DossierFile,
    Edition,
    Milestone,
    Note,
    PrintedDate,
    Source,
)
from natopk_desktop.dossier.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from natopk_desktop.dossier.search import Hit

NOTHING: Final[list[Hit]] = []


def slip(span: Span, reading: str) -> Note:
    """Return a note that says what a span must read."""
    return Note("slip", "slip", (span,), "A slip.", reading, ())


def note(span: Span, message: str) -> Note:
    """Return a note without a reading."""
    return Note("note", "gap", (span,), message, None, ())


def dossier_of(
    lines: Sequence[str],
    *,
    printed: Sequence[Span] = (),
    text: Sequence[Span] | None = None,
    notes: Sequence[Note] = (),
    passages: bool = False,
) -> Dossier:
    """Return a dossier with a milestone a line; the spans given are those of every milestone.

    Args:
        lines: The text of each milestone.
        printed: Spans of every milestone's printed date.
        text: Spans of every milestone's text, its whole line if not given.
        notes: The notes.
        passages: Make paragraphs of the lines instead.
    """
    blocks: list[Block] = []
    milestones: list[Milestone] = []
    start = 0
    for row, line in enumerate(lines):
        span = Span(start, start + len(line))
        blocks.append(Block(f"b{row}", "paragraph" if passages else "milestone", None, span))
        blocks.append(Block(f"s{row}", "spacing", None, Span(span.end, span.end + 1)))
        date = PrintedDate(None, tuple(printed), None)
        if not passages:
            milestones.append(Milestone(f"m{row}", (f"b{row}",), date, tuple(text or (span,)), (), ()))
        start = span.end + 1
    whole = "".join(f"{line}\n" for line in lines)
    source = Source(whole, sha256(whole.encode()).hexdigest(), None, "made up", None, None, None, None, None)
    return Dossier(
        DossierFile(
            FORMAT, VERSION, "made-up", Edition("2026", "tests"), source, None, blocks, [], milestones, [], [], [],
            list(notes), [], [],
        )
    )  # fmt: skip
