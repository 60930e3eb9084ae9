"""The figures of a milestone under the name of their group, and how long the periods it belongs to lasted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from natopk_desktop.dossier.model import Figure
from natopk_desktop.ui.detail import lengths
from natopk_desktop.ui.detail.part import Part, PartHeading
from natopk_desktop.ui.detail.stacking import Pool, show_only_if
from natopk_desktop.ui.theme import GRID, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

    from natopk_desktop.dossier.model import Milestone
    from natopk_desktop.ui.detail.figure_tile import FigureTile
    from natopk_desktop.ui.detail.host import Host
    from natopk_desktop.ui.detail.labels import OurLabel
    from natopk_desktop.ui.detail.stacking import Stack

MOST = 60
"""Figures of one group that are shown; the page shows all."""


class Group(NamedTuple):
    """Figures under one name: the milestone's own, and the others of the group; None where no name is given."""

    name: str | None
    own: tuple[Figure, ...]
    others: tuple[Figure, ...]


class FigureGroup(Part):
    """One group of figures."""

    def __init__(self, host: Host, parent: QWidget) -> None:
        """Make a group without figures."""
        super().__init__(host, parent)
        self.heading = PartHeading(host, self)
        self.none = self.ours()
        self.tiles: Pool[FigureTile] = Pool(self._make_tile)
        self.rest = self.ours()
        self._own = 0

    def show_group(self, group: Group) -> None:
        """Show a group; one without figures says so."""
        if group.name is None:
            self.heading.show_words(self.tr("Figures"), self.tr("each opens its words") if group.own else "")
        else:
            self.heading.show_words(group.name, self.tr("Ours: the heading · each opens its words"))
        if show_only_if(self.none, needed=not group.own):
            self.none.show_words(self.tr("Ours: this entry gives no figures."))
        figures = (group.own + group.others)[:MOST]
        self._own = min(len(group.own), MOST)
        for tile, figure in zip(self.tiles.take(len(figures)), figures, strict=True):
            beside = group.own if figure in group.own else group.others
            tile.show_figure(figure, in_line=any(other.qualifier for other in beside))
        hidden = len(group.own) + len(group.others) - len(figures)
        more = self.tr("Ours: and {count} more in the page.").format(count=hidden) if hidden else ""
        told = self.tr("Ours: told in other entries:") if len(figures) > self._own else ""
        if show_only_if(self.rest, needed=bool(told or more)):
            self.rest.show_words(f"{told} {more}".strip())

    def mark(self) -> None:
        """Mark anew."""
        for tile in self.tiles.used:
            tile.mark()

    def lay_out(self, stack: Stack) -> None:
        """Place the heading, the milestone's own figures, and the others."""
        stack.put(self.heading)
        if not self.none.isHidden():
            stack.gap(GRID)
            stack.put(self.none)
        tiles = self.tiles.used
        _flow(stack, tiles[: self._own])
        if not self.rest.isHidden():
            stack.gap(2 * GRID)
            stack.put(self.rest)
        _flow(stack, tiles[self._own :])

    def _make_tile(self) -> FigureTile:
        from natopk_desktop.ui.detail.figure_tile import FigureTile  # late: many entries have no figures

        tile = FigureTile(self.host, self)
        tile.clicked.connect(partial(self._open, tile))
        tile.copy_requested.connect(partial(self._copy, tile))
        tile.menu_requested.connect(partial(self._show_menu, tile))
        return tile

    def _open(self, tile: FigureTile) -> None:
        self.host.open_page(tile.span)

    def _copy(self, tile: FigureTile) -> None:
        self.host.copy(tile.span.of(self.host.text))

    def _show_menu(self, tile: FigureTile, at: QPoint) -> None:
        self.host.show_menu(at, tile.span)


def _flow(stack: Stack, tiles: Sequence[FigureTile]) -> None:
    """Place tiles in rows; numbers and works told without a number do not share one."""
    if not tiles:
        return
    from itertools import groupby

    from natopk_desktop.ui.detail.figure_tile import COLUMN_GAP

    for _is_work, row in groupby(tiles, lambda tile: tile.is_work):
        stack.flow(row, COLUMN_GAP, below=GRID)


class FiguresPart(Part):
    """All figures of a milestone, and the lengths of its periods."""

    def __init__(self, host: Host, parent: QWidget) -> None:
        """Make the part without figures."""
        super().__init__(host, parent)
        self.groups: Pool[FigureGroup] = Pool(partial(FigureGroup, host, self))
        self.lengths: Pool[OurLabel] = Pool(partial(self.ours, Role.LABEL))

    @property
    def heading(self) -> PartHeading:
        """The first heading."""
        return self.groups.used[0].heading

    def show_figures(self, milestone: Milestone) -> None:
        """Show what ``milestone`` tells in numbers."""
        found = grouped(self.host, milestone)
        for part, group in zip(self.groups.take(len(found)), found, strict=True):
            part.show_group(group)
        sentences = lengths.sentences(self.host.dossier, milestone)
        for label, words in zip(self.lengths.take(len(sentences)), sentences, strict=True):
            label.show_words(words)

    def mark(self) -> None:
        """Mark anew."""
        for group in self.groups.used:
            group.mark()

    def lay_out(self, stack: Stack) -> None:
        """Place the groups, then the lengths."""
        for at, group in enumerate(self.groups.used):
            stack.gap(4 * GRID if at else 0)
            stack.put(group)
        for label in self.lengths.used:
            stack.gap(2 * GRID)
            stack.put(label)


def grouped(host: Host, milestone: Milestone) -> Sequence[Group]:
    """Return the groups of a milestone's figures in the order of its own; one empty group where it has none."""
    own = {figure.id for figure in host.dossier.bearings.figures_of(milestone.id)}
    beside = host.dossier.figures_beside(milestone) if own else []
    names = {group.id: group.name for group in host.dossier.head.groups}
    by_group: dict[str | None, list[Figure]] = {}
    for figure in beside:
        by_group.setdefault(figure.group, []).append(figure)
    if not by_group:
        return [Group(None, (), ())]
    return [
        Group(
            None if group is None else names.get(group),
            tuple(figure for figure in figures if figure.id in own),
            tuple(figure for figure in figures if figure.id not in own),
        )
        for group, figures in by_group.items()
    ]
