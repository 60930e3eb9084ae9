"""The text of a page, with or without hints from its mark-up -> a dossier."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final

from msgspec import structs

from natopk_desktop.dossier.model import FORMAT, VERSION, DossierFile, Edition, Source
from natopk_desktop.errors import InputError
from natopk_desktop.importers.dating.month_names import names_for
from natopk_desktop.importers.imported import Imported
from natopk_desktop.importers.meaning.add import add_meaning
from natopk_desktop.importers.pages.assemble import assemble
from natopk_desktop.importers.pages.find_entries import find_entries
from natopk_desktop.importers.pages.furniture import mark_end, mark_furniture
from natopk_desktop.importers.pages.hints import Facts, Hint, check
from natopk_desktop.importers.pages.languages import guessed
from natopk_desktop.importers.pages.make_units import units_of
from natopk_desktop.importers.pages.parts import settle_rest
from natopk_desktop.importers.pages.stamp_parts import part_stamps
from natopk_desktop.importers.pages.stamps import find_stamp
from natopk_desktop.importers.pages.telling import items_of, shares
from natopk_desktop.importers.pages.titles import find_title, is_expansion
from natopk_desktop.report import Item, Where

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from natopk_desktop.dossier.model import Updated
    from natopk_desktop.importers.pages.assemble import Assembled
    from natopk_desktop.importers.pages.units import Unit

BY: Final = "natopk_desktop (read by the program, not looked over)"
LONGEST: Final = 3_000_000
"""Code points of the longest text read as a page; a printed book has a million."""

MOST_LINES: Final = 20_000
"""Lines of the longest text read as a page."""


def read_page(
    text: str, facts: Facts, hints: Sequence[Hint] = (), progress: Callable[[float], None] = lambda _: None
) -> Imported:
    """Read a page.

    Args:
        text: the page's text, every character of it, line ends as they are.
        facts: what is known of the page beside its text.
        hints: segments of the text in order, not overlapping; a line end within one parts it; text outside of them
            is read as plain lines. Empty for a page of plain text.
        progress: called now and then with the share that is done.

    Returns:
        The dossier without ``original`` (the caller has the file's bytes), what was guessed, and counts: code points
        by block kind (``paragraph`` …), ``milestones``, ``dated``, ``figures``, ``notes``.

    Raises:
        InputError: the page is too long to be a page, is no text, or the hints are in disorder.
    """
    _refuse(text, facts)
    check(hints, len(text))
    language = facts.language or guessed(text)
    names = names_for(text, language)
    units = units_of(text, hints, names)
    progress(0.4)
    mark_furniture(units)
    units = part_stamps(text, units, names)
    updated = find_stamp(text, units, names, is_day_first=facts.is_day_first)
    title = find_title(text, units, facts.title)
    entries = find_entries(text, units, names, is_day_first=facts.is_day_first)
    mark_end(units)
    settle_rest(units)
    made = assemble(len(text), units, entries)
    progress(0.6)
    about = _facts(facts, title, language)
    words = title.text if title is not None else facts.title or facts.name
    facts = structs.replace(facts, title=words, publisher=facts.publisher or _publisher(units), language=language)
    contents = _dossier(text, facts, updated, made)
    contents, items = add_meaning(contents, names)
    progress(1.0)
    counts = shares(len(text), contents.blocks) | {
        "milestones": len(contents.milestones),
        "dated": sum(milestone.date.edtf is not None for milestone in contents.milestones),
        "figures": len(contents.figures),
        "notes": len(contents.notes),
    }
    told = [*about, *items_of(contents), *items]
    return Imported(contents, tuple(told), counts)


def _refuse(text: str, facts: Facts) -> None:
    if len(text) > LONGEST:
        millions = f"{len(text) / 1e6:.1f} million characters"
        raise InputError(
            f"{facts.name} holds {millions}, and a page is read up to {LONGEST // 1_000_000} million; "
            "cut it into parts and open these."
        )
    lines = text.count("\n") + text.count("\r") - text.count("\r\n")
    if lines > MOST_LINES:
        raise InputError(
            f"{facts.name} has {lines} lines, and a page is read up to {MOST_LINES}; cut it into parts and open these."
        )
    if any("\ud800" <= char <= "\udfff" for char in set(text)):
        raise InputError(f"{facts.name} holds halves of characters (surrogates), which no text has; decode it anew.")


def _publisher(units: Sequence[Unit]) -> str | None:
    """Return the short name of the institution where a banner gives it with the long one."""
    names = (is_expansion(unit.text) for unit in units if unit.kind == "banner")
    return next((name for name in names if name), None)


def _dossier(text: str, facts: Facts, updated: Updated | None, made: Assembled) -> DossierFile:
    digest = sha256(text.encode()).hexdigest()
    source = Source(
        text=text,
        sha256=digest,
        publisher=facts.publisher,
        title=facts.title or facts.name,
        url=facts.url,
        url_note=None,
        language=facts.language,
        retrieved=facts.retrieved,
        updated=updated,
    )
    return DossierFile(
        format=FORMAT,
        version=VERSION,
        id=f"page-{digest[:12]}",
        edition=Edition(facts.today, BY),
        source=source,
        original=None,
        blocks=made.blocks,
        topics=[],
        milestones=made.milestones,
        periods=[],
        figures=[],
        groups=[],
        notes=[],
        computed=made.computed,
        corrections=[],
    )


def _facts(facts: Facts, title: Unit | None, language: str | None) -> list[Item]:
    items: list[Item] = []
    if title is None:
        message = (
            "No title was found; the file’s name stands in for it."
            if facts.title is None
            else ("The title is that of the page’s head; its text has none.")
        )
        items.append(Item("guessed", "title", Where(), message))
    if facts.language is None and language is not None:
        items.append(
            Item("guessed", "language", Where(), f"The language was taken for “{language}” by its small words.")
        )
    return items
