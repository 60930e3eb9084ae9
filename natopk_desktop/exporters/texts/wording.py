"""Our words about notes, witnesses and the source, as lines that quote the source's words between “ and ”."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from natopk_desktop.documents.cutting import kept
from natopk_desktop.documents.parts import Run
from natopk_desktop.documents.telling import ours
from natopk_desktop.exporters.texts.blocks import Link, Pair, Words
from natopk_desktop.typesetting.part_data import AGREES, KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopk_desktop.documents.parts import Document, NoteItem, Origin, Passage, WitnessItem

LONGEST_QUOTATION: Final = 120
"""Code points of the words a note is about that the note quotes; the words themselves stand elsewhere, whole."""

ROLES: Final = {
    "banner": "banner",
    "caption": "caption of a picture, which is not kept",
    "residue": "beside the text",
    "stamp": "stamp",
}
"""What stands beside the page's running text, and how we call it."""

LEGEND: Final = (
    "what stands after “Ours:” in its line, in a column whose head begins so, or within “[Ours: …]” is ours; all other"
    " words are the source’s, letter for letter."
)


def counted(count: int, noun: str) -> str:
    """Return a number with its noun: "1 note", "2 notes"."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def quoted(run: Run, longest: int | None = None) -> Iterator[Run]:
    """Yield the source's words between quotation marks of ours; “…” after them tells that they go on."""
    size = len(run.text) if longest is None else kept(run.text, longest)
    span = run.span and type(run.span)(run.span.start, run.span.start + size)
    yield ours("“")
    yield Run(run.text[:size], run.owner, span)
    yield ours("”" if size == len(run.text) else "” …")


def note(item: NoteItem, *, anchor: str) -> Words:
    """Return a note: its number and kind, the words it is about, what it says."""
    runs: list[Run | Link] = [ours(f"note {item.number} ({KINDS[item.kind]})")]
    for number, words in enumerate(item.words):
        runs.append(ours(", " if number else ", on "))
        runs.extend(quoted(words, LONGEST_QUOTATION))
    runs.append(ours(f": {item.message}"))
    if item.reading is not None and f"“{item.reading}”" not in item.message:
        runs.append(ours(f" It must read “{item.reading}”."))
    return Words(tuple(runs), "ours", anchor)


def witness(item: WitnessItem) -> Words:
    """Return another source: whether it agrees, what it says, where it is found."""
    dated = f" ({item.date})" if item.date else ""
    said = f"witness: {item.title}{dated}, {AGREES[item.agrees]}; how sure we are: {item.sure}. {item.says}"
    if item.url is None:
        return Words((ours(said),), "ours")
    return Words((ours(f"{said} "), Link(item.url)), "ours")


def listed_witness(item: WitnessItem) -> Words:
    """Return another source as a list of sources has it: title, date, address, the notes that call it."""
    numbers = ", ".join(map(str, item.notes))
    called = f" (called by {'note' if len(item.notes) == 1 else 'notes'} {numbers})"
    dated = f", {item.date}" if item.date else ""
    if item.url is None:
        return Words((ours(f"{item.title}{dated}; no address known{called}"),), "ours")
    return Words((ours(f"{item.title}{dated}: "), Link(item.url), ours(called)), "ours")


def passage(item: Passage) -> Words:
    """Return where a passage stands and why it bears on its milestone."""
    return Words((ours("under "), *quoted(item.heading), ours(f", {item.reason.text}:")), "ours")


def stamp(origin: Origin) -> Iterator[Run]:
    """Yield what is printed of the last update."""
    if origin.stamp is None:
        yield ours("no date of update is printed")
    else:
        yield ours(origin.stamp_label)
        yield from quoted(origin.stamp)


def origin(document: Document, by: str) -> Iterator[Pair]:
    """Yield all that is known of the source; ``by`` made the edition."""
    known = document.origin
    yield Pair("publisher", (ours(known.publisher or "not known"),))
    yield Pair("title", tuple(quoted(Run(known.title, "source"))))
    yield Pair("stamp", tuple(stamp(known)))
    yield Pair("address", (Link(known.url),) if known.url else (ours("not known"),))
    if known.note:
        yield Pair("on the address", (ours(known.note),))
    yield Pair("captured", (ours(known.retrieved or "the day is not known"),))
    yield Pair("text", (ours(f"SHA-256 {known.sha256}"),))
    yield Pair("edition", (ours(f"{document.date}, by {by}"),))


def source_line(origin: Origin) -> Words:
    """Return the line on the source that every page has: who, what, which stamp, which text."""
    publisher = (ours(f"{origin.publisher}, "),) if origin.publisher else ()
    remark = (ours(f"; {origin.note}"),) if origin.note else ()
    return Words(
        (
            *publisher,
            *quoted(Run(origin.title, "source")),
            ours("; "),
            *stamp(origin),
            *remark,
            ours(f"; text SHA-256 {origin.short_sha256}…"),
        ),
        "ours",
    )
