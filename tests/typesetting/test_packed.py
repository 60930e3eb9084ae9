from __future__ import annotations

import pytest

from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import store
from natopk_desktop.errors import InputError
from natopk_desktop.typesetting import fit, packed

BUILT_IN = store.built_in()


def test_pages_come_out_as_they_went_in_and_take_little_room() -> None:
    choice = Choice(document="timeline")
    svgs = fit.fitted(BUILT_IN, choice).svg()
    pages = packed.pages(BUILT_IN, choice)
    assert tuple(map(packed.svg, pages)) == svgs
    assert sum(map(len, pages)) * 4 < sum(map(len, svgs))


def test_more_sheets_than_a_machine_can_hold_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "MOST_SHEETS", 2)
    assert packed.pages(BUILT_IN, Choice(document="milestone", only=("m01", "m02")))
    with pytest.raises(InputError, match="These would be 11 sheets"):
        packed.pages(BUILT_IN, Choice(document="milestone"))
