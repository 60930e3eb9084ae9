from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from natopk_desktop.documents.scale_words import quoted
from natopk_desktop.dossier.location import Filter
from natopk_desktop.ui.reading import Reading
from natopk_desktop.ui.timeline.overview import Overview

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.ui.theme import Theme


@pytest.fixture
def overview(qtbot: QtBot, reading: Reading, theme: Theme) -> Overview:
    return shown(qtbot, reading, theme)


def shown(qtbot: QtBot, reading: Reading, theme: Theme, width: int = 1280) -> Overview:
    widget = Overview(reading, theme)
    qtbot.addWidget(widget)
    widget.resize(width, widget.sizeHint().height())
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def colours_in(overview: Overview, left: float, right: float) -> set[str]:
    """The colours in some columns between the labels and the axis, where the focus ring does not reach."""
    image, rows = picture(overview), range(round(overview.places.top) + 2, round(overview.places.axis))
    return {image.pixelColor(x, y).name() for x in range(round(left), round(right)) for y in rows}


def assert_plain(tip: str) -> None:
    """Qt looks for a tag or an escaped one up to the first line end, and takes a text without one there for plain."""
    first, _, rest = tip.partition("\n")
    assert rest
    assert not {"<", "&"} & set(first)


def picture(overview: Overview) -> QImage:
    return overview.grab().toImage()


def test_the_first_frame_shows_the_built_in_page(qtbot: QtBot, reading: Reading, theme: Theme) -> None:
    widget = Overview(reading, theme)
    qtbot.addWidget(widget)
    widget.resize(1280, widget.sizeHint().height())
    drawing = widget.drawing()
    assert drawing is not None
    for band in drawing.bands:
        box = widget.places.band(band.start, band.end, band.lane)
        assert theme.colours.topic(band.topic or 0) in colours_in(widget, box.left(), box.right())


def test_a_month_is_filled_over_its_whole_width_and_not_beyond(
    overview: Overview, reading: Reading, theme: Theme
) -> None:
    reading.choose(10)
    drawing = overview.drawing()
    assert drawing is not None
    march = drawing.bands[0]
    box = overview.places.band(march.start, march.end, march.lane)
    image, y = picture(overview), round(box.center().y())
    around = range(round(box.left()) - 20, round(box.right()) + 20)
    filled = [x for x in around if image.pixelColor(x, y) == QColor(theme.colours.topics[1])]
    assert filled == list(range(filled[0], filled[-1] + 1))
    assert filled[0] == pytest.approx(overview.places.x(march.start), abs=2)
    assert filled[-1] == pytest.approx(overview.places.x(march.end), abs=3)


def test_the_inferred_date_is_an_outline_and_its_neighbour_is_filled(overview: Overview, theme: Theme) -> None:
    drawing = overview.drawing()
    assert drawing is not None
    printed, inferred = (overview.places.band(b.start, b.end, b.lane) for b in drawing.bands[7:9])
    image = picture(overview)
    assert image.pixelColor(printed.center().toPoint()) == QColor(theme.colours.topics[3])
    assert image.pixelColor(inferred.center().toPoint()) == QColor(theme.colours.panel)


def test_name_and_use_are_told_to_a_screen_reader(overview: Overview) -> None:
    assert overview.accessibleName() == "Overview of 11 milestones, March 2005 to May 2007"
    told = QAccessible.queryAccessibleInterface(overview)
    assert told.text(QAccessible.Text.Name) == overview.accessibleName()
    for key in ("Left", "Home", "Plus", "Shift", "Enter", "Escape"):
        assert key in told.text(QAccessible.Text.Description)


def test_the_name_says_how_many_are_shown(overview: Overview, reading: Reading) -> None:
    reading.set_filter(Filter(topics=frozenset({"relief"})))
    assert overview.accessibleName().endswith("; 2 shown")


def test_the_text_alternative_lists_what_is_drawn(overview: Overview, reading: Reading) -> None:
    drawing = overview.drawing()
    assert drawing is not None
    said = overview.text_alternative()
    bands = [sentence for sentence in said if ": “" in sentence]
    assert len(bands) == len(drawing.bands) == 11
    assert all(quoted(reading.dossier, band.row) in text for band, text in zip(drawing.bands, bands, strict=True))


def test_it_is_by_date_whatever_the_order_of_the_list(overview: Overview, reading: Reading) -> None:
    before = overview.drawing()
    reading.set_order("date")
    assert overview.drawing() == before


def test_hidden_milestones_lose_their_colour_and_those_shown_keep_their_place(
    overview: Overview, reading: Reading, theme: Theme
) -> None:
    reading.choose(10)
    before = overview.drawing()
    reading.set_filter(Filter(topics=frozenset({"training"})))
    after = overview.drawing()
    assert before is not None
    assert after is not None
    assert [(band.start, band.lane) for band in before.bands] == [(band.start, band.lane) for band in after.bands]
    assert [band.row for band in after.bands if band.is_shown] == [5]
    march, training = (
        colours_in(overview, overview.places.x(band.start), overview.places.x(band.end))
        for band in (after.bands[0], after.bands[5])
    )
    assert theme.colours.topics[1] not in march
    assert theme.colours.outline in march
    assert theme.colours.topics[2] in training


def test_the_box_stands_around_the_chosen_milestone(overview: Overview, reading: Reading, theme: Theme) -> None:
    drawing = overview.drawing()
    assert drawing is not None
    left = overview.places.x(drawing.bands[5].start)
    reading.choose(5)
    assert theme.colours.accent in colours_in(overview, left - 4, left)
    reading.choose(0)
    assert theme.colours.accent not in colours_in(overview, left - 4, left)


def test_the_box_around_an_entry_under_another_leaves_that_one_out(overview: Overview, reading: Reading) -> None:
    drawing = overview.drawing()
    assert drawing is not None
    lower, upper = (overview.places.band(band.start, band.end, band.lane) for band in drawing.bands[7:9])
    before = picture(overview)
    reading.choose(7)
    after = picture(overview)
    changed = [
        y
        for y in range(round(overview.places.top), round(lower.bottom()))
        if before.pixelColor(round(upper.center().x()), y) != after.pixelColor(round(upper.center().x()), y)
    ]
    assert changed
    assert min(changed) > upper.center().y() + 1


def test_the_focus_ring_is_seen(qtbot: QtBot, overview: Overview, theme: Theme) -> None:
    overview.clearFocus()
    qtbot.waitUntil(lambda: not overview.hasFocus())
    assert picture(overview).pixelColor(640, 2) == QColor(theme.colours.panel)
    overview.activateWindow()
    overview.setFocus()
    qtbot.waitUntil(overview.hasFocus)
    assert picture(overview).pixelColor(640, 2) == QColor(theme.colours.accent)


def test_the_keyboard_reaches_it(overview: Overview) -> None:
    assert overview.focusPolicy() == Qt.FocusPolicy.StrongFocus


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
def test_height_follows_the_text_size(overview: Overview, theme: Theme, scale: float) -> None:
    theme.set_text_scale(scale)
    places = overview.places
    assert overview.sizeHint().height() >= places.axis > places.top > places.label_baseline
    assert places.top == pytest.approx(8 + places.line)
    assert overview.sizeHint().height() == pytest.approx(20 + 62 * scale, rel=0.15)


def test_dark_colours_are_taken_up_at_once(overview: Overview, theme: Theme) -> None:
    light = theme.colours
    theme.set_scheme("dark")
    seen = colours_in(overview, 0, overview.width())
    assert theme.colours.panel in seen
    assert not {light.panel, light.ink, light.accent, *light.topics} & seen


def test_time_runs_from_left_to_right_in_every_layout_direction(qtbot: QtBot, reading: Reading, theme: Theme) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    overview = Overview(reading, theme, holder)
    holder.resize(1280, 80)
    overview.resize(1280, overview.sizeHint().height())
    with qtbot.waitExposed(holder):
        holder.show()
    drawing = overview.drawing()
    assert drawing is not None
    march = drawing.bands[0]
    assert march.end < 0.1
    reading.choose(10)
    seen = colours_in(overview, overview.places.x(march.start), overview.places.x(march.end))
    assert theme.colours.topics[1] in seen
    QTest.keyClick(overview, Qt.Key.Key_Left)
    assert reading.row == 9


def test_at_600_pixels_labels_and_bands_are_still_apart(qtbot: QtBot, reading: Reading, theme: Theme) -> None:
    widget = shown(qtbot, reading, theme, 600)
    drawing = widget.drawing()
    assert drawing is not None
    assert [tick.label for tick in drawing.ticks if tick.label] == ["2005", "2006", "2007"]
    assert all((band.end - band.start) * widget.places.plot >= 12 for band in drawing.bands)
    assert widget.minimumSizeHint().width() <= 320


@pytest.mark.parametrize("count", [0, 1, 3])
def test_few_or_no_milestones_are_painted(
    qtbot: QtBot, theme: Theme, generated: Callable[[int], Dossier], count: int
) -> None:
    reading = Reading(generated(count), theme)
    widget = shown(qtbot, reading, theme)
    drawing = widget.drawing()
    assert (0 if drawing is None else len(drawing.bands)) == count
    assert not picture(widget).isNull()


def test_a_large_dossier_is_shown_right_after_the_first_paint(
    qtbot: QtBot, theme: Theme, generated: Callable[[int], Dossier]
) -> None:
    reading = Reading(generated(20_000), theme)
    widget = Overview(reading, theme)
    qtbot.addWidget(widget)
    assert widget.drawing() is None
    assert widget.accessibleName() == "Overview of 20000 milestones"
    widget.resize(1280, 80)
    widget.show()
    qtbot.waitUntil(lambda: widget.drawing() is not None)
    drawing = widget.drawing()
    assert drawing is not None
    assert drawing.density is not None
    assert drawing.density.total == 20_000
    assert widget.accessibleName().startswith("Overview of 20000 milestones, 1901 to ")
    assert theme.colours.soft_ink in colours_in(widget, 600, 700)


def test_a_crowd_that_is_filtered_shows_how_many_remain(
    qtbot: QtBot, theme: Theme, generated: Callable[[int], Dossier]
) -> None:
    reading = Reading(generated(20_000), theme)
    widget = shown(qtbot, reading, theme)
    qtbot.waitUntil(lambda: widget.drawing() is not None)
    reading.set_filter(Filter(topics=frozenset({"visits"})))
    drawing = widget.drawing()
    assert drawing is not None
    assert drawing.density is not None
    busy = drawing.density.counts.index(drawing.density.most)
    assert drawing.density.shown[busy] * 5 == pytest.approx(drawing.density.counts[busy], rel=0.1)


def test_tooltips_are_plain_text_that_no_source_can_turn_into_rich_text(
    qtbot: QtBot, theme: Theme, dossier: Dossier
) -> None:
    contents = dossier.contents()
    text = contents.source.text or ""
    at = dossier.milestones.text.spans(0)[0].start
    evil = text[:at] + "<b>&lt;i" + text[at + 8 :]
    source = msgspec.structs.replace(contents.source, text=evil)
    reading = Reading(type(dossier)(msgspec.structs.replace(contents, source=source)), theme)
    widget = shown(qtbot, reading, theme)
    drawing = widget.drawing()
    assert drawing is not None
    band = drawing.bands[0]
    middle = widget.places.band(band.start, band.end, band.lane).center()
    tip = widget.pointer.tip_at(middle)
    assert tip.startswith("March 2005\n“<b>&lt;i")
    assert_plain(tip)


def test_tooltips_tell_periods_with_every_printed_end(overview: Overview) -> None:
    drawing = overview.drawing()
    assert drawing is not None
    bar = drawing.periods[0]
    box = overview.places.band(bar.start, bar.end, bar.lane)
    tip = overview.pointer.tip_at(QPointF(box.center()))
    assert "“January 2006”" in tip.replace("\n", " ")
    assert "“February 2006”" in tip.replace("\n", " ")
    assert_plain(tip)
    assert overview.pointer.tip_at(QPointF(overview.places.x(0.9999), 5)) == ""
