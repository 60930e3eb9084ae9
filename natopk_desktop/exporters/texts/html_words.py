"""Words as HTML: the source's in ``bdi`` elements that name their span, ours in elements of their own."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Final

from natopk_desktop.documents import marks
from natopk_desktop.documents.parts import Run
from natopk_desktop.exporters.texts.addresses import is_web
from natopk_desktop.exporters.texts.blocks import Link
from natopk_desktop.exporters.texts.characters import HTML, Characters, note_words
from natopk_desktop.exporters.texts.laying import note_anchor
from natopk_desktop.exporters.texts.lines import OURS
from natopk_desktop.typesetting.characters import is_right_to_left

if TYPE_CHECKING:
    from collections.abc import Iterable

    from natopk_desktop.exporters.texts.blocks import Words

LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
ENGLISH: Final = re.compile(r"en(-.*)?", re.IGNORECASE)


class HtmlWords:
    """Writes words for one page.

    Attributes:
        characters: makes texts ready.
        language: the page's language: that of the source, where it is known, else that of our words.
        ours: the attribute of elements with words of ours, where the page's language is another.
    """

    def __init__(self, language: str | None) -> None:
        """Begin a page on a source in ``language``."""
        self.characters = Characters(HTML, isolates=True)
        known = language if language and LANGUAGE.fullmatch(language) else ""
        self.language = known or "en"
        self.ours = "" if ENGLISH.fullmatch(self.language) else ' lang="en"'
        self._source = f' lang="{known}"'

    def line(self, words: Words) -> str:
        """Return a line as what stands within an element."""
        if words.owner == "ours":
            return self.own(words.runs, OURS)
        return "".join(map(self.run, words.runs))

    def own(self, runs: Iterable[Run | Link], before: str = "", after: str = "", kind: str = "ours") -> str:
        """Return words of ours, and of the source's that we quote, as one element."""
        told = "".join(map(self._quoted, runs))
        return f'<span class="{kind}"{self.ours}>{escape(before)}{told}{escape(after)}</span>'

    def plain(self, text: str) -> str:
        """Return words of ours for a place that takes letters alone; not escaped yet."""
        return self.characters.plain(Run(text, "ours"))

    def direction(self, words: Words) -> str:
        """Return the attribute of a paragraph that is written from right to left."""
        runs = tuple(run for run in words.runs if isinstance(run, Run) and run.owner == words.owner)
        return ' dir="rtl"' if is_right_to_left(runs) else ""

    def run(self, run: Run | Link) -> str:
        """Return a run within a line of the source's."""
        if isinstance(run, Link):
            return self.own((run,))
        if run.owner == "ours":
            return run.text if run.text.isspace() else self._marked(self.characters.marked(run))
        return self._source_words(run) + (self._call(run.notes) if run.notes else "")

    def _marked(self, text: str, kind: str = "ours") -> str:
        return f'<span class="{kind}"{self.ours}>{escape(text, quote=False)}</span>'

    def _source_words(self, run: Run) -> str:
        place = "" if run.span is None else f' data-span="{run.span.start} {run.span.end}"'
        told = "".join(
            self._marked(marks.ours(text), "ours box") if is_box else escape(text, quote=False)
            for text, is_box in self.characters.pieces(run)
        )
        return f'<bdi class="source"{self._source}{place}>{told}</bdi>'

    def _call(self, numbers: tuple[int, ...]) -> str:
        """Return a mark that leads to notes."""
        links = ", ".join(f'<a href="#{note_anchor(number)}">{number}</a>' for number in numbers)
        words = marks.ours(note_words(numbers)).removesuffix("]").rstrip("0123456789, ")
        return f'<span class="ours call"{self.ours}>{words} {links}]</span>'

    def _quoted(self, run: Run | Link) -> str:
        if isinstance(run, Link):
            return self.link(run)
        if run.owner == "source":
            return self._source_words(run)
        return escape(self.characters.plain(run), quote=False)

    def link(self, link: Link) -> str:
        """Return an address in full; a link where it is one of the web."""
        shown = escape(self.characters.plain(link), quote=False)
        if not is_web(link.url):
            return shown
        return f'<a href="{escape(link.url)}" rel="external noreferrer">{shown}</a>'
