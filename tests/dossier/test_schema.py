from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from natopk_desktop import resources
from natopk_desktop.dossier import schema, store


@pytest.fixture(name="validator")
def made_validator() -> Draft202012Validator:
    return Draft202012Validator(schema.schema())


@pytest.fixture(name="contents")
def made_contents() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(store.dumps(store.built_in()))
    return made


def test_the_schema_file_is_current() -> None:
    hint = "run: python -m natopk_desktop.dossier.schema > data/dossier.schema.json"
    assert resources.bundled("data", "dossier.schema.json").read_bytes() == schema.rendered(), hint


def test_the_built_in_dossier_follows_the_schema(validator: Draft202012Validator, contents: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema.schema())
    assert [error.message for error in validator.iter_errors(contents)] == []
    assert validator.is_valid(json.loads(resources.bundled("data", store.BUILT_IN, "dossier.json").read_text("utf-8")))


@pytest.mark.parametrize("name", ["blocks", "source", "corrections", "version"])
def test_a_missing_field_breaks_the_schema(
    validator: Draft202012Validator, contents: dict[str, Any], name: str
) -> None:
    del contents[name]
    assert not validator.is_valid(contents)


def test_unknown_fields_break_it_unless_named_x(validator: Draft202012Validator, contents: dict[str, Any]) -> None:
    extended = copy.deepcopy(contents)
    extended["milestones"][0]["x-mine"] = 1
    assert validator.is_valid(extended)
    extended["milestones"][0]["mine"] = 1
    assert not validator.is_valid(extended)
