"""One window's search: what is looked for, what was found, and which hit the reader is at."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from natopk_desktop.dossier import search_text
from natopk_desktop.dossier.search import Hit, Searchable, match_spans, parse_query
from natopk_desktop.dossier.search_run import ItemRun, TextRun
from natopk_desktop.dossier.spans import Span
from natopk_desktop.ui.search_hits import Hits, ListOrder, target

if TYPE_CHECKING:
    from natopk_desktop.dossier.search import Kind, Match
    from natopk_desktop.dossier.search_run import Run
    from natopk_desktop.dossier.search_text import SearchText
    from natopk_desktop.ui.job import Job
    from natopk_desktop.ui.reading import Reading

LARGE: Final = 30_000
"""Code points of a source from which on its words are folded in a process of its own; fewer take some milliseconds."""

SLICE: Final = 0.006
"""Seconds of a scan in one turn of the event loop; a frame of 60 Hz has 0.0167."""

GIANT: Final = 20_000
"""Code points of a block that is not read whole for marking a part of it."""

MOST_KEPT: Final = 4096
"""Items of which it is remembered whether they are hits, for marking."""


class SearchState(QObject):
    """What a reader searches for in a reading.

    The query does not narrow the list. Hits are numbered through: the milestones in the list's order, then the
    passages, figures and notes.

    Attributes:
        query: the query as it was typed.
        parsed: the query as it is understood.
        items: what is searched.
        hits: what was found so far.
        is_complete: whether ``hits`` are all.
        current: the place in ``hits`` of the hit the reader is at, None where they are at none.

    Signals:
        changed: the query is another, and with it what is to be marked.
        hits_changed: ``hits``, ``is_complete`` or what the filter hides of them changed.
        hit_changed: the reader went to another hit, or to none.
    """

    changed = Signal()
    hits_changed = Signal()
    hit_changed = Signal()

    def __init__(self, reading: Reading, parent: QObject | None = None) -> None:
        """Search for nothing yet in ``reading``."""
        super().__init__(parent)
        self._reading = reading
        self.query = ""
        self.parsed = parse_query("")
        self.items = Searchable(reading.dossier)
        self.hits = Hits()
        self.is_complete = True
        self.current: int | None = None
        self._hidden_count: int | None = None
        self._order = reading.order
        self._list_order = ListOrder(reading.dossier)
        self._hit_blocks: dict[int, bool] = {}
        self._text: SearchText | None = None
        self._folding: Job | None = None
        self._run: Run | None = None
        self._scan_timer = QTimer(self)
        self._scan_timer.setInterval(0)
        self._scan_timer.timeout.connect(self._scan_on)
        reading.rows_changed.connect(self._on_rows)

    # Asking

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look for."""
        return self.parsed.is_empty

    @property
    def count(self) -> int:
        """How many hits there are so far."""
        return len(self.hits)

    @property
    def current_hit(self) -> Hit | None:
        """The hit the reader is at."""
        return None if self.current is None else self.hits[self.current]

    @property
    def hidden_count(self) -> int:
        """How many of the milestones found the filter hides."""
        if self._hidden_count is None:
            found = self.hits.rows["milestone"]
            is_all = not found or len(self._reading.rows) == len(self._reading.dossier.milestones)
            self._hidden_count = 0 if is_all else len(set(found).difference(self._reading.rows))
        return self._hidden_count

    @property
    def is_hit_hidden(self) -> bool:
        """Whether the hit the reader is at leads to a milestone that the filter hides."""
        hit = self.current_hit
        if hit is None:
            return False
        row = target(self.items, hit, self.parsed).milestone
        return row is not None and row not in self._reading.rows

    @property
    def is_prepared(self) -> bool:
        """Whether all words are folded, so that a search need not fold them."""
        return self._text is not None

    def prepare(self) -> None:
        """Expect a search soon: fold all words, or have them folded."""
        if self._text is not None or self._folding is not None:
            return
        if len(self._reading.dossier.text) < LARGE:
            self._text = search_text.of(self.items)
            return
        from natopk_desktop.jobs.requests import Fold
        from natopk_desktop.ui.job import Job

        self._folding = Job(Fold(), self._reading.dossier, self)
        self._folding.finished.connect(self._on_folded)
        self._folding.start()

    def set_query(self, text: str) -> None:
        """Look for ``text``."""
        if text == self.query:
            return
        self.query = text
        parsed = parse_query(text)
        if parsed == self.parsed:
            return
        self.parsed = parsed
        self._hit_blocks.clear()
        had_hit = self.current is not None
        self.current = None
        self._search()
        self.changed.emit()
        if had_hit:
            self.hit_changed.emit()

    def close(self) -> None:
        """End the search under way and the process that folds words; a later search folds as it goes."""
        self._scan_timer.stop()
        if self._folding is not None:
            self._folding.cancel()

    # Marking

    def spans_in(self, span: Span) -> list[Span]:
        """Return the words found within a span of the source, in order; only those of items that are hits."""
        if self.is_empty:
            return []
        found: list[Span] = []
        blocks = self._reading.dossier.blocks
        for block in self._reading.dossier.bearings.blocks_touched(span):
            if self._is_hit(block):
                tile = blocks.span(block)
                part = Span(max(span.start, tile.start), min(span.end, tile.end))
                # A phrase may run across the edge of the part, but a giant of a block is not read for a few words.
                read = tile if tile.end - tile.start <= GIANT else part
                found += (hit for hit in self.items.spans_in(read, self.parsed) if hit.overlaps(part))
        return [Span(max(hit.start, span.start), min(hit.end, span.end)) for hit in found]

    def spans_in_words(self, words: str) -> list[Span]:
        """Return the words found within a text of ours, such as a note's message, as places in that text."""
        return [] if self.is_empty else match_spans(words, 0, self.parsed)

    def match(self, hit: Hit) -> Match:
        """Return where the words of a hit stand, and the readings it was found by."""
        return self.items.match(hit.kind, hit.row, self.parsed)

    def _is_hit(self, block: int) -> bool:
        """Tell whether the milestone or passage of a block is a hit; asked for what is on screen."""
        known = self._hit_blocks.get(block)
        if known is None:
            row = self._reading.dossier.bearings.milestone_of_block(block)
            laid_out = self.items.folded("passage", block) if row is None else self.items.folded("milestone", row)
            known = all(needle in laid_out for needle in self.parsed.needles)
            if len(self._hit_blocks) >= MOST_KEPT:
                self._hit_blocks.clear()
            self._hit_blocks[block] = known
        return known

    # Going from hit to hit

    def next(self) -> None:
        """Take the reader to the next hit, after the last to the first."""
        self.step(1)

    def previous(self) -> None:
        """Take the reader to the hit before, before the first to the last."""
        self.step(-1)

    def step(self, by: int) -> None:
        """Take the reader ``by`` hits further on, round the end."""
        if not self.count:
            return
        if self.current is None:
            self.go_to(0 if by > 0 else self.count - 1)
        else:
            self.go_to((self.current + by) % self.count)

    def go_to(self, at: int) -> None:
        """Take the reader to the hit in place ``at``."""
        self.current = at
        leads = target(self.items, self.hits[at], self.parsed)
        if leads.milestone is not None:
            self._reading.choose(leads.milestone)
        elif leads.span is not None:
            self._reading.open_page(leads.span)
        self.hit_changed.emit()

    # Finding

    def _search(self) -> None:
        self._scan_timer.stop()
        if self.is_empty:
            self._take({}, is_complete=True)
            return
        self.prepare()
        self._begin()
        self._scan_timer.start()
        self._scan_on()

    def _begin(self) -> None:
        self._run = ItemRun(self.items, self.parsed) if self._text is None else TextRun(self._text, self.parsed)
        self.is_complete = False

    def _scan_on(self) -> None:
        """Search for a slice of time; what is not reached waits for the next turn of the event loop."""
        if self._run is None:
            return
        before = self._found_so_far()
        is_complete = self._run.go_on(SLICE)
        if is_complete:
            self._scan_timer.stop()
        if is_complete or before == 0 or self._found_so_far() > 2 * before:
            # Told at the first hits, at each doubling and at the end: to tell costs as much as there are hits.
            self._take(self._run.found, is_complete=is_complete)

    def _found_so_far(self) -> int:
        return 0 if self._run is None else sum(len(rows) for rows in self._run.found.values())

    def _on_folded(self) -> None:
        """Take over the folded words; a search under way begins again with them, and is soon further than it was."""
        if self._folding is not None:
            self._text = self._folding.words
            self._folding.deleteLater()
            self._folding = None
        if not self.is_complete:
            self._begin()

    def _take(self, rows: dict[Kind, array[int]], *, is_complete: bool) -> None:
        """Show ``rows``, in the source's order, as what was found; the reader stays at the hit they are at."""
        at = self.current_hit
        ordered = {
            kind: self._list_order.sorted(found, self._reading.order) if kind == "milestone" else array("q", found)
            for kind, found in rows.items()
        }
        self.hits = Hits(ordered)
        self._hidden_count = None
        self.is_complete = is_complete
        self.current = None if at is None else self.hits.place_of(at)
        self.hits_changed.emit()

    def _on_rows(self) -> None:
        self._hidden_count = None
        if self._reading.order != self._order:
            self._order = self._reading.order
            rows = dict(self.hits.rows)
            rows["milestone"] = array("q", sorted(rows["milestone"]))
            self._take(rows, is_complete=self.is_complete)
        elif not self.is_empty:
            self.hits_changed.emit()
