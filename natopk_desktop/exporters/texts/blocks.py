"""A document as lines, lists and tables: what every text format can write, worded once for all of them.

Where a line has words of both owners, ours stand in ``[Ours: …]``; a line of ours alone begins with ``Ours:``, and so
does the head of a column of ours. The source's words within a line of ours stand between “ and ”.
"""

from __future__ import annotations

import msgspec

from natopk_desktop.documents import parts
from natopk_desktop.documents.parts import Owner, Run, TopicMark
from natopk_desktop.exporters.progress import Meter


class Link(msgspec.Struct, frozen=True):
    """An address of another source; shown in full, and a link where the format has links."""

    url: str


class Words(msgspec.Struct, frozen=True):
    """A line.

    Attributes:
        runs: its pieces; a run of blanks alone is nobody's.
        owner: whose line it is: "ours" where even the source's words in it are quoted by us.
        anchor: what a mark within the file can point at, empty for none.
    """

    runs: tuple[Run | Link, ...]
    owner: Owner = "source"
    anchor: str = ""


class Title(msgspec.Struct, frozen=True, tag=True):
    """A heading; levels begin with 1 and leave out none."""

    level: int
    words: Words


class Line(msgspec.Struct, frozen=True, tag=True):
    """A paragraph; ``role`` is its block's kind in the source, or what it is to us."""

    role: str
    words: Words


class Item(msgspec.Struct, frozen=True):
    """A point of a list, and the points under it."""

    words: Words
    under: tuple[Words, ...] = ()


class Points(msgspec.Struct, frozen=True, tag=True):
    """A list; ``role`` tells of what."""

    role: str
    items: tuple[Item, ...]


class Figure(msgspec.Struct, frozen=True):
    """A figure: the words before its value, its value, and those after it, blanks between them included."""

    before: tuple[Run, ...]
    value: Run
    after: tuple[Run, ...]
    is_number: bool


class Figures(msgspec.Struct, frozen=True, tag=True):
    """Figures of one group."""

    figures: tuple[Figure, ...]


class Entry(msgspec.Struct, frozen=True):
    """A milestone: what stands for its date, its text span by span, its topics (ours)."""

    id: str
    row: int
    date: Words
    text: tuple[Words, ...]
    topics: tuple[TopicMark, ...]


class Entries(msgspec.Struct, frozen=True, tag=True):
    """Milestones, as a table where the format has tables; not where each has a heading of its own with its date."""

    entries: tuple[Entry, ...]
    is_table: bool


class Passage(msgspec.Struct, frozen=True, tag=True):
    """A passage of the source after the line of ours that says where it stands and why it is here."""

    told: Words
    words: Words


class Pair(msgspec.Struct, frozen=True):
    """A name of ours and what it names; a line of ours."""

    name: str
    runs: tuple[Run | Link, ...]


class Pairs(msgspec.Struct, frozen=True, tag=True):
    """What is known of the source."""

    pairs: tuple[Pair, ...]


class Picture(msgspec.Struct, frozen=True, tag=True):
    """The drawn timeline.

    Attributes:
        part: what is drawn.
        is_followed: whether its entries follow right after it, so that they need no telling beside it.
    """

    part: parts.Drawing
    is_followed: bool


class ContentsPlace(msgspec.Struct, frozen=True, tag=True):
    """Where the table of contents stands."""


class Break(msgspec.Struct, frozen=True, tag=True):
    """A new sheet begins."""


Block = Title | Line | Points | Figures | Entries | Passage | Pairs | Picture | ContentsPlace | Break


class Laid(msgspec.Struct, frozen=True):
    """A whole document as blocks.

    Attributes:
        title: for the file's own metadata.
        head: lines before the first heading: the banner of the page, and what the document is.
        blocks: the document.
        foot: lines on the source, the first for the foot of each page, and last one on which words are ours.
        titles: all headings, in order.
        meter: counts the entries while they are written.
    """

    title: str
    head: tuple[Line, ...]
    blocks: tuple[Block, ...]
    foot: tuple[Words, ...]
    titles: tuple[Title, ...]
    meter: Meter
