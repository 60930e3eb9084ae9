from __future__ import annotations

import pytest

from natopk_desktop.formats import inline_html


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("plain", "plain"),
        ("a &amp; b &lt;i&gt;", "a & b <i>"),
        ("<p>one</p>", "one"),
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("one<br>two<br />three", "one\ntwo\nthree"),
        ('an <a href="https://example.org">address</a>', "an address"),
        ("<UL><LI>a</LI></UL>", "a"),
        ("a < b, c > d, 1<2", "a < b, c > d, 1<2"),
        ("&#" + "9" * 5000 + ";", "\N{REPLACEMENT CHARACTER}"),
    ],
)
def test_words_are_those_that_a_browser_shows(markup: str, words: str) -> None:
    assert inline_html.words(markup) == words


@pytest.mark.parametrize(
    "markup",
    [
        "<img src=x>",
        "<p>a<script>b</script></p>",
        "<p onclick='x'>a</p>",
        '<a href="javascript:x">a</a>',
        "<p>a</p><iframe src=x>",
        "<p",
        "<p>a<!-- b --></p>",
        "<p>a</",
    ],
)
def test_whatever_is_more_than_look_stands_as_it_is_written(markup: str) -> None:
    assert inline_html.words(markup) == markup
