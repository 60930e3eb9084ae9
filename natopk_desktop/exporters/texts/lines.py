"""Lines of words with marks that need no formatting, for plain text and Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from natopk_desktop.documents import marks
from natopk_desktop.documents.parts import Run
from natopk_desktop.exporters.texts.blocks import Link
from natopk_desktop.exporters.texts.characters import note_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from natopk_desktop.exporters.texts.blocks import Figure, Words
    from natopk_desktop.exporters.texts.characters import Characters

OURS: Final = "Ours: "


class Lines:
    """Writes words as lines.

    Attributes:
        characters: makes texts ready.
    """

    def __init__(self, characters: Characters) -> None:
        """Write with ``characters``."""
        self.characters = characters

    def of(self, words: Words) -> str:
        """Return a line, whoever it belongs to."""
        return self.finished(self.pieces(words))

    def figure(self, figure: Figure) -> str:
        """Return a figure as a line."""
        return self.finished(self._marked((*figure.before, figure.value, *figure.after)))

    def pieces(self, words: Words) -> Iterator[str | Link]:
        """Yield the pieces of a line, marks included."""
        if words.owner == "source":
            yield from self._marked(words.runs)
            return
        yield OURS
        for run in words.runs:
            yield run if isinstance(run, Link) else self.characters.plain(run)

    def finished(self, pieces: Iterable[str | Link]) -> str:
        """Return pieces as one line."""
        return "".join(piece if isinstance(piece, str) else self.characters.plain(piece) for piece in pieces)

    def _marked(self, runs: Iterable[Run | Link]) -> Iterator[str | Link]:
        for run in runs:
            if not isinstance(run, Run) or run.owner == "ours":
                yield self.characters.marked(run)
                continue
            for text, is_box in self.characters.pieces(run):
                yield marks.ours(text) if is_box else text
            if run.notes:
                yield marks.ours(note_words(run.notes))
