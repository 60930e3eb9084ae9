from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from natopk_desktop.formats import commonmark

TEXTS = st.text(
    st.sampled_from("ab1. \t\n\\`*_{}[]()#+-.!|~&<>=:;\"'$^@/\xa0\u2003\ufeff\u2028é")
    | st.characters(codec="utf-8", categories=["L", "P", "Zs"]),
    min_size=1,
    max_size=30,
)  # fmt: skip


def read(markdown: str) -> str:
    """Return the text of a single paragraph, heading or point."""
    inline = [token for token in MarkdownIt("commonmark").parse(markdown) if token.type == "inline"]
    assert len(inline) == 1
    return "".join("\n" if one.type in {"hardbreak", "softbreak"} else one.content for one in inline[0].children or [])


@given(TEXTS)
@example("1. a\n2) b\n- c\n+ d\n* e\n# f\n    g\n===\n---\n> h\n```\n~~~\n| i |\n[j]: k")
@example("\n")
@example(" \n \n")
@example("a  \nb\\\nc\n")
@example("&amp; &#13; <a>")
@example("\ufeff-")
def test_any_text_is_read_as_its_characters_as_a_paragraph_a_point_and_a_quotation(text: str) -> None:
    escaped = commonmark.escaped(text)
    assert read(f"{escaped}\n\nx".removesuffix("\n\nx")) == text
    indented = escaped.replace("\n", "\n  ")
    assert read(f"- {indented}") == text
    quoted = escaped.replace("\n", "\n> ")
    assert read(f"> {quoted}") == text


@given(TEXTS)
@example("a #")
@example("a\nb")
@example("#")
def test_any_text_is_read_as_its_characters_as_a_heading(text: str) -> None:
    tokens = MarkdownIt("commonmark").parse(f"## {commonmark.escaped(text, one_line=True)}")
    assert [token.type for token in tokens] == ["heading_open", "inline", "heading_close"]
    assert "".join(one.content for one in tokens[1].children or []) == text


def test_usual_words_stay_readable() -> None:
    text = "NATO-Pakistan relations (2005), almost 3500 tons; 27-Oct-2010 17:39."
    assert commonmark.escaped(text) == text


@pytest.mark.parametrize("url", ["http://a.b/c_d?e=f&g=h", "https://a.b/%20", "http://a/ü", "http://a/<b>"])
def test_an_address_is_read_as_it_is_written(url: str) -> None:
    assert read(f"a {commonmark.address(url)}") == f"a {url}"
