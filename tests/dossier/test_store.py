from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natopk_desktop.dossier import account, store
from natopk_desktop.errors import InputError, OperationError, UserError
from tests.generator import generated


def plain() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(store.dumps(store.built_in()))
    return made


def packed(contents: object) -> bytes:
    return json.dumps(contents, ensure_ascii=False).encode()


def test_the_canonical_form_is_json_with_two_blanks_and_a_final_newline() -> None:
    raw = store.dumps(store.built_in())
    assert raw.decode() == json.dumps(json.loads(raw), indent=2, ensure_ascii=False) + "\n"


def test_a_saved_dossier_opens_as_the_same_dossier(tmp_path: Path) -> None:
    dossier = store.built_in()
    store.save(dossier, tmp_path / "copy.dossier.json")
    again = store.load(tmp_path / "copy.dossier.json")
    assert again.text == dossier.text
    assert store.dumps(again) == store.dumps(dossier)


def test_a_byte_order_mark_is_no_part_of_a_dossier() -> None:
    raw = store.dumps(generated(3))
    assert store.dumps(store.loads(b"\xef\xbb\xbf" + raw, "x")) == raw


def test_fields_named_x_are_kept_where_they_stood() -> None:
    contents = plain()
    contents["x-desk"] = {"x-inner": [1, None]}
    contents["milestones"][3]["date"]["x-checked"] = True
    contents["notes"][0]["x-by"] = "me"
    raw = packed(contents)
    kept = json.loads(store.dumps(store.loads(raw, "x")))
    assert kept == contents


def change(path: str, value: object) -> bytes:
    contents = plain()
    *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    place: Any = contents
    for step in steps:
        place = place[step]
    place[last] = value
    return packed(contents)


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("source.text", "another text", "SHA-256"),
        ("source.text", None, "source.text: the text of the source is missing"),
        ("source.sha256", "0" * 64, "SHA-256"),
        ("blocks.3.span", [0, 2], "blocks[3]: code points"),
        ("blocks.3.span.1", 99999, "ends after the text"),
        ("blocks.3.kind", "poem", "blocks[3].kind"),
        ("blocks.0.level", 2, "level"),
        ("milestones.0.text.0", [5000, 9000], "milestones[0].text[0]: the span [5000, 9000] lies outside"),
        ("milestones.0.text.0", [20, 10], "lies outside"),
        ("milestones.0.text.0", [1.5, 2], "milestones[0].text[0]"),
        ("milestones.0.date.edtf", "March 2005", "no EDTF date"),
        ("milestones.0.topics", ["sport"], "there is no topic “sport”"),
        ("milestones.1.id", "m01", "the id “m01”"),
        ("notes.1.id", "", "notes[1].id: the id is empty"),
        ("topics.0.id", "two\nlines", "topics[0].id: the id 'two\\nlines' has a line break"),
        ("milestones.0.related.0.section", "m01", "there is no heading"),
        ("figures.0.milestone", "m99", "there is no milestone “m99”"),
        ("notes.0.colour", "red", "unknown field `colour`"),
        ("version", 2, "newer release"),
        ("version", "1", "version"),
        ("version", True, "version"),
        ("format", "timeline", "not a dossier"),
    ],
)
def test_a_broken_dossier_gets_one_sentence_that_names_the_place(path: str, value: object, said: str) -> None:
    with pytest.raises(store.DamagedError) as caught:
        store.loads(change(path, value), "my.dossier.json")
    sentence = caught.value.message
    assert sentence.startswith("my.dossier.json")
    assert said in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert caught.value.exit_code == 2


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"not json",
        b"[" * 100_000,
        b'{"format":' * 100_000,
        b'{"format": "natopk-dossier", "version": ' + b"9" * 1_000_000 + b"}",
        b'{"format": "natopk-dossier", "version": 1, "id": "\\ud800"}',
        b'{"format": "natopk-dossier", "version": 1, "id": "\xff"}',
        b'{"format": "natopk-dossier", "version": 1, "x-a": ' + b"[" * 100_000,
        b'{"format": "natopk-dossier", "version": 1} trailing',
        b"\x00" * 1000,
        b"PK\x03\x04 nonsense",
        b"null",
        b'"text"',
        b'{"a": NaN}',
        bytes(range(256)) * 200_000,
    ],
    ids=lambda raw: repr(raw[:24]),
)
def test_nonsense_is_refused_in_one_sentence(raw: bytes) -> None:
    with pytest.raises(InputError) as caught:
        store.loads(raw, "my.dossier.json")
    assert caught.value.message.count("\n") == 0
    assert len(caught.value.message) < 400


@given(st.integers(0, 40_000), st.binary(min_size=1, max_size=4))
def test_changed_bytes_are_refused_or_read_but_never_break_the_app(place: int, patch: bytes) -> None:
    raw = bytearray(store.dumps(generated(3)))
    raw[place % len(raw) : place % len(raw) + len(patch)] = patch
    with suppress(InputError):
        dossier = store.loads(bytes(raw), "x")
        assert account.restored(dossier.text, dossier.blocks) == dossier.text


@pytest.mark.parametrize("name", ["missing.json", "missing/inner.json", ".", "bad\0name"])
def test_what_cannot_be_opened_is_said_in_a_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError, match=r"there is no such file|folder|not a name"):
        store.load(f"{tmp_path}/{name}")


def test_an_unreadable_file_is_no_bad_input(tmp_path: Path) -> None:
    with pytest.raises(OperationError, match="could not be read"):
        store.read(tmp_path / ("x" * 300))


def test_a_note_of_many_defects_counts_the_others() -> None:
    contents = plain()
    for milestone in contents["milestones"]:
        milestone["topics"] = ["sport"]
    with pytest.raises(store.DamagedError, match="10 more") as caught:
        store.loads(packed(contents), "x")
    assert len(caught.value.defects) == 11


@pytest.mark.skipif(sys.platform == "win32", reason="has no such files")
def test_what_is_no_ordinary_file_is_refused_unread(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(InputError, match="no ordinary file"):
            store.read(path)


def test_a_file_too_large_to_be_read_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(40_000_000_000)
    with pytest.raises(InputError, match=r"huge\.txt: this file has 40\.0 GB"):
        store.read(path)
