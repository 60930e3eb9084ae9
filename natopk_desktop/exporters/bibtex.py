"""BibTeX, in the entry types and date fields of biblatex, which takes EDTF dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from natopk_desktop.documents.reference import references
from natopk_desktop.exporters import reference_losses
from natopk_desktop.exporters.progress import unheard
from natopk_desktop.exporters.written import Written
from natopk_desktop.formats import latex
from natopk_desktop.plain import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.documents.reference import Day, Reference
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.exporters.progress import Progress

# BibTeX's own names for the months, which styles put into the language of the paper.
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
LANGUAGES = {"en": "english", "fr": "french", "de": "german", "es": "spanish", "it": "italian", "ur": "urdu"}


def write(dossier: Dossier, choice: Choice, progress: Progress = unheard) -> Written:  # noqa: ARG001 - as every writer
    """Write the reference to the page, or one for each milestone chosen by id.

    Raises:
        InputError: there is no milestone of such an id.
    """
    known = references(dossier, choice.only)
    content = "\n".join(_entry(reference) for reference in known)
    return Written(
        (content.encode("utf-8"),), (*reference_losses.found(dossier, known), *reference_losses.one_lined(known))
    )


def _entry(reference: Reference) -> str:
    lines = "".join(f"  {name} = {value},\n" for name, value in _fields(reference))
    return f"@online{{{_key(reference.id)},\n{lines}}}\n"


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    if reference.publisher is not None:
        # A second pair of braces keeps the name of an institution whole.
        yield "author", f"{{{{{_text(reference.publisher)}}}}}"
        yield "organization", f"{{{_text(reference.publisher)}}}"
    yield "title", f"{{{{{_text(reference.title)}}}}}"
    if reference.updated is not None:
        yield "date", f"{{{_edtf(reference.updated)}}}"
        yield "year", f"{{{reference.updated.year}}}"
        if reference.updated.month is not None:
            yield "month", MONTHS[reference.updated.month - 1]
    if reference.url is not None:
        yield "url", f"{{{latex.address(reference.url)}}}"
    if reference.retrieved is not None:
        yield "urldate", f"{{{_edtf(reference.retrieved)}}}"
    language = LANGUAGES.get((reference.language or "").partition("-")[0])
    if language is not None:
        yield "langid", f"{{{language}}}"
    if reference.place is not None and reference.place.section is not None:
        yield "titleaddon", f"{{Section “{_text(reference.place.section)}”}}"
    yield "note", f"{{{_text(reference.remark)}}}"


def _text(text: str) -> str:
    return latex.escaped(one_line(text))


def _edtf(day: Day) -> str:
    year = f"{day.year:05}" if day.year < 0 else f"{day.year:04}"
    return "-".join([year, *(f"{part:02}" for part in day.parts[1:])])


def _key(name: str) -> str:
    kept = "".join(character if character.isascii() and character.isalnum() else "-" for character in name)
    return kept.strip("-") or "page"
