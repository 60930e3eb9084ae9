"""A page of plain text is kept character for character, with its bytes."""

from __future__ import annotations

import pytest

from natopk_desktop import resources
from natopk_desktop.dossier.validate import defects
from natopk_desktop.errors import InputError
from natopk_desktop.importers import registry, text_page


def test_the_built_in_text_opens_as_any_other() -> None:
    raw = resources.bundled("data", "nato-pakistan-2010", "source.txt").read_bytes()
    found = registry.read(raw, "page.txt")
    assert found.contents.source.text == raw.decode()
    assert found.contents.original is not None
    assert found.contents.original.base64 == raw
    assert not list(defects(found.contents))
    assert found.counts["milestones"] == 11


def test_line_ends_marks_and_damage_stay_as_they_are() -> None:
    words = b"A title\r\n\r\nWords with\0 damage: \xff here, caf\xc3\xa9 and more \xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\rEnd"
    found = registry.read(b"\xef\xbb\xbf" + words, "page.txt")
    assert found.contents.source.text == words.decode(errors="replace")
    assert {"unreadable-bytes", "nul", "encoding"} <= {item.code for item in found.items}


@pytest.mark.parametrize("raw", [b"\xef\xbb\xbf", b" \n\t", b"\xff\xfe \x00"])
def test_a_file_without_words_is_refused(raw: bytes) -> None:
    with pytest.raises(InputError, match=r"^page\.txt: this file "):
        registry.read(raw, "page.txt")


def test_any_text_can_be_a_page() -> None:
    assert text_page.recognise("x")
    assert not text_page.recognise("  \n")
