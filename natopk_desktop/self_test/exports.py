"""One export of each format to memory, read back with the readers of Python and of the libraries the program has."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import store
from natopk_desktop.exporters import registry
from natopk_desktop.self_test import read_back
from natopk_desktop.self_test.checks import Check, expect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.exporters.registry import Format

READERS: Final[dict[str, Callable[[bytes], str]]] = {
    "pdf": read_back.pdf,
    "svg": read_back.svg,
    "png": read_back.png,
    "html": read_back.html,
    "docx": read_back.docx,
    "md": read_back.text,
    "txt": read_back.text,
    "json": read_back.dossier_json,
    "csv": read_back.csv_table,
    "timelinejs": read_back.any_json,
    "timeline": read_back.xml,
    "ics": read_back.icalendar,
    "jsonld": read_back.any_json,
    "webannotation": read_back.any_json,
    "csl": read_back.any_json,
    "bibtex": read_back.text,
    "ris": read_back.ris,
}
"""What turns a file of each format into its words."""

PICTURES: Final = frozenset(("svg", "png"))
"""In these, letters are drawn."""


def export(known: Format) -> Iterator[str]:
    """Write the built-in dossier in a format and look for its words in what a reader gives back."""
    dossier = store.built_in()
    files = known.write(dossier, Choice()).files
    expect(files and all(files), f"the export as {known.id} is empty")
    words = read_back.bare("\n".join(READERS[known.id](content) for content in files))
    missing = [part for part in wanted(dossier, known) if read_back.bare(part) not in words]
    expect(not missing, f"the export as {known.id} is read back without “{''.join(missing[:1])[:60]}”")
    yield f"{known.id}: {sum(map(len, files))} bytes, read back"


def wanted(dossier: Dossier, known: Format) -> Iterator[str]:
    """Yield the words of the source that a file of a format must hold."""
    if known.id in PICTURES:
        return
    if known.kind != "data":
        yield dossier.title
    if known.kind != "reference":
        for milestone in dossier.milestones:
            yield from dossier.words(milestone.text)


CHECKS: Final = tuple(Check(f"export-{known.id}", partial(export, known)) for known in registry.FORMATS)
