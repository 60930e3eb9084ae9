"""The neutral parts a document is made of, before any page or file format.

Every piece of text is a ``Run`` with an owner: the source, whose words are slices letter for letter, or us. A writer
shows the owner in words wherever both stand together; ``tests`` strip all formatting and still tell them apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    from natopk_desktop.documents.scale import Scale
    from natopk_desktop.dossier.model import NoteKind, Sureness

from natopk_desktop.dossier.spans import Span

Owner = Literal["source", "ours"]
DocumentKind = Literal["summary", "briefing", "milestone", "timeline"]


class Run(msgspec.Struct, frozen=True):
    """A piece of text with one owner.

    Attributes:
        text: the words; where ``owner`` is the source, exactly the slice that ``span`` names.
        owner: whose words these are.
        span: where they stand in the source, None for ours.
        marked: whether they are the passage that is pointed at within its surroundings.
        notes: numbers of the notes (in this document) that a reader is told of right after these words.
    """

    text: str
    owner: Owner
    span: Span | None = None
    marked: bool = False
    notes: tuple[int, ...] = ()


class Heading(msgspec.Struct, frozen=True, tag=True):
    """A heading; level 1 is the document's title."""

    level: int
    runs: tuple[Run, ...]


class Paragraph(msgspec.Struct, frozen=True, tag=True):
    """A paragraph, with the role its block has in the source ("paragraph", "caption", "banner" …) or "ours"."""

    role: str
    runs: tuple[Run, ...]


class FigureItem(msgspec.Struct, frozen=True):
    """A figure letter for letter, with the number we read its value as (ours; None for a work without a number)."""

    id: str
    qualifier: Run | None
    value: Run
    unit: Run | None
    number: str | None
    notes: tuple[int, ...] = ()


class FigureGroup(msgspec.Struct, frozen=True, tag=True):
    """Figures under their group's name (ours), and how many more there are that did not fit."""

    name: Run
    figures: tuple[FigureItem, ...]
    more: int = 0


class Reckoning(msgspec.Struct, frozen=True, tag=True):
    """The length of a period and how it was reckoned; all ours."""

    text: Run


class TopicMark(msgspec.Struct, frozen=True):
    """A topic's name (ours) and its row, which decides its colour."""

    name: str
    row: int


class Entry(msgspec.Struct, frozen=True):
    """A milestone as a document shows it.

    Attributes:
        id: the milestone's id.
        date: the printed date, or our words where there is none.
        year: year to print before the first entry of a year, None else or where it is not known; part of the printed
            date, so shown once only.
        text: its words, one tuple of runs a span of text.
        topics: its topics.
        inferred: whether its date is ours.
    """

    id: str
    date: Run
    text: tuple[tuple[Run, ...], ...]
    topics: tuple[TopicMark, ...]
    inferred: bool
    year: str | None = None


class EntryTable(msgspec.Struct, frozen=True, tag=True):
    """Milestones as a table, and how many more there are that did not fit."""

    entries: tuple[Entry, ...]
    more: int = 0


class Passage(msgspec.Struct, frozen=True):
    """A related passage under its section's heading (the source's words), with the reason (ours)."""

    heading: Run
    runs: tuple[Run, ...]
    reason: Run


class PassageList(msgspec.Struct, frozen=True, tag=True):
    """The related passages of a milestone."""

    passages: tuple[Passage, ...]


class Drawing(msgspec.Struct, frozen=True, tag=True):
    """The timeline drawn to scale, and sentences (ours) that say the same."""

    scale: Scale
    alternative: tuple[str, ...]


class WitnessItem(msgspec.Struct, frozen=True):
    """Another source's title, address, date and what it says (ours)."""

    title: str
    url: str | None
    date: str | None
    agrees: str
    sure: Sureness
    says: str


class NoteItem(msgspec.Struct, frozen=True):
    """A source note with the number by which runs of this document refer to it; all ours but ``words``."""

    number: int
    id: str
    kind: NoteKind
    words: tuple[Run, ...]
    message: str
    reading: str | None
    witnesses: tuple[WitnessItem, ...]


class NoteList(msgspec.Struct, frozen=True, tag=True):
    """Our notes on the source, and how many more there are that did not fit."""

    notes: tuple[NoteItem, ...]
    more: int = 0


class Contents(msgspec.Struct, frozen=True, tag=True):
    """The place of the table of contents, which a page layout or file format makes from the headings."""


Part = Heading | Paragraph | FigureGroup | Reckoning | EntryTable | PassageList | Drawing | NoteList | Contents


class Origin(msgspec.Struct, frozen=True):
    """What every page says of the source.

    Attributes:
        publisher: who published it, None where not known.
        title: its title.
        stamp: the printed "last updated" stamp, None where there is none.
        note: our remark on the address, None where there is none.
        url: its address, None where not known.
        sha256: the SHA-256 of the source's text.
    """

    publisher: str | None
    title: str
    stamp: Run | None
    note: str | None
    url: str | None
    sha256: str


class Document(msgspec.Struct, frozen=True):
    """A whole document.

    Attributes:
        kind: which of the four it is.
        title: the title for the file's own metadata.
        label: what it is, in our words ("summary of one page"; with a filter or choice, which).
        language: language tag of the source, None where not known.
        date: EDTF date that stands for the document: the dossier's edition.
        origin: what every page says of the source.
        parts: its parts in reading order.
    """

    kind: DocumentKind
    title: str
    label: str
    language: str | None
    date: str
    origin: Origin
    parts: tuple[Part, ...]
