"""The drawn timeline as SVG: to stand in a web page with the words that say the same, or as a picture of its own."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from natopk_desktop.documents import scale_words
from natopk_desktop.documents.colours import LIGHT
from natopk_desktop.exporters.texts.timeline_painter import WIDTH, Painter

if TYPE_CHECKING:
    from collections.abc import Callable

    from natopk_desktop.documents.parts import Drawing

PAPER: Final = (
    f"text {{ fill: {LIGHT.soft_ink}; font-family: Inter; font-size: 10.5px }}"
    ".year { font-weight: 600 }"
    f".axis {{ stroke: {LIGHT.ink} }}"
    f".tick {{ stroke: {LIGHT.outline}; stroke-width: 0.75 }}"
    f".grid {{ stroke: {LIGHT.hairline}; stroke-width: 0.75 }}"
    ".band { fill: currentColor }"
    ".dashed, .faint { fill: none; stroke: currentColor }"
    ".dashed { stroke-dasharray: 3 2.5; stroke-width: 1.25 }"
    f".pointer {{ fill: {LIGHT.ink} }}"
    f".density {{ fill: {LIGHT.accent} }}"
    "stop { stop-color: currentColor }"
    f".no-topic {{ color: {LIGHT.soft_ink} }}"
)
"""The looks of the drawing in print, as the style sheet of a web page has them."""


class Drawings:
    """The drawings of one file; sheet after sheet shows the same one with another milestone marked."""

    def __init__(self, words: Callable[[str], str]) -> None:
        """Begin a file; ``words`` makes our words ready to be shown."""
        self._words = words
        self._number = 0
        self._last: tuple[Drawing, Painter, str, int] | None = None

    def web(self, part: Drawing, language: str) -> str:
        """Return a drawing for a web page; ``language`` is the attribute that tells the language of our words."""
        painter, ground, first = self._painted(part)
        number = self._number
        if part.marked is not None:
            known = f'<g id="ground-{first}">{ground}</g>'
            ground = known if first == number else f'<use href="#ground-{first}"/>'
        title, *told = (escape(sentence, quote=False) for sentence in self.alternative(part))
        return (
            f'<svg viewBox="0 0 {WIDTH:g} {painter.height:g}" role="img" aria-labelledby="drawn-{number}"'
            f' aria-describedby="shown-{number}"{language}><title id="drawn-{number}">Ours: {title}</title>'
            f'<desc id="shown-{number}">Ours: {" ".join(told)}</desc>{ground}{"".join(painter.mark(part))}</svg>'
        )

    def picture(self, part: Drawing) -> str:
        """Return a drawing as a picture of its own, in the colours of paper."""
        painter, ground, _ = self._painted(part)
        topics = "".join(f".topic-{row} {{ color: {colour} }}" for row, colour in enumerate(LIGHT.topics))
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {painter.height:g}"'
            f' width="{WIDTH:g}" height="{painter.height:g}">'
            f"<style>{topics}{PAPER}</style>{ground}{''.join(painter.mark(part))}</svg>"
        )

    def alternative(self, part: Drawing) -> list[str]:
        """Return the sentences (ours) that say what is drawn, ready to be shown."""
        if part.marked is not None:
            return list(map(self._words, part.alternative))
        painter, *_ = self._painted(part, is_new=False)
        return list(map(self._words, scale_words.sentences(part.what, painter.drawn)))

    def _painted(self, part: Drawing, *, is_new: bool = True) -> tuple[Painter, str, int]:
        """Return painter, ground and the number of the drawing that had this ground first."""
        self._number += is_new
        known = self._last
        if known is None or not _is_same(part, known[0]):
            painter = Painter(part, self._number, self._words)
            known = self._last = (part, painter, "".join(painter.ground()), self._number)
        return known[1:]


def _is_same(part: Drawing, other: Drawing) -> bool:
    """Tell whether two drawings differ at the most in which milestone is marked."""
    return part.what is other.what and part.view == other.view and (part.marked is None) == (other.marked is None)
