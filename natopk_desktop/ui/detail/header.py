"""The chosen milestone itself: its date as printed, its words, and whose they are."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from natopk_desktop.dossier.spans import Span, hull
from natopk_desktop.ui.detail import excerpts
from natopk_desktop.ui.detail.labels import CHEVRON, LinkButton
from natopk_desktop.ui.detail.part import CUT_AFTER, Part
from natopk_desktop.ui.detail.source_text import SourceText
from natopk_desktop.ui.detail.stacking import show_only_if
from natopk_desktop.ui.theme import GRID, Role

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

    from natopk_desktop.dossier.model import Milestone
    from natopk_desktop.ui.detail.host import Host
    from natopk_desktop.ui.detail.labels import Styled
    from natopk_desktop.ui.detail.source_text import Piece
    from natopk_desktop.ui.detail.stacking import Stack

DOT = "●"


class HeaderPart(Part):
    """Date, words, place in the page and topics of a milestone."""

    def __init__(self, host: Host, parent: QWidget) -> None:
        """Make an empty header."""
        super().__init__(host, parent)
        self.date = SourceText(host.theme, Role.STRONG, self, is_accented=True)
        self.no_date = self.ours(Role.UNDATED)
        self.corrected = self.ours()
        self.words = SourceText(host.theme, Role.HEADLINE, self)
        self.whole = LinkButton(host.theme, self)
        self.whole.clicked.connect(self._open)
        self.place = self.ours()
        self.topics = self.ours()
        self._span = Span(0, 0)
        self._milestone: Milestone | None = None
        for view in (self.date, self.words):
            host.watch(view)
            view.menu_requested.connect(partial(self._show_menu, view))

    @property
    def span(self) -> Span:
        """Where the milestone's words stand, from the first to the last."""
        return self._span

    def show_milestone(self, row: int, milestone: Milestone) -> None:
        """Show the milestone that stands in ``row`` of the dossier."""
        self._milestone = milestone
        self._span = hull(milestone.text) if milestone.text else Span(0, 0)
        self._show_date(milestone)
        self._show_corrections(milestone)
        self._show_words(row, milestone)
        self._show_place(row, milestone)
        self._show_topics(milestone)
        self.mark()

    def mark(self) -> None:
        """Mark slips and matches."""
        for view in (self.date, self.words):
            shown = [piece for piece in view.pieces if isinstance(piece, Span)]
            if shown:
                self.host.mark(view, hull(shown))

    def restyle(self) -> None:
        """Give the topics' dots the theme's colours again."""
        if self._milestone is not None:
            self._show_topics(self._milestone)

    def lay_out(self, stack: Stack) -> None:
        """Place date, words and what we say of them."""
        if not self.date.isHidden():
            stack.put(self.date)
        if not self.no_date.isHidden():
            stack.put(self.no_date)
        if not self.corrected.isHidden():
            stack.put(self.corrected)
        stack.gap(GRID)
        stack.put(self.words)
        if not self.whole.isHidden():
            stack.put_link(self.whole)
        stack.gap(GRID)
        stack.put(self.place)
        if not self.topics.isHidden():
            stack.gap(GRID)
            stack.put(self.topics)

    def _show_date(self, milestone: Milestone) -> None:
        date = milestone.date
        if show_only_if(self.date, needed=bool(date.printed)):
            self.date.show_pieces(self.host.text, date.printed)
            self.date.setAccessibleName(self.tr("Date, in the words of {owner}").format(owner=self.host.owner_name))
        if not show_only_if(self.no_date, needed=not date.printed or date.inferred is not None):
            return
        words = self.tr("Ours: no date is printed.")
        if date.edtf is not None:
            # Late: most entries print their date.
            from natopk_desktop.dossier import date_words

            words = self.tr("no date; placed under {date} by us").format(date=date_words.words(date.edtf))
        if date.inferred is not None and date.inferred.reason:
            reason = self.tr("Ours: {reason}").format(reason=date.inferred.reason)
            words = f"{words}\n{reason}"
        self.no_date.show_words(words)

    def _show_corrections(self, milestone: Milestone) -> None:
        """Tell what of this is the reader's own."""
        corrections = self.host.dossier.head.corrections
        if not show_only_if(self.corrected, needed=any(one.id == milestone.id for one in corrections)):
            return
        # Late: few dossiers are corrected.
        from natopk_desktop.ui.review import wording

        self.corrected.show_words(wording.correction_of(self.host.dossier, milestone.id))

    def _show_words(self, row: int, milestone: Milestone) -> None:
        text = self.host.text
        pieces: list[Piece] = [excerpts.cut(text, span) for span in milestone.text[: excerpts.MOST_PIECES]]
        is_cut = tuple(pieces) != milestone.text
        if is_cut:
            pieces.append(CUT_AFTER)
        self.words.show_pieces(text, pieces)
        name = self.tr("Entry {number} of {total}, in the words of {owner}")
        total = len(self.host.dossier.milestones)
        self.words.setAccessibleName(name.format(number=row + 1, total=total, owner=self.host.owner_name))
        if show_only_if(self.whole, needed=is_cut):
            words = self.tr("The whole entry in the page")
            self.whole.show_words(words, words, CHEVRON)

    def _show_place(self, row: int, milestone: Milestone) -> None:
        host, dossier = self.host, self.host.dossier
        block = dossier.blocks.row_of(milestone.blocks[0]) if milestone.blocks else None
        section = None if block is None else dossier.outline.of_block(block)
        words = self.tr("Ours: entry {number} of {total} · the words above are those of {owner}.")
        under = ""
        if section is not None:
            words = self.tr("Ours: entry {number} of {total} under “{heading}” · the words above are those of {owner}.")
            heading = dossier.blocks.span(section.head)
            under = excerpts.first_words(dossier.text, heading)
        total = len(dossier.milestones)
        self.place.show_words(words.format(number=row + 1, total=total, heading=under, owner=host.owner_name))

    def _show_topics(self, milestone: Milestone) -> None:
        if not show_only_if(self.topics, needed=bool(milestone.topics)):
            return
        known = {topic.id: at for at, topic in enumerate(self.host.dossier.head.topics)}
        rows = [known[topic] for topic in milestone.topics]
        names = [self.host.dossier.head.topics[at].name for at in rows]
        words = self.tr("Ours: topic") if len(rows) == 1 else self.tr("Ours: topics")
        spoken = f"{words} {', '.join(names)}"
        styled: list[Styled] = []
        for at, name in zip(rows, names, strict=True):
            start = len(words) + 3
            styled.append((start, start + 1, None, self.host.theme.colours.topic(at)))
            words += f"   {DOT} {name}"
        self.topics.show_words(words, styled, spoken)

    def _open(self) -> None:
        self.host.open_page(self._span)

    def _show_menu(self, view: SourceText, at: QPoint) -> None:
        shown = [piece for piece in view.pieces if isinstance(piece, Span)]
        span = self._span if view is self.words else hull(shown)
        self.host.show_menu(at, span, view)
