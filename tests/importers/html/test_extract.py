"""Every word of a page is in its text, in order, or in the account with the reason why not."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from hypothesis import given, settings

from natopk_desktop.importers.html import dom
from natopk_desktop.importers.html.extract import Extract, extract
from natopk_desktop.importers.pages.hints import check
from tests.importers.html import made_up_pages
from tests.importers.html.made_up_pages import Word, collapsed

if TYPE_CHECKING:
    from collections.abc import Iterable


def _extract(markup: str, window_title: str = "") -> Extract:
    return extract(dom.parse(markup), window_title, "page.html")


def _is_in_order(some: Iterable[Word], every: Iterable[Word]) -> bool:
    rest = iter(every)
    return all(one in rest for one in some)


@settings(max_examples=300, deadline=None)
@given(made_up_pages.pages())
def test_every_word_is_in_the_text_or_in_the_account(markup: str) -> None:
    found = _extract(markup)
    seen = made_up_pages.walked(markup)
    kept = [Word(one.what, collapsed(one.words)) for one in found.ledger.kept]
    left = [Word(one.what, collapsed(one.words)) for one in found.ledger.left]
    assert Counter(kept + left) == Counter(seen)
    for what in ("text", "alt", "title"):
        every = [word for word in seen if word.what == what]
        assert _is_in_order((word for word in kept if word.what == what), every)
        assert _is_in_order((word for word in left if word.what == what), every)


@settings(max_examples=200, deadline=None)
@given(made_up_pages.pages())
def test_the_text_is_the_kept_words_and_white_space_between_them(markup: str) -> None:
    found = _extract(markup)
    rest = list(found.text)
    for one in found.ledger.kept:
        assert collapsed(found.text[one.start : one.end]) == collapsed(one.words)
        rest[one.start : one.end] = [" "] * (one.end - one.start)
    assert set(rest) <= set(" \n\t")
    check(found.hints, len(found.text))
