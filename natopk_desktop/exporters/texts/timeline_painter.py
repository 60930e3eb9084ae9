"""Paints the drawn timeline as SVG elements: the scale of the screen, its colours by names that a style gives them."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from natopk_desktop.documents import scale
from natopk_desktop.documents.colours import LIGHT
from natopk_desktop.documents.view import Measures
from natopk_desktop.typesetting.drawing_data import place_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from natopk_desktop.documents.parts import Drawing
    from natopk_desktop.documents.period_bars import PeriodBar
    from natopk_desktop.documents.scale import Band

WIDTH: Final = 760.0
SIZES: Final = Measures(WIDTH, character=6.0, tick=7.0, narrowest=4.0, bin=3.0, lanes=5, rows=7, most_bands=150)
HEAD: Final = 18.0
LANE: Final = 10.0
BAND: Final = 7.0
PERIOD: Final = 5.0
BELOW: Final = 9.0
DENSITY: Final = 44.0


def topic_class(row: int | None) -> str:
    """Return the name of the style of a topic's colour."""
    return "no-topic" if row is None else f"topic-{row % len(LIGHT.topics)}"


class Painter:
    """Paints a drawing in two layers, the second of which marks a milestone.

    Attributes:
        drawn: what is painted.
        height: of the drawing.
    """

    def __init__(self, part: Drawing, number: int, words: Callable[[str], str]) -> None:
        """Lay a drawing out.

        Args:
            part: what is drawn.
            number: of the drawing in its file, for its ids.
            words: makes our words ready to be shown; they are escaped here.
        """
        self.drawn = scale.draw(part.what, part.view, SIZES)
        self._part = part
        self._number = number
        self._words = words
        room = max(self.drawn.top, 1) * LANE
        self._axis = HEAD + (max(room, DENSITY) if self.drawn.density is not None else room) + 2
        self.height = self._axis + BELOW

    def ground(self) -> Iterator[str]:
        """Yield the elements that are the same whichever milestone is marked; bands are outlines where one is."""
        yield from self._fades()
        yield from self._ticks()
        yield from self._density()
        for band in self.drawn.bands:
            yield self._band(band, "band" if self._part.marked is None else "faint")
        for cluster in self.drawn.clusters:
            yield self._bar((cluster.start, cluster.end), cluster.lane, BAND, f"band {topic_class(None)}")
            yield self._text(cluster.start, self._top(cluster.lane, BAND) - 2, f"+{len(cluster.rows)}")
        for bar in self.drawn.periods:
            yield from self._period(bar)
        yield f'<line class="axis" x1="0" x2="{WIDTH:g}" y1="{self._axis:g}" y2="{self._axis:g}"/>'

    def mark(self, part: Drawing) -> Iterator[str]:
        """Yield the elements that mark the milestone of ``part``, which else draws the same; none where it has none."""
        if part.marked is None:
            return
        yield from (self._band(band, "band") for band in self.drawn.bands if band.row == part.marked)
        place = place_of(part, part.marked)
        if place is not None:
            x = sum(place) / 2 * WIDTH
            yield f'<path class="pointer" d="M{x:.2f} {self._axis + 1.5:g}l4 6h-8z"/>'

    def _band(self, band: Band, kind: str) -> str:
        look = f"{'dashed' if band.is_dashed else kind} {topic_class(band.topic)}"
        return self._bar((band.start, band.end), band.lane, BAND, look, (band.opens_before, band.opens_after))

    def _top(self, lane: int, height: float) -> float:
        return self._axis - lane * LANE - height - 1

    def _ticks(self) -> Iterator[str]:
        for tick in self.drawn.ticks:
            x = f"{tick.at * WIDTH:.2f}"
            if not tick.is_edge:
                top, kind = (2.0, "grid") if tick.label else (self._axis - 3, "tick")
                yield f'<line class="{kind}" x1="{x}" x2="{x}" y1="{top:g}" y2="{self._axis:g}"/>'
            if tick.label:
                label = escape(tick.label, quote=False)
                yield f'<text class="year" x="{tick.at * WIDTH + 4:.2f}" y="11">{label}</text>'

    def _density(self) -> Iterator[str]:
        density = self.drawn.density
        if density is None:
            return
        room = self._axis - HEAD
        path = []
        for at, count in enumerate(density.counts):
            start, end = max(0.0, density.edges[at]), min(1.0, density.edges[at + 1])
            if count and end > start:
                tall = max(1.0, room * count / max(density.most, 1))
                path.append(f"M{start * WIDTH:.2f} {self._axis:g}v{-tall:.2f}h{(end - start) * WIDTH:.2f}v{tall:.2f}z")
        yield f'<path class="density" d="{"".join(path)}"/>'

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
        used = {(topic_class(band.topic), (band.opens_before, band.opens_after)) for band in self.drawn.bands}
        used |= {(topic_class(bar.topic), (bar.opens_before, bar.opens_after)) for bar in self.drawn.periods}
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
