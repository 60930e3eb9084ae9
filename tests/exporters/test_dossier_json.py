from __future__ import annotations

from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import store
from natopk_desktop.exporters import dossier_json
from tests.exporters.dossiers import rich


def test_everything_comes_back_and_nothing_is_lost() -> None:
    for dossier in (store.built_in(), rich()):
        written = dossier_json.write(dossier, Choice())
        assert written.losses == ()
        back = store.loads(written.files[0], "the export")
        assert back.contents() == dossier.contents()
        assert dossier_json.write(back, Choice()).files == written.files


def test_fields_of_other_programs_come_back_too() -> None:
    raw = dossier_json.write(store.built_in(), Choice()).files[0]
    raw = raw.replace(b'"id": "nato-pakistan-2010",', b'"id": "nato-pakistan-2010",\n  "x-seen": [1, {"a": null}],', 1)
    back = store.loads(raw, "the export")
    assert b'"x-seen"' in dossier_json.write(back, Choice()).files[0]
