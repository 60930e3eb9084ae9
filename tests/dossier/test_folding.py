"""Case, diacritics and vowel signs do not matter to a search, and every word keeps its place in the text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natopk_desktop.dossier.folding import folded_words, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NATO-Pakistan relations", ["nato", "pakistan", "relations"]),
        ("Café ÉCOLE naïve", ["cafe", "ecole", "naive"]),
        ("cafe\u0301", ["cafe"]),
        ("Straße STRASSE", ["strasse", "strasse"]),
        ("ΣΊΣΥΦΟΣ Σίσυφος", ["σισυφοσ", "σισυφοσ"]),
        ("İstanbul ısı", ["istanbul", "isi"]),
        ("Søren Łódź", ["soren", "lodz"]),
        ("ﬁrst ½ ①", ["first", "1", "2", "1"]),
        ("of the\u00a0 Tripartite", ["of", "the", "tripartite"]),
        ("zero\u200bwidth co\u00adoperate", ["zero", "width", "cooperate"]),
        ("٢٠٠٥ ۲۰۰۵ ２００５", ["2005", "2005", "2005"]),
        ("يوم كِتَابٌ", ["یوم", "کتاب"]),
        ("پاکِستان پاکـــستان", ["پاکستان", "پاکستان"]),
        ("رَحۡمٰن", ["رحمن"]),
        ("שָׁלוֹם", ["שלום"]),
        ("हिन्दी", ["हिन्दी"]),
        ("日本 and", ["日", "本", "and"]),
        ("a¶b_c|d", ["a", "b", "c", "d"]),
        ("...", []),
        ("", []),
    ],
)
def test_folded_words(text: str, expected: list[str]) -> None:
    assert folded_words(text) == [unicodedata.normalize("NFKD", word) for word in expected]


@pytest.mark.parametrize("sign", [*range(0x064B, 0x0653), 0x0670, 0x0640])
def test_vowel_signs_and_tatweel_are_left_out(sign: int) -> None:
    assert folded_words(f"پا{chr(sign)}ک") == ["پاک"]


def test_a_word_stands_for_all_its_code_points() -> None:
    text = "(Cafe\u0301, كِتَابٌ)"
    assert [text[word.start : word.end] for word in words(text)] == ["Cafe\u0301", "كِتَابٌ"]


@given(st.text())
def test_both_ways_find_the_same_words(text: str) -> None:
    assert [word.folded for word in words(text)] == folded_words(text)


@given(st.text())
def test_a_word_folds_to_itself_again(text: str) -> None:
    for word in words(text):
        assert folded_words(word.folded) == [word.folded]


@given(st.text())
def test_places_are_in_order_and_hold_the_word(text: str) -> None:
    found = words(text)
    for word in found:
        assert 0 <= word.start < word.end <= len(text)
        assert word.folded in "".join(folded_words(text[word.start : word.end]))
    assert [word.start for word in found] == sorted(word.start for word in found)


@given(st.text(st.characters(codec="utf-8")))
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert folded_words(composed) == folded_words(unicodedata.normalize("NFD", composed))


@given(st.text())
def test_ascii_words_hold_letters_and_digits_alone(text: str) -> None:
    for word in folded_words(text):
        assert all(char.isalnum() or not char.isascii() for char in word)
