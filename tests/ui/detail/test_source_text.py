from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from natopk_desktop.dossier.spans import Span
from natopk_desktop.ui.detail.filling import LONGEST_LINE
from natopk_desktop.ui.detail.source_text import SourceText
from natopk_desktop.ui.theme import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from natopk_desktop.ui.theme import Theme

ODD = ["\r\n", "\r", "\n", "\u00a0", "\u2028", "\u2029", "\t", "\x00", "\x01", "\x0b", "\x0c", "\x1f", "\x85"]
ODD += ["😀", "𝔘", "e\u0301", "\u200f", "\u202e", "\u2066", "شاہ", "\ufffc", "\ufdd0", "\ufdd1", "\U0010ffff"]
ODD += ["\ufeff", "\ufffe", "&amp;", "<b>"]
TEXTS = st.lists(st.one_of(st.sampled_from(ODD), st.characters(exclude_categories=["Cs"])), max_size=40).map("".join)


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> Iterator[SourceText]:
    made = SourceText(theme, Role.READING)
    qtbot.addWidget(made)
    return made  # type: ignore[return-value]  # qtbot closes it


def select(view: SourceText, start: int, end: int) -> None:
    cursor = QTextCursor(view.document())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)


def copied(view: SourceText) -> str:
    QGuiApplication.clipboard().clear()
    view.copy()
    return QGuiApplication.clipboard().text()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(TEXTS, TEXTS, TEXTS)
def test_copying_all_gives_exactly_the_slice(view: SourceText, before: str, text: str, after: str) -> None:
    span = Span(len(before), len(before) + len(text))
    view.show_pieces(before + text + after, [span])
    view.selectAll()
    assert view.selected_words() == text
    assert bytes(view.createMimeDataFromSelection().data("text/plain").data()).decode() == text
    assert view.selected_span() == (span if text else None)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(st.data(), TEXTS.filter(bool))
def test_every_span_can_be_found_selected_and_read_back(view: SourceText, data: st.DataObject, text: str) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    view.show_pieces(text, [Span(0, len(text))])
    ranges = view.runs.ranges(span)
    select(view, ranges[0][0], ranges[-1][1])
    got = view.selected_span()
    assert got is not None
    assert got.holds(span)
    # Only where the span begins or ends between CR and LF is more selected: that line end is one place.
    before, after = text[start - 1 : start + 1] == "\r\n", text[span.end - 1 : span.end + 1] == "\r\n"
    grown = Span(start - before, span.end + after)
    assert grown.holds(got)


def test_copying_goes_through_the_clipboard_unchanged(view: SourceText) -> None:
    text = "a\u00a0b\r\nc\rd\u2028e\u2029f 😀\tg"
    view.show_pieces(text, [Span(0, len(text))])
    view.selectAll()
    assert copied(view) == text


def test_control_c_copies_the_slice(view: SourceText) -> None:
    view.show_pieces("Paki2000stan\u00a0\r\n", [Span(0, 15)])
    view.show()
    view.setFocus()
    view.selectAll()
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Paki2000stan\u00a0\r\n"


def test_words_of_ours_are_shown_but_never_copied(view: SourceText) -> None:
    view.show_pieces("One two three.", ["[Ours: …] ", Span(4, 7), " [Ours: …]"])
    assert view.toPlainText() == "[Ours: …] two [Ours: …]"
    view.selectAll()
    assert copied(view) == "two"
    assert view.selected_span() == Span(4, 7)
    select(view, 0, 5)
    assert view.selected_span() is None
    assert copied(view) == ""


def test_slices_that_are_no_neighbours_stand_on_lines_of_their_own(view: SourceText) -> None:
    view.show_pieces("One two three.", [Span(0, 3), Span(8, 13)])
    assert view.toPlainText() == "One\nthree"
    view.selectAll()
    assert view.selected_spans() == [Span(0, 3), Span(8, 13)]


def test_marks_lie_on_the_words_they_name(view: SourceText) -> None:
    text = "😀😀 Paki2000stan\r\nnext"
    view.show_pieces(text, [Span(0, len(text))])
    view.set_marks("passage", [Span(3, 15)])
    view.set_marks("slip", [Span(3, 15)])
    marked = [selection.cursor.selectedText() for selection in view.extraSelections()]
    assert marked == ["Paki2000stan", "Paki2000stan"]
    view.set_marks("passage", [])
    view.set_marks("slip", [])
    assert view.extraSelections() == []


def test_the_view_is_as_tall_as_its_words_at_any_width(view: SourceText) -> None:
    view.show_pieces("many words " * 40, [Span(0, 440)])
    narrow, wide = view.height_at(200), view.height_at(800)
    assert narrow > wide
    view.resize(200, narrow)
    view.show()
    assert view.verticalScrollBar().maximum() == 0
    assert view.height_at(200) == narrow


def test_one_endless_word_wraps_inside_it(view: SourceText) -> None:
    view.show_pieces("x" * 900, [Span(0, 900)])
    view.resize(200, view.height_at(200))
    view.show()
    assert view.document().idealWidth() <= 200
    assert view.horizontalScrollBar().maximum() == 0


def test_a_line_too_long_to_lay_out_at_once_still_copies_whole(view: SourceText) -> None:
    text = "word " * (LONGEST_LINE // 2) + "\r\n" + "y" * (LONGEST_LINE * 2)
    view.show_pieces(text, [Span(0, len(text))])
    assert view.document().blockCount() > 3
    view.selectAll()
    assert view.selected_words() == text


def test_a_paragraph_is_aligned_by_its_own_letters(view: SourceText) -> None:
    text = "شاہ کا\nLeft"
    view.show_pieces(text, [Span(0, len(text))])
    view.resize(400, view.height_at(400))
    view.show()
    first = view.document().begin()
    assert first.layout().lineAt(0).naturalTextRect().left() > 200
    assert first.next().layout().lineAt(0).naturalTextRect().left() < 20


def test_tab_leaves_the_text_and_the_caret_walks_in_it(view: SourceText) -> None:
    view.show_pieces("abc", [Span(0, 3)])
    view.show()
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_span() == Span(0, 1)
    assert view.tabChangesFocus()
    QTest.keyClick(view, Qt.Key.Key_X)
    assert view.toPlainText() == "abc"


def test_nothing_can_be_dropped_or_pasted_in(view: SourceText) -> None:
    view.show_pieces("abc", [Span(0, 3)])
    QGuiApplication.clipboard().setText("<img src=file:///x>")
    view.paste()
    assert view.toPlainText() == "abc"


def test_control_and_wheel_do_not_enlarge_one_text_alone(view: SourceText) -> None:
    view.show_pieces("abc", [Span(0, 3)])
    before = view.height_at(300)
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)
    assert view.height_at(300) == before
    assert not event.isAccepted()


def test_a_screen_reader_gets_the_whole_body(view: SourceText) -> None:
    view.show_pieces("Start of Paki2000stan", [Span(0, 21)])
    view.setAccessibleName("The entry")
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.text(QAccessible.Text.Name) == "The entry"
    assert interface.role() == QAccessible.Role.EditableText
    text = interface.textInterface()
    assert text.text(0, text.characterCount()) == "Start of Paki2000stan"
    assert interface.state().readOnly


def test_fonts_and_colours_follow_the_theme(view: SourceText, theme: Theme) -> None:
    view.show_pieces("a word or two", [Span(0, 13)])
    before = view.height_at(300)
    theme.set_text_scale(2.0)
    view.restyle()
    assert view.height_at(300) > before
    theme.set_scheme("dark")
    view.restyle()
    assert view.palette().text().color().name() == theme.colours.ink
