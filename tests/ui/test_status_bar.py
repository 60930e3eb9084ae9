from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from natopk_desktop.documents.colours import DARK
from natopk_desktop.dossier.account import breaks
from natopk_desktop.dossier.columns import BlockTable
from natopk_desktop.dossier.dossier import Dossier
from natopk_desktop.dossier.location import Filter
from natopk_desktop.dossier.model import Block
from natopk_desktop.dossier.spans import Span
from natopk_desktop.ui.reading import Reading
from natopk_desktop.ui.status_bar import StatusBar, tiles

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from natopk_desktop.ui.theme import Theme


@pytest.fixture
def status(qtbot: QtBot, reading: Reading, theme: Theme) -> StatusBar:
    bar = StatusBar(reading, theme)
    qtbot.addWidget(bar)
    bar.resize(1280, 30)
    bar.show()
    return bar


def test_it_says_how_many_are_shown(status: StatusBar, reading: Reading) -> None:
    assert status.count.text() == "11 of 11 milestones"
    reading.set_filter(Filter(topics=frozenset({"relief"})))
    assert status.count.text() == f"{len(reading.rows)} of 11 milestones"
    assert len(reading.rows) < 11


def test_the_stamp_is_the_source_s_own(status: StatusBar) -> None:
    assert status.source.text() == "Source as of 27-Oct-2010 17:39 · SHA-256 fe903ccd…"


def test_nothing_is_said_of_the_account_before_it_is_made(status: StatusBar) -> None:
    assert status.account.isHidden()
    status.show_account()
    assert status.account.text() == "Every character accounted for"
    assert "5490" in status.account.toolTip()


def test_the_account_tells_the_truth(qtbot: QtBot, dossier: Dossier, theme: Theme) -> None:
    contents = dossier.contents()
    broken = Dossier(msgspec.structs.replace(contents, blocks=contents.blocks[:-1]))
    reading = Reading(broken)
    bar = StatusBar(reading, theme)
    qtbot.addWidget(bar)

    bar.show_account()

    assert bar.account.text() == "Not every character is accounted for"
    assert "in no block" in bar.account.toolTip()


def test_a_source_without_a_stamp_says_so(qtbot: QtBot, dossier: Dossier, theme: Theme) -> None:
    contents = dossier.contents()
    undated = msgspec.structs.replace(contents, source=msgspec.structs.replace(contents.source, updated=None))
    bar = StatusBar(Reading(Dossier(undated)), theme)
    qtbot.addWidget(bar)

    assert bar.source.text() == "Source without a date · SHA-256 fe903ccd…"


def test_a_notice_comes_and_goes(status: StatusBar) -> None:
    status.show_notice("Settings cannot be saved here.")
    assert status.notice.isVisible()
    assert "cannot be saved" in status.source.accessibleDescription()
    status.show_notice("")
    assert not status.notice.isVisible()


def test_a_screen_reader_hears_the_whole_line_in_one_place(status: StatusBar) -> None:
    status.show_account()

    assert status.source.accessibleName() == "Source of this text"
    assert status.source.accessibleDescription() == (
        "Source as of 27-Oct-2010 17:39 · SHA-256 fe903ccd…. 11 of 11 milestones. Every character accounted for"
    )


def test_it_asks_for_the_source(status: StatusBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(status.source_requested):
        status.source.click()


def test_it_gives_way_in_a_narrow_window(status: StatusBar) -> None:
    status.show_account()
    status.show_notice("Settings cannot be saved here; they last until you quit.")
    status.resize(320, 30)

    assert status.minimumSizeHint().width() <= 320
    assert status.source.geometry().right() <= status.width()


def test_it_wears_the_theme(status: StatusBar, theme: Theme) -> None:
    theme.set_scheme("dark")
    assert status.source.palette().color(status.source.foregroundRole()).name() == DARK.soft_ink
    picture = status.count.grab().toImage()
    shades = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert DARK.soft_ink in shades


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=4), st.integers(0, 6))
def test_the_quick_look_agrees_with_the_account(spans: list[tuple[int, int]], length: int) -> None:
    blocks = BlockTable(Block(f"b{row}", "paragraph", None, Span(*span)) for row, span in enumerate(spans))

    assert tiles(blocks, length) == (list(breaks(length, blocks)) == [])
