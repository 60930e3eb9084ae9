from __future__ import annotations

import json

import msgspec
import pytest

from natopk_desktop.dossier import repeated, store
from natopk_desktop.dossier.repeated import repeated_field
from tests.generator import contents


def test_every_field_of_a_dossier_is_counted() -> None:
    for made in (store.built_in().contents(), contents(0), contents(60)):
        for raw in (msgspec.json.encode(made), json.dumps(msgspec.to_builtins(made), indent=1).encode()):
            assert repeated._fields_in(raw) == repeated._fields_of(made)


def test_texts_that_look_like_fields_are_none() -> None:
    made = contents(2, ['He said "id": and "\\": so', '"x":"y":'])
    raw = msgspec.json.encode(made)
    assert repeated._fields_in(raw) == repeated._fields_of(made)


@pytest.mark.parametrize(
    ("before", "after", "name"),
    [
        (b'"id": "m02"', b'"id": "m02", "id": "m99"', "id"),
        (b'"edition": {', b'"edition" : {"date": "1999", ', "date"),
    ],
)
def test_a_field_named_twice_is_refused(before: bytes, after: bytes, name: str) -> None:
    raw = store.dumps(store.built_in())
    assert before in raw
    with pytest.raises(store.DamagedError, match=f"“{name}” stands twice"):
        store.loads(raw.replace(before, after, 1), "two.dossier.json")


def test_blanks_before_colons_are_no_reason_to_refuse() -> None:
    made = contents(3)
    raw = msgspec.json.encode(made).replace(b'":', b'" \n :')
    assert repeated._fields_in(raw) == repeated._fields_of(made)
    assert repeated_field(raw, made) is None
    assert store.loads(raw, "spaced").contents() == made


def test_beside_fields_of_others_it_is_noticed_too() -> None:
    raw = msgspec.json.encode(contents(1)).replace(b'{"format"', b'{"x-a": {"k": 1, "k": 2}, "format"', 1)
    with pytest.raises(store.DamagedError, match="“k” stands twice"):
        store.loads(raw, "x")
