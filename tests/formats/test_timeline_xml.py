from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natopk_desktop.dossier.dates import day_number
from natopk_desktop.formats import timeline_xml


@given(st.text(st.characters(codec="utf-8")))
def test_text_comes_back_but_for_what_xml_cannot_hold(text: str) -> None:
    back = ET.fromstring(f"<a>{timeline_xml.content(text)}</a>").text or ""
    assert back == timeline_xml.FORBIDDEN.sub("\ufffd", text)


@pytest.mark.parametrize(
    ("text", "expected"), [("(1) a", " (1) a"), ("[1] a", " [1] a"), ("a (1)", "a (1)"), ("", ""), (" (a", " (a")]
)
def test_a_bracket_at_the_start_gets_a_blank_before_it(text: str, expected: str) -> None:
    assert timeline_xml.event_text(text) == expected
    assert timeline_xml.loses_blank(text) == (text == " (a")


def test_the_range_of_days() -> None:
    first, last = day_number(-4713, 11, 24), timeline_xml.LAST_DAY
    assert timeline_xml.fits(first, last)
    assert not timeline_xml.fits(first - 1, last)
    assert not timeline_xml.fits(first, last + 1)
    assert timeline_xml.time(first) == "-4713-11-24 00:00:00"
    assert timeline_xml.time(day_number(2005, 1, 2)) == "2005-01-02 00:00:00"


def test_colours_are_three_numbers() -> None:
    assert timeline_xml.colour("#ff8000") == "255,128,0"
