"""The drawn timeline as SVG, to stand in a web page: the scale of the screen, its colours from the page's style."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from natopk_desktop.documents import scale, scale_words
from natopk_desktop.documents.colours import LIGHT
from natopk_desktop.documents.view import Measures
from natopk_desktop.typesetting.drawing_data import place_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from natopk_desktop.documents.parts import Drawing
    from natopk_desktop.documents.period_bars import PeriodBar

WIDTH: Final = 760.0
SIZES: Final = Measures(WIDTH, character=6.0, tick=7.0, narrowest=4.0, bin=3.0, lanes=5, rows=7, most_bands=150)
HEAD: Final = 18.0
LANE: Final = 10.0
BAND: Final = 7.0
PERIOD: Final = 5.0
BELOW: Final = 9.0
DENSITY: Final = 44.0


def alternative(part: Drawing) -> tuple[str, ...]:
    """Return the sentences (ours) that say what ``svg`` draws."""
    return part.alternative if part.marked is not None else tuple(scale_words.sentences(part.what, _drawn(part)))


def svg(part: Drawing, number: int, words: Callable[[str], str], *, language: str) -> str:
    """Return the drawing for a web page, with its alternative.

    Args:
        part: what is drawn.
        number: of the drawing in its page, for its ids.
        words: makes our words ready to be shown; they are escaped here.
        language: the attribute that tells the language of our words, or nothing.
    """
    painter = _Painter(part, _drawn(part), number, words)
    told = [escape(words(sentence), quote=False) for sentence in alternative(part)]
    return (
        f'<svg viewBox="0 0 {WIDTH:g} {painter.height:g}" role="img" aria-labelledby="drawn-{number}"'
        f' aria-describedby="shown-{number}"{language}><title id="drawn-{number}">Ours: {told[0]}</title>'
        f'<desc id="shown-{number}">Ours: {" ".join(told[1:])}</desc>{"".join(painter.painted())}</svg>'
    )


def standalone(part: Drawing, words: Callable[[str], str]) -> str:
    """Return the drawing as a picture of its own, in the colours of paper."""
    painter = _Painter(part, _drawn(part), 1, words)
    topics = "".join(f".topic-{row} {{ color: {colour} }}" for row, colour in enumerate(LIGHT.topics))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {painter.height:g}"'
        f' width="{WIDTH:g}" height="{painter.height:g}">'
        f"<style>{topics}{PAPER}</style>{''.join(painter.painted())}</svg>"
    )


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


def _drawn(part: Drawing) -> scale.Drawing:
    return scale.draw(part.what, part.view, SIZES)


def topic_class(row: int | None) -> str:
    """Return the name of the style of a topic's colour."""
    return "no-topic" if row is None else f"topic-{row % len(LIGHT.topics)}"


class _Painter:
    """Paints one drawing, from the back to the front."""

    def __init__(self, part: Drawing, drawn: scale.Drawing, number: int, words: Callable[[str], str]) -> None:
        self._part = part
        self._drawn = drawn
        self._number = number
        self._words = words
        room = max(drawn.top, 1) * LANE
        self._axis = HEAD + (max(room, DENSITY) if drawn.density is not None else room) + 2
        self.height = self._axis + BELOW

    def painted(self) -> Iterator[str]:
        """Yield the elements."""
        yield from self._fades()
        yield from self._ticks()
        yield from self._density()
        for band in self._drawn.bands:
            is_faint = self._part.marked not in {None, band.row}
            opens = (band.opens_before, band.opens_after)
            kind = "dashed" if band.is_dashed else "faint" if is_faint else "band"
            yield self._bar((band.start, band.end), band.lane, BAND, f"{kind} {topic_class(band.topic)}", opens)
        for cluster in self._drawn.clusters:
            yield self._bar((cluster.start, cluster.end), cluster.lane, BAND, f"band {topic_class(None)}")
            yield self._text(cluster.start, self._top(cluster.lane, BAND) - 2, f"+{len(cluster.rows)}")
        for bar in self._drawn.periods:
            yield from self._period(bar)
        yield f'<line class="axis" x1="0" x2="{WIDTH:g}" y1="{self._axis:g}" y2="{self._axis:g}"/>'
        yield from self._pointer()

    def _top(self, lane: int, height: float) -> float:
        return self._axis - lane * LANE - height - 1

    def _ticks(self) -> Iterator[str]:
        for tick in self._drawn.ticks:
            x = f"{tick.at * WIDTH:.2f}"
            if not tick.is_edge:
                top, kind = (2.0, "grid") if tick.label else (self._axis - 3, "tick")
                yield f'<line class="{kind}" x1="{x}" x2="{x}" y1="{top:g}" y2="{self._axis:g}"/>'
            if tick.label:
                label = escape(tick.label, quote=False)
                yield f'<text class="year" x="{tick.at * WIDTH + 4:.2f}" y="11">{label}</text>'

    def _density(self) -> Iterator[str]:
        density = self._drawn.density
        if density is None:
            return
        room = self._axis - HEAD
        for at, count in enumerate(density.counts):
            start, end = max(0.0, density.edges[at]), min(1.0, density.edges[at + 1])
            if count and end > start:
                tall = max(1.0, room * count / max(density.most, 1))
                yield (
                    f'<rect class="density" x="{start * WIDTH:.2f}" y="{self._axis - tall:.2f}"'
                    f' width="{(end - start) * WIDTH:.2f}" height="{tall:.2f}"/>'
                )

    def _bar(
        self, place: tuple[float, float], lane: int, height: float, look: str, opens: tuple[bool, bool] = (False, False)
    ) -> str:
        """Return a bar; ``look`` is a kind ("band", "dashed", "faint") and the style of a topic."""
        kind, _, topic = look.partition(" ")
        if kind == "band" and any(opens):
            look, paint = topic, f' fill="url(#{self._fade(topic, opens)})"'
        else:
            paint = ""
        # An outline is drawn half outside its place.
        inset = 0.0 if kind == "band" else 0.6
        start, end = place
        return (
            f'<rect class="{look}"{paint} x="{start * WIDTH + inset:.2f}" y="{self._top(lane, height) + inset:.2f}"'
            f' width="{max(0.5, (end - start) * WIDTH - 2 * inset):.2f}" height="{height - 2 * inset:.2f}" rx="1.5"/>'
        )

    def _fade(self, topic: str, opens: tuple[bool, bool]) -> str:
        return f"fade-{self._number}-{topic}-{''.join('01'[side] for side in opens)}"

    def _fades(self) -> Iterator[str]:
        """Yield the fills of bars whose time has no start or no end."""
        used = {(topic_class(band.topic), (band.opens_before, band.opens_after)) for band in self._drawn.bands}
        used |= {(topic_class(bar.topic), (bar.opens_before, bar.opens_after)) for bar in self._drawn.periods}
        for topic, opens in sorted(used):
            if any(opens):
                stops = ((0, not opens[0]), (0.4, True), (0.6, True), (1, not opens[1]))
                told = "".join(f'<stop offset="{at}" stop-opacity="{int(is_full)}"/>' for at, is_full in stops)
                yield f'<linearGradient id="{self._fade(topic, opens)}" class="{topic}">{told}</linearGradient>'

    def _period(self, bar: PeriodBar) -> Iterator[str]:
        topic = topic_class(bar.topic)
        for stretch in bar.disputed:
            yield self._bar(stretch, bar.lane, PERIOD, f"dashed {topic}")
        if bar.certain is not None:
            yield self._bar(bar.certain, bar.lane, PERIOD, f"band {topic}", (bar.opens_before, bar.opens_after))
        if bar.has_name:
            name = self._part.what.dossier.head.periods[bar.row].name
            yield self._text(bar.start, self._top(bar.lane, PERIOD) - 3, self._words(name))

    def _text(self, at: float, y: float, words: str) -> str:
        return f'<text x="{at * WIDTH:.2f}" y="{y:.2f}">{escape(words, quote=False)}</text>'

    def _pointer(self) -> Iterator[str]:
        if self._part.marked is None:
            return
        place = place_of(self._part, self._part.marked)
        if place is not None:
            x = sum(place) / 2 * WIDTH
            tip = self._axis + 1.5
            yield f'<path class="pointer" d="M{x:.2f} {tip:g}l4 6h-8z"/>'
