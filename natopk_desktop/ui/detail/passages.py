"""In the page: the passages that bear on the milestone, under their headings."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from natopk_desktop.dossier.spans import Span
from natopk_desktop.ui.detail import excerpts
from natopk_desktop.ui.detail.labels import CHEVRON, LinkButton
from natopk_desktop.ui.detail.part import CUT_AFTER, CUT_BEFORE, Part, PartHeading
from natopk_desktop.ui.detail.source_text import SourceText
from natopk_desktop.ui.detail.stacking import Pool, show_only_if
from natopk_desktop.ui.theme import GRID, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

    from natopk_desktop.dossier.model import Related
    from natopk_desktop.ui.detail.host import Host
    from natopk_desktop.ui.detail.source_text import Piece
    from natopk_desktop.ui.detail.stacking import Stack


class Passage(Part):
    """One passage: its heading as a button that opens the page there, its words, and why it is here."""

    def __init__(self, host: Host, parent: QWidget) -> None:
        """Make an empty passage."""
        super().__init__(host, parent)
        self.opener = LinkButton(host.theme, self)
        self.opener.clicked.connect(self._open)
        self.words = SourceText(host.theme, Role.READING, self)
        self.words.menu_requested.connect(self._show_menu)
        host.watch(self.words)
        self.reason = self.ours()
        self._span = Span(0, 0)

    @property
    def span(self) -> Span:
        """Where the passage stands."""
        return self._span

    def show_related(self, number: int, related: Related) -> None:
        """Show a passage as the one of this number."""
        dossier = self.host.dossier
        self._span = related.span
        head = dossier.blocks.row_of(related.section)
        if head is None:  # under no heading: the source as a whole
            heading = excerpts.first_words(dossier.title, Span(0, len(dossier.title)))
        else:
            heading = excerpts.first_words(dossier.text, dossier.blocks.span(head))
        opens = self.tr("Passage {number} in the page, under {heading}")
        self.opener.show_words(heading, opens.format(number=number, heading=heading), CHEVRON)
        excerpt = excerpts.around(dossier, related.span)
        pieces: list[Piece] = [excerpt.span]
        if excerpt.is_cut_before:
            pieces.insert(0, CUT_BEFORE)
        if excerpt.is_cut_after:
            pieces.append(CUT_AFTER)
        self.words.show_pieces(dossier.text, pieces)
        self.words.setAccessibleName(self.tr("Passage {number}, {heading}").format(number=number, heading=heading))
        reason = related.reason if related.reason.endswith((".", "!", "?")) else f"{related.reason}."
        if show_only_if(self.reason, needed=bool(related.reason)):
            self.reason.show_words(self.tr("Ours: {reason}").format(reason=reason))
        self.mark()

    def mark(self) -> None:
        """Mark the passage itself, slips and matches."""
        shown = next(piece for piece in self.words.pieces if isinstance(piece, Span))
        self.host.mark(self.words, shown, self._span)

    def lay_out(self, stack: Stack) -> None:
        """Place heading, words and reason."""
        stack.put_link(self.opener)
        stack.put(self.words)
        if not self.reason.isHidden():
            stack.put(self.reason)

    def _open(self) -> None:
        self.host.open_page(self._span)

    def _show_menu(self, at: QPoint) -> None:
        self.host.show_menu(at, self._span, self.words)


class PassagesPart(Part):
    """All passages of a milestone."""

    def __init__(self, host: Host, parent: QWidget) -> None:
        """Make the part without passages."""
        super().__init__(host, parent)
        self.heading = PartHeading(host, self)
        self.none = self.ours()
        self.passages: Pool[Passage] = Pool(partial(Passage, host, self))

    def show_passages(self, related: Sequence[Related]) -> None:
        """Show the passages that bear on a milestone, the nearest first."""
        count = len(related)
        aside = self.tr("1 passage") if count == 1 else self.tr("{count} passages").format(count=count)
        self.heading.show_words(self.tr("In the page"), aside if count else "")
        if show_only_if(self.none, needed=not count):
            self.none.show_words(self.tr("Ours: no other passage of the page bears on this entry."))
        for number, (passage, one) in enumerate(zip(self.passages.take(count), related, strict=True), 1):
            passage.show_related(number, one)

    def mark(self) -> None:
        """Mark anew in every passage."""
        for passage in self.passages.used:
            passage.mark()

    def lay_out(self, stack: Stack) -> None:
        """Place the heading and the passages."""
        stack.put(self.heading)
        stack.gap(GRID)
        if not self.none.isHidden():
            stack.put(self.none)
        for at, passage in enumerate(self.passages.used):
            stack.gap(3 * GRID if at else 0)
            stack.put(passage)
