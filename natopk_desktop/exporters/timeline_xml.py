"""The Timeline Project's ``.timeline`` XML, as its strict reader takes it.

The text of an event is the source's; its description holds our words, each in ``[Ours: …]``, and the related passages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from natopk_desktop.documents import marks
from natopk_desktop.documents.colours import LIGHT
from natopk_desktop.exporters import losses, own_words
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
    from natopk_desktop.report import Item

WHITE = "255,255,255"


def write(dossier: Dossier, choice: Choice, progress: Progress = unheard) -> Written:
    """Write the milestones that ``choice`` asks for.

    Raises:
        InputError: the choice means nothing in this dossier.
    """
    scope = Scope(dossier, choice)
    told = list(entries(scope, Meter(progress, len(scope.rows), last=0.5)))
    content = "\n".join(_lines(scope, told)) + "\n"
    return Written((content.encode(),), tuple(_losses(scope, told)))


def _lines(scope: Scope, told: Sequence[Entry]) -> Iterator[str]:
    categories = _categories(scope.dossier)
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield "<timeline>"
    yield _element(1, "version", timeline_xml.VERSION)
    yield _element(1, "timetype", timeline_xml.TIME_TYPE)
    yield "  <eras>"
    for period in scope.periods:
        yield from _era(scope.dossier, period)
    yield "  </eras>"
    yield "  <categories>"
    for row, name in enumerate(categories.values()):
        yield from _category(name, row)
    yield "  </categories>"
    yield "  <events>"
    about = marks.ours(own_words.about(scope.dossier))
    for row, entry in zip(scope.rows, told, strict=True):
        yield from _event(entry, _first_topic(scope.dossier, row, categories), scope.dossier.head.source.url, about)
    yield "  </events>"
    yield from _view([days for entry in told if (days := _days(entry))])
    yield "</timeline>"


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


def _days(entry: Entry) -> tuple[int, int] | None:
    """Return the days of an entry that the program can show, None where there are none."""
    days = None if entry.when is None else moments.days(entry.when)
    return days if days is not None and timeline_xml.fits(*days) else None


def _event(entry: Entry, category: str | None, url: str | None, about: str) -> Iterator[str]:
    days = _days(entry)
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
    days = _era_days(period)
    if days is None:
        return
    yield "    <era>"
    yield _element(3, "name", marks.ours(own_words.period(dossier, period)))
    yield _element(3, "start", timeline_xml.time(days[0]))
    yield _element(3, "end", timeline_xml.time(days[1]))
    yield _element(3, "color", timeline_xml.colour(LIGHT.note_ground))
    yield _element(3, "ends_today", "False")
    yield "    </era>"


def _era_days(period: Period) -> tuple[int, int] | None:
    days = hull_of(period)
    return days if days is not None and timeline_xml.fits(*days) else None


def _view(shown: Sequence[tuple[int, int]]) -> Iterator[str]:
    yield "  <view>"
    if shown:
        yield "    <displayed_period>"
        yield _element(3, "start", timeline_xml.time(min(first for first, _ in shown)))
        yield _element(3, "end", timeline_xml.time(max(after for _, after in shown)))
        yield "    </displayed_period>"
    yield "    <hidden_categories>"
    yield "    </hidden_categories>"
    yield "  </view>"


def _losses(scope: Scope, told: Sequence[Entry]) -> Iterator[Item]:
    yield from losses.apparatus(scope)
    yield from losses.notes_left(scope)
    yield from losses.note_parts(scope)
    yield from losses.witnesses(scope)
    yield from losses.passages(scope)
    yield from losses.figures(scope)
    yield from losses.pieces(scope)
    yield from losses.reordered(scope, "The Timeline Project")
    yield from losses.marks_in_source(scope)
    yield from _date_losses(told)
    several = [entry.id for entry in told if len(entry.topics) > 1]
    yield from losses.lost("topics", several, "In the category of the first of several topics: {n:entry|entries}.")
    drawn = [period.id for period in scope.periods if _era_days(period)]
    left = [period.id for period in scope.periods if not _era_days(period)]
    yield from losses.lost("periods", left, "Not in this file: {n:period|periods} without a first and a last day.")
    message = "Drawn from the first to the last possible day, its dates and entries not told apart: {n:period|periods}."
    yield from losses.lost("period-ends", drawn, message)
    blanks = [entry.id for entry in told if timeline_xml.loses_blank(entry.text)]
    yield from losses.lost("blanks", blanks, "Without the blank before its first bracket: {n:entry|entries}.")
    message = "Written as U+FFFD, since XML cannot hold them: {n:character|characters}."
    yield from losses.characters(scope, timeline_xml.FORBIDDEN, message)


def _date_losses(told: Sequence[Entry]) -> Iterator[Item]:
    left = [entry.id for entry in told if _days(entry) is None]
    message = "Not in this file, which holds nothing without a day from 4714 BC to 9989: {n:entry|entries}."
    yield from losses.lost("undated", left, message, losses.IN_FULL)
    dated = [entry for entry in told if entry.when is not None and _days(entry)]
    wide = [entry.id for entry in dated if entry.when and not moments.is_day(entry.when)]
    message = "Drawn over all the days that the date may mean, and told so in words: {n:entry|entries}."
    yield from losses.lost("precision", wide, message)
    ours = [entry.id for entry in dated if entry.date_is_ours]
    yield from losses.lost("inferred", ours, "Told in words alone: that the date is ours, of {n:entry|entries}.")
    ends = [entry.id for entry in dated if entry.when and moments.has_open_end(entry.when)]
    yield from losses.lost("open-ends", ends, "Drawn at the start alone, since the end is open: {n:entry|entries}.")
