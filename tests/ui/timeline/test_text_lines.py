"""The source's words in two lines: letter for letter, elided between letters, read from their own side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QTextCharFormat

from natopk_desktop.ui.theme import Role
from natopk_desktop.ui.timeline.text_lines import Marked, one_line, runs_right_to_left, two_lines

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QTextLayout

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.ui.theme import Theme

URDU = "صدر پرویز مشرف نے اسلام آباد میں اتحاد کے حکام سے ملاقات کی"


@pytest.fixture
def font(theme: Theme) -> QFont:
    return theme.font(Role.ENTRY)


def plain(text: str) -> Marked:
    return Marked(text, (), QTextCharFormat())


def texts(layouts: list[QTextLayout]) -> list[str]:
    return [layout.text() for layout in layouts]


def is_told(shown: list[str], text: str) -> bool:
    """Tell whether the lines are the text's beginning, or all of it, in one piece."""
    body = shown[-1].removesuffix("…")
    at = 0
    for line in (*shown[:-1], body):
        if not text[at:].lstrip(" ").startswith(line):
            return False
        at = text.index(line, at) + len(line)
    return shown[-1].endswith("…") or not text[at:].strip(" ")


@pytest.mark.parametrize("width", [40, 90, 200, 400, 2000])
def test_lines_are_the_sources_words_in_one_piece(dossier: Dossier, font: QFont, width: float) -> None:
    for row in range(len(dossier.milestones)):
        [text] = dossier.words(dossier.milestones.text.spans(row))
        shown = texts(two_lines(plain(text), font, (width, width)))
        assert is_told(shown, text), (shown, text)


@pytest.mark.parametrize("width", range(20, 260, 7))
@pytest.mark.parametrize("word", ["🙂🙂🙂", "𝒩𝒜𝒯𝒪", "e\u0301e\u0301", "🇵🇰🇩🇪"])
def test_no_letter_is_cut_in_two(font: QFont, word: str, width: float) -> None:
    text = " ".join([word] * 40)
    shown = texts(two_lines(plain(text), font, (width, width)))
    assert is_told(shown, text)
    for line in shown:
        line.encode("utf-16-le")  # fails on half a pair
        assert not line.startswith("\u0301")


def test_both_lines_keep_within_their_widths(font: QFont) -> None:
    lines = two_lines(plain("Alliance officials visit " * 9), font, (120, 180))
    assert [line.lineAt(0).naturalTextWidth() <= width + 1 for line, width in zip(lines, (120, 180), strict=True)] == [
        True,
        True,
    ]


def test_a_short_text_is_one_line(font: QFont) -> None:
    assert texts(two_lines(plain("Visit."), font, (200, 200))) == ["Visit."]


def test_an_empty_text_is_an_empty_line(font: QFont) -> None:
    assert texts(two_lines(plain(""), font, (200, 200))) == [""]


def test_no_break_spaces_are_kept_and_do_not_break(font: QFont) -> None:
    text = "ISAF\u00a0HQ.\u00a0\u00a0The\u00a0JIOC"
    wide = texts(two_lines(plain(text), font, (1000, 1000)))
    assert wide == [text]
    narrow = texts(two_lines(plain("at " + text), font, (60, 1000)))
    assert narrow == ["at", text]


def test_line_breaks_of_the_source_are_drawn_as_blanks(font: QFont) -> None:
    assert texts(two_lines(plain("one\ntwo\tthree\u2028four"), font, (1000, 1000))) == ["one two three four"]


def test_a_giant_text_is_elided_without_being_laid_out(font: QFont) -> None:
    shown = texts(two_lines(plain("word " * 1_000_000), font, (200, 200)))
    assert len("".join(shown)) < 200
    assert shown[1].endswith("…")


def test_a_cut_text_says_so_where_its_beginning_would_fit(font: QFont) -> None:
    shown = texts(two_lines(plain("i" * 5000), font, (600, 5000)))
    assert shown[1].endswith("…")


@pytest.mark.parametrize(
    ("text", "is_rtl"),
    [("Visit", False), ("“Visit” – 2005", False), (URDU, True), ("2005 " + URDU, True), ("NATO " + URDU, False)],
)
def test_direction_is_that_of_the_first_letter(text: str, is_rtl: bool) -> None:
    assert runs_right_to_left(text) is is_rtl


def test_right_to_left_text_begins_at_the_right(font: QFont) -> None:
    lines = two_lines(plain(URDU * 3), font, (200, 200))
    assert len(lines) == 2
    for line in lines:
        assert line.lineAt(0).naturalTextRect().right() == pytest.approx(200, abs=1)


def test_left_to_right_text_begins_at_the_left(font: QFont) -> None:
    for line in two_lines(plain("Visit to Pakistan by Ambassador"), font, (120, 200)):
        assert line.lineAt(0).naturalTextRect().left() == pytest.approx(0, abs=1)


def marked_words(layout: QTextLayout) -> list[str]:
    raw = layout.text().encode("utf-16-le")
    return [raw[2 * one.start : 2 * (one.start + one.length)].decode("utf-16-le") for one in layout.formats()]


def test_marks_stand_on_their_words_in_either_line(font: QFont) -> None:
    text = "🙂 relief supplies 𝒩 and relief workers, relief for all of them, and more than that"
    style = QTextCharFormat()
    style.setBackground(QColor("#fdf0c4"))
    encoded = text.encode("utf-16-le")
    places = []
    at = encoded.find("relief".encode("utf-16-le"))
    while at >= 0:
        places.append((at // 2, 6))
        at = encoded.find("relief".encode("utf-16-le"), at + 2)
    first, second = two_lines(Marked(text, places, style), font, (170, 220))
    assert marked_words(first) + marked_words(second) == ["relief"] * 3
    assert marked_words(first)


def test_a_mark_ends_before_the_ellipsis(font: QFont) -> None:
    text = "incomprehensibilities"
    layout = one_line(Marked(text, [(0, len(text))], QTextCharFormat()), font, 80)
    [words] = marked_words(layout)
    assert layout.text() == words + "…"
    assert text.startswith(words)
