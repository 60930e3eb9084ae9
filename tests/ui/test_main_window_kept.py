"""What the window keeps from one start to the next, and where it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from natopk_desktop import settings
from natopk_desktop.dossier.location import Filter, Location
from natopk_desktop.settings import Place, Settings
from natopk_desktop.ui.keeper import Keeper
from natopk_desktop.ui.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.ui.theme import Theme


@pytest.fixture
def path(home: Path) -> Path:
    return home / "settings" / settings.FILE


@pytest.fixture
def reopen(qtbot: QtBot, dossier: Dossier, theme: Theme, path: Path) -> Iterator[Callable[..., MainWindow]]:
    """Opens the window as a start does, with the settings at ``path``."""
    opened: list[MainWindow] = []

    def make(at: str | None = None) -> MainWindow:
        window = MainWindow(dossier, theme, Keeper(path), at)
        opened.append(window)
        window.show()
        qtbot.waitUntil(lambda: window.is_settled)
        return window

    yield make
    for window in opened:
        window.close()
        window.deleteLater()


def test_the_list_keeps_its_share_as_it_was_pulled(reopen: Callable[..., MainWindow], path: Path) -> None:
    window = reopen()
    window.resize(1280, 800)
    window.splitter.moveSplitter(500, 1)
    window.resize(700, 800)
    QApplication.processEvents()
    window.resize(1280, 800)
    QApplication.processEvents()
    assert window.timeline.width() == 500
    window.close()

    assert settings.load(path).settings.list_width == 500
    again = reopen()
    again.resize(1280, 800)
    QApplication.processEvents()
    assert again.timeline.width() == 500


def test_it_opens_where_it_was_left(reopen: Callable[..., MainWindow]) -> None:
    window = reopen()
    window.resize(700, 500)
    window.reading.set_filter(Filter(topics=frozenset({"visits", "relief"}), period="2005/2006"))
    window.reading.set_order("date")
    window.reading.choose(3)
    window.close()

    again = reopen()

    assert (again.width(), again.height()) == (700, 500)
    assert again.reading.location == Location(milestone="m04")
    assert again.reading.filter == Filter(topics=frozenset({"visits", "relief"}), period="2005/2006")
    assert again.reading.order == "date"
    assert again.timeline.currentIndex().row() == again.reading.position


def test_at_a_milestone_nothing_is_hidden(reopen: Callable[..., MainWindow]) -> None:
    window = reopen()
    window.reading.set_filter(Filter(topics=frozenset({"relief"})))
    window.close()

    again = reopen("m11")

    assert again.reading.location.milestone == "m11"
    assert again.reading.filter.is_open


@pytest.mark.parametrize(
    "place",
    [
        Place("gone", ("gone",), "no date"),
        Place(None, (), ""),
        Place("m02", None, "2005-13"),
    ],
)
def test_what_the_dossier_no_longer_has_is_passed_over(
    reopen: Callable[..., MainWindow], path: Path, dossier: Dossier, place: Place
) -> None:
    settings.save(Settings().with_place(dossier.id, place), path)

    window = reopen()

    assert window.reading.filter.is_open
    assert window.reading.location.milestone in dossier.milestones.ids


def test_text_size_and_colours_are_kept(reopen: Callable[..., MainWindow], path: Path) -> None:
    window = reopen()
    window.actions_by_id["text_larger"].trigger()
    window.actions_by_id["scheme_dark"].trigger()
    window.close()

    kept = settings.load(path).settings
    assert (kept.text_scale, kept.scheme) == (1.1, "dark")


def test_where_nothing_can_be_kept_one_quiet_line_says_so(reopen: Callable[..., MainWindow], path: Path) -> None:
    path.parent.write_text("in the way of the folder")
    window = reopen()
    window.actions_by_id["scheme_dark"].trigger()
    window.keeper.flush()

    assert "cannot be saved" in window.status.notice.text()
    assert window.status.notice.isVisible()
