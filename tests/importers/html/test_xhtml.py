"""XHTML is read by the rules of HTML without losing what these do not know."""

from __future__ import annotations

import pytest

from natopk_desktop.importers import registry
from natopk_desktop.importers.html.xhtml import as_html

XHTML = """<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Dates</title><script src="a.js"/>
<style type="text/css" /></head>
<body><a id="top" name="top"/><h1>Dates</h1><script>//<![CDATA[
if (a < b) c();
//]]></script><p><![CDATA[Less < more & nothing <b>bold</b>]]></p><p>In 2007.<br/>End</p></body></html>"""


def test_empty_elements_and_marked_sections_lose_no_word() -> None:
    found = registry.read(XHTML.encode(), "page.xhtml")
    assert found.contents.source.text == "Dates\n\nLess < more & nothing <b>bold</b>\n\nIn 2007.\nEnd"
    assert any("if (a < b) c();" in item.message for item in found.items if item.code == "left-script")


def test_other_pages_stay_as_they_are() -> None:
    page = "<!DOCTYPE html><title/>x<a/><![CDATA[y]]>"
    assert as_html(page) is page


def test_a_mark_for_a_jump_makes_no_link_of_what_follows() -> None:
    page = "<h1>T</h1><div class=menu><a name=x>" + "<p>Words of the article, quite a few of them.</p>" * 4 + "</div>"
    text = registry.read(page.encode(), "page.html").contents.source.text or ""
    assert text.count("Words of the article") == 4


@pytest.mark.parametrize("piece", ["<a ", "<script ", "<![CDATA[", "<!--", "]]", "<a/", "<title>"])
def test_floods_of_open_ends_are_passed_over_at_once(piece: str) -> None:
    markup = '<?xml version="1.0"?><![CDATA[' + piece * 200_000
    assert len(as_html(markup)) > len(piece) * 100_000 or "CDATA" in piece
