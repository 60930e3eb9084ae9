from __future__ import annotations

import pytest

from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import store
from natopk_desktop.exporters import registry
from natopk_desktop.self_test import exports, read_back
from natopk_desktop.self_test.checks import FailedError


def test_marks_of_ours_are_no_words_of_the_source() -> None:
    assert read_back.bare("a [Ours: note [1] here] b\n\\[Ours: c\\]d [e]") == "abd[e]"


def test_every_format_has_a_reader() -> None:
    assert list(exports.READERS) == [known.id for known in registry.FORMATS]


@pytest.mark.parametrize("name", [known.id for known in registry.FORMATS if known.id not in exports.PICTURES])
def test_a_word_that_is_missing_is_noticed(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    known = registry.by_id(name)
    reader = exports.READERS[name]
    lost = "Pakistan relations" if known.kind == "reference" else "Oberammergau"
    monkeypatch.setitem(exports.READERS, name, lambda content: reader(content).replace(lost, ""))

    with pytest.raises(FailedError, match="read back without"):
        list(exports.export(known))


@pytest.mark.parametrize("name", ["pdf", "svg", "png", "docx", "json", "timelinejs", "timeline", "ics"])
def test_half_a_file_is_no_file(name: str) -> None:
    known = registry.by_id(name)
    content = known.write(store.built_in(), Choice()).files[0]

    try:
        words = exports.READERS[name](content[: len(content) // 2])
    except Exception:  # noqa: BLE001 - each reader has errors of its own
        return
    assert words == ""
