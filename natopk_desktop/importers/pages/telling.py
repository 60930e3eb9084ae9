"""What a report says of a page that was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from natopk_desktop.report import Count, Item, Where

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from natopk_desktop.dossier.model import Block, Computed, DossierFile

UNSURE: Final = 0.8
MOST_IDS: Final = 200
"""Ids named in one item; a page with more has the rest in the dossier's own list of what was computed."""

KINDS: Final = {
    "banner": ("a name of the institution", "names of the institution"),
    "title": ("the title", "titles"),
    "caption": ("a caption", "captions"),
    "heading": ("a heading", "headings"),
    "list-item": ("a list item", "list items"),
    "cell": ("a table row", "table rows"),
    "stamp": ("an update stamp", "update stamps"),
    "residue": ("residue", "residue"),
}
"""What a block of a kind is taken for: one, and several."""

STOPS: Final = frozenset(".!?…:;\"'”’»)]。؟۔।")
DOUBT: Final = " Of its date: "
REMEDY: Final = "look it over in the review pane and correct it there"


def shares(length: int, blocks: Sequence[Block]) -> dict[str, int]:
    """Return the code points of each kind of block."""
    counts: dict[str, int] = {}
    for block in blocks:
        counts[block.kind] = counts.get(block.kind, 0) + block.span.end - block.span.start
    return counts if length else {}


def items_of(contents: DossierFile) -> Iterator[Item]:
    """Yield what was guessed of a page: an item for each kind of block, and for each milestone that is unsure."""
    text = contents.source.text or ""
    counts = shares(len(text), contents.blocks)
    words = len(text) - counts.get("spacing", 0)
    if words and counts.get("residue", 0) * 2 > words:
        share = round(100 * counts["residue"] / words)
        message = f"The page was opened, but hardly understood: {share} % of its characters are residue."
        yield Item("guessed", "hardly-understood", Where(), message, REMEDY)
    if words:
        told = ", ".join(f"{kind} {_percent(count, len(text))}" for kind, count in sorted(counts.items(), key=_most))
        yield Item("info", "shares", Where(), f"Characters by kind of block: {told}.")
    yield from _cut(contents.blocks, text)
    known = {guess.id: guess for guess in contents.computed}
    yield from _blocks(contents.blocks, known)
    yield from _milestones(contents, known)


def _most(share: tuple[str, int]) -> tuple[int, str]:
    return -share[1], share[0]


def _percent(count: int, total: int) -> str:
    return f"{100 * count / total:.1f} %"


def _cut(blocks: Sequence[Block], text: str) -> Iterator[Item]:
    """Say so where the page ends in the middle of a sentence though its other sentences have ends."""
    told = [block for block in blocks if block.kind in ("paragraph", "list-item", "milestone")]
    if len(told) < 3 or any(block.kind not in ("spacing", "residue") for block in blocks[blocks.index(told[-1]) + 1 :]):
        return
    stopped = sum(text[block.span.end - 1] in STOPS for block in told[:-1])
    last = told[-1]
    if text[last.span.end - 1] not in STOPS and stopped > 0.8 * (len(told) - 1):
        message = "The page ends in the middle of a sentence; the capture was probably cut there."
        yield Item("guessed", "cut-short", Where(id=last.id, span=last.span), message)


def _blocks(blocks: Sequence[Block], known: dict[str, Computed]) -> Iterator[Item]:
    groups: dict[tuple[str, str, float], list[str]] = {}
    for block in blocks:
        guess = known.get(block.id)
        if guess is not None:
            groups.setdefault((block.kind, guess.reason, guess.confidence), []).append(block.id)
    for (kind, reason, confidence), ids in groups.items():
        count = len(ids)
        one, several = KINDS.get(kind, (kind, kind))
        subject = f"One piece was taken for {one}" if count == 1 else f"{count} pieces were taken for {several}"
        message = f"{subject} (confidence {confidence}){_because(count)} {reason}"
        yield Item("guessed", f"kind-{kind}", _where(ids), message, REMEDY if confidence < UNSURE else None)


def _milestones(contents: DossierFile, known: dict[str, Computed]) -> Iterator[Item]:
    sure: dict[str, list[str]] = {}
    groups: dict[tuple[str, str, float], list[str]] = {}
    for milestone in contents.milestones:
        guess = known.get(milestone.id)
        if guess is None:
            continue
        inferred = milestone.date.inferred
        is_doubtful = DOUBT in guess.reason
        if guess.confidence >= UNSURE and inferred is None and not is_doubtful:
            sure.setdefault(guess.reason, []).append(milestone.id)
            continue
        reason = f"{guess.reason} {inferred.reason}" if inferred and inferred.reason != guess.reason else guess.reason
        code = "date-inferred" if inferred is not None else "date-doubtful" if is_doubtful else "kind-milestone"
        groups.setdefault((code, reason, guess.confidence), []).append(milestone.id)
    for (code, reason, confidence), ids in groups.items():
        subject = f"Milestone {ids[0]}" if len(ids) == 1 else f"{len(ids)} milestones"
        message = f"{subject} (confidence {confidence}){_because(len(ids))} {reason}"
        yield Item("guessed", code, _where(ids), message, REMEDY if confidence < UNSURE else None)
    for reason, ids in sure.items():
        subject = (
            "One entry was taken for a milestone" if len(ids) == 1 else f"{len(ids)} entries were taken for milestones"
        )
        yield Item("guessed", "kind-milestone", _where(ids), f"{subject}{_because(len(ids))} {reason}")
    undated = [milestone.id for milestone in contents.milestones if milestone.date.edtf is None]
    if undated:
        message = (
            f"{Count(len(undated)):entry stands|entries stand} without a date: "
            "none is printed, or none of the calendar, or it could not be told which is meant."
        )
        yield Item("guessed", "undated", _where(undated), message, REMEDY)


def _because(count: int) -> str:
    """Return what leads from a finding to its reason, which speaks of one thing even where several share it."""
    return ":" if count == 1 else ", each for this reason:"


def _where(ids: Sequence[str]) -> Where:
    return Where(id=ids[0]) if len(ids) == 1 else Where(ids=tuple(ids[:MOST_IDS]))
