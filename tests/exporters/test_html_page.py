"""The web page: valid, closed to everything outside, and made for everyone's eyes, ears and printer."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from natopk_desktop.documents.choice import Choice
from natopk_desktop.documents.colours import DARK, LIGHT
from natopk_desktop.documents.parts import DocumentKind
from natopk_desktop.dossier import store
from natopk_desktop.exporters import html_page
from natopk_desktop.exporters.texts.addresses import is_web
from tests.documents.dated import dated, period
from tests.exporters.dossiers import Page, hostile, rich
from tests.exporters.stripped import BOX, all_text, html_tree, local
from tests.exporters.texts import NASTY_TEXTS
from tests.generator import generated

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

    from natopk_desktop.dossier.dossier import Dossier

KINDS = get_args(DocumentKind)
ELEMENTS = {
    *("html", "head", "meta", "title", "style", "body", "header", "main", "nav", "footer", "p", "div", "span", "bdi"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "b", "a", "ul", "li", "hr", "blockquote", "figure"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td"),
    *("svg", "desc", "rect", "line", "path", "g", "use", "text", "linearGradient", "stop"),
}
CODE = re.compile(r"^on|^style$|^src$|^srcset$|^action$|^formaction$|^background$|^data$")


def tree(dossier: Dossier, kind: DocumentKind = "briefing") -> ET.Element:
    return html_tree(html_page.write(dossier, Choice(document=kind)).files[0])


def named(page: ET.Element, *names: str) -> list[ET.Element]:
    return [element for element in page.iter() if local(element) in names]


def source_text(element: ET.Element) -> str:
    """Return the source's words of an element, numbers in boxes as the characters they stand for."""
    boxes = [BOX.fullmatch(all_text(child)) for child in element]
    assert all(boxes)
    pieces = [element.text or ""]
    for child, box in zip(element, boxes, strict=True):
        pieces += [chr(int(box[1], 16)) if box else "", child.tail or ""]
    return "".join(pieces)


def assert_closed(page: ET.Element) -> None:
    """Nothing runs, nothing is loaded, and links lead within the page or to the web."""
    for element in page.iter():
        assert local(element) in ELEMENTS
        assert not [name for name in element.attrib if CODE.match(name)]
        href = element.get("href")
        assert href is None or href.startswith("#") or is_web(href)
    (style,) = named(page, "style")
    assert not re.search(r"url\(|@import|expression", style.text or "")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("dossier", [store.built_in(), rich(), generated(400), generated(0)], ids=range(4))
def test_a_page_is_valid_and_closed(dossier: Dossier, kind: DocumentKind) -> None:
    page = tree(dossier, kind)
    assert_closed(page)
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    targets = [href[1:] for element in page.iter() if (href := element.get("href") or "").startswith("#")]
    assert set(targets) <= set(ids)
    described = [element.get("aria-labelledby") or "" for element in page.iter() if element.get("aria-labelledby")]
    assert set(described) <= set(ids)


@settings(max_examples=40)
@given(words=NASTY_TEXTS.filter(bool), own=NASTY_TEXTS.filter(bool), kind=st.sampled_from(KINDS))
@example(words="</bdi></title></style><script>alert(1)</script>", own="</style><img src=file:///x>", kind="briefing")
@example(words="a", own='"><a href="javascript:alert(1)">', kind="summary")
def test_hostile_words_make_no_element_and_every_span_holds_its_slice(words: str, own: str, kind: DocumentKind) -> None:
    dossier = hostile(words, words, own)
    page = tree(dossier, kind)
    assert_closed(page)
    spans = [element for element in named(page, "bdi") if element.get("data-span")]
    assert spans
    for element in spans:
        start, end = map(int, (element.get("data-span") or "").split())
        assert source_text(element) == dossier.text[start:end].replace("\r\n", "\n")
        assert element.get("lang") == "ur"


def test_the_policy_lets_nothing_in_but_the_pages_own_style() -> None:
    page = tree(store.built_in())
    (policy,) = (one.get("content") for one in named(page, "meta") if one.get("http-equiv"))
    (style,) = named(page, "style")
    digest = b64encode(sha256((style.text or "").encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@pytest.mark.parametrize("kind", KINDS)
def test_landmarks_headings_and_title(kind: DocumentKind) -> None:
    page = tree(store.built_in(), kind)
    assert page.get("lang") == "en"
    assert all_text(named(page, "title")[0]) == "NATO-Pakistan relations"
    assert [len(named(page, name)) for name in ("header", "main", "footer")] == [1, 1, 1]
    assert len(named(page, "nav")) == (1 if kind == "briefing" else 0)
    levels = [int(local(one)[1]) for one in named(page, "h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_source_that_skips_levels_makes_headings_that_do_not() -> None:
    page = Page("A page")
    page.add("heading", "Deep", 5)
    page.add("heading", "Deeper", 9)
    levels = [local(one) for one in named(tree(page.finished()), "h1", "h2", "h3", "h4")]
    assert levels[:3] == ["h1", "h2", "h2"]  # the second is that of the contents
    assert levels[3] == "h3"


def test_the_contents_lead_to_every_section() -> None:
    page = tree(store.built_in())
    (nav,) = named(page, "nav")
    headings = {one.get("id"): all_text(one) for one in named(page, "h2", "h3") if one.get("id") != "contents"}
    links = {(one.get("href") or "")[1:]: all_text(one) for one in named(nav, "a")}
    assert set(links) == set(headings)
    assert links["part-2"] == "How does cooperation work in practice?"


def test_tables_have_heads_for_columns_and_rows() -> None:
    for table in named(tree(store.built_in()), "table"):
        heads = named(table, "th")
        assert {head.get("scope") for head in heads} <= {"col", "row"}
        rows = [row for row in named(table, "tr") if named(row, "td")]
        assert all(len(named(row, "th")) == 1 for row in rows)


def test_the_drawing_says_what_it_shows() -> None:
    dossier = store.built_in()
    (svg,) = named(tree(dossier), "svg")
    assert svg.get("role") == "img"
    (title,) = named(svg, "title")
    (desc,) = named(svg, "desc")
    assert all_text(title) == "Ours: A time line, drawn to scale, of January 2005 to July 2007."
    for row in range(len(dossier.milestones)):
        first = dossier.milestones.text.spans(row)[0].of(dossier.text)[:30]
        assert f"“{first}" in all_text(desc)
    assert "No date; placed under January 2007 by us" in all_text(desc)


def test_a_month_is_a_months_wide_and_an_inferred_date_dashed() -> None:
    (svg,) = named(tree(store.built_in(), "timeline"), "svg")
    bands = [one for one in named(svg, "rect") if "band" in (one.get("class") or "")]
    widths = [float(one.get("width") or 0) for one in bands if float(one.get("height") or 0) == 7]
    view = 760 / ((2007 - 2005) * 365 + 31 + 28 + 31 + 30 + 31 + 30 + 31)
    assert len(widths) == 10
    assert all(28 * view - 0.1 <= width <= 31 * view + 0.1 for width in widths)
    dashed = [one for one in named(svg, "rect") if "dashed" in (one.get("class") or "")]
    assert len(dashed) == 2  # the undated entry, and the month that a period may have lasted longer
    assert all("topic-" in (one.get("class") or "") for one in (*bands, *dashed))


def test_open_ends_fade_and_crowds_become_a_strip() -> None:
    (svg,) = named(tree(dated(["2001/..", "2003"], periods=[period(["2001"], [])]), "timeline"), "svg")
    fades = {one.get("id") for one in named(svg, "linearGradient")}
    fills = {(one.get("fill") or "")[5:-1] for one in named(svg, "rect") if one.get("fill")}
    assert fades
    assert fills == fades
    whole = named(tree(generated(400), "briefing"), "svg")[0]
    assert [one for one in named(whole, "path") if one.get("class") == "density"]


def test_the_marked_milestone_stands_out_of_the_others() -> None:
    content = html_page.write(store.built_in(), Choice(document="milestone", only=("m02",))).files[0]
    (svg,) = named(html_tree(content), "svg")
    assert len(named(svg, "path")) == 1
    assert "This one is marked: October 2005." in all_text(svg)


def test_light_dark_and_print() -> None:
    (style,) = named(tree(store.built_in()), "style")
    text = style.text or ""
    light, _, dark = text.partition("prefers-color-scheme: dark")
    assert all(colour in light for colour in (LIGHT.ground, LIGHT.ink, *LIGHT.topics))
    assert all(colour in dark for colour in (DARK.ground, DARK.ink, *DARK.topics))
    assert "@media print" in text
    assert "counter(pages)" in text
    assert text.count("{") == text.count("}")


def test_addresses_are_shown_in_full_and_lead_to_the_web_only() -> None:
    page = tree(hostile("A", "b", "javascript:alert(1)"))
    assert "javascript:alert(1)" in all_text(page)
    assert not [one for one in named(page, "a") if (one.get("href") or "").startswith("javascript")]
    links = [one for one in named(tree(store.built_in()), "a") if is_web(one.get("href") or "")]
    assert len(links) > 20
    assert all(all_text(one) == one.get("href") and one.get("rel") == "external noreferrer" for one in links)


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("http://www.nato.int/cps/uk/SID-06060C15-2AA355FC/natolive/topics_50071.htm", True),
        ("HTTPS://a.b:80/c?d=e&f=%20#g", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("//a.b/c", False),
        ("http://", False),
        ("http://a b", False),
        ("http://a/\n", False),
        ("http://a/%zz", False),
        ('http://a/"onclick=', False),
        ("http://user@a/", False),
        ("", False),
    ],
)
def test_which_addresses_may_be_links(address: str, leads: bool) -> None:
    assert is_web(address) is leads


def test_words_written_from_right_to_left_say_so_and_so_does_our_language() -> None:
    page = Page("\u0627\u0631\u062f\u0648")
    page.add("paragraph", "\u0627\u0631\u062f\u0648 NATO")
    root = tree(page.finished(source={"language": "ur"}))
    assert root.get("lang") == "ur"
    assert named(root, "h1")[0].get("dir") == "rtl"
    ours = [one for one in named(root, "span") if "ours" in (one.get("class") or "").split()]
    assert ours
    assert {one.get("lang") for one in ours} == {"en"}


def test_a_language_not_known_or_not_one_is_none() -> None:
    for language in (None, 'en" onload="x'):
        root = tree(Page("A page").finished(source={"language": language}))
        assert root.get("lang") == "en"
        assert named(root, "bdi")[0].get("lang") == ""
