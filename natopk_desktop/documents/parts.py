"""The neutral parts a document is made of, before any page or file format.

Every piece of text is a ``Run`` with an owner: the source, whose words are slices letter for letter, or us. A writer
shows the owner in words wherever both stand together; ``tests`` strip all formatting and still tell them apart.
Plain ``str`` fields are ours.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from natopk_desktop.documents import scale as drawn
from natopk_desktop.documents.view import View
from natopk_desktop.dossier.model import Agreement, NoteKind, Sureness
from natopk_desktop.dossier.spans import Span

Owner = Literal["source", "ours"]
DocumentKind = Literal["summary", "briefing", "milestone", "timeline"]


class Run(msgspec.Struct, frozen=True):
    """A piece of text with one owner.

    Attributes:
        text: the words; where ``owner`` is the source, exactly the slice that ``span`` names.
        owner: whose words these are.
        span: where they stand in the source, None for ours.
        notes: numbers of the notes (in this document) that a reader is told of right after these words.
    """

    text: str
    owner: Owner
    span: Span | None = None
    notes: tuple[int, ...] = ()


class Heading(msgspec.Struct, frozen=True, tag=True):
    """A heading; level 1 is the document's title. One of ours is in lower case, to stand after "Ours:"."""

    level: int
    runs: tuple[Run, ...]


class Paragraph(msgspec.Struct, frozen=True, tag=True):
    """A paragraph, with the role its block has in the source ("paragraph", "caption", "banner" …) or "ours"."""

    role: str
    runs: tuple[Run, ...]


class FigureItem(msgspec.Struct, frozen=True):
    """A figure letter for letter, with the number we read its value as (ours; None for a work without a number).

    ``notes`` are the notes on any of its words. Where words are left out for want of room, ``rest`` says so.
    """

    id: str
    qualifier: Run | None
    value: Run
    unit: Run | None
    number: str | None
    notes: tuple[int, ...] = ()
    rest: Run | None = None


class FigureGroup(msgspec.Struct, frozen=True, tag=True):
    """Figures under their group's name (ours), and how many more there are that did not fit."""

    name: Run
    figures: tuple[FigureItem, ...]
    more: int = 0


class Reckoning(msgspec.Struct, frozen=True, tag=True):
    """The length of a period and how it was reckoned: ours, with the dates quoted as the source prints them."""

    runs: tuple[Run, ...]


class TopicMark(msgspec.Struct, frozen=True):
    """A topic's name (ours) and its row, which decides its colour."""

    name: str
    row: int


class Entry(msgspec.Struct, frozen=True):
    """A milestone as a document shows it.

    Attributes:
        id: the milestone's id.
        row: in ``dossier.milestones``.
        date: the printed date, a run for each span that prints it, to be joined by a blank; where the source prints
            none, one run of ours that says so.
        text: its words, one tuple of runs a span of text.
        topics: its topics.
        inferred: whether its date is ours.
        cut: how many characters of its text are left out; a run of ours at its end says so.
    """

    id: str
    row: int
    date: tuple[Run, ...]
    text: tuple[tuple[Run, ...], ...]
    topics: tuple[TopicMark, ...]
    inferred: bool
    cut: int = 0


class EntryTable(msgspec.Struct, frozen=True, tag=True):
    """Milestones as a table, and how many more there are that did not fit ("and 7 more")."""

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
    """The timeline drawn to scale.

    Attributes:
        what: whose milestones and periods are drawn.
        view: the time shown; a page layout lays it out for its own width with ``scale.draw(what, view, measures)``.
        scale: laid out for a page's width of ``width`` points.
        width: that width.
        alternative: sentences (ours) that say the same; what stands between “ and ” in them is the source's.
        marked: row of the milestone that is pointed at, None where none is.
    """

    what: drawn.Subject
    view: View
    scale: drawn.Drawing
    width: float
    alternative: tuple[str, ...]
    marked: int | None = None


class WitnessItem(msgspec.Struct, frozen=True):
    """Another source's title, address, date (EDTF) and what it says (ours), with the notes that call it."""

    title: str
    url: str | None
    date: str | None
    agrees: Agreement
    sure: Sureness
    says: str
    notes: tuple[int, ...] = ()


class NoteItem(msgspec.Struct, frozen=True):
    """A source note with the number by which runs of this document refer to it; all ours but ``words``.

    Attributes:
        number: from 1 on, in the order in which the document comes to the words.
        id: the note's id.
        kind: what kind of remark it is.
        words: the source's words it is about, one run a span.
        message: the remark.
        reading: what the words must read, for a slip.
        witnesses: other sources on the matter.
        cut: how many characters of the message are left out; its end says so.
    """

    number: int
    id: str
    kind: NoteKind
    words: tuple[Run, ...]
    message: str
    reading: str | None
    witnesses: tuple[WitnessItem, ...]
    cut: int = 0


class NoteList(msgspec.Struct, frozen=True, tag=True):
    """Our notes on the source, and how many more there are that did not fit."""

    notes: tuple[NoteItem, ...]
    more: int = 0


class WitnessList(msgspec.Struct, frozen=True, tag=True):
    """The other sources that the notes call, each once."""

    witnesses: tuple[WitnessItem, ...]


class Contents(msgspec.Struct, frozen=True, tag=True):
    """The place of the table of contents, which a page layout or file format makes from the headings."""


class Colophon(msgspec.Struct, frozen=True, tag=True):
    """The place where the document's ``origin`` is told in full."""


class SheetStart(msgspec.Struct, frozen=True, tag=True):
    """What follows begins a page of its own; ``name`` (ours, may be empty) tells which."""

    name: str = ""


Part = (
    Heading
    | Paragraph
    | FigureGroup
    | Reckoning
    | EntryTable
    | PassageList
    | Drawing
    | NoteList
    | WitnessList
    | Contents
    | Colophon
    | SheetStart
)


class Origin(msgspec.Struct, frozen=True):
    """What every page says of the source.

    Attributes:
        publisher: who published it, None where not known.
        title: its title.
        banner: what stands above its title, None where nothing does.
        stamp: the printed "last updated" stamp, whole where it is a block of its own; None where there is none.
        stamp_label: our words to stand before the stamp; empty where it is a block of its own, which says what it is.
        note: our remark on the address, None where there is none.
        url: its address, None where not known.
        retrieved: EDTF date of capture, None where not known.
        sha256: the SHA-256 of the source's text.
    """

    publisher: str | None
    title: str
    banner: Run | None
    stamp: Run | None
    stamp_label: str
    note: str | None
    url: str | None
    retrieved: str | None
    sha256: str

    @property
    def short_sha256(self) -> str:
        """The first eight digits of the SHA-256, as pages print it."""
        return self.sha256[:8]


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
        dense: whether pages set it smaller, so that more of it fits; never below the least sizes.
    """

    kind: DocumentKind
    title: str
    label: str
    language: str | None
    date: str
    origin: Origin
    parts: tuple[Part, ...]
    dense: bool = False
