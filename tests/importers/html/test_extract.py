"""Every word of a page is in its text, in order, or in the account with the reason why not."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from natopk_desktop.importers.html import dom
from natopk_desktop.importers.html.extract import Extract, extract
from natopk_desktop.importers.pages.hints import check
from tests.importers.html import made_up_pages
from tests.importers.html.made_up_pages import Word, collapsed

YEARS = (2001, 2002, 2003)

if TYPE_CHECKING:
    from collections.abc import Iterable


def _extract(markup: str, window_title: str = "") -> Extract:
    return extract(dom.parse(markup), window_title, "page.html")


def _is_in_order(some: Iterable[Word], every: Iterable[Word]) -> bool:
    rest = iter(every)
    return all(one in rest for one in some)


@settings(max_examples=300, deadline=None, derandomize=True)
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


@settings(max_examples=200, deadline=None, derandomize=True)
@given(made_up_pages.pages())
def test_the_text_is_the_kept_words_and_white_space_between_them(markup: str) -> None:
    found = _extract(markup)
    rest = list(found.text)
    for one in found.ledger.kept:
        assert collapsed(found.text[one.start : one.end]) == collapsed(one.words)
        rest[one.start : one.end] = [" "] * (one.end - one.start)
    assert set(rest) <= set(" \n\t")
    check(found.hints, len(found.text))


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p> a  b\n c\t</p>d", "a b c\n\nd"),
        ("<p>a<b> b</b> <i>c</i>d", "a b cd"),
        ("a<br>b<br><br>c", "a\nb\n\nc"),
        ("<pre>a  b\n c</pre>d", "a  b\n c\n\nd"),
        ("<pre><b>a</b>\n  <b>b</b>\n</pre>c", "a\n  b\n\n\nc"),
        ("<p>a\u00a0 b", "a\u00a0 b"),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", "a\nb\nc"),
        ("<table><tr><td>a<td>b<tr><td><td>c</table>", "a\tb\nc"),
        ("<p>a <img alt='A hand'>b</p>c", "a b\nA hand\n\nc"),
        ("<p><img alt='A hand'>b", "A hand\nb"),
        ("<p>a <abbr title='Big  Name'>BN</abbr> c", "a BN c\nBig Name"),
        ("<p>a <a href=x title='Somewhere'>b</a>", "a b"),
        ("<li><span class=date>1999</span><span>A thing</span>", "1999 A thing"),
        ("<li><span class=date>1999</span><span>: a thing</span>", "1999: a thing"),
        ("<p>1<sup>er</sup> mai", "1er mai"),
        ("<button>1990s</button><button>2000s</button>", "1990s 2000s"),
    ],
)
def test_words_stand_as_a_browser_sets_them(markup: str, text: str) -> None:
    assert _extract(markup).text == text


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("<script>x</script>", "script"),
        ("<style>x</style>", "style"),
        ("<noscript>x</noscript>", "noscript"),
        ("<template>x<td title=y></template>", "template"),
        ("<p hidden>x</p>", "hidden"),
        ("<p style='color:red;display : NONE'>x</p>", "hidden"),
        ("<iframe>x</iframe>", "frame"),
        ("<div class='modal more' hidden>" + "Subscribe to it. " * 20 + "</div>", "hidden"),
        ("<select><option>May 2005</select>", "form"),
        ("<nav><a href=a>x</a></nav>", "menu"),
        ("<div role=navigation>x</div>", "menu"),
        ("<div class='cookie-bar'>We use cookies.</div>", "cookie-notice"),
        ("<a href='#main'>Skip to content</a>", "skip-link"),
        ("<div class=breadcrumbs><a href=a>Home</a> > x</div>", "breadcrumb"),
        ("<ul id=share><li><a href=x>Tweet</a></ul>", "share-bar"),
        ("<form><input type=search><button>Go</button></form>", "form"),
        ("<table>" + "<tr>" + "".join(f"<td>{day}" for day in range(1, 32)) + "</table>", "calendar"),
        ("<p><a href=x title='Elsewhere'>T</a>", "link-tooltip"),
        ("<img alt=Hand title=hand>", "repeats"),
    ],
)
def test_what_is_left_out_has_its_reason(markup: str, reason: str) -> None:
    found = _extract(f"<h1>T</h1>{markup}<p>Words of the article.")
    assert "Words of the article." in found.text
    assert {one.reason for one in found.ledger.left} == {reason}


@pytest.mark.parametrize(
    "markup",
    [
        "<nav><h1>T</h1></nav>",
        f"<nav><p>{'Words to read. ' * 20}</p></nav>",
        "<div class=menu>"
        + "".join(f"<li><a href=x>{year} A thing of that year, with a link</a>" for year in (2001, 2002, 2003)),
        "<div class=share>" + "Words about shares. " * 30 + "</div>",
        "<ul><li><a href=a>2001</a><li><a href=b>2002</a><li><a href=c>2003</a></ul>",
        "<table class=calendar><tr><td>1 May 2005<td>A visit<tr><td>2 May 2005<td>Another</table>",
        "<div class=cookie>A recipe for biscuits.</div>",
        "<div class='accordion collapse' style='display:none'>"
        + "<p>In 2004 a thing was done that is worth telling." * 3
        + "</div>",
        "<footer>© An institution, 1999</footer>",
    ],
)
def test_what_may_be_the_article_stays(markup: str) -> None:
    assert _extract(markup).ledger.left == []


def test_a_picture_of_a_heading_is_the_heading() -> None:
    found = _extract("<h1><img src=title.gif alt='Relations of two'></h1><p>Words.<h2>More</h2><p>Words")
    kinds = [(hint.kind, hint.level, hint.span.of(found.text)) for hint in found.hints]
    assert kinds[0] == ("title", None, "Relations of two")
    assert kinds[2] == ("heading", 2, "More")


def test_a_heading_far_down_the_page_is_not_its_title() -> None:
    far = _extract("<p>" + "Words outside of links. " * 200 + "<h2>Relations</h2><p>x", "Relations of two")
    near = _extract("<h1>Institution</h1><p>Words.<h2>Relations of two</h2><p>x", "Relations of two - Institution")
    assert far.heading is None
    assert near.heading is not None
    assert near.heading.tag == "h2"
