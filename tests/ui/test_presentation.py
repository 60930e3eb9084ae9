"""One entry fills the screen; keys move as in any presentation; nothing is cut off."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from natopk_desktop.dossier.dossier import Dossier
from natopk_desktop.dossier.location import Filter
from natopk_desktop.dossier.spans import Span
from natopk_desktop.ui import presentation as module
from natopk_desktop.ui.presentation import Presentation
from natopk_desktop.ui.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from natopk_desktop.ui.theme import Theme

Key = Qt.Key


@pytest.fixture
def shown(reading: Reading, theme: Theme, qtbot: QtBot) -> Iterator[Presentation]:
    yield from presenting(reading, theme, qtbot)


def presenting(reading: Reading, theme: Theme, qtbot: QtBot) -> Iterator[Presentation]:
    made = Presentation(reading, theme)
    made.resize(1024, 768)
    made.show()
    qtbot.waitExposed(made)
    closed = []
    made.destroyed.connect(lambda: closed.append(True))
    yield made
    if not closed:
        made.close()
        qtbot.waitUntil(lambda: bool(closed))


@contextmanager
def closing(shown: Presentation, qtbot: QtBot) -> Iterator[None]:
    """Whatever is done within closes the window and deletes it."""
    gone = []
    shown.destroyed.connect(lambda: gone.append(True))
    yield
    qtbot.waitUntil(lambda: bool(gone))


def test_it_shows_the_chosen_entry_in_the_words_of_the_page(shown: Presentation, reading: Reading) -> None:
    reading.choose(1)
    milestone = reading.dossier.milestones[1]
    assert shown.date.text() == "October 2005"
    assert shown.words.text() == milestone.text[0].of(reading.dossier.text)
    assert shown.topics.text() == "Relief"
    assert shown.place.text() == "Entry 2 of 11"
    assert shown.notes.text().startswith("Ours: ")
    assert shown.source.text() == "NATO, “NATO-Pakistan relations”, last updated 27-Oct-2010 17:39"


def test_a_date_that_is_ours_says_so(shown: Presentation, reading: Reading) -> None:
    reading.choose(8)
    assert shown.date.text() == "no date; placed under January 2007 by us"
    assert shown.date.font().italic()
    reading.choose(0)
    assert not shown.date.font().italic()


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        ([Key.Key_Right, Key.Key_Space, Key.Key_PageDown], 3),
        ([Key.Key_End], 10),
        ([Key.Key_End, Key.Key_Right], 10),
        ([Key.Key_End, Key.Key_Left, Key.Key_PageUp, Key.Key_Backspace], 7),
        ([Key.Key_End, Key.Key_Home], 0),
        ([Key.Key_Down, Key.Key_Down, Key.Key_Up], 1),
    ],
)
def test_keys_move(keys: list[Key], row: int, shown: Presentation, reading: Reading) -> None:
    for key in keys:
        QTest.keyClick(shown, key)
    assert reading.row == row


def test_shift_and_space_move_back(shown: Presentation, reading: Reading) -> None:
    QTest.keyClick(shown, Key.Key_Space)
    QTest.keyClick(shown, Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert reading.row == 0


def test_arrows_turn_round_where_one_reads_from_right_to_left(shown: Presentation, reading: Reading) -> None:
    shown.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QTest.keyClick(shown, Key.Key_Left)
    assert reading.row == 1


def test_a_click_goes_on(shown: Presentation, reading: Reading) -> None:
    QTest.mouseClick(shown, Qt.MouseButton.LeftButton, pos=QPoint(500, 40))
    assert reading.row == 1


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_F5, Key.Key_F11])
def test_it_is_left_where_one_got_to(key: Key, shown: Presentation, reading: Reading, qtbot: QtBot) -> None:
    QTest.keyClick(shown, Key.Key_Right)
    with closing(shown, qtbot):
        QTest.keyClick(shown, key)
    assert reading.row == 1


def test_only_what_the_filter_shows_is_gone_through(reading: Reading, theme: Theme, qtbot: QtBot) -> None:
    reading.set_filter(Filter(topics=frozenset({"relief"})))
    for shown in presenting(reading, theme, qtbot):
        assert shown.place.text() == "Entry 2 of 11 · 1 of 2 shown"
        QTest.keyClick(shown, Key.Key_Right)
        assert shown.place.text() == "Entry 4 of 11 · 2 of 2 shown"
        QTest.keyClick(shown, Key.Key_Right)
        assert reading.row == 3


def test_with_nothing_to_show_it_says_so(reading: Reading, theme: Theme, qtbot: QtBot) -> None:
    reading.set_filter(Filter(topics=frozenset()))
    for shown in presenting(reading, theme, qtbot):
        assert shown.words.text() == "There is no entry to show."
        QTest.keyClick(shown, Key.Key_Right)


def test_figures_are_shown_in_the_words_of_the_page(shown: Presentation, reading: Reading) -> None:
    reading.choose(3)
    told = {label.text() for label in shown.figures.findChildren(QLabel) if label.isVisible()}
    assert {"Almost", "3500", "tons of relief supplies", "more than", "8000"} <= told
    reading.choose(4)
    assert not shown.figures.isVisible()


@pytest.mark.parametrize("size", [(1024, 768), (1280, 720), (1920, 1080), (3840, 2160)])
def test_every_entry_of_the_page_fits_without_scrolling(
    size: tuple[int, int], shown: Presentation, reading: Reading
) -> None:
    shown.resize(*size)
    for row in range(11):
        reading.choose(row)
        QTest.qWait(1)
        assert shown.area.verticalScrollBar().maximum() == 0
        least = module.SMALLEST * min(size[0] / module.DESIGN[0], size[1] / module.DESIGN[1])
        assert shown.words.font().pixelSize() >= round(least)


def with_long_entry(dossier: Dossier) -> Dossier:
    """The built-in dossier with the whole page as its first entry's words."""
    contents = dossier.contents()
    first = msgspec.structs.replace(contents.milestones[0], text=(Span(0, 4064),))
    return Dossier(msgspec.structs.replace(contents, milestones=[first, *contents.milestones[1:]]))


def test_what_cannot_fit_is_scrolled_before_it_goes_on(dossier: Dossier, theme: Theme, qtbot: QtBot) -> None:
    reading = Reading(with_long_entry(dossier))
    for shown in presenting(reading, theme, qtbot):
        qtbot.waitUntil(lambda: shown.area.verticalScrollBar().maximum() > 0)  # noqa: B023  # asked within the turn
        bar = shown.area.verticalScrollBar()
        assert shown.words.font().pixelSize() == module.SMALLEST
        QTest.keyClick(shown, Key.Key_Down)
        assert bar.value() > 0
        assert reading.row == 0
        while bar.value() < bar.maximum():
            QTest.keyClick(shown, Key.Key_Down)
        QTest.keyClick(shown, Key.Key_Down)
        assert reading.row == 1
        assert bar.value() == 0


def test_the_mouse_rests_out_of_sight(shown: Presentation, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    assert monkeypatch is not None
    shown._rest.setInterval(1)
    shown._show_mouse()
    qtbot.waitUntil(lambda: shown.cursor().shape() == Qt.CursorShape.BlankCursor)
    assert not any(button.isVisible() for button in shown.buttons)
    QTest.mouseMove(shown, QPoint(300, 30))
    QTest.mouseMove(shown, QPoint(310, 40))
    qtbot.waitUntil(lambda: shown.cursor().shape() != Qt.CursorShape.BlankCursor)
    assert all(button.isVisible() for button in shown.buttons)


def test_the_buttons_do_what_the_keys_do(shown: Presentation, reading: Reading, qtbot: QtBot) -> None:
    previous, following, leave = shown.buttons
    following.click()
    following.click()
    previous.click()
    assert reading.row == 1
    assert all(button.accessibleName() for button in shown.buttons)
    with closing(shown, qtbot):
        leave.click()


def test_a_screen_reader_is_told_the_whole_entry(shown: Presentation, reading: Reading) -> None:
    reading.choose(1)
    said = shown.accessibleDescription()
    assert said.startswith("October 2005. Start of Paki2000stan")
    assert "Entry 2 of 11" in said


def test_it_follows_the_theme(shown: Presentation, theme: Theme) -> None:
    theme.set_scheme("dark")
    palette = shown.palette()
    assert palette.color(palette.ColorRole.Window).name() == theme.colours.ground


def test_mark_up_in_a_page_is_shown_as_it_is(generated: Callable[[int], Dossier], theme: Theme, qtbot: QtBot) -> None:
    contents = generated(2).contents()
    name = msgspec.structs.replace(contents.topics[0], name="<b>R&D</b>")
    reading = Reading(Dossier(msgspec.structs.replace(contents, topics=[name, *contents.topics[1:]])))
    for shown in presenting(reading, theme, qtbot):
        assert shown.topics.text() == "<b>R&D</b>"
        assert all(label.textFormat() == Qt.TextFormat.PlainText for label in shown.findChildren(QLabel))
