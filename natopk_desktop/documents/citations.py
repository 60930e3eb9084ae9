"""A reference as a sentence, in the styles of APA, Chicago and MLA.

The order of the elements and their punctuation follow the styles' rules for web pages: APA Publication Manual, 7th
edition, 10.16; The Chicago Manual of Style, 17th edition, 14.207 (note); MLA Handbook, 9th edition, 5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from natopk_desktop.dossier.date_words import MONTHS, year_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from natopk_desktop.documents.reference import Day, Reference

Style = Literal["apa", "chicago", "mla"]

NO_DATE: Final = "n.d."
MLA_MONTHS: Final = (
    "Jan.",
    "Feb.",
    "Mar.",
    "Apr.",
    "May",
    "June",
    "July",
    "Aug.",
    "Sept.",
    "Oct.",
    "Nov.",
    "Dec.",
)


def cite(reference: Reference, style: Style) -> str:
    """Return the reference in ``style``, followed by our remark on which text is meant."""
    return f"{STYLES[style](reference)} {reference.remark}"


def apa(reference: Reference) -> str:
    """Return the reference in APA style, 7th edition."""
    date = NO_DATE if reference.updated is None else _year_first(reference.updated)
    title = f"{reference.title}{_apa_place(reference)}"
    opening = (
        f"{_ended(reference.publisher)} ({date}). {_ended(title)}"
        if reference.publisher
        else f"{_ended(title)} ({date})."
    )
    return " ".join(part for part in (opening, _apa_address(reference)) if part)


def chicago(reference: Reference) -> str:
    """Return the reference as a note in Chicago style, 17th edition: the title first, for a page has no author."""
    place = reference.place
    parts = [
        f"“{reference.title}”",
        None if place is None or place.section is None else f"under “{place.section}”",
        reference.publisher,
        None if reference.updated is None else f"last modified {_american(reference.updated)}",
        None if reference.retrieved is None else f"accessed {_american(reference.retrieved)}",
        reference.url,
    ]
    return _quoted_commas([part for part in parts if part], keep=True)


def mla(reference: Reference) -> str:
    """Return the reference in MLA style, 9th edition."""
    place = reference.place
    parts = [
        reference.publisher,
        None if reference.updated is None else _british(reference.updated),
        None if place is None or place.section is None else f"section “{place.section}”",
        reference.url,
    ]
    told = f"“{_ended(reference.title)}”"
    kept = [part for part in parts if part]
    if kept:
        told = f"{told} {_quoted_commas(kept)}"
    if reference.retrieved is not None:
        told = f"{told} Accessed {_british(reference.retrieved)}."
    return told


STYLES: Final[dict[str, Callable[[Reference], str]]] = {"apa": apa, "chicago": chicago, "mla": mla}


def _apa_place(reference: Reference) -> str:
    place = reference.place
    return "" if place is None or place.section is None else f" [Section “{place.section}”]"


def _apa_address(reference: Reference) -> str:
    if reference.url is None:
        return ""
    if reference.retrieved is None:
        return reference.url
    return f"Retrieved {_american(reference.retrieved)}, from {reference.url}"


def _quoted_commas(parts: list[str], *, keep: bool = False) -> str:
    """Join with commas, which American styles set inside a closing quotation mark, and end with a full stop.

    Args:
        parts: what is joined.
        keep: whether a comma stands after a quoted question or exclamation mark too, as Chicago has it (6.125).
    """
    marks = [","] * (len(parts) - 1) + ["."]
    return " ".join(_stopped(part, mark, keep and mark == ",") for part, mark in zip(parts, marks, strict=True))


def _stopped(part: str, mark: str, keep: bool) -> str:  # noqa: FBT001 - private, and named where it is given
    if part.endswith("”"):
        inner = part[:-1]
        return part if (inner.endswith(("?", "!")) and not keep) or inner.endswith(".") else f"{inner}{mark}”"
    return part if mark == "." and part.endswith((".", "?", "!")) else f"{part}{mark}"


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _year_first(day: Day) -> str:
    if day.month is None:
        return year_words(day.year)
    month = MONTHS[day.month - 1]
    return f"{year_words(day.year)}, {month}" if day.day is None else f"{year_words(day.year)}, {month} {day.day}"


def _american(day: Day) -> str:
    if day.month is None:
        return year_words(day.year)
    month = MONTHS[day.month - 1]
    return f"{month} {year_words(day.year)}" if day.day is None else f"{month} {day.day}, {year_words(day.year)}"


def _british(day: Day) -> str:
    if day.month is None:
        return year_words(day.year)
    month = f"{MLA_MONTHS[day.month - 1]} {year_words(day.year)}"
    return month if day.day is None else f"{day.day} {month}"
