"""What a reference to a dossier's page, or to one milestone in it, is made of; the same for every style and format."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from natopk_desktop.documents import marks
from natopk_desktop.dossier import dates
from natopk_desktop.dossier.dates import Precision
from natopk_desktop.errors import InputError

if TYPE_CHECKING:
    from natopk_desktop.dossier.dossier import Dossier


class Day(msgspec.Struct, frozen=True):
    """A date as exact as it is known: a year, with a month (1 to 12) and a day where these are known."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def parts(self) -> tuple[int, ...]:
        """The year, then the month and the day as far as they are known."""
        return tuple(part for part in (self.year, self.month, self.day) if part is not None)


class Place(msgspec.Struct, frozen=True):
    """Where in the page a milestone stands.

    Attributes:
        id: its id.
        section: its heading, in the source's words; None where it stands under none.
        date: its printed date, or our words.
        date_is_ours: whether the date is in our words.
        words: its first words, in the source's.
        number: its number among the entries, from 1.
        count: how many entries there are.
    """

    id: str
    section: str | None
    date: str
    date_is_ours: bool
    words: str
    number: int
    count: int


class Reference(msgspec.Struct, frozen=True):
    """A page, and a place in it.

    Attributes:
        id: a key for reference managers.
        title: the page's title.
        publisher: who published it, None where not known.
        url: its address, None where not known.
        url_note: our remark on the address.
        language: its language tag, None where not known.
        updated: the day of its "last updated" stamp, None where it has none that can be read as a day, month or year.
        retrieved: the day of its capture, None where not known; the day of an export never stands for it.
        sha256: the SHA-256 of its text.
        place: the milestone referred to, None for the whole page.
    """

    id: str
    title: str
    publisher: str | None
    url: str | None
    url_note: str | None
    language: str | None
    updated: Day | None
    retrieved: Day | None
    sha256: str
    place: Place | None

    @property
    def remark(self) -> str:
        """What every reference of ours adds, marked as ours: which text is meant, and its hash."""
        parts = []
        if self.place is not None:
            date = self.place.date if self.place.date_is_ours else f"“{self.place.date}”"
            parts.append(f"entry {self.place.number} of {self.place.count}, {date}")
        if self.url_note is not None:
            parts.append(self.url_note)
        parts.append(f"SHA-256 of the text {self.sha256}")
        return marks.ours("; ".join(parts))


def references(dossier: Dossier, only: tuple[str, ...] | None) -> list[Reference]:
    """Return the references to the milestones of these ids, or to the page alone where there are none.

    Raises:
        InputError: there is no milestone of such an id.
    """
    return [reference(dossier, name) for name in only] if only else [reference(dossier)]


def reference(dossier: Dossier, milestone: str | None = None) -> Reference:
    """Return the reference to a dossier's page, or to the milestone of this id in it.

    Raises:
        InputError: there is no such milestone.
    """
    source = dossier.head.source
    return Reference(
        dossier.id if milestone is None else f"{dossier.id}-{milestone}",
        source.title,
        source.publisher,
        source.url,
        source.url_note,
        source.language,
        day(source.updated.edtf) if source.updated is not None else None,
        day(source.retrieved),
        source.sha256,
        None if milestone is None else _place(dossier, milestone),
    )


def day(edtf: str | None) -> Day | None:
    """Return an EDTF date as a day, month or year; None where there is none or it is none of these."""
    if edtf is None or not dates.valid(edtf):
        return None
    date = dates.parse(edtf)
    if date.earliest is None or date.unspecified:
        return None
    year, month, number = dates.from_day_number(date.earliest)
    if date.precision in {Precision.TIME, Precision.DAY}:
        return Day(year, month, number)
    if date.precision is Precision.MONTH:
        return Day(year, month)
    return Day(year) if date.precision is Precision.YEAR else None


def _place(dossier: Dossier, name: str) -> Place:
    row = dossier.milestones.row_of(name)
    if row is None:
        message = f"there is no milestone “{name}”; “natopk list” tells the ids."
        raise InputError(message)
    milestone = dossier.milestones[row]
    date, is_ours = marks.date_words(dossier, milestone)
    blocks = dossier.milestones.blocks[row]
    section = dossier.outline.of_block(blocks[0]) if blocks else None
    heading = None if section is None else dossier.blocks.span(section.head).of(dossier.text)
    words = " ".join(dossier.words(milestone.text))
    return Place(name, heading, date, is_ours, words, row + 1, len(dossier.milestones))
