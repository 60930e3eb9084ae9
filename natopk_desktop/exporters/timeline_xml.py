"""The Timeline Project's ``.timeline`` XML, as its strict reader takes it.

The text of an event is the source's; its description holds our words, each in ``[Ours: …]``, and the related passages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from natopk_desktop.documents import marks
from natopk_desktop.documents.colours import LIGHT
from natopk_desktop.exporters import own_words, timeline_kept, timeline_losses
from natopk_desktop.exporters.entries import Entry, entries
from natopk_desktop.exporters.periods import hull_of
from natopk_desktop.exporters.progress import Meter, unheard
from natopk_desktop.exporters.scope import Scope
from natopk_desktop.exporters.written import Written
from natopk_desktop.formats import moments, timeline_xml
from natopk_desktop.formats.timeline_xml import content

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.model import Period
    from natopk_desktop.exporters.progress import Progress
    from natopk_desktop.exporters.timeline_kept import Back
    from natopk_desktop.formats.timeline_xml_reading import Fields

WHITE = "255,255,255"


def write(dossier: Dossier, choice: Choice, progress: Progress = unheard) -> Written:
    """Write the milestones that ``choice`` asks for.

    Raises:
        InputError: the choice means nothing in this dossier.
    """
    scope = Scope(dossier, choice)
    told = list(entries(scope, Meter(progress, len(scope.rows), last=0.5)))
    back = timeline_kept.Back(scope)
    content = "\n".join(_lines(scope, told, back)) + "\n"
    return Written((content.encode(),), tuple(timeline_losses.losses_of(scope, told, back)))


def _lines(scope: Scope, told: Sequence[Entry], back: Back) -> Iterator[str]:
    categories = _categories(scope.dossier)
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield "<timeline>"
    yield _element(1, "version", back.version or timeline_xml.VERSION)
    yield _element(1, "timetype", back.calendar or timeline_xml.TIME_TYPE)
    yield "  <eras>"
    if back.eras is None:
        for period in scope.periods:
            yield from _era(scope.dossier, period)
    else:
        for fields in back.eras:
            yield from _record("era", fields)
    yield "  </eras>"
    yield "  <categories>"
    for row, name in enumerate(categories.values()):
        yield from _record("category", back.categories[name]) if name in back.categories else _category(name, row)
    yield "  </categories>"
    yield "  <events>"
    about = marks.ours(own_words.about(scope.dossier))
    for row, entry in zip(scope.rows, told, strict=True):
        category = _first_topic(scope.dossier, row, categories)
        if entry.id in back.kept:
            yield from _record("event", timeline_kept.event(back.kept[entry.id], entry, category))
        else:
            yield from _event(entry, category, scope.dossier.head.source.url, about)
    yield "  </events>"
    yield from _view([days for entry in told if (days := timeline_xml.days(entry.when))], back)
    yield "</timeline>"


def _record(name: str, fields: Fields) -> Iterator[str]:
    """Yield a record with its fields as a file had them."""
    yield f"    <{name}>"
    for field, text in fields:
        if field:
            yield _element(3, field, text)
    yield f"    </{name}>"


def _element(depth: int, name: str, text: str) -> str:
    return f"{'  ' * depth}<{name}>{content(text)}</{name}>"


def _categories(dossier: Dossier) -> dict[str, str]:
    """Return topic id to category name; the program knows categories by name, so of two alike one gets its id."""
    names: dict[str, str] = {}
    for topic in dossier.head.topics:
        name = topic.name
        while content(name) in set(map(content, names.values())):
            name = f"{name} ({topic.id})"
        names[topic.id] = name
    return names


def _first_topic(dossier: Dossier, row: int, categories: dict[str, str]) -> str | None:
    topics = dossier.milestones.topics[row]
    return categories[dossier.head.topics[topics[0]].id] if topics else None


def _category(name: str, row: int) -> Iterator[str]:
    yield "    <category>"
    yield _element(3, "name", name)
    yield _element(3, "color", timeline_xml.colour(LIGHT.topic(row)))
    yield _element(3, "font_color", WHITE)
    yield "    </category>"


def _event(entry: Entry, category: str | None, url: str | None, about: str) -> Iterator[str]:
    days = timeline_xml.days(entry.when)
    if days is None or entry.when is None:
        return
    yield "    <event>"
    yield _element(3, "start", timeline_xml.time(days[0]))
    yield _element(3, "end", timeline_xml.time(days[1]))
    yield _element(3, "text", timeline_xml.event_text(entry.text))
    # The one flag for a date that is not exact: it frays the edges of the bar.
    yield _element(3, "fuzzy", str(not moments.is_day(entry.when) or entry.date_is_ours))
    yield _element(3, "locked", "False")
    yield _element(3, "ends_today", "False")
    if category is not None:
        yield _element(3, "category", category)
    yield _element(3, "description", "\n\n".join((*entry.paragraphs(), about)))
    if url is not None and url.startswith(("http://", "https://")):
        yield _element(3, "hyperlink", url)
    yield "    </event>"


def _era(dossier: Dossier, period: Period) -> Iterator[str]:
    days = timeline_xml.known(hull_of(period))
    if days is None:
        return
    yield "    <era>"
    yield _element(3, "name", marks.ours(own_words.period(dossier, period)))
    yield _element(3, "start", timeline_xml.time(days[0]))
    yield _element(3, "end", timeline_xml.time(days[1]))
    yield _element(3, "color", timeline_xml.colour(LIGHT.note_ground))
    yield _element(3, "ends_today", "False")
    yield "    </era>"


def _view(shown: Sequence[tuple[int, int]], back: Back) -> Iterator[str]:
    yield "  <view>"
    if back.shown is not None:
        yield "    <displayed_period>"
        yield _element(3, "start", back.shown[0])
        yield _element(3, "end", back.shown[1])
        yield "    </displayed_period>"
    elif shown:
        yield "    <displayed_period>"
        yield _element(3, "start", timeline_xml.time(min(first for first, _ in shown)))
        yield _element(3, "end", timeline_xml.time(max(after for _, after in shown)))
        yield "    </displayed_period>"
    yield "    <hidden_categories>"
    for name in back.hidden:
        yield _element(3, "name", name)
    yield "    </hidden_categories>"
    yield "  </view>"
