"""Text as a format can hold it: what it cannot becomes its number, marked as ours, and is counted.

Control characters are shown as their numbers everywhere: none can be seen, and some turn a line round, move the cursor
or end a file. Where a format cannot keep a line's direction to itself, so is a control that turns letters round and is
not closed before its line ends: it would turn our words round too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from natopk_desktop.documents import marks
from natopk_desktop.documents.parts import Run
from natopk_desktop.typesetting.characters import number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopk_desktop.exporters.texts.blocks import Link

CONTROLS: Final = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff"
NO_CHARACTERS: Final = r"\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}-{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
RETURN: Final = re.compile(r"\r\n")
LONE_RETURN: Final = r"\r(?!\n)"

PLAIN: Final = re.compile(f"[{CONTROLS}]|{LONE_RETURN}")
"""What plain text and Markdown do not hold."""

XML: Final = re.compile(f"[{CONTROLS}\ufffe\uffff]|{LONE_RETURN}")
"""What XML does not hold (https://www.w3.org/TR/xml/#charsets), and the controls it advises against."""

HTML: Final = re.compile(f"[{CONTROLS}{NO_CHARACTERS}]|{LONE_RETURN}")
"""What HTML does not hold (https://html.spec.whatwg.org/multipage/parsing.html#preprocessing-the-input-stream)."""

OPENS_ISOLATE: Final = frozenset("\u2066\u2067\u2068")
OPENS_EMBEDDING: Final = frozenset("\u202a\u202b\u202d\u202e")
ENDS_ISOLATE: Final = "\u2069"
ENDS_EMBEDDING: Final = "\u202c"
TURNS: Final = re.compile("[\u202a-\u202e\u2066-\u2069\n]")


class Piece(NamedTuple):
    """A piece of a text: letters as they are, or a character's number where ``is_box``."""

    text: str
    is_box: bool


class Characters:
    """Makes the texts of one file ready, and keeps account of what could not be kept.

    Attributes:
        boxed: the characters shown as their numbers, each with its places in the source; none where only words of
            ours have it.
        returns: places of line ends of two characters in the source that became one.
    """

    def __init__(self, forbidden: re.Pattern[str], *, isolates: bool) -> None:
        """Begin a file.

        Args:
            forbidden: what its format does not hold.
            isolates: whether it keeps the direction of each piece to itself.
        """
        self.boxed: dict[str, set[int]] = {}
        self.returns: set[int] = set()
        self._forbidden = forbidden
        self._isolates = isolates

    def pieces(self, run: Run) -> Iterator[Piece]:
        """Yield the pieces of a run."""
        text = run.text
        if text.isascii() and text.isprintable():
            yield Piece(text, is_box=False)
            return
        start = 0
        for at in self._unheld(text):
            yield from self._kept(run, start, at)
            yield Piece(self._box(run, at), is_box=True)
            start = at + 1
        yield from self._kept(run, start, len(text))

    def _unheld(self, text: str) -> list[int]:
        places = {match.start() for match in self._forbidden.finditer(text)}
        if not self._isolates:
            places.update(unclosed(text))
        return sorted(places)

    def _kept(self, run: Run, start: int, end: int) -> Iterator[Piece]:
        text = run.text[start:end]
        if "\r" in text:
            if run.span is not None:
                self.returns.update(run.span.start + start + match.start() for match in RETURN.finditer(text))
            text = RETURN.sub("\n", text)
        if text:
            yield Piece(text, is_box=False)

    def _box(self, run: Run, at: int) -> str:
        places = self.boxed.setdefault(run.text[at], set())
        if run.span is not None:
            places.add(run.span.start + at)
        return number(run.text[at])

    def plain(self, run: Run | Link) -> str:
        """Return a run for a line of ours: on one line, a character that cannot be held in square brackets.

        A line end in the source's words, which we quote, is such a character; in ours it is a blank.
        """
        if not isinstance(run, Run):
            run = Run(run.url, "ours")
        text = "".join(f"[{text}]" if is_box else text for text, is_box in self.pieces(run))
        return text.replace("\n", "[U+000A]" if run.owner == "source" else " ")

    def marked(self, run: Run | Link) -> str:
        """Return a run of ours for a line of the source: marked, or as it is where it is nothing but blanks."""
        text = self.plain(run)
        return text if text.isspace() else marks.ours(text)


def unclosed(text: str) -> list[int]:
    """Return where controls stand that turn letters round and are not closed before the end of their line.

    After rules BD8 to BD13 of the Unicode Bidirectional Algorithm (https://www.unicode.org/reports/tr9/).
    """
    found: list[int] = []
    stack: list[tuple[int, bool]] = []
    for match in TURNS.finditer(text):
        sign, at = match[0], match.start()
        if sign == "\n":
            found += [place for place, _ in stack]
            stack.clear()
        elif sign in OPENS_ISOLATE or sign in OPENS_EMBEDDING:
            stack.append((at, sign in OPENS_ISOLATE))
        elif sign == ENDS_EMBEDDING and stack and not stack[-1][1]:
            stack.pop()
        elif sign == ENDS_ISOLATE and any(is_isolate for _, is_isolate in stack):
            while not stack.pop()[1]:
                pass
    return found + [place for place, _ in stack]


def note_words(numbers: tuple[int, ...]) -> str:
    """Return what a mark says that calls notes: "note 2", "notes 2, 5"."""
    return f"{'note' if len(numbers) == 1 else 'notes'} {', '.join(map(str, numbers))}"
