"""A hit as a reader sees it in the list of results: what it is, the words round the match, and why it was found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec
from PySide6.QtCore import QCoreApplication

from natopk_desktop.dossier.spans import Span
from natopk_desktop.plain import one_line
from natopk_desktop.ui.menu_bar import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.model import Note
    from natopk_desktop.dossier.search import Hit
    from natopk_desktop.ui.search_state import SearchState

CONTEXT: Final = "SearchTexts"
LEAD: Final = 24
"""Code points shown before the first match, so that it stands in sight also where there is little room."""

LONGEST: Final = 240
LONGEST_NAME: Final = 60

BLOCKS: Final = {
    "banner": QT_TRANSLATE_NOOP("SearchTexts", "Banner"),
    "title": QT_TRANSLATE_NOOP("SearchTexts", "Title"),
    "caption": QT_TRANSLATE_NOOP("SearchTexts", "Caption"),
    "heading": QT_TRANSLATE_NOOP("SearchTexts", "Heading"),
    "stamp": QT_TRANSLATE_NOOP("SearchTexts", "Stamp"),
    "residue": QT_TRANSLATE_NOOP("SearchTexts", "Rest of the page"),
}
NOTES: Final = {
    "slip": QT_TRANSLATE_NOOP("SearchTexts", "slip"),
    "discrepancy": QT_TRANSLATE_NOOP("SearchTexts", "discrepancy"),
    "inferred-date": QT_TRANSLATE_NOOP("SearchTexts", "inferred date"),
    "witness": QT_TRANSLATE_NOOP("SearchTexts", "witness"),
    "unconfirmed": QT_TRANSLATE_NOOP("SearchTexts", "unconfirmed"),
    "gap": QT_TRANSLATE_NOOP("SearchTexts", "gap"),
}


class Result(msgspec.Struct, frozen=True):
    """One line of results.

    Attributes:
        label: what kind of thing it is, and where it stands.
        reason: why it was found where the words alone do not show it (ours); empty otherwise.
        words: the words round the match: the source's, or ours where ``is_ours``; "…" before them is ours.
        marks: where the matches stand in ``words``, in code points.
        is_ours: whether ``words`` are ours.
    """

    label: str
    reason: str
    words: str
    marks: tuple[Span, ...]
    is_ours: bool

    @property
    def spoken(self) -> str:
        """The whole line as a screen reader says it."""
        return "; ".join(part for part in (self.label, self.words, self.reason) if part)


def result(search: SearchState, hit: Hit) -> Result:
    """Return the line of results for ``hit``."""
    if hit.kind == "note":
        return _note_result(search, search.items.dossier.head.notes[hit.row])
    text = search.items.dossier.text
    match = search.match(hit)
    pieces = search.items.pieces(hit.kind, hit.row)
    at = match.spans[0] if match.spans else pieces[0]
    piece = next((piece for piece in pieces if piece.holds(at)), pieces[0])
    words, marks = around(piece.of(text), [_moved(span, -piece.start) for span in match.spans if piece.holds(span)])
    reasons = [
        _tr("Ours: “{printed}” reads “{reading}”").format(
            printed=one_line(reading.span.of(text), LONGEST_NAME), reading=one_line(reading.reading, LONGEST_NAME)
        )
        for reading in match.readings
    ]
    return Result(_label(search, hit), "; ".join(reasons), words, marks, is_ours=False)


def around(text: str, spans: list[Span]) -> tuple[str, tuple[Span, ...]]:
    """Return the words of ``text`` round the first of ``spans`` in one line, and the spans within them.

    The line begins at a word a little before the first span; what is left out there is told by "…".
    """
    first = spans[0].start if spans else 0
    start = 0
    if first > LEAD:
        blank = text.find(" ", first - LEAD, first)
        start = blank + 1 if blank >= 0 else first
    prefix = "… " if start else ""
    # The end, where it is cut, is elided by who draws the line; nobody sees so many words.
    words = prefix + one_line(text[start : start + LONGEST])
    moved = (_moved(span, len(prefix) - start) for span in spans)
    return words, tuple(span for span in moved if span.end <= len(words))


def _label(search: SearchState, hit: Hit) -> str:
    dossier = search.items.dossier
    if hit.kind == "milestone":
        return _entry_label(dossier, hit.row)
    if hit.kind == "figure":
        groups = {group.id: group.name for group in dossier.head.groups}
        name = groups.get(dossier.head.figures[hit.row].group or "")
        return _tr("Figure") if name is None else _tr("Figure, {group}").format(group=one_line(name, LONGEST_NAME))
    if (name := BLOCKS.get(dossier.blocks.kinds[hit.row])) is not None:
        return _tr(name)
    section = dossier.outline.of_block(hit.row)
    if section is None:
        return _tr("Passage")
    heading = one_line(dossier.blocks.span(section.head).of(dossier.text), LONGEST_NAME)
    return _tr("Passage, under “{heading}”").format(heading=heading)


def _entry_label(dossier: Dossier, row: int) -> str:
    """Return an entry's number and, within quotes, its date as printed."""
    number, total = row + 1, len(dossier.milestones)
    printed = " ".join(dossier.words(dossier.milestones.printed.spans(row)))
    if not printed:
        return _tr("Entry {number} of {total}, no date").format(number=number, total=total)
    date = one_line(printed, LONGEST_NAME)
    return _tr("Entry {number} of {total}, “{date}”").format(number=number, total=total, date=date)


def _note_result(search: SearchState, note: Note) -> Result:
    """Show the first of a note's texts that holds a match: its message, a witness's title, or what it says."""
    texts = [note.message, *(text for witness in note.witnesses for text in (witness.title, witness.says))]
    text = next((text for text in texts if search.spans_in_words(text)), note.message)
    words, marks = around(text, search.spans_in_words(text))
    return Result(_tr("Ours: note, {kind}").format(kind=_tr(NOTES[note.kind])), "", words, marks, is_ours=True)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _tr(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)


def count_words(search: SearchState) -> str:
    """Return how many matches there are, and at which one the reader is: "3 of 7 matches"."""
    count = search.count
    if search.current is not None:
        return _tr("{at} of {count} matches").format(at=search.current + 1, count=count)
    if not search.is_complete:
        return _tr("{count} matches so far").format(count=count)
    if count == 0:
        return _tr("No matches")
    return _tr("1 match") if count == 1 else _tr("{count} matches").format(count=count)


def hidden_words(search: SearchState) -> str:
    """Return how many of the entries found the filter hides; empty where it hides none."""
    count = search.hidden_count
    if count == 0:
        return ""
    if count == 1:
        return _tr("1 entry among them is hidden by the filter")
    return _tr("{count} entries among them are hidden by the filter").format(count=count)
