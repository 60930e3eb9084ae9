"""What one row of the list says: the page's words as they stand, and ours told as ours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import msgspec
from PySide6.QtCore import QCoreApplication

from natopk_desktop.dossier import date_words, dates
from natopk_desktop.dossier.edtf import Precision

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.spans import Span

LONG_NUMBER: Final = re.compile(r"\d{3}")


class Entry(msgspec.Struct, frozen=True):
    """One milestone as the list shows it.

    Attributes:
        row: its row in the dossier's milestones.
        printed: the date as the page prints it, empty where it prints none.
        shown_date: what of ``printed`` stands beside the mark: all but the year where that stands beside it; empty
            where the page prints nothing but the year, or no date.
        placed: where the date is ours, the date in words under which the entry is placed; else empty.
        year: the year it stands under, empty where the date names none.
        opens_year: whether it is the first of its year in the order shown.
        text: its words.
        topics: rows of its topics in the dossier.
        figures: how many figures it tells.
        notes: how many notes of ours bear on it.
    """

    row: int
    printed: str
    shown_date: str
    placed: str
    year: str
    opens_year: bool
    text: str
    topics: tuple[int, ...]
    figures: int
    notes: int


def tr(text: str) -> str:
    """Translate a text of the list."""
    return QCoreApplication.translate("Timeline", text)


def make(dossier: Dossier, row: int, before: int | None) -> Entry:
    """Return the entry of the milestone in ``row``, shown after the one in the row ``before`` (None: the first)."""
    milestones = dossier.milestones
    edtf = milestones.edtf[row]
    printed = words_of(dossier, milestones.printed.spans(row))
    year = year_of(edtf)
    return Entry(
        row,
        printed,
        date_without_year(printed, year),
        "" if printed or edtf is None else date_words.words(edtf),
        year,
        bool(year) and (before is None or year_of(milestones.edtf[before]) != year),
        words_of(dossier, milestones.text.spans(row)),
        tuple(milestones.topics[row]),
        len(dossier.bearings.figures_of(milestones.ids[row])),
        len(dossier.bearings.notes_on_milestone(row)),
    )


def words_of(dossier: Dossier, spans: Iterable[Span]) -> str:
    """Return the source's words at ``spans``, with a blank between two of them."""
    return " ".join(dossier.words(spans))


def year_of(edtf: str | None) -> str:
    """Return the year a date begins in ("2005", "44 BC"), or its decade ("1970s"); empty where it names neither."""
    if edtf is None:
        return ""
    if edtf[:4].isdigit() and edtf[4:5] in ("", "-"):
        return date_words.year_words(int(edtf[:4]))
    date = dates.parse(edtf)
    if date.earliest is None or date.precision is Precision.CENTURY:
        return ""
    year = dates.from_day_number(date.earliest)[0]
    return f"{year}s" if date.precision is Precision.DECADE else date_words.year_words(year)


def date_without_year(printed: str, year: str) -> str:
    """Return "March" of "March 2005" and "5 March" of "5 March 2005" where the year stands beside it; else all.

    Of a year alone nothing is left; else what is left names a month in letters and no other year.
    """
    if printed == year:
        return ""
    rest = printed.removesuffix(year)
    is_apart = bool(year) and rest != printed and rest[-1:].isspace()
    names_month = any(letter.isalpha() for letter in rest) and LONG_NUMBER.search(rest) is None
    return rest.rstrip().rstrip(",") if is_apart and names_month else printed


def date_beside(entry: Entry) -> str:
    """Return what stands beside the mark, where the year has a column of its own."""
    return entry.shown_date if entry.printed else tr("no date")


def date_in_words(entry: Entry) -> str:
    """Return the printed date, or that there is none, and where we placed the entry."""
    if entry.printed:
        return entry.printed
    if entry.placed:
        return tr("no date; placed under {date} by us").format(date=entry.placed)
    return tr("no date")


def topic_names(dossier: Dossier, entry: Entry) -> str:
    """Return the names of an entry's topics, with a comma between two; empty where it has none."""
    return ", ".join(dossier.head.topics[topic].name for topic in entry.topics)


def marks(entry: Entry) -> tuple[str, ...]:
    """Return "3 figures" and "2 notes", each only where there are any."""
    return (
        *((figures_mark(entry.figures),) if entry.figures else ()),
        *((notes_mark(entry.notes),) if entry.notes else ()),
    )


def figures_mark(count: int) -> str:
    """Return "3 figures"."""
    return tr("1 figure") if count == 1 else tr("{count} figures").format(count=count)


def notes_mark(count: int) -> str:
    """Return "2 notes"."""
    return tr("1 note") if count == 1 else tr("{count} notes").format(count=count)


def spoken(dossier: Dossier, entry: Entry, position: int, count: int) -> str:
    """Return what a screen reader is to say of an entry that stands at ``position`` of ``count`` (from 0)."""
    heading = date_in_words(entry)
    if topics := topic_names(dossier, entry):
        heading = f"{heading}, {topics}"
    place = tr("{number} of {count}").format(number=position + 1, count=count)
    said = f"{heading}: {entry.text}; {', '.join((*marks(entry), place))}"
    return f"{entry.year}. {said}" if entry.opens_year else said


def spoken_more(dossier: Dossier, entry: Entry, matches: int) -> str:
    """Return what a screen reader may add: why the date is ours, and how many matches of the search there are."""
    inferred = dossier.milestones.inferred.get(entry.row)
    said = [tr("Ours: {reason}").format(reason=inferred.reason)] if inferred is not None else []
    if matches:
        said.append(tr("1 match") if matches == 1 else tr("{count} matches").format(count=matches))
    return " ".join(said)


def copied(dossier: Dossier, row: int) -> str:
    """Return the printed date and the text of the milestone in ``row``, exactly as the source has them.

    Where only white space stands between the pieces, it is one slice of the source; else a line for each piece.
    """
    spans = sorted((*dossier.milestones.printed.spans(row), *dossier.milestones.text.spans(row)))
    return "\n".join(span.of(dossier.text) for span in _joined(dossier.text, spans))


def _joined(text: str, spans: Sequence[Span]) -> list[Span]:
    """Join neighbours that only white space keeps apart."""
    joined: list[Span] = []
    for span in spans:
        if joined and not text[joined[-1].end : span.start].strip():
            joined[-1] = type(span)(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
