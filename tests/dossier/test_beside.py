from __future__ import annotations

import json

import pytest

from natopk_desktop.dossier import store
from natopk_desktop.dossier.beside import beside
from natopk_desktop.dossier.dossier import Dossier
from natopk_desktop.importers import registry

EVENT = {"start_date": {"year": "2005"}, "text": {"headline": "H"}, "media": {"caption": "A caption", "url": "u"}}


@pytest.mark.parametrize(("title", "heading"), [("The title", "The title"), ("", None)])
def test_captions_bear_on_their_entry(title: str, heading: str | None) -> None:
    content = json.dumps({"title": {"text": {"headline": title}}, "events": [EVENT, {"text": {"headline": "none"}}]})
    dossier = Dossier(registry.read(content.encode(), "t.json").contents)
    (passage,) = beside(dossier, dossier.milestones[0])
    assert passage.span.of(dossier.text) == "A caption\nu"
    row = dossier.blocks.row_of(passage.section)
    assert (None if row is None else dossier.blocks.span(row).of(dossier.text)) == heading
    assert beside(dossier, dossier.milestones[1]) == ()


def test_the_built_in_page_has_nothing_beside_its_entries() -> None:
    dossier = store.built_in()
    assert [beside(dossier, one) for one in dossier.milestones] == [()] * 11
