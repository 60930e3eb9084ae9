"""The passages of a page that a milestone can be set beside, and what each says in words and dates."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from natopk_desktop.importers.dating.lines import FoundDate, dates_in
from natopk_desktop.importers.meaning.sentences import sentences_of
from natopk_desktop.importers.meaning.words import Word, content_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from natopk_desktop.dossier.model import DossierFile
    from natopk_desktop.dossier.spans import Span
    from natopk_desktop.importers.dating.month_names import Names

TOLD: Final = frozenset({"paragraph", "list-item"})
SHORTEST: Final = 25


@dataclass(slots=True)
class Passage:
    """A paragraph or list item outside of the list of milestones.

    Attributes:
        span: its code points.
        section: id of the heading or title it stands under.
        sentences: the spans of its sentences.
        words: its words that carry sense, in order.
        dates: the dates it names.
    """

    span: Span
    section: str
    sentences: list[Span]
    words: list[Word]
    dates: list[FoundDate] = field(default_factory=list)


def passages_of(contents: DossierFile, names: Names) -> list[Passage]:
    """Return the passages of a page in order, without those above the first heading or title."""
    text = contents.source.text or ""
    taken = {block for milestone in contents.milestones for block in milestone.blocks}
    found: list[Passage] = []
    section: str | None = None
    for block in contents.blocks:
        if block.level is not None:
            section = block.id
        elif section is not None and block.kind in TOLD and block.id not in taken:
            start, end = block.span
            if end - start >= SHORTEST:
                words = content_words(text, start, end)
                found.append(
                    Passage(
                        block.span, section, sentences_of(text, block.span), words, dates_in(text, start, end, names)
                    )
                )
    return found


def words_in(words: Sequence[Word], span: Span) -> Sequence[Word]:
    """Return the words, given in order, that lie in a span."""
    first = bisect_left(words, span.start, key=lambda word: word.start)
    return words[first : bisect_left(words, span.end, key=lambda word: word.start)]
