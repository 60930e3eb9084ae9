from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natopk_desktop.documents.parts import Run
from natopk_desktop.dossier.spans import Span
from natopk_desktop.typesetting.characters import Place, Setter, is_right_to_left


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("plain", ["plain"]),
        ("", []),
        ("a😀b", ["a", {"box": "U+1F600"}, "b"]),
        ("\x00", [{"box": "U+0000"}]),
        ("\ue000", [{"box": "U+E000"}]),
        ("\ufeff", [{"box": "U+FEFF"}]),
        ("\u202eevil\u202c", [{"box": "U+202E"}, "evil", {"box": "U+202C"}]),
        ("a\r\nb\nc\u2028d", ["a", {"line": 1}, "b", {"line": 1}, "c", {"line": 1}, "d"]),
        ("a\tb", ["a", {"tab": 1}, "b"]),
        ("no\u00a0break", ["no\u00a0break"]),
        ("zero\u200dwidth", ["zero\u200dwidth"]),
        ("پاکستان", ["پاکستان"]),
        ("a" * 30, ["a" * 6, {"break": 1}] * 4 + ["a" * 6]),
    ],
)
def test_a_text_becomes_what_can_be_set(text: str, pieces: list[object]) -> None:
    assert Setter().pieces(text) == pieces


def test_what_is_boxed_is_counted_with_its_first_place() -> None:
    setter = Setter()
    setter.pieces("a\n中b中", Span(100, 105))
    setter.pieces("中", None)
    assert setter.boxed == {"中": Place(3, Span(102, 103))}


def test_a_word_breaks_earlier_in_a_narrow_column_and_never_before_a_mark() -> None:
    assert Setter().pieces("a" * 12) == ["a" * 12]
    assert Setter().pieces("a" * 12, narrow=True) == ["a" * 6, {"break": 1}, "a" * 6]
    marked = Setter().pieces("aaaaa\u0301" * 6)
    assert all(not piece.startswith("\u0301") for piece in marked if isinstance(piece, str))


def test_a_title_takes_numbers_in_place_of_what_is_missing() -> None:
    assert Setter().plain("a\n😀\tb\x07") == "a [U+1F600] b[U+0007]"


def test_a_share_reaches_less_far_where_boxes_are() -> None:
    assert Setter().reach("a" * 100, 50) == 50
    assert Setter().reach("中" * 100, 65) == 10


def test_strictly_only_plain_latin_letters_are_set() -> None:
    assert Setter(strict=True).pieces("aس") == ["a", {"box": "U+0633"}]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60))
def test_nothing_is_lost_and_nothing_comes_in(text: str) -> None:
    import re

    told = ""
    for piece in Setter().pieces(text):
        if isinstance(piece, str):
            told += piece
        elif "box" in piece:
            told += chr(int(f"0x{str(piece['box'])[2:]}", 0))
        elif "break" not in piece:
            told += "\t" if "tab" in piece else "\n"
    assert told == re.sub("\r\n|[\n\r\v\f\x85\u2028\u2029]", "\n", text)


@pytest.mark.parametrize(
    ("text", "is_rtl"), [("پاکستان and", True), ("12 (پاکستان)", True), ("and پاکستان", False), ("12", False)]
)
def test_a_paragraph_runs_as_its_first_letter(text: str, is_rtl: bool) -> None:
    assert is_right_to_left((Run(text, "ours"),)) is is_rtl
