"""TimelineJS tables, made slides of version 3: both dialects, by the names of their columns.

``Year``, ``Month``, ``Day`` … is the dialect of version 3, ``Start Date``, ``End Date`` that of version 1. How the
program takes the cells: https://github.com/NUKnightLab/TimelineJS3, ``core/ConfigFactory.js``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from natopk_desktop.formats import tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

START: Final = {"year": "year", "month": "month", "day": "day", "hour": "time"}
MEDIA: Final = {
    "url": ("media", "media url"),
    "caption": ("media caption",),
    "credit": ("media credit",),
    "thumbnail": ("media thumbnail", "thumbnail"),
    "alt": ("alt text", "media alt", "alt"),
    "link": ("media link", "link"),
}
OTHERS: Final = (
    "display date",
    "headline",
    "text",
    "type",
    "group",
    "tag",
    "background",
    "start date",
    "end date",
)
KNOWN: Final = frozenset(
    (
        *START.values(),
        *(f"end {name}" for name in START.values()),
        *(name for names in MEDIA.values() for name in names),
        *OTHERS,
    )
)


class Slide(NamedTuple):
    """A row: ``title``, ``era`` or ``event``, as an object of version 3, and the cells of unknown columns."""

    kind: str
    event: dict[str, Any]
    others: tuple[str, ...]


def fits(header: Sequence[str]) -> bool:
    """Tell whether the columns of a table are those of TimelineJS."""
    names = set(tables.names_of(header))
    return "headline" in names and bool(names & {"year", "start date"})


def slides(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[Slide | None]:
    """Yield the slide of each row, None for a row without any words; a second title is an event."""
    names = tables.names_of(header)
    places = {name: at for at, name in reversed(list(enumerate(names)))}
    others = [at for at, name in enumerate(names) if name not in KNOWN]
    has_title = False
    for row in rows:
        cells = {name: row[at] for name, at in places.items() if at < len(row) and row[at].strip()}
        left = tuple(row[at] for at in others if at < len(row) and row[at].strip()) + tuple(
            cell for cell in row[len(names) :] if cell.strip()
        )
        if not cells and not left:
            yield None
            continue
        kind = cells.get("type", "").strip().lower()
        if kind not in {"title", "era"} or (kind == "title" and has_title):
            kind = "event"
        has_title = has_title or kind == "title"
        yield Slide(kind, _event(cells), left)


def _event(cells: dict[str, str]) -> dict[str, Any]:
    event = {
        "start_date": cells.get("start date") or _date(cells, ""),
        "end_date": cells.get("end date") or _date(cells, "end "),
        "display_date": cells.get("display date"),
        "text": {name: cells[name] for name in ("headline", "text") if name in cells},
        "media": {name: cells[column] for name, columns in MEDIA.items() for column in columns if column in cells},
        "group": cells.get("group") or cells.get("tag"),
        "background": _background(cells.get("background", "")),
    }
    return {name: value for name, value in event.items() if value}


def _date(cells: dict[str, str], which: str) -> dict[str, str] | None:
    """Return a date of a row; commas and blanks within a number go, and are then displayed as they stood."""
    given = {field: cells[which + column] for field, column in START.items() if which + column in cells}
    if not given:
        return None
    cleaned = {field: "".join(cell.replace(",", "").split()) for field, cell in given.items()}
    if any(cleaned[field] != cell.strip() for field, cell in given.items()):
        digits = "-".join(cell.strip() for field, cell in given.items() if field != "hour")
        cleaned["display_date"] = " ".join(part for part in (digits, given.get("hour", "").strip()) if part)
    return cleaned


def _background(cell: str) -> dict[str, str] | None:
    if not cell:
        return None
    return {"url" if "/" in cell or ":" in cell else "color": cell}
