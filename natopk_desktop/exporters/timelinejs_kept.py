"""The slides that a dossier of a TimelineJS file was made of, to write back what the dossier has no fields for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from natopk_desktop.exporters import written_back
from natopk_desktop.formats import timelinejs, timelinejs_files, timelinejs_slides

if TYPE_CHECKING:
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.model import Milestone, Original
    from natopk_desktop.exporters.entries import Entry
    from natopk_desktop.exporters.scope import Scope
    from natopk_desktop.formats.timelinejs_files import Slides

    Slide = dict[str, Any]

TABLES: Final = frozenset(("text/csv", "text/tab-separated-values"))


class Kept(NamedTuple):
    """The slide of an entry as its file had it, and what it says."""

    event: Slide
    says: timelinejs_slides.Slide


class Back:
    """What of an export is written back as the file of the dossier had it.

    Attributes:
        slides: the slides of that file, None where nothing is written back.
        kept: the slide of each entry that still has its words, by its id.
        eras: the eras of the file, None where ours are written.
        is_whole: whether every entry of the dossier is written back.
    """

    def __init__(self, scope: Scope) -> None:
        """Find the slide of each entry of an export."""
        dossier = scope.dossier
        slides = slides_of(dossier.head.original)
        found = ((one.id, kept(slides, dossier, one)) for one in scope.milestones) if slides is not None else ()
        self.kept: dict[str, Kept] = {name: one for name, one in found if one is not None}
        self.slides = slides if self.kept else None
        self.is_whole = scope.choice.is_whole and len(self.kept) == len(scope.rows) > 0
        self.eras = self.slides.eras if self.slides is not None and scope.choice.is_whole else None

    def has_date(self, entry: Entry) -> bool:
        """Tell whether an entry is written back with the date that its file gave it."""
        one = self.kept.get(entry.id)
        return one is not None and has_date(one, entry)


def slides_of(original: Original | None) -> Slides | None:
    """Return the slides of the file that a dossier was made of, None where that is no TimelineJS that can be read."""
    if original is None:
        return None
    if original.media_type == "application/json":
        return timelinejs_files.of_json(original.base64, original.encoding or "utf-8")
    if original.media_type in TABLES:
        try:
            text = original.base64.decode(original.encoding or "utf-8")
        except (LookupError, UnicodeError):
            return None
        return timelinejs_files.of_table(text.removeprefix("\ufeff"))
    return None


def kept(slides: Slides | None, dossier: Dossier, milestone: Milestone) -> Kept | None:
    """Return the slide that an entry was read from, None where there is none that still has its words."""
    at = written_back.number(milestone)
    if slides is None or at is None or at >= len(slides.events) or not isinstance(slides.events[at], dict):
        return None
    says = timelinejs_slides.slide(slides.events[at])
    return (
        Kept(slides.events[at], says)
        if written_back.has_words(dossier, milestone, (says.headline, says.text))
        else None
    )


def has_date(one: Kept, entry: Entry) -> bool:
    """Tell whether the date of a slide is still that of its entry, and no reader changed it."""
    return (None if entry.when is None else entry.when.text) == one.says.edtf


def event(one: Kept, entry: Entry, date: tuple[timelinejs.Parts, timelinejs.Parts | None] | None, told: str) -> Slide:
    """Return a slide as its file had it, with what a reader changed and what we say of it.

    Args:
        one: the slide.
        entry: the entry.
        date: the start and the end of the entry's date as TimelineJS has them, None where it has none.
        told: our paragraphs on it, in HTML.
    """
    slide = dict(one.event)
    if not has_date(one, entry):
        start, end = date or (None, None)
        for name, part in (("start_date", start), ("end_date", end)):
            slide.pop(name, None)
            if part is not None:
                slide[name] = part
    if entry.topics[:1] != ((one.says.group,) if one.says.group.strip() else ()):
        slide.pop("group", None)
        if entry.topics:
            slide["group"] = timelinejs.bare(entry.topics[0])
    if told:
        text = dict(slide["text"]) if isinstance(slide.get("text"), dict) else {"text": slide.get("text") or ""}
        slide["text"] = {**text, "text": timelinejs_slides.field(text.get("text")) + told}
    return slide
