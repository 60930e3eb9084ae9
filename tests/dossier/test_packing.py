from __future__ import annotations

import msgspec
import pytest

from natopk_desktop.dossier import packing, store
from natopk_desktop.dossier.dossier import Dossier
from natopk_desktop.dossier.model import Computed, Correction
from tests.generator import contents, generated


def test_the_built_in_dossier_comes_back_whole() -> None:
    dossier = store.built_in()
    again = packing.unpack(packing.pack(dossier))
    assert store.dumps(again) == store.dumps(dossier)
    assert again.milestones.row_of("m05") == 4
    assert [milestone.related for milestone in again.milestones] == [one.related for one in dossier.milestones]


def test_objects_are_found_by_id_as_before() -> None:
    before = store.built_in()
    after = packing.unpack(packing.pack(before))
    for table, other in ((before.blocks, after.blocks), (before.milestones, after.milestones)):
        assert [other.row_of(name) for name in table.ids] == list(range(len(table.ids)))
        assert other.row_of("none such") is None


def test_more_than_one_piece_of_everything_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SLICE", "CHARACTERS", "NUMBERS"):
        monkeypatch.setattr(packing, name, 7)
    dossier = generated(60)
    pieces = list(packing.pack(dossier))
    assert len(pieces) > 300
    assert store.dumps(packing.unpack(pieces)) == store.dumps(dossier)


def test_what_only_an_import_fills_and_unknown_fields_come_back() -> None:
    made = msgspec.structs.replace(
        contents(3),
        computed=[Computed("m1", 0.5, "the only date")],
        corrections=[Correction("m1", "edtf", None, "2005")],
    )
    dossier = Dossier(made, {(): {"x-tool": {"a": [1, None]}}, ("milestones", 0): {"x-colour": "red"}})
    assert store.dumps(packing.unpack(packing.pack(dossier))) == store.dumps(dossier)


def test_an_empty_dossier_comes_back() -> None:
    dossier = generated(0)
    assert store.dumps(packing.unpack(packing.pack(dossier))) == store.dumps(dossier)


def test_pieces_without_their_head_are_refused() -> None:
    with pytest.raises(ValueError, match="head"):
        packing.unpack(list(packing.pack(generated(2)))[1:])
