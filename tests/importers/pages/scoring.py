"""How well a page's dated entries were found, against those that a person wrote down."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from natopk_desktop.importers.pages.hints import Facts
from natopk_desktop.importers.pages.read_page import read_page

if TYPE_CHECKING:
    from pathlib import Path

    from natopk_desktop.dossier.model import DossierFile


class Score(NamedTuple):
    """Entries found with date and words, entries there are, entries the importer says there are; what went wrong."""

    found: int
    there: int
    said: int
    wrong: list[str]

    @property
    def recall(self) -> float:
        return self.found / self.there if self.there else 1.0

    @property
    def precision(self) -> float:
        return self.found / self.said if self.said else 1.0


def read(text: str, name: str = "page.txt") -> DossierFile:
    return read_page(text, Facts(name, "2026-11-26")).contents


def texts_of(contents: DossierFile) -> list[tuple[str | None, list[str]]]:
    """Return the date and the pieces of text of each dated entry."""
    text = contents.source.text or ""
    return [
        (milestone.date.edtf, [" ".join(span.of(text).split()) for span in milestone.text])
        for milestone in contents.milestones
        if milestone.date.edtf is not None
    ]


def score(expected: list[dict[str, str]], contents: DossierFile, extra: list[str] | None = None) -> Score:
    """Score dated entries; ``extra`` begins entries that are right but not counted, as undated ones placed by us."""
    said = texts_of(contents)
    wrong: list[str] = []
    found = 0
    for entry in expected:
        match = next((row for row in said if row[0] == entry["edtf"] and _has(row[1], entry["starts"])), None)
        if match is None:
            wrong.append(f"missed {entry['edtf']} {entry['starts']}")
        else:
            said.remove(match)
            found += 1
    left = [row for row in said if not any(_has(row[1], start) for start in extra or [])]
    wrong += [f"too many: {edtf} {' '.join(pieces)[:60]}" for edtf, pieces in left]
    return Score(found, len(expected), found + len(left), wrong)


def _has(pieces: list[str], start: str) -> bool:
    start = " ".join(start.split())
    return any(piece.startswith(start) or f", {start}" in piece[:120] for piece in pieces)


def layouts(folder: Path) -> list[tuple[str, str, dict[str, Any]]]:
    """Return name, text and expectation of every layout in a folder."""
    return [
        (path.stem, path.with_suffix(".txt").read_bytes().decode(), json.loads(path.read_bytes()))
        for path in sorted(folder.glob("*.json"))
    ]
