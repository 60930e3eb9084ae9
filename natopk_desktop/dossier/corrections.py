"""A reader's corrections of what a program computed: each takes a sound dossier and gives another sound one.

Every change is kept in ``corrections`` as the reader's, with what it was before, and what the program said of the same
thing in ``computed`` goes. The source's text is never touched. What a change costs does not hang on what the dossier
holds beside it: columns are copied, not values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from natopk_desktop.dossier import dates
from natopk_desktop.dossier.draft import Draft
from natopk_desktop.dossier.model import Inferred, Milestone, PrintedDate
from natopk_desktop.dossier.spans import Span
from natopk_desktop.errors import InputError

if TYPE_CHECKING:
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.model import BlockKind

BY_THE_READER: Final = "set by the reader; the source does not print it so"
"""The reason of a date that no words of the source print."""

KINDS: Final[tuple[BlockKind, ...]] = (
    "title", "heading", "paragraph", "list-item", "cell", "caption", "banner", "stamp", "residue",
)  # fmt: skip
"""What a reader can say that a block is; a milestone is made of its own, and spacing is no words at all."""

DEEPEST: Final = 6


def set_date(dossier: Dossier, milestone: str, edtf: str | None) -> Dossier:
    """Date a milestone; the words that print a date stay as they are, and are read as ``edtf``.

    Args:
        dossier: what to change.
        milestone: its id.
        edtf: the date, None for "it has none".

    Raises:
        InputError: ``edtf`` is no date.
        LookupError: there is no such milestone.
    """
    check_date(edtf)
    draft = Draft(dossier)
    row = draft.milestone_row(milestone)
    before = draft.milestones[row]
    if before.date.edtf == edtf:
        is_computed = any(computed.id == milestone for computed in dossier.head.computed)
        return accept(dossier, milestone) if is_computed else dossier
    date = PrintedDate(edtf, before.date.printed, _inferred(edtf, before.date.printed, before.text))
    draft.put_milestone(row, 1, [_dated(before, date)])
    draft.correct(milestone, "date.edtf", before.date.edtf, edtf)
    return draft.dossier()


def make_milestone(dossier: Dossier, block: str, edtf: str | None, printed: Span | None = None) -> Dossier:
    """Make a milestone of a block.

    Args:
        dossier: what to change.
        block: its id; spacing and what is a milestone already cannot become one.
        edtf: its date, None where it has none.
        printed: where the block prints that date, None where it does not; what follows is the milestone's text.

    Raises:
        InputError: ``edtf`` is no date.
        LookupError: there is no such block.
        ValueError: the block cannot become a milestone, or ``printed`` lies outside it.
    """
    check_date(edtf)
    draft = Draft(dossier)
    row = draft.block_row(block)
    kind, span = draft.blocks.kinds[row], draft.blocks.span(row)
    if kind == "spacing" or draft.owner(row) is not None:
        message = f"the block “{block}” cannot become a milestone"
        raise ValueError(message)
    if printed is not None and not (span.holds(printed) and printed.start < printed.end):
        message = "a printed date lies inside its block"
        raise ValueError(message)
    was = draft.kind_words(row)
    draft.set_kind(row, "milestone", None)
    text = _around(dossier.text, span, printed)
    dated = () if printed is None else (printed,)
    made = Milestone(draft.new_id(), (block,), PrintedDate(edtf, dated, _inferred(edtf, dated, (span,))), text, (), ())
    draft.put_milestone(draft.place_for(row), 0, [made])
    draft.correct(block, "kind", was, "milestone")
    if edtf is not None:
        draft.correct(made.id, "date.edtf", None, edtf)
    return draft.dossier()


def not_milestone(dossier: Dossier, milestone: str, kind: BlockKind = "paragraph", level: int | None = None) -> Dossier:
    """Say that a milestone is none: its blocks become of ``kind``, which may be a heading of ``level``.

    Raises:
        LookupError: there is no such milestone.
        ValueError: the kind is not for a reader to give, or the level does not fit it.
    """
    draft = Draft(dossier)
    before = draft.milestones[draft.milestone_row(milestone)]
    draft.remove_milestone(draft.milestone_row(milestone))
    for row in map(draft.block_row, before.blocks):
        if draft.blocks.kinds[row] == "milestone":  # captions and the like that stood with it stay what they are
            _set_kind(draft, row, kind, level)
    return draft.dossier()


def set_kind(dossier: Dossier, block: str, kind: BlockKind, level: int | None = None) -> Dossier:
    """Say what a block is; a block of a milestone leaves it, and a milestone without words is none any more.

    Raises:
        LookupError: there is no such block.
        ValueError: the kind is not for a reader to give, or the level does not fit it.
    """
    draft = Draft(dossier)
    _set_kind(draft, draft.block_row(block), kind, level)
    return draft.dossier()


def accept(dossier: Dossier, name: str) -> Dossier:
    """Confirm what was computed of the object of this id.

    Raises:
        LookupError: nothing was computed of it.
    """
    draft = Draft(dossier)
    reasons = [computed.reason for computed in dossier.head.computed if computed.id == name]
    if not reasons:
        raise LookupError(name)
    draft.correct(name, "computed", reasons[0], "accepted")
    return draft.dossier()


def check_date(edtf: str | None) -> None:
    """Look whether ``edtf`` is a date.

    Raises:
        InputError: it is none; the sentence shows how dates are written.
    """
    if edtf is not None and not dates.valid(edtf):
        message = (
            f"“{edtf}” is no date that can be kept; write 2005-10-08 for a day, 2005-10 for a month, 2005 for a year, "
            "2005-10/2006-02 for a time from one to the other, and a ? behind what is not sure."
        )
        raise InputError(message)


def _set_kind(draft: Draft, row: int, kind: BlockKind, level: int | None) -> None:
    if kind not in KINDS or (level is not None) != (kind in {"title", "heading"}):
        message = f"a block cannot be made a {kind} of level {level}"
        raise ValueError(message)
    if draft.blocks.kinds[row] == "spacing" or (level is not None and not 1 <= level <= DEEPEST):
        message = "spacing stays spacing, and levels go from 1 to 6"
        raise ValueError(message)
    was = draft.kind_words(row)
    owner = draft.owner(row)
    if owner is not None:
        _leave(draft, owner, row)
    draft.set_kind(row, kind, level)
    draft.correct(draft.blocks.ids[row], "kind", was, draft.kind_words(row))


def _leave(draft: Draft, owner: int, row: int) -> None:
    """Take a block out of its milestone; one that has no words any more goes."""
    before, span = draft.milestones[owner], draft.blocks.span(row)
    blocks = tuple(block for block in before.blocks if block != draft.blocks.ids[row])
    text = tuple(words for words in before.text if not span.overlaps(words))
    printed = tuple(words for words in before.date.printed if not span.overlaps(words))
    if not blocks or not text:
        draft.remove_milestone(owner)
        for left in map(draft.block_row, blocks):
            if draft.blocks.kinds[left] == "milestone":
                _set_kind(draft, left, "paragraph", None)
        return
    date = PrintedDate(before.date.edtf, printed, before.date.inferred or _inferred(before.date.edtf, printed, text))
    draft.put_milestone(owner, 1, [Milestone(before.id, blocks, date, text, before.topics, before.related)])


def _dated(milestone: Milestone, date: PrintedDate) -> Milestone:
    return Milestone(milestone.id, milestone.blocks, date, milestone.text, milestone.topics, milestone.related)


def _inferred(edtf: str | None, printed: tuple[Span, ...], words: tuple[Span, ...]) -> Inferred | None:
    """Mark a date as ours where the source prints none."""
    return Inferred(words[:1], BY_THE_READER) if edtf is not None and not printed else None


def _around(text: str, span: Span, printed: Span | None) -> tuple[Span, ...]:
    """Return what of a block is not its printed date, without the blanks at its ends."""
    parts = [span] if printed is None else [Span(span.start, printed.start), Span(printed.end, span.end)]
    trimmed = []
    for start, end in parts:
        words = text[start:end]
        first = start + len(words) - len(words.lstrip())
        last = first + len(words.strip())
        if first < last:
            trimmed.append(Span(first, last))
    return tuple(trimmed) or (span,)
