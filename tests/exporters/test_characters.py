from __future__ import annotations

import pytest

from natopk_desktop.documents.parts import Run
from natopk_desktop.dossier.spans import Span
from natopk_desktop.exporters.texts.characters import HTML, PLAIN, XML, Characters, unclosed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("abc", []),
        ("\u202eabc", [0]),
        ("\u202eabc\u202c", []),
        ("\u2066\u202eabc\u2069", []),
        ("\u2066\u202eabc\u202c", [0]),
        ("\u202e\u2066abc\u202c\u2069", [0]),
        ("a\u202eb\nc\u202c", [1]),
        ("\u202c\u2069", []),
        ("\u200eabc\u200f", []),
    ],
)
def test_controls_that_would_turn_our_words_round(text: str, expected: list[int]) -> None:
    assert unclosed(text) == expected


@pytest.mark.parametrize("pattern", [PLAIN, XML, HTML])
def test_what_can_be_seen_is_kept_and_what_cannot_becomes_its_number(pattern: object) -> None:
    assert pattern in {PLAIN, XML, HTML}
    characters = Characters(pattern, isolates=False)  # type: ignore[arg-type]
    run = Run("a\0b\xa0\t\u200d\u2028é\U0001f600\x85", "source", Span(10, 20))
    pieces = list(characters.pieces(run))
    assert [text for text, is_box in pieces if is_box] == ["U+0000", "U+0085"]
    assert "".join(text for text, is_box in pieces if not is_box) == "ab\xa0\t\u200d\u2028é\U0001f600"
    assert characters.boxed == {"\0": {11}, "\x85": {19}}


def test_each_format_keeps_what_it_can() -> None:
    def boxed(pattern: object) -> str:
        characters = Characters(pattern, isolates=True)  # type: ignore[arg-type]
        list(characters.pieces(Run("\ufdd0\ufffe\U0010ffff\r\u202e", "source", Span(0, 5))))
        return "".join(characters.boxed)

    assert boxed(PLAIN) == "\r"
    assert boxed(XML) == "\ufffe\r"
    assert boxed(HTML) == "\ufdd0\ufffe\U0010ffff\r"


def test_a_line_end_of_two_characters_is_one_and_counted_once_wherever_it_is_told() -> None:
    characters = Characters(PLAIN, isolates=False)
    for _ in range(2):
        assert [text for text, _ in characters.pieces(Run("a\r\nb\r\n", "source", Span(3, 9)))] == ["a\nb\n"]
    assert characters.returns == {4, 7}


def test_a_line_of_ours_stays_one_line() -> None:
    characters = Characters(PLAIN, isolates=False)
    assert characters.plain(Run("a\nb", "ours")) == "a b"
    assert characters.plain(Run("a\nb", "source", Span(0, 3))) == "a[U+000A]b"
    assert characters.marked(Run("a]\nb", "ours")) == "[Ours: a) b]"
