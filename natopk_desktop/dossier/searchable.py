"""What a search looks through: the items of a dossier, their words, and the readings that stand beside slips."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from natopk_desktop.dossier.folding import Word, words
from natopk_desktop.dossier.search_query import Query, folded, match_spans, merged, term_spans
from natopk_desktop.dossier.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from natopk_desktop.dossier.dossier import Dossier

Kind = Literal["milestone", "passage", "figure", "note"]
KINDS: Final[tuple[Kind, ...]] = ("milestone", "passage", "figure", "note")


class Reading(NamedTuple):
    """What a slip's words must read: the row of its note, its place in the source, and the reading (ours)."""

    note: int
    span: Span
    reading: str


class Match(NamedTuple):
    """Why an item is a hit.

    Attributes:
        spans: Where the words found stand: in the source, or for a note in its message; in order, without overlaps.
            A word found in a reading stands where its slip does.
        readings: The readings without which the item would not have been found, empty where the source's own words
            suffice.
    """

    spans: tuple[Span, ...]
    readings: tuple[Reading, ...]


class Searchable:
    """The items of a dossier as a search sees them; costs nothing until asked.

    Items are milestones (printed date and text), passages (every block but milestones and spacing), figures (their
    words), and notes (message, witnesses' titles and what they say). Rows are those of `dossier.milestones`,
    `dossier.blocks`, `head.figures` and `head.notes`.
    """

    def __init__(self, dossier: Dossier) -> None:
        """Take a dossier to search."""
        self.dossier = dossier

    def rows(self, kind: Kind) -> Sequence[int]:
        """Return the rows of all items of a kind, in the list's order."""
        match kind:
            case "milestone":
                return range(len(self.dossier.milestones))
            case "passage":
                return self._passages
            case "figure":
                return range(len(self.dossier.head.figures))
            case "note":
                return range(len(self.dossier.head.notes))

    def folded(self, kind: Kind, row: int) -> str:
        """Return the words of an item, folded and laid out for a query's needles, with and without its readings."""
        if kind == "note":
            return folded(self._note_texts(row))
        text = self.dossier.text
        pieces = self.pieces(kind, row)
        corrected = (
            "".join(part for part, _, _ in self._corrected(piece, readings))
            for piece in pieces
            if (readings := self.readings_in(piece))
        )
        return folded(chain((text[start:end] for start, end in pieces), corrected))

    def pieces(self, kind: Kind, row: int) -> list[Span]:
        """Return the spans of an item in the source that no phrase runs across; of a note there are none."""
        match kind:
            case "milestone":
                return self._joined(row)
            case "passage":
                return [self.dossier.blocks.span(row)]
            case "figure":
                return [self.dossier.head.figures[row].span]
            case "note":
                return []

    def match(self, kind: Kind, row: int, query: Query) -> Match:
        """Return why an item is a hit; made for the few items on screen."""
        if kind == "note":
            return Match(tuple(match_spans(self.dossier.head.notes[row].message, 0, query)), ())
        pieces = self.pieces(kind, row)
        spans = tuple(span for piece in pieces for span in self.spans_in(piece, query))
        own = folded(self.dossier.text[start:end] for start, end in pieces)
        if all(needle in own for needle in query.needles):
            return Match(spans, ())
        readings = (
            reading
            for piece in pieces
            for reading in self.readings_in(piece)
            if any(reading.span.overlaps(span) for span in spans)
        )
        return Match(spans, tuple(readings))

    def spans_in(self, piece: Span, query: Query) -> list[Span]:
        """Return where a query's words stand within a span of the source, by its own words or by readings."""
        readings = self.readings_in(piece)
        if not readings:
            return match_spans(piece.of(self.dossier.text), piece.start, query)
        found: list[Span] = []
        for term in query.terms:
            own = match_spans(piece.of(self.dossier.text), piece.start, Query((term,)))
            by_reading = term_spans(self._corrected_words(piece, readings), (term,))
            found += own
            found += (span for span in by_reading if not any(span.overlaps(other) for other in own))
        return merged(found)

    def readings_in(self, piece: Span) -> list[Reading]:
        """Return the readings of the slips that lie wholly within a span, in order, the first of overlapping ones."""
        found: list[Reading] = []
        for reading in self._readings[bisect_left(self._starts, piece.start) :]:
            if reading.span.start >= piece.end:
                break
            if reading.span.end <= piece.end and (not found or found[-1].span.end <= reading.span.start):
                found.append(reading)
        return found

    def _corrected(self, piece: Span, readings: list[Reading]) -> Iterator[tuple[str, Span, bool]]:
        """Yield a piece with its readings in parts: the words, what they stand for, and whether they are a reading."""
        start = piece.start
        for reading in readings:
            yield self.dossier.text[start : reading.span.start], Span(start, reading.span.start), False
            yield reading.reading, reading.span, True
            start = reading.span.end
        yield self.dossier.text[start : piece.end], Span(start, piece.end), False

    def _corrected_words(self, piece: Span, readings: list[Reading]) -> list[Word]:
        """Return the words of a piece with its readings; each one's place is in the source."""
        text = ""
        places: list[Span] = []
        for part, span, is_reading in self._corrected(piece, readings):
            text += part
            places += [span if is_reading else Span(span.start + at, span.start + at + 1) for at in range(len(part))]
        return [Word(word, places[start].start, places[end - 1].end) for word, start, end in words(text)]

    def _joined(self, row: int) -> list[Span]:
        """Return a milestone's printed date and text, parts with nothing but white space between them as one."""
        text = self.dossier.text
        milestones = self.dossier.milestones
        spans = sorted((*milestones.printed.spans(row), *milestones.text.spans(row)))
        joined = spans[:1]
        for span in spans[1:]:
            if text[joined[-1].end : span.start].strip() == "":
                joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
            else:
                joined.append(span)
        return joined

    def _note_texts(self, row: int) -> Iterator[str]:
        """Yield the texts of a note."""
        note = self.dossier.head.notes[row]
        yield note.message
        for witness in note.witnesses:
            yield witness.title
            yield witness.says

    @cached_property
    def _passages(self) -> list[int]:
        return [row for row, kind in enumerate(self.dossier.blocks.kinds) if kind not in {"milestone", "spacing"}]

    @cached_property
    def _readings(self) -> list[Reading]:
        return sorted(
            (
                Reading(row, span, note.reading)
                for row, note in enumerate(self.dossier.head.notes)
                if note.reading is not None
                for span in note.spans
            ),
            key=lambda reading: reading.span,
        )

    @cached_property
    def _starts(self) -> list[int]:
        return [reading.span.start for reading in self._readings]
