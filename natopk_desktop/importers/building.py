"""A dossier made of records: the source's text laid out of their words, tiled with blocks, and the spans into it.

A timeline file has fields, not pages, so its source is laid out here, always in the same way: the title, the words
before the entries, each entry in the file's order, the eras, the names of the topics. Every field stands in it letter
for letter; between fields stand line ends alone, between the two dates of an entry what its reader puts there.
"""

from __future__ import annotations

import gc
import re
from contextlib import contextmanager
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from natopk_desktop.dossier.model import (
    FORMAT,
    VERSION,
    Block,
    BlockKind,
    Computed,
    DossierFile,
    Edition,
    Milestone,
    Original,
    Period,
    PeriodEnd,
    PrintedDate,
    Source,
    Topic,
)
from natopk_desktop.dossier.spans import Span
from natopk_desktop.importers.imported import Imported
from natopk_desktop.importers.remarks import Remarks
from natopk_desktop.plain import REPLACEMENT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BY: Final = "natopk_desktop, read by the program"
BETWEEN_FIELDS: Final = "\n"
BETWEEN_ENTRIES: Final = "\n\n"
MOST_PIECES: Final = 10_000
FOLDERS: Final = re.compile(r".*[/\\]", re.DOTALL)


span_of: Final[Callable[[tuple[int, int]], Span]] = partial(tuple.__new__, Span)
"""Makes a span in half the time; there are several for each entry."""


class Entry(NamedTuple):
    """What a file says of one event, every word as it stands in the file.

    Attributes:
        date: the words that print its date, empty where there are none.
        edtf: its date in EDTF, None where it has none that can be read.
        words: its own words: a headline, a description.
        beside: other words that stand with it: captions, places, addresses.
        topics: the names of its topics.
        sure: how sure its date is, 0 to 1, and why, where the file leaves room for doubt; else None.
    """

    date: str
    edtf: str | None
    words: tuple[str, ...]
    beside: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    sure: tuple[float, str] | None = None


class File(NamedTuple):
    """The file that is read.

    Attributes:
        raw: its bytes.
        name: its name, for the title of a dossier that has none of its own.
        media_type: its media type.
        encoding: the encoding its text was read in, None for a file that is no text.
    """

    raw: bytes
    name: str
    media_type: str
    encoding: str | None


class Builder:
    """Takes records in the file's order and gives the dossier.

    Attributes:
        remarks: what there is to say about the file.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self.remarks = Remarks()
        self._pieces: list[str] = []
        self._text: list[str] = []
        self._at = 0
        self._blocks: list[Block] = []
        self._milestones: list[Milestone] = []
        self._periods: list[Period] = []
        self._computed: list[Computed] = []
        self._topics: dict[str, str] = {}
        self._topic_ids: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._title: str | None = None
        self._number = 0

    @property
    def next_id(self) -> str:
        """The id that the next entry will have: its place among the events of the file."""
        return f"m{self._number + 1}"

    def title(self, words: str) -> None:
        """Lay the title of the whole; an empty one is none."""
        if words.strip():
            self._title = words
            self._block("title", words, 1)

    def heading(self, words: str, level: int = 2) -> None:
        """Lay a heading; an empty one is none."""
        if words.strip():
            self._block("heading", words, level)

    def words(self, words: str, kind: BlockKind = "paragraph") -> Span | None:
        """Lay words that are no entry's as a block, and return where they stand; None where they are blank."""
        return self._block(kind, words, None) if words.strip() else None

    def row(self, cells: list[str]) -> None:
        """Lay the names of columns, each on lines of its own; blank ones are none."""
        if cells:
            self._fields("cell", cells)

    def topic(self, name: str) -> str:
        """Return the id of the topic of this name, known from now on."""
        known = self._topics.get(name)
        if known is None:
            known = self._topics[name] = f"t{len(self._topics) + 1}"
        return known

    def entry(self, entry: Entry) -> str:
        """Lay an entry and return its id. One without any word is no entry: it keeps its number, and is told."""
        self._number += 1
        name = f"m{self._number}"
        date, edtf, words, beside, topics, sure = entry
        fields = [field for field in words if field and not field.isspace()]
        has_date = bool(date) and not date.isspace()
        if has_date:
            fields.insert(0, date)
        blocks: tuple[str, ...] = ()
        spans: list[Span] = []
        if fields:
            block, spans = self._fields("milestone", fields)
            blocks = (block,)
        if beside:
            others = [field for field in beside if field and not field.isspace()]
            if others:
                block, _ = self._fields("caption", others)
                blocks = (*blocks, block)
        if not blocks:
            message = "Left out, since they have no words and no printed date: {n:record|records}."
            self.remarks.add("info", "empty", message, id=name)
            return name
        printed = tuple(spans[:1]) if has_date else ()
        text = tuple(spans[1:] if has_date else spans)
        if len(self._pieces) > MOST_PIECES:  # many small texts take several times the room of one
            self._text.append("".join(self._pieces))
            self._pieces.clear()
        named = self._named(topics) if topics else ()
        self._milestones.append(Milestone(name, blocks, PrintedDate(edtf, printed, None), text, named, ()))
        if sure is not None:
            self._computed.append(Computed(name, *sure))
        return name

    def period(self, name: str, dates: str, start: tuple[str, str] | None, end: tuple[str, str] | None) -> None:
        """Lay a stretch of time that the file names.

        Args:
            name: its name.
            dates: the words that print its dates.
            start: the words of its start, which stand first in ``dates``, and its EDTF date; None where it has none.
            end: the same for its end, whose words stand last in ``dates``.
        """
        self.words(name)
        span = self.words(dates)
        if span is None or not name.strip():
            return
        starts = () if start is None else (PeriodEnd(start[1], Span(span.start, span.start + len(start[0]))),)
        ends = () if end is None else (PeriodEnd(end[1], Span(span.end - len(end[0]), span.end)),)
        self._periods.append(Period(f"p{len(self._periods) + 1}", name, starts, ends, ()))

    def finish(self, file: File) -> Imported:
        """Return the dossier, its text closed with the names of the topics."""
        for name in self._topics:
            self.words(name, "list-item")
        text = self._clean("".join((*self._text, *self._pieces)), "text")
        self._pieces.clear()
        self._text.clear()
        raw_hash = sha256(file.raw).hexdigest()
        title = self._title
        if title is None:
            title = FOLDERS.sub("", file.name)
            message = "The file gives no title, so its name stands in its place."
            self.remarks.add("info", "title", message)
        source = Source(
            text=text,
            sha256=sha256(text.encode()).hexdigest(),
            publisher=None,
            title=self._clean(title, "title"),
            url=None,
            url_note=None,
            language=None,
            retrieved=None,
            updated=None,
        )
        contents = DossierFile(
            FORMAT,
            VERSION,
            f"file-{raw_hash[:16]}",
            edition(),
            source,
            Original(file.media_type, file.encoding, raw_hash, file.raw),
            self._blocks,
            [Topic(known, self._clean(name, "topics")) for name, known in self._topics.items()],
            self._milestones,
            [msgspec.structs.replace(one, name=self._clean(one.name, "periods")) for one in self._periods],
            [],
            [],
            [],
            self._computed,
            [],
        )
        return Imported(contents, tuple(self.remarks.items()), self._counts(len(text)))

    def _named(self, topics: tuple[str, ...]) -> tuple[str, ...]:
        """Return the ids of the topics of these names, the same value for the same names."""
        known = self._topic_ids.get(topics)
        if known is None:
            known = tuple(self.topic(name) for name in dict.fromkeys(topics) if name.strip())
            self._topic_ids[topics] = known
        return known

    def _fields(self, kind: BlockKind, fields: list[str]) -> tuple[str, list[Span]]:
        """Lay fields, each on lines of its own, in one block, and return its id and where each field stands."""
        start = at = end = self._space()
        spans = []
        for field in fields:
            end = at + len(field)
            spans.append(span_of((at, end)))
            at = end + 1
        blocks = self._blocks
        name = f"b{len(blocks) + 1}"
        self._at = end
        if len(fields) == 1:
            self._pieces.append(fields[0])
            blocks.append(Block(name, kind, None, spans[0]))
        else:
            self._pieces.append(BETWEEN_FIELDS.join(fields))
            blocks.append(Block(name, kind, None, span_of((start, end))))
        return name, spans

    def _block(self, kind: BlockKind, words: str, level: int | None) -> Span:
        start = self._space()
        span = Span(start, start + len(words))
        self._pieces.append(words)
        self._at = span.end
        self._blocks.append(Block(f"b{len(self._blocks) + 1}", kind, level, span))
        return span

    def _space(self) -> int:
        """Part what is coming from what stands there already, and return where it begins."""
        start = self._at
        if start == 0:
            return 0
        self._at = end = start + 2  # the length of what is between
        self._pieces.append(BETWEEN_ENTRIES)
        blocks = self._blocks
        blocks.append(Block(f"b{len(blocks) + 1}", "spacing", None, span_of((start, end))))
        return end

    def _clean(self, words: str, place: str) -> str:
        """Return words without halves of surrogate pairs, which are no characters; each becomes U+FFFD, and is told."""
        try:
            words.encode()
        except UnicodeEncodeError:
            kept = "".join(REPLACEMENT if "\ud800" <= sign <= "\udfff" else sign for sign in words)
            count = sum(one != other for one, other in zip(words, kept, strict=True))
            message = (
                f"Shown as U+FFFD in the {place}, since they are halves of characters: {{n:surrogate|surrogates}}."
            )
            self.remarks.add("lost", "surrogates", message, count=count)
            return kept
        return words

    def _counts(self, size: int) -> dict[str, int]:
        dated = sum(milestone.date.edtf is not None for milestone in self._milestones)
        return {
            "code_points": size,
            "blocks": len(self._blocks),
            "milestones": len(self._milestones),
            "dated": dated,
            "undated": len(self._milestones) - dated,
            "periods": len(self._periods),
            "topics": len(self._topics),
            "residue": 0,
        }


def edition() -> Edition:
    """Return the edition of a dossier that is made now: by whom, and the day (UTC)."""
    from datetime import UTC, datetime

    return Edition(datetime.now(UTC).date().isoformat(), BY)


@contextmanager
def without_collection() -> Iterator[None]:
    """Keep Python's collector of cycles still within the block.

    The many values of a dossier hold no cycles, and looking for them again and again takes longer than reading does.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()  # else the collector goes through all that was made at once
            gc.enable()
