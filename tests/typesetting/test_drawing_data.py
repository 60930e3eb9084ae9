from __future__ import annotations

import pytest

from natopk_desktop.documents.drawn import drawing
from natopk_desktop.documents.scale import subject
from natopk_desktop.dossier import store
from natopk_desktop.typesetting.characters import Setter
from natopk_desktop.typesetting.drawing_data import drawing_data, place_of
from tests.generator import generated

BUILT_IN = store.built_in()


def test_a_month_is_as_wide_as_a_month_and_an_inferred_date_is_dashed() -> None:
    part = drawing(subject(BUILT_IN))
    assert part is not None
    bands = {band["row"]: band for band in drawing_data(part, Setter())["bands"]}
    days = part.view.end - part.view.first
    assert bands[0]["at"][1] - bands[0]["at"][0] == pytest.approx(31 / days)
    assert [row for row, band in bands.items() if "dashed" in band] == [8]


def test_the_words_say_what_is_drawn() -> None:
    part = drawing(subject(BUILT_IN))
    assert part is not None
    told = drawing_data(part, Setter())["alternative"]
    assert told.startswith("A time line, drawn to scale, of January 2005 to July 2007.")
    assert "No date; placed under January 2007 by us: “Visit to NATO by Prime Minister" in told


def test_many_milestones_are_a_strip_of_their_density() -> None:
    part = drawing(subject(generated(2000)))
    assert part is not None
    data = drawing_data(part, Setter())
    assert data["bands"] == []
    assert max(data["density"]["counts"]) == data["density"]["most"]
    assert place_of(part, 0) is not None
