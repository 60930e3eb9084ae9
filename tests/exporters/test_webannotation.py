from __future__ import annotations

import json
from typing import Any

from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import store
from natopk_desktop.exporters import webannotation


def items(choice: Choice) -> list[dict[str, Any]]:
    made = json.loads(webannotation.write(store.built_in(), choice).files[0])
    assert made["total"] == len(made["first"]["items"])
    kept: list[dict[str, Any]] = made["first"]["items"]
    return kept


def test_every_anchor_finds_its_words_by_position_and_by_quote() -> None:
    dossier = store.built_in()
    for item in items(Choice()):
        assert item["target"]
        for target in item["target"]:
            position, quote = target["selector"]
            assert dossier.text[position["start"] : position["end"]] == quote["exact"]
            around = quote["prefix"] + quote["exact"] + quote["suffix"]
            assert dossier.text.count(around) == 1
            assert target["source"]["schema:sha256"] == dossier.head.source.sha256


def test_everything_said_of_the_page_is_there_and_our_words_say_so() -> None:
    dossier = store.built_in()
    made = items(Choice())
    head = dossier.head
    passages = sum(len(milestone.related) for milestone in dossier.milestones)
    parts = (dossier.milestones, head.figures, head.periods, head.notes)
    assert len(made) == sum(map(len, parts)) + passages
    assert len({item["id"] for item in made}) == len(made)
    assert all(body["value"].startswith("Ours: ") for item in made for body in item["body"] if "value" in body)


def test_a_passage_is_a_link_to_its_words() -> None:
    dossier = store.built_in()
    links = [item for item in items(Choice()) if item["motivation"] == "linking"]
    found = [item["body"][0]["selector"][1]["exact"] for item in links]
    assert found == [one.span.of(dossier.text) for milestone in dossier.milestones for one in milestone.related]


def test_a_figure_is_told_with_all_its_parts() -> None:
    figures = {item["id"].rpartition(":")[2]: item for item in items(Choice())}
    (body,) = figures["f02"]["body"]
    assert "qualifier “Almost”, value “3500”" in body["value"]
    assert "read as 3500" in body["value"]


def test_notes_left_out_as_asked_are_in_the_loss_report() -> None:
    dossier = store.built_in()
    assert not [item for item in items(Choice(notes=False)) if item["motivation"] == "commenting"]
    losses = {item.code: item.message for item in webannotation.write(dossier, Choice(notes=False)).losses}
    assert f"{len(dossier.head.notes)} notes" in losses["notes"]
    assert "notes" not in {item.code for item in webannotation.write(dossier, Choice()).losses}


def test_with_chosen_milestones_come_the_notes_on_them() -> None:
    dossier = store.built_in()
    made = items(Choice(only=("m02",)))
    expected = {note.id for note in dossier.bearings.notes_on_milestone(1)}
    told = {item["id"].rpartition(":")[2] for item in made}
    assert {name for name in told if name.startswith("n")} == expected
    assert {name for name in told if name.startswith("m")} == {"m02"}
