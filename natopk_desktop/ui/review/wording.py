"""The words of the review: what a thing is, how sure that is, and what was said of it before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from natopk_desktop.dossier import date_words, dates
from natopk_desktop.plain import one_line
from natopk_desktop.ui.menu_bar import QT_TRANSLATE_NOOP
from natopk_desktop.ui.review.findings import ACCEPTED

if TYPE_CHECKING:
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.model import BlockKind, Correction
    from natopk_desktop.ui.review.findings import Finding

CONTEXT: Final = "Review"
LETTERS: Final = 120
ENTRY: Final = "milestone"

KINDS: Final[tuple[tuple[str, int | None, str], ...]] = (
    (ENTRY, None, QT_TRANSLATE_NOOP("Review", "Entry")),
    ("title", 1, QT_TRANSLATE_NOOP("Review", "Title")),
    *(("heading", level, QT_TRANSLATE_NOOP("Review", "Heading, level {level}")) for level in range(2, 7)),
    ("paragraph", None, QT_TRANSLATE_NOOP("Review", "Paragraph")),
    ("list-item", None, QT_TRANSLATE_NOOP("Review", "Item of a list")),
    ("cell", None, QT_TRANSLATE_NOOP("Review", "Cell of a table")),
    ("caption", None, QT_TRANSLATE_NOOP("Review", "Caption")),
    ("banner", None, QT_TRANSLATE_NOOP("Review", "Banner")),
    ("stamp", None, QT_TRANSLATE_NOOP("Review", "Date of the last update")),
    ("residue", None, QT_TRANSLATE_NOOP("Review", "Not understood")),
)
"""Kind, level and name of all that a part of a page can be."""

OTHERS: Final = {
    "figure": QT_TRANSLATE_NOOP("Review", "Figure"),
    "note": QT_TRANSLATE_NOOP("Review", "Note on the source"),
    "period": QT_TRANSLATE_NOOP("Review", "Period"),
}


def tr(text: str) -> str:
    """Return a text of this module in the reader's language."""
    return QCoreApplication.translate(CONTEXT, text)


def kind_name(kind: BlockKind | str, level: int | None) -> str:
    """Return what a kind is called."""
    name = next((name for known, own, name in KINDS if known == kind and own in {level, None}), None)
    if name is None:
        name = next((name for known, _, name in KINDS if known == kind), kind)
    return tr(name).format(level=level)


def name_of(dossier: Dossier, finding: Finding) -> str:
    """Return what a thing is now: an entry with its date, a heading with its level."""
    if finding.milestone is not None:
        edtf = dossier.milestones.edtf[finding.milestone]
        if edtf is None:
            return tr(QT_TRANSLATE_NOOP("Review", "Entry without a date"))
        return tr(QT_TRANSLATE_NOOP("Review", "Entry of {date}")).format(date=date_of(edtf))
    if finding.block is not None:
        return kind_name(dossier.blocks.kinds[finding.block], dossier.blocks.levels[finding.block] or None)
    return tr(OTHERS[finding.what])


def date_of(edtf: str) -> str:
    """Return a date in words, or as it is written where it is none."""
    return date_words.words(edtf) if dates.valid(edtf) else one_line(edtf, LETTERS)


def sure(finding: Finding) -> str:
    """Return how sure a finding is, empty for what nobody computed."""
    if finding.confidence is None:
        return ""
    words = tr(QT_TRANSLATE_NOOP("Review", "{percent} % sure"))
    return words.format(percent=round(100 * finding.confidence))


def quoted(dossier: Dossier, finding: Finding, letters: int = LETTERS) -> str:
    """Return the first words of a thing, as they stand, in quotation marks of ours."""
    start, end = finding.span
    return f"“{one_line(dossier.text[start : min(end, start + 2 * letters)].strip(), letters)}”"


def line(dossier: Dossier, finding: Finding) -> str:
    """Return two lines for a list: what it is and how sure that is, then its words."""
    head = " · ".join(part for part in (name_of(dossier, finding), sure(finding)) if part)
    return f"{head}\n{quoted(dossier, finding)}"


def correction_of(dossier: Dossier, name: str) -> str:
    """Return what the reader has said of a thing, empty where that is nothing."""
    told = [told_as(correction) for correction in dossier.head.corrections if correction.id == name]
    return " ".join(told)


def told_as(correction: Correction) -> str:
    """Return a correction as a sentence."""
    if correction.field == ACCEPTED:
        return tr(QT_TRANSLATE_NOOP("Review", "Yours: you accepted this."))
    if correction.field == "date.edtf":
        none = tr(QT_TRANSLATE_NOOP("Review", "no date"))
        was = none if correction.was is None else date_of(correction.was)
        now = none if correction.now is None else date_of(correction.now)
        return tr(QT_TRANSLATE_NOOP("Review", "Yours: you set the date to {now}; before it was {was}.")).format(
            now=now, was=was
        )
    words = tr(QT_TRANSLATE_NOOP("Review", "Yours: you said what this is: {now}; before it was: {was}."))
    return words.format(now=_kind_told(correction.now), was=_kind_told(correction.was))


def _kind_told(value: str | None) -> str:
    kind, _, level = (value or "").partition(" ")
    return kind_name(kind, int(level) if level.isdigit() else None)
