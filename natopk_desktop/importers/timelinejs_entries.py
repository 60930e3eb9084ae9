"""The slides of TimelineJS, from JSON or a table, laid as title, entries and periods."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from natopk_desktop.formats import timelinejs_slides
from natopk_desktop.formats.timelinejs_slides import Slide, slide
from natopk_desktop.importers.building import Entry
from natopk_desktop.importers.remarks import braced

if TYPE_CHECKING:
    from natopk_desktop.importers.building import Builder

FAULTS: Final = {
    timelinejs_slides.NO_DATE: "Kept without a date, since they have none; TimelineJS does not show {n:entry|entries}.",
    timelinejs_slides.BAD_DATE: "Kept as printed, without a date, since there is none such: {n:entry|entries}.",
    timelinejs_slides.BAD_END: "Dated by the start alone, since there is no such end: {n:entry|entries}.",
    timelinejs_slides.END_BEFORE_START: "Dated by the start alone, since the end lies before it: {n:entry|entries}.",
}


def lay_entry(builder: Builder, event: Any, others: tuple[str, ...] = ()) -> None:  # noqa: ANN401 - any JSON value
    """Lay an event as an entry; what is no event stands as the words it is written in.

    Args:
        builder: where it is laid.
        event: the event.
        others: words that stand with it beside those of the fields known.
    """
    if not isinstance(event, dict):
        builder.remarks.add(
            "guessed", "event", "No events, kept as they are written: {n:value|values}.", id=builder.next_id
        )
        builder.entry(Entry("", None, (timelinejs_slides.field(event),)))
        return
    read = slide(event)
    groups = (read.group,) if read.group.strip() else ()
    name = builder.entry(Entry(read.date, read.edtf, (read.headline, read.text), (*read.beside, *others), groups))
    _tell(builder, event, read, name)


def lay_title(builder: Builder, title: Any) -> None:  # noqa: ANN401 - any JSON value
    """Lay a title slide: its headline as the title, the rest as paragraphs."""
    if not isinstance(title, dict):
        builder.title(timelinejs_slides.field(title))
        return
    read = slide(title)
    builder.title(read.headline)
    builder.words(read.text)
    if read.date.strip():
        builder.words(read.date, "stamp")
    for words in read.beside:
        builder.words(words, "caption")


def lay_era(builder: Builder, era: Any) -> None:  # noqa: ANN401 - any JSON value
    """Lay an era as a period."""
    if not isinstance(era, dict):
        builder.words(timelinejs_slides.field(era))
        return
    read = slide(era)
    start, end = (timelinejs_slides.when(era.get(name)) for name in ("start_date", "end_date"))
    first = None if start is None else start.edtf
    last = None if end is None else end.edtf
    if not read.headline.strip() or start is None or end is None or first is None or last is None:
        message = "Kept as words alone, since they have no name or no dates: {n:era|eras}."
        builder.remarks.add("guessed", "era", message)
        builder.words(read.headline)
        builder.words(read.date)
    else:
        dates = start.words + timelinejs_slides.FROM_TO + end.words
        builder.period(read.headline, dates, (start.words, first), (end.words, last))
    builder.words(read.text)


def _tell(builder: Builder, event: dict[str, Any], read: Slide, name: str) -> None:
    """Note what of an event is not in the dossier's words."""
    if read.fault is not None:
        builder.remarks.add("guessed", read.fault, FAULTS[read.fault], id=name)
    if not timelinejs_slides.KNOWN.issuperset(event):
        for field in event.keys() - timelinejs_slides.KNOWN:
            message = (
                f"In the kept file alone, since the app knows no such field (“{braced(field)}”): {{n:field|fields}}."
            )
            builder.remarks.add("info", "field", message, id=name)
    text = event.get("text")
    if isinstance(text, dict) and (read.headline != text.get("headline", "") or read.text != text.get("text", "")):
        message = "In the kept file alone: the mark-up in the words of {n:entry|entries}."
        builder.remarks.add("info", "mark-up", message, id=name)
