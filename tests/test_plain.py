from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from natopk_desktop.plain import JOINERS, REPLACEMENT, one_line


def test_words_of_the_source_stay_as_they_are() -> None:
    assert one_line("HQ.\N{NO-BREAK SPACE} The “JIOC” – قلم 🙂") == "HQ.\N{NO-BREAK SPACE} The “JIOC” – قلم 🙂"


def test_a_name_cannot_be_turned_round() -> None:
    assert one_line("inv\N{RIGHT-TO-LEFT OVERRIDE}fdp.exe") == f"inv{REPLACEMENT}fdp.exe"


def test_a_long_text_is_cut_with_our_mark() -> None:
    assert one_line("a b c d e", 6) == "a b c…"


@given(st.text())
def test_nothing_invisible_gets_through(text: str) -> None:
    for character in one_line(text):
        assert character.isprintable() or character in JOINERS or unicodedata.category(character) == "Zs"
