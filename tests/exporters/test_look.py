from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import store
from natopk_desktop.exporters import look, registry


@pytest.mark.parametrize("known", registry.FORMATS, ids=lambda known: known.id)
def test_every_format_can_be_looked_at_and_is_written_as_ever(known: registry.Format) -> None:
    written, seen = look.seen(store.built_in(), Choice(), known)
    assert written == known.write(store.built_in(), Choice())
    assert seen.content
    assert (seen.kind == "text") is (known.kind != "pages")
    assert (seen.pages > 0) is (known.kind == "pages")


def test_the_first_page_of_a_pdf_is_the_first_of_its_pictures() -> None:
    choice = Choice(document="briefing")
    _, seen = look.seen(store.built_in(), choice, registry.by_id("pdf"))
    pictures = registry.by_id("svg").write(store.built_in(), choice).files
    assert seen.content == pictures[0]
    assert seen.pages == len(pictures)
    assert ET.fromstring(seen.content).tag.endswith("svg")


def test_more_pages_than_can_be_drawn_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(look, "MOST_PAGES", 2)
    _, seen = look.seen(store.built_in(), Choice(document="briefing"), registry.by_id("pdf"))
    assert (seen.content, seen.pages > 2) == (b"", True)


def test_first_lines_are_cut_and_say_so() -> None:
    long = "x" * 1000
    assert look.first_lines(b"\xef\xbb\xbfone\r\ntwo\n") == b"one\ntwo"
    assert look.first_lines(long.encode()).decode() == "x" * look.LONGEST_LINE + "…"
    lines = look.first_lines("é\n".encode() * 50_000).decode().split("\n")
    assert lines == ["é"] * look.MOST_LINES + ["…"]
