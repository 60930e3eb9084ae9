"""The drawn scale as numbers and words for the template."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from natopk_desktop.documents.parts import Drawing
    from natopk_desktop.documents.period_bars import PeriodBar
    from natopk_desktop.documents.scale import Band
    from natopk_desktop.typesetting.characters import Setter


def drawing_data(part: Drawing, setter: Setter) -> dict[str, Any]:
    """Return a drawing for the template; all places are fractions of its length, lanes count from the axis."""
    scale = part.scale
    data: dict[str, Any] = {
        "kind": "drawing",
        "alternative": setter.plain(" ".join(part.alternative)),
        "ticks": [[tick.at, tick.label, tick.is_edge] for tick in scale.ticks if tick.label or not tick.is_edge],
        "bands": [_band(band) for band in scale.bands],
        "clusters": [[cluster.start, cluster.end, cluster.lane, len(cluster.rows)] for cluster in scale.clusters],
        "periods": [_period(part, bar, setter) for bar in scale.periods],
        "lanes": max(scale.top, 1),
        "left_out": scale.periods_left_out,
        "undated": scale.undated,
    }
    if scale.density is not None:
        data["density"] = {"counts": list(scale.density.counts), "most": max(scale.density.most, 1)}
    if part.marked is not None:
        data["marked"] = place_of(part, part.marked)
        data["marked-row"] = part.marked
    return data


def _band(band: Band) -> dict[str, Any]:
    data: dict[str, Any] = {"at": [band.start, band.end], "lane": band.lane, "topic": band.topic}
    if band.is_dashed:
        data["dashed"] = True
    if band.opens_before or band.opens_after:
        data["open"] = [band.opens_before, band.opens_after]
    return data | {"row": band.row}


def _period(part: Drawing, bar: PeriodBar, setter: Setter) -> dict[str, Any]:
    return {
        "certain": bar.certain,
        "disputed": bar.disputed,
        "lane": bar.lane,
        "topic": bar.topic,
        "open": [bar.opens_before, bar.opens_after],
        "name": setter.pieces(part.what.dossier.head.periods[bar.row].name) if bar.has_name else None,
    }


def places(part: Drawing) -> dict[int, tuple[float, float, int]]:
    """Return where the drawing shows the milestone of each row: start, end and lane of its band or of its cluster."""
    found = {row: (cluster.start, cluster.end, cluster.lane) for cluster in part.scale.clusters for row in cluster.rows}
    found |= {band.row: (band.start, band.end, band.lane) for band in part.scale.bands}
    return found


def place_of(part: Drawing, row: int) -> tuple[float, float, int] | None:
    """Return where the milestone in ``row`` stands, also where a strip of density is drawn; None where it does not."""
    known = places(part).get(row)
    if known is not None:
        return known
    index, view = part.what.index, part.view
    for at, days in enumerate(index.spans):
        if row in index.rows[index.offsets[at] : index.offsets[at + 1]]:
            start, end = (min(1.0, max(0.0, view.at(day))) for day in days)
            return start, max(end, start), 0
    return None
