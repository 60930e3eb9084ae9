"""The model tells views and screen readers what the list holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from natopk_desktop.dossier.location import Filter
from natopk_desktop.ui.reading import Reading
from natopk_desktop.ui.search_state import SearchState
from natopk_desktop.ui.timeline.model import TimelineModel, TimelineRole

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from natopk_desktop.dossier.dossier import Dossier

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def model(reading: Reading) -> TimelineModel:
    return TimelineModel(reading, reading)


def spoken(model: TimelineModel) -> list[str]:
    return [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]


def test_model_is_sound(model: TimelineModel, reading: Reading) -> None:
    tester = QAbstractItemModelTester(model, FATAL)
    reading.set_order("date")
    reading.set_filter(Filter(topics=frozenset({"relief"})))
    reading.set_filter(Filter(topics=frozenset()))
    reading.clear_filter()
    tester.deleteLater()
    assert model.rowCount() == 11


def test_what_a_screen_reader_says(model: TimelineModel, dossier: Dossier) -> None:
    said = spoken(model)
    assert said[0] == (
        "2005. March 2005, Visits: Visit to Pakistan by Ambassador Alessandro Minuto Rizzo, NATO Deputy Assistant "
        f"Secretary General.; {notes(dossier, 0)}, 1 of 11"
    )
    assert said[3].startswith("2006. January 2006, Relief: End of NATO’s earthquake relief operation in Pakistan. ")
    assert f"; 6 figures, {notes(dossier, 3)}, 4 of 11" in said[3]
    assert said[8] == (
        "no date; placed under January 2007 by us, Politics: Visit to NATO by Prime Minister of Pakistan; NATO and "
        f"Pakistan agree on Afghanistan approach.; {notes(dossier, 8)}, 9 of 11"
    )


def notes(dossier: Dossier, row: int) -> str:
    count = len(dossier.bearings.notes_on_milestone(row))
    return "1 note" if count == 1 else f"{count} notes"


def test_the_year_is_said_in_the_first_row_of_its_year(model: TimelineModel) -> None:
    opens = [said.partition(".")[0] for said in spoken(model) if said[:4].isdigit()]
    assert opens == ["2005", "2006", "2007"]
    assert [row for row in range(11) if model.index(row, 0).data(TimelineRole.OPENS_YEAR)] == [0, 3, 7]


def test_the_year_is_said_in_the_first_row_shown(model: TimelineModel, reading: Reading) -> None:
    reading.set_filter(Filter(topics=frozenset({"training", "politics"})))
    assert [said[:25] for said in spoken(model)] == ["2006. September 2006, Tra", "2007. no date; placed und"]


def test_roles(model: TimelineModel) -> None:
    index = model.index(3, 0)
    assert index.data(TimelineRole.MILESTONE) == 3
    assert index.data(TimelineRole.PRINTED) == "January 2006"
    assert index.data(TimelineRole.YEAR) == "2006"
    assert index.data(TimelineRole.PLACED) == ""
    assert index.data(TimelineRole.TEXT) == index.data() == model.entry(3).text
    assert index.data(TimelineRole.TOPICS) == (0,)
    assert index.data(TimelineRole.FIGURES) == 6
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert model.index(8, 0).data(TimelineRole.PLACED) == "January 2007"
    assert bytes(model.roleNames()[TimelineRole.MILESTONE].data()) == b"milestone"


def test_nothing_is_said_of_rows_that_are_not_there(model: TimelineModel) -> None:
    assert model.data(QModelIndex()) is None
    assert not model.index(11, 0).isValid()
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags


def test_rows_are_never_edited(model: TimelineModel) -> None:
    assert not model.flags(model.index(0, 0)) & (Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled)


def test_matches_follow_the_search(model: TimelineModel, reading: Reading, dossier: Dossier) -> None:
    search = SearchState(reading, reading)
    model.set_search(search)
    search.set_query("relief")
    index = model.index(3, 0)
    assert dossier.words(index.data(TimelineRole.MATCHES)) == ("relief", "relief")
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "2 matches"
    model.set_search(None)
    assert index.data(TimelineRole.MATCHES) == []
    search.close()


def test_by_date_the_undated_entry_follows_the_one_it_is_placed_under(model: TimelineModel, reading: Reading) -> None:
    reading.set_order("date")
    assert [model.index(row, 0).data(TimelineRole.MILESTONE) for row in range(11)] == list(range(11))


def test_many_rows(generated: Callable[[int], Dossier], qtbot: QtBot) -> None:
    reading = Reading(generated(100_000))
    model = TimelineModel(reading)
    with qtbot.waitSignal(model.modelReset):
        reading.set_filter(Filter(topics=frozenset({"relief"})))
    assert model.rowCount() == 20_000
    assert spoken_at(model, 19_999).endswith("20000 of 20000")
    reading.clear_filter()
    assert spoken_at(model, 99_999).endswith("100000 of 100000")


def spoken_at(model: TimelineModel, position: int) -> str:
    said: str = model.index(position, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    return said
