"""The axis of the drawn scale: calendar steps that the width has room for, with our words for the labelled ones."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, NamedTuple

from natopk_desktop.documents.calendar_steps import LONGEST_LABEL, Step, floor, following, label, parts, steps, units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopk_desktop.documents.view import Measures, View

LABEL_ROOM: Final = 1.6
"""Least distance between two labels, in widths of the longest label; more than 1 keeps the axis calm."""


class Tick(NamedTuple):
    """A mark on the axis.

    Attributes:
        at: where, as a fraction of the width.
        label: our words for the step that begins here; empty for a tick between two labels.
        is_edge: the view begins within a step; its label stands at the edge and names the day, month or year there,
            which may be long after the step began.
    """

    at: float
    label: str
    is_edge: bool = False


def axis_steps(view: View, measures: Measures) -> tuple[Step, Step]:
    """Return the finest steps for labels and for ticks that the width has room for."""
    per_day = measures.width / view.days
    labels = next(
        step for step in steps() if step.days * per_day >= LONGEST_LABEL[step.unit] * measures.character * LABEL_ROOM
    )
    return labels, next((step for step in parts(labels) if step.days * per_day >= measures.tick), labels)


def snap_step(view: View, measures: Measures) -> Step:
    """Return the finest unit that people count by and that can be aimed at in this view."""
    per_day = measures.width / view.days
    return next(step for step in units() if step.days * per_day >= measures.tick)


def ticks(view: View, label_step: Step, tick_step: Step, measures: Measures) -> Iterator[Tick]:
    """Yield the marks of the axis from left to right; the first label stands at the edge if its step began before."""
    labels: dict[int, str] = {}
    first = math.floor(view.first)
    at = floor(first, label_step)
    unit = Step(label_step.unit, 1)
    edge = Tick(0.0, label(floor(first, unit), unit, is_first=True), is_edge=True)
    while at < view.end:
        if at >= view.first:
            labels[at] = label(at, label_step, is_first=not labels)
        at = following(at, label_step)
    first_label = view.at(min(labels)) if labels else 1.0
    if first_label * measures.width > (len(edge.label) + 2) * measures.character:
        yield edge
        if labels:
            labels[min(labels)] = label(min(labels), label_step, is_first=False)
    day = floor(math.floor(view.first), tick_step)
    while day < view.end:
        if day >= view.first:
            yield Tick(view.at(day), labels.get(day, ""))
        day = following(day, tick_step)
