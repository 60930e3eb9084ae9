from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natopk_desktop.documents.cutting import kept, remark

TEXT = "They met in May. They met again in June, at length. And so on and on and on"


@pytest.mark.parametrize(
    ("share", "left"),
    [
        (200, TEXT),
        (len(TEXT), TEXT),
        (60, "They met in May. They met again in June, at length."),
        (20, "They met in May."),
        (10, "They met"),
        (3, "The"),
        (0, ""),
    ],
)
def test_a_text_ends_after_a_sentence_else_a_word_else_anywhere(share: int, left: str) -> None:
    assert TEXT[: kept(TEXT, share)] == left


def test_a_quoted_sentence_keeps_its_closing_mark() -> None:
    text = "He said “It ends here.” Then he went on for very long"
    assert text[: kept(text, 40)] == "He said “It ends here.”"


@given(st.text(max_size=200), st.integers(0, 250))
def test_what_is_kept_is_within_the_share(text: str, share: int) -> None:
    assert kept(text, share) == len(text) if len(text) <= share else kept(text, share) <= share


def test_the_remark_counts_in_words() -> None:
    assert remark(1) == "[… 1 more character, ours]"
    assert remark(12) == "[… 12 more characters, ours]"
