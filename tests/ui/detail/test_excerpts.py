from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from natopk_desktop.dossier.spans import Span
from natopk_desktop.ui.detail import excerpts

if TYPE_CHECKING:
    from natopk_desktop.dossier.dossier import Dossier


def find(dossier: Dossier, words: str) -> Span:
    at = dossier.text.index(words)
    return Span(at, at + len(words))


def test_a_short_block_is_shown_whole(dossier: Dossier) -> None:
    excerpt = excerpts.around(dossier, find(dossier, "NATO launched an airlift"))
    assert excerpt.span.of(dossier.text).startswith("After Pakistan was struck")
    assert excerpt.span.of(dossier.text).endswith("used in the effort.")
    assert not excerpt.is_cut_before
    assert not excerpt.is_cut_after


def test_a_long_block_is_cut_at_the_ends_of_sentences(dossier: Dossier) -> None:
    excerpt = excerpts.around(dossier, find(dossier, "Military contacts are also taking place"))
    assert excerpt.span.of(dossier.text) == (
        "Military contacts are also taking place, and NATO has agreed to open selected training and education "
        "courses to Pakistani officers."
    )
    assert excerpt.is_cut_before
    assert excerpt.is_cut_after


def test_a_closing_quote_belongs_to_its_sentence(dossier: Dossier) -> None:
    excerpt = excerpts.around(dossier, find(dossier, "The one country that will benefit the most"))
    assert excerpt.span.of(dossier.text).endswith("will be Pakistan.”")


def test_every_passage_stands_whole_in_its_excerpt(dossier: Dossier) -> None:
    for milestone in dossier.milestones:
        for related in milestone.related:
            assert excerpts.around(dossier, related.span).span.holds(related.span)


def test_an_overlong_entry_ends_after_a_sentence_or_a_word() -> None:
    sentences = "A short sentence. " * 200
    cut = excerpts.cut(sentences, Span(0, len(sentences)))
    assert cut.of(sentences).endswith(".")
    assert cut.end <= excerpts.LONGEST
    words = "word " * 1000
    assert excerpts.cut(words, Span(0, len(words))).of(words).endswith("word")
    letters = "x" * 5000
    assert excerpts.cut(letters, Span(0, 5000)) == Span(0, excerpts.LONGEST)


@given(st.text("ab .!”\n", max_size=200), st.data())
def test_a_sentence_always_holds_its_words(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    inside = Span(0, len(text))
    assert excerpts.sentence_start(text, at, inside) <= at <= excerpts.sentence_end(text, at, inside)


def test_first_words_are_whole_and_letter_for_letter() -> None:
    text = "How did relations with Pakistan evolve?"
    assert excerpts.first_words(text, Span(0, len(text)), 20) == "How did relations"
    assert excerpts.first_words(text, Span(0, len(text))) == text
