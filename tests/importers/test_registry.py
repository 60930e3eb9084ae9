from __future__ import annotations

import pytest

from natopk_desktop.dossier import store
from natopk_desktop.errors import InputError
from natopk_desktop.importers import registry

TIMELINEJS = b'{"events": [{"text": {"headline": "x"}}]}'


@pytest.mark.parametrize("name", ["t.json", "t.txt", "t", "t.csv", "t.pdf", "t.dossier.json"])
def test_content_decides_not_the_ending(name: str) -> None:
    assert registry.recognised(TIMELINEJS, name).id == "timelinejs"
    assert registry.recognised(store.dumps(store.built_in()), name).id == "json"


def test_a_dossier_is_opened_as_it_stands() -> None:
    raw = store.dumps(store.built_in()).replace(b'"id": "nato', b'"x-kept": 1,\n  "id": "nato', 1)
    made = registry.read(raw, "d.json")
    assert made.extras == {(): {"x-kept": 1}}
    assert made.contents == store.built_in().contents()


@pytest.mark.parametrize("content", [b"", b" \n", b'{"a": 1}', b"[]", b"\0\1\2\3"])
def test_what_nobody_reads_is_refused_in_one_sentence(content: bytes) -> None:
    with pytest.raises(InputError) as caught:
        registry.read(content, "f.bin")
    assert caught.value.message.startswith("f.bin")
    assert "\n" not in caught.value.message


def test_spreadsheets_and_documents_of_other_kinds_are_told_what_to_do() -> None:
    for content, said in ((b"PK\x03\x04 content.xml", "XLSX or CSV"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "XLSX")):
        with pytest.raises(InputError, match=said):
            registry.read(content + b"\0" * 600, "table.ods")


def test_every_format_has_its_reader() -> None:
    ids = [known.id for known in registry.FORMATS]
    assert len(set(ids)) == len(ids)
    for known in registry.FORMATS:
        assert all(suffix.startswith(".") for suffix in known.suffixes)
        assert known.module
