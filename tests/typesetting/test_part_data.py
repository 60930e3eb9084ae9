from __future__ import annotations

from typing import Any

from natopk_desktop.documents.build import build
from natopk_desktop.documents.choice import Choice
from natopk_desktop.documents.parts import Document, Heading, Run
from natopk_desktop.dossier import store
from natopk_desktop.typesetting.characters import Setter
from natopk_desktop.typesetting.part_data import PartSetter
from tests.documents.made_up import Made, made_up

BUILT_IN = store.built_in()


def data(document: Document) -> list[dict[str, Any]]:
    setter = PartSetter(document, Setter())
    return [setter.data(part) for part in document.parts]


def table(document: Document) -> dict[str, Any]:
    return next(part for part in data(document) if part["kind"] == "table")


def test_years_stand_once_beside_their_entries() -> None:
    found = table(build(BUILT_IN, Choice()))
    assert found["groups"][0] == ["2005", 3]
    assert [entry["date"]["runs"][0]["t"] for entry in found["entries"]][:3] == ["March", "October", "December"]


def test_an_undated_entry_stays_with_the_year_it_is_placed_under() -> None:
    assert table(build(BUILT_IN, Choice(only=("m08", "m09", "m10"))))["groups"] == [["2007", 3]]


def test_whole_dates_stand_where_not_all_end_with_years() -> None:
    found = table(build(made_up([Made("a"), Made("b", "2001-05-03", "2001-05-03")]), Choice()))
    assert not found["years"]
    assert found["entries"][0]["date"]["runs"][0]["t"] == "May 2001"


def test_heading_levels_leave_no_gap() -> None:
    document = build(BUILT_IN, Choice(document="briefing"))
    runs = (Run("x", "ours"),)
    setter = PartSetter(document, Setter())
    assert [setter.data(Heading(level, runs))["level"] for level in (1, 4, 2, 5, 6)] == [1, 2, 2, 3, 4]


def test_a_note_is_an_anchor_only_the_first_time() -> None:
    notes = [
        note
        for part in data(build(BUILT_IN, Choice(document="milestone")))
        if part["kind"] == "notes"
        for note in part["items"]
    ]
    anchors = [note["number"] for note in notes if note["anchor"]]
    assert len(anchors) == len(set(anchors)) == len({note["number"] for note in notes})


def test_the_poster_knows_where_each_entry_stands() -> None:
    found = table(build(BUILT_IN, Choice(document="timeline")))
    starts = [entry["at"][0] for entry in found["entries"]]
    assert starts == sorted(starts)


def test_figures_without_a_number_stand_apart() -> None:
    figures = next(part for part in data(build(BUILT_IN, Choice())) if part["kind"] == "figures")
    assert [len(figures["items"]), len(figures["works"])] == [4, 3]
    assert figures["items"][1]["order"] == ["qualifier", "value", "unit"]


def test_dates_of_other_sources_are_told_in_words() -> None:
    sources = next(part for part in data(build(BUILT_IN, Choice(document="briefing"))) if part["kind"] == "witnesses")
    told = " ".join(str(item["title"]) for item in sources["items"])
    assert "“Nato to boost ties with Pakistan”, perhaps 17 May 2006." in told
    assert "2006-" not in told
