"""A row as the eye sees it: its zones, its marks, and what happens when it cannot be painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor

from natopk_desktop.ui.reading import Reading
from natopk_desktop.ui.search_state import SearchState
from natopk_desktop.ui.timeline.view import TimelineView
from tests import generator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.spans import Span
    from natopk_desktop.ui.theme import Theme
    from natopk_desktop.ui.timeline.metrics import Metrics

URDU = "صدر پرویز مشرف نے اسلام آباد میں اتحاد کے حکام سے ملاقات کی"


@pytest.fixture
def view(reading: Reading, theme: Theme, qtbot: QtBot) -> TimelineView:
    return shown(reading, theme, qtbot)


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def shown(reading: Reading, theme: Theme, qtbot: QtBot, width: int = 447, height: int = 622) -> TimelineView:
    view = TimelineView(reading, theme)
    qtbot.addWidget(view)
    view.resize(width, height)
    with qtbot.waitExposed(view):
        view.show()
    return view


def picture(view: TimelineView) -> QImage:
    return view.viewport().grab().toImage()


def places(view: TimelineView) -> Metrics:
    return view.delegate.places()


def row_at(view: TimelineView, position: int) -> QRect:
    return view.visualRect(view.model().index(position, 0))


def colours(image: QImage, area: QRect) -> set[str]:
    area &= image.rect()
    return {
        image.pixelColor(x, y).name()
        for x in range(area.left(), area.right() + 1)
        for y in range(area.top(), area.bottom() + 1)
    }


def ring_area(view: TimelineView, position: int) -> QRect:
    where, row = places(view), row_at(view, position)
    x = row.width() - where.spine_x if where.is_mirrored else where.spine_x
    radius = where.ring + 2
    y = row.top() + where.date_baseline - where.ring * 0.7
    return QRect(round(x - radius), round(y - radius), round(2 * radius), round(2 * radius))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "scale"), [(447, 1.0), (320, 2.0), (320, 3.0)])
def test_rows_are_painted_at_every_size(
    view: TimelineView, theme: Theme, scheme: str, width: int, scale: float
) -> None:
    theme.set_scheme("dark" if scheme == "dark" else "light")
    theme.set_text_scale(scale)
    view.resize(width, 622)
    image = picture(view)
    seen = colours(image, row_at(view, 1))
    assert {theme.colours.ink, theme.colours.ground} <= seen
    assert row_at(view, 0).height() == places(view).height


def test_a_mark_has_its_topics_colour(view: TimelineView, theme: Theme, reading: Reading) -> None:
    image = picture(view)
    for position in range(11):
        [topic] = reading.dossier.milestones.topics[position]
        assert theme.colours.topic(topic) in colours(image, ring_area(view, position)), position


def middle_of_ring(view: TimelineView, position: int) -> str:
    centre = ring_area(view, position).center()
    return picture(view).pixelColor(centre.x() + 2, centre.y()).name()


@pytest.mark.parametrize("position", [1, 8])
def test_a_mark_is_filled_when_chosen(view: TimelineView, theme: Theme, reading: Reading, position: int) -> None:
    assert middle_of_ring(view, position) == theme.colours.ground
    reading.choose(position)
    [topic] = reading.dossier.milestones.topics[position]
    assert middle_of_ring(view, position) == theme.colours.topic(topic)


def on_ring(view: TimelineView, position: int) -> int:
    """Count the pixels of the ring in its topic's full colour."""
    image, area = picture(view), ring_area(view, position)
    [topic] = view.model().entry(position).topics
    colour = QColor(places_colour(view, topic))
    return sum(
        image.pixelColor(x, y) == colour
        for x in range(area.left(), area.right() + 1)
        for y in range(area.top(), area.bottom() + 1)
    )


def places_colour(view: TimelineView, topic: int) -> str:
    return view.theme.colours.topic(topic)


def test_the_ring_of_an_inferred_date_has_gaps(view: TimelineView) -> None:
    assert 0 < on_ring(view, 8) < on_ring(view, 7)


def test_a_match_is_marked(view: TimelineView, theme: Theme, reading: Reading) -> None:
    search = SearchState(reading, reading)
    view.set_search(search)
    assert theme.colours.marked not in colours(picture(view), row_at(view, 3))
    search.set_query("earthquake")
    image = picture(view)
    assert theme.colours.marked in colours(image, row_at(view, 3))
    assert theme.colours.marked not in colours(image, row_at(view, 4))
    search.set_query("")
    assert theme.colours.marked not in colours(picture(view), row_at(view, 3))
    view.set_search(None)
    search.close()


def test_a_match_in_the_date_is_marked(view: TimelineView, theme: Theme, reading: Reading) -> None:
    search = SearchState(reading, reading)
    view.set_search(search)
    search.set_query("september")
    date = row_at(view, 5)
    date.setRight(int(places(view).text_x) - 1)
    assert theme.colours.marked in colours(picture(view), date)
    search.close()


def test_the_focus_ring_is_seen(view: TimelineView, theme: Theme, qtbot: QtBot) -> None:
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    row = row_at(view, 0)
    edge = QRect(row.left(), row.bottom() - 1, row.width(), 2)
    assert theme.colours.accent in colours(picture(view), edge.adjusted(100, 0, -100, 0))


def test_the_year_floats_at_the_top(view: TimelineView, theme: Theme) -> None:
    view.resize(447, 300)
    view.verticalScrollBar().setValue(70)
    where = places(view)
    column = QRect(int(where.year_x), 0, int(where.year_width), int(where.date_baseline) + 1)
    assert theme.colours.soft_ink in colours(picture(view), column)


def test_the_next_year_pushes_the_floating_one_away(view: TimelineView, theme: Theme) -> None:
    view.resize(447, 300)
    where = places(view)
    view.verticalScrollBar().setValue(3 * where.height - 6)  # six pixels of 2005's last row are left
    middle = 6 + int(where.date_baseline) // 2
    pushed, between, following = (
        QRect(int(where.year_x), top, int(where.year_width), height)
        for top, height in ((0, 6), (6, middle - 6), (middle, 30))
    )
    image = picture(view)
    assert theme.colours.soft_ink in colours(image, pushed)
    assert theme.colours.soft_ink not in colours(image, between)
    assert theme.colours.soft_ink in colours(image, following)


@pytest.mark.usefixtures("mirrored")
def test_rows_are_mirrored_for_right_to_left_interfaces(reading: Reading, theme: Theme, qtbot: QtBot) -> None:
    view = shown(reading, theme, qtbot)
    assert places(view).is_mirrored
    area = ring_area(view, 0)
    assert area.left() > 447 / 2
    assert theme.colours.topic(1) in colours(picture(view), area)


@pytest.mark.parametrize("event", [URDU + "، " + URDU, "🙂 " * 60, "", "a\nb\tc", "x" * 100_000])
def test_any_text_is_painted(event: str, theme: Theme, qtbot: QtBot) -> None:
    reading = Reading(generator.generated(12, [event]))
    view = shown(reading, theme, qtbot)
    assert theme.colours.ink in colours(picture(view), row_at(view, 1)) or not event
    reading.deleteLater()


def test_right_to_left_words_end_at_the_right(theme: Theme, qtbot: QtBot) -> None:
    reading = Reading(generator.generated(3, ["صدر"]))
    view = shown(reading, theme, qtbot)
    where, row = places(view), row_at(view, 1)
    words = QRect(int(where.text_end) - 40, row.top(), 40, row.height())
    empty = QRect(int(where.text_x), row.top(), 60, row.height())
    image = picture(view)
    assert colours(image, words) != {theme.colours.ground}
    assert colours(image, empty) == {theme.colours.ground}
    reading.deleteLater()


def test_laid_out_rows_are_not_kept_without_end(generated_view: TimelineView) -> None:
    from natopk_desktop.ui.timeline.row_layouts import KEPT_ROWS

    layouts = generated_view.delegate.layouts
    for position in range(1000):
        layouts.row(position, places(generated_view))
    assert len(layouts) == KEPT_ROWS


@pytest.fixture
def generated_view(theme: Theme, qtbot: QtBot) -> Iterator[TimelineView]:
    reading = Reading(generator.generated(1000))
    yield shown(reading, theme, qtbot)
    reading.deleteLater()


def test_a_row_that_cannot_be_painted_says_so(
    theme: Theme, qtbot: QtBot, dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []
    monkeypatch.setattr("sys.excepthook", lambda *error: told.append(error[0]))
    reading = Reading(dossier)
    view = shown(reading, theme, qtbot)
    search = SearchState(reading, reading)
    monkeypatch.setattr(search, "spans_in", broken)
    view.set_search(search)
    seen = colours(picture(view), row_at(view, 2))
    assert {theme.colours.note_ground, theme.colours.note} <= seen
    assert told == [ZeroDivisionError]
    picture(view)
    assert told == [ZeroDivisionError]  # once is enough
    view.set_search(None)
    search.close()
    reading.deleteLater()


def broken(_span: Span) -> list[Span]:
    raise ZeroDivisionError
