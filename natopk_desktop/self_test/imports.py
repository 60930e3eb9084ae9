"""Each reader of files at work on a file of its kind: one that an export has just made, or a small one made here."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Final, NamedTuple

from natopk_desktop import resources
from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import account, store, validate
from natopk_desktop.dossier.dossier import Dossier
from natopk_desktop.errors import InputError
from natopk_desktop.exporters import registry as exporters
from natopk_desktop.importers import registry
from natopk_desktop.self_test.checks import Check, FailedError, expect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopk_desktop.importers.registry import Format

EXPORTED: Final = ("json", "pdf", "timelinejs", "timeline", "ics", "csv", "jsonld", "webannotation")
"""Formats that are both written and read, with every milestone."""

ROWS: Final = (("Date", "Text"), ("March 2005", "A visit to the place."), ("May 2006", "Another visit to it."))
PAGE: Final = b"""\
<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>A page</title></head><body><h1>A page</h1><h2>Key milestones</h2>
<ul><li>March 2005: A visit to the place.</li><li>May 2006: Another visit to it.</li></ul></body></html>
"""
MHTML: Final = b"""\
From: <Saved by a browser>\r
Subject: A page\r
MIME-Version: 1.0\r
Content-Type: multipart/related; type="text/html"; boundary="part"\r
\r
--part\r
Content-Type: text/html; charset="utf-8"\r
Content-Location: http://www.example.org/\r
\r
%s\r
--part--\r
"""


class FileSample(NamedTuple):
    """A file to read: its name, its bytes, and how many milestones a reader must find in it at the least."""

    name: str
    raw: bytes
    milestones: int


@cache
def samples() -> dict[str, FileSample]:
    """Return a file for each import format that has one, by the format's id: the first that is recognised as such."""
    found: dict[str, FileSample] = {}
    for sample in _made():
        try:
            known = registry.recognised(sample.raw, sample.name)
        except InputError:
            continue  # read by none, yet
        found.setdefault(known.id, sample)
    return found


def read(known: Format) -> Iterator[str]:
    """Read the sample of a format and look whether every character of it is accounted for."""
    sample = samples().get(known.id)
    if sample is None:
        message = f"there is no sample to read for {known.id}"
        raise FailedError(message)
    contents = registry.read(sample.raw, sample.name).contents
    defect = next(validate.defects(contents), None)
    expect(defect is None, f"what is read of {known.id} has a defect: {defect}")
    dossier = Dossier(contents)
    broken = next(account.breaks(len(dossier.text), dossier.blocks), None)
    expect(broken is None, f"the account of what is read of {known.id} does not close: {broken}")
    count = len(dossier.milestones)
    expect(count >= sample.milestones, f"of {sample.milestones} entries in {sample.name} only {count} are found")
    yield f"{known.id}: {count} entries read"


def _made() -> Iterator[FileSample]:
    built_in = store.built_in()
    count = len(built_in.milestones)
    for name in EXPORTED:
        known = exporters.by_id(name)
        (raw,) = known.write(built_in, Choice()).files
        yield FileSample(f"sample{known.suffix}", raw, count)
    yield FileSample("page.txt", resources.bundled("data", store.BUILT_IN, "source.txt").read_bytes(), count)
    yield FileSample("page.html", PAGE, len(ROWS) - 1)
    yield FileSample("page.mhtml", MHTML % PAGE, len(ROWS) - 1)
    yield FileSample("table.tsv", "\n".join("\t".join(row) for row in ROWS).encode(), len(ROWS) - 1)
    yield FileSample("table.xlsx", _workbook(), len(ROWS) - 1)


def _workbook() -> bytes:
    from io import BytesIO

    from openpyxl import Workbook

    book = Workbook()
    for row in ROWS:
        book.active.append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


CHECKS: Final = tuple(Check(f"import-{known.id}", partial(read, known)) for known in registry.FORMATS)
