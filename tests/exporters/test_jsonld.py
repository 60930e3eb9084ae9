from __future__ import annotations

import json
from typing import Any

from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import store
from natopk_desktop.exporters import jsonld
from tests.generator import generated


def graph(choice: Choice) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = json.loads(jsonld.write(store.built_in(), choice).files[0])["@graph"]
    return made


def test_the_page_and_its_milestones_in_order() -> None:
    dossier = store.built_in()
    page, *events = graph(Choice())
    assert page["headline"] == dossier.title
    assert page["dateModified"] == "2010-10-27"
    assert [event["identifier"] for event in events] == dossier.milestones.ids
    for event, milestone in zip(events, dossier.milestones, strict=True):
        assert event["name"] == "\n".join(dossier.words(milestone.text))
        assert event.get("temporalCoverage", "") == " ".join(dossier.words(milestone.date.printed))


def test_a_month_stays_a_month_and_the_undated_entry_undated() -> None:
    events = {event["identifier"]: event for event in graph(Choice())[1:]}
    assert events["m02"]["startDate"] == "2005-10"
    assert "startDate" not in events["m09"]
    assert {
        "@type": "PropertyValue",
        "name": "Ours: no date is printed; placed by us under",
        "value": "2007-01",
    } in events["m09"]["additionalProperty"]
    assert "30" not in json.dumps([event.get("startDate") for event in events.values()])


def test_a_choice_is_kept_to() -> None:
    assert [event["identifier"] for event in graph(Choice(topics=frozenset({"relief"})))[1:]] == ["m02", "m04"]


def test_losses_are_those_of_the_dossier() -> None:
    rich = {item.code for item in jsonld.write(store.built_in(), Choice()).losses}
    assert {"undated", "precision", "passages", "figures", "periods", "notes", "text"} <= rich
    bare = {item.code for item in jsonld.write(generated(1), Choice()).losses}
    assert bare.isdisjoint({"undated", "periods", "notes", "figures"})
