"""The values a dossier consists of, field for field as its JSON file holds them.

Field order is the canonical order of the file (``store.py`` writes these structures as they stand). Spans are in
code points of ``Source.text``. All structures are frozen; a change makes a new value.

The types of fields stand here as they are, not as text: msgspec would evaluate the text at every start.
"""

from typing import Final, Literal

import msgspec

from natopk_desktop.dossier.spans import Span

FORMAT: Final = "natopk-dossier"
VERSION: Final = 1

BlockKind = Literal[
    "banner",
    "title",
    "caption",
    "heading",
    "paragraph",
    "list-item",
    "cell",
    "milestone",
    "stamp",
    "residue",
    "spacing",
]
NoteKind = Literal["slip", "discrepancy", "inferred-date", "witness", "unconfirmed", "gap"]
Agreement = Literal["yes", "partly", "no"]
Sureness = Literal["high", "medium", "low"]


class Value(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    """Base of everything a dossier holds: frozen, compared by value, strict about its fields.

    None refers to itself by any way, so the collector of cycles need not look at the many there are.
    """


class Edition(Value, frozen=True):
    """Who made this dossier of the source, and when (EDTF)."""

    date: str
    by: str


class Updated(Value, frozen=True):
    """The source's own "last updated" stamp: where it is printed, and its EDTF date (None where unreadable)."""

    span: Span
    edtf: str | None


class Source(Value, frozen=True):
    """The verbatim text and where it came from.

    ``text`` is None only in the file of the built-in dossier, whose text lies in a file beside it; a loaded
    dossier always has it. ``sha256`` is that of the text in UTF-8, in lower-case hexadecimal. ``retrieved`` is the
    EDTF date of capture, None where it is not known.
    """

    text: str | None
    sha256: str
    publisher: str | None
    title: str
    url: str | None
    url_note: str | None
    language: str | None
    retrieved: str | None
    updated: Updated | None


class Original(Value, frozen=True):
    """The bytes of the file a dossier was imported from, with their own SHA-256."""

    media_type: str
    encoding: str | None
    sha256: str
    base64: bytes


class Block(Value, frozen=True):
    """A tile of the source. ``level`` is that of a title or heading (1 is the title), else None."""

    id: str
    kind: BlockKind
    level: int | None
    span: Span


class Topic(Value, frozen=True):
    """A subject that milestones are sorted under."""

    id: str
    name: str


class Inferred(Value, frozen=True):
    """Why a date is ours and not the source's: the words it was inferred from, and the reason."""

    origin: tuple[Span, ...] = msgspec.field(name="from")
    reason: str


class PrintedDate(Value, frozen=True):
    """A milestone's date: EDTF (None where there is none), the words that print it, and the inference if it is ours."""

    edtf: str | None
    printed: tuple[Span, ...]
    inferred: Inferred | None


class Related(Value, frozen=True):
    """A passage that bears on a milestone: its span, the block id of its heading or title, and why (ours)."""

    span: Span
    section: str
    reason: str


class Milestone(Value, frozen=True):
    """A dated entry of the source; all its words are spans."""

    id: str
    blocks: tuple[str, ...]
    date: PrintedDate
    text: tuple[Span, ...]
    topics: tuple[str, ...]
    related: tuple[Related, ...]


class PeriodEnd(Value, frozen=True):
    """One of the dates a source gives for an end of a period, and where it does."""

    edtf: str
    span: Span


class Period(Value, frozen=True):
    """A stretch of time the source tells of, with every date it gives for either end."""

    id: str
    name: str
    start: tuple[PeriodEnd, ...] = msgspec.field(name="from")
    end: tuple[PeriodEnd, ...] = msgspec.field(name="to")
    milestones: tuple[str, ...]


class Figure(Value, frozen=True):
    """A quantity in the source. ``number`` is what we read the value as; None for a work told without a number."""

    id: str
    group: str | None
    span: Span
    qualifier: Span | None
    value: Span
    number: int | float | None
    unit: Span | None
    measured: Span | None
    milestone: str | None


class Group(Value, frozen=True):
    """A name under which figures stand together."""

    id: str
    name: str


class Witness(Value, frozen=True):
    """Another source that bears on this one; ``says`` is in our words, ``date`` is EDTF or None."""

    title: str
    url: str | None
    date: str | None
    agrees: Agreement
    sure: Sureness
    says: str


class Note(Value, frozen=True):
    """A remark of ours on spans of the source; ``reading`` is what a slip's words must read."""

    id: str
    kind: NoteKind
    spans: tuple[Span, ...]
    message: str
    reading: str | None
    witnesses: tuple[Witness, ...]


class Computed(Value, frozen=True):
    """Marks the object of this id as found by a program, with its confidence (0 to 1) and reason."""

    id: str
    confidence: float
    reason: str


class Correction(Value, frozen=True):
    """A reader's change to a computed field of the object of this id."""

    id: str
    field: str
    was: str | None
    now: str | None


class DossierFile(Value, frozen=True):
    """A whole dossier as its JSON file holds it."""

    format: str
    version: int
    id: str
    edition: Edition
    source: Source
    original: Original | None
    blocks: list[Block]
    topics: list[Topic]
    milestones: list[Milestone]
    periods: list[Period]
    figures: list[Figure]
    groups: list[Group]
    notes: list[Note]
    computed: list[Computed]
    corrections: list[Correction]
