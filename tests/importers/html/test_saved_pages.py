"""Saved pages of many kinds: their entries are found, no word of the article is lost, the furniture is told."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from natopk_desktop.dossier.validate import defects
from natopk_desktop.importers import registry
from natopk_desktop.report import make
from tests.importers.html.saved_pages import FOLDER, PAGES

if TYPE_CHECKING:
    from natopk_desktop.importers.imported import Imported


def _read(name: str) -> Imported:
    return registry.read((FOLDER / name).read_bytes(), name)


def _entries(found: Imported) -> list[tuple[str | None, str]]:
    text = found.contents.source.text or ""
    return [
        (one.date.edtf, " ".join(text[span.start : span.end] for span in one.text)) for one in found.contents.milestones
    ]


def _matches(found: list[tuple[str | None, str]], expected: tuple[tuple[str, str], ...]) -> int:
    rest = list(found)
    count = 0
    for edtf, words in expected:
        match = next((one for one in rest if one[0] == edtf and one[1].startswith(words)), None)
        if match is not None:
            rest.remove(match)
            count += 1
    return count


@pytest.mark.parametrize("name", PAGES)
def test_a_saved_page_becomes_a_sound_dossier(name: str) -> None:
    page, found = PAGES[name], _read(name)
    source, text = found.contents.source, found.contents.source.text or ""
    assert not list(defects(found.contents))
    assert source.title == page.title
    assert [words for words in page.words if words not in text] == []
    assert [words for words in page.gone if words in text] == []
    assert page.url in {None, source.url}
    assert page.updated is None or (source.updated is not None and source.updated.edtf == page.updated)
    assert found.contents.original is not None
    assert found.contents.original.base64 == (FOLDER / name).read_bytes()
    assert make("import", name, found.items, found.counts).ok


@pytest.mark.parametrize("name", [name for name in PAGES if PAGES[name].gone])
def test_what_is_left_out_is_told_with_its_length(name: str) -> None:
    found = _read(name)
    told = [item for item in found.items if item.code.startswith("left-")]
    assert told
    assert all("character" in item.message for item in told)
    assert {item.code for item in told} == {count for count in found.counts if count.startswith("left-")}


def test_the_entries_of_saved_pages_are_found(capsys: pytest.CaptureFixture[str]) -> None:
    right = expected = offered = 0
    lines = []
    for name, page in PAGES.items():
        found = _entries(_read(name))
        matches = _matches(found, page.entries)
        right, expected, offered = right + matches, expected + len(page.entries), offered + len(found)
        lines.append(f"{name:22} {matches:3} of {len(page.entries):3} entries found, {len(found):3} offered")
    lines.append(f"recall {right / expected:.3f}, precision {right / offered:.3f}")
    with capsys.disabled():
        sys.stdout.write("\n".join(["", *lines, ""]))
    assert right / expected >= 0.95
    assert right / offered >= 0.9
