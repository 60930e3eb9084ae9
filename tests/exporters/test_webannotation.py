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


def test_every_milestone_and_note_is_there_and_our_words_say_so() -> None:
    dossier = store.built_in()
    made = items(Choice())
    assert len(made) == len(dossier.milestones) + len(dossier.head.notes)
    assert all(body["value"].startswith("Ours: ") for item in made for body in item["body"])


def test_without_notes_they_are_in_the_loss_report() -> None:
    dossier = store.built_in()
    assert len(items(Choice(notes=False))) == len(dossier.milestones)
    losses = {item.code: item.message for item in webannotation.write(dossier, Choice(notes=False)).losses}
    assert losses["notes"].startswith(str(len(dossier.head.notes)))
    assert "notes" not in {item.code for item in webannotation.write(dossier, Choice()).losses}


def test_with_chosen_milestones_come_the_notes_on_them() -> None:
    dossier = store.built_in()
    made = items(Choice(only=("m02",)))
    expected = [note.id for note in dossier.bearings.notes_on_milestone(1)]
    assert [item["id"].rpartition(":")[2] for item in made] == ["m02", *expected]
