from __future__ import annotations

import msgspec
import pytest

from natopk_desktop.documents.build import build
from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import store
from natopk_desktop.typesetting.characters import Setter
from natopk_desktop.typesetting.data import document_data, language_of
from tests.documents.made_up import Made, made_up

BUILT_IN = store.built_in()


@pytest.mark.parametrize(
    ("tag", "known"),
    [
        ("en", ("en", None)),
        ("en-GB", ("en", "GB")),
        ("zh-Hans-CN", ("zh", "CN")),
        ("ur", ("ur", None)),
        (None, ("und", None)),
        ("", ("und", None)),
        ("klingon!", ("und", None)),
    ],
)
def test_a_language_tag_is_parted(tag: str | None, known: tuple[str, str | None]) -> None:
    assert language_of(tag) == known


def test_the_data_is_plain_json() -> None:
    data = document_data(build(BUILT_IN, Choice(document="briefing")), "a4", Setter())
    assert msgspec.json.decode(msgspec.json.encode(data))["paper"] == "a4"


def test_the_foot_names_source_and_stamp() -> None:
    data = document_data(build(BUILT_IN, Choice()), "letter", Setter())
    told = "".join(run["t"] for run in data["running"]["source"]["runs"])
    assert told.startswith("NATO, “NATO-Pakistan relations”. Last updated: 27-Oct-2010 17:39. Ours: text of")


def test_a_long_title_is_shortened_at_the_foot_alone() -> None:
    document = build(made_up([Made("a")], title="word " * 400 + "end"), Choice(document="briefing"))
    data = document_data(document, "a4", Setter())
    assert sum(len(run["t"]) for run in data["running"]["source"]["runs"]) < 250
    assert len(data["parts"][0]["body"]["runs"][0]["t"]) > 1900
