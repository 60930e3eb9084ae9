from __future__ import annotations

import pytest

from natopk_desktop.formats import moments, timelinejs


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2005-10", {"year": 2005, "month": 10}, None),
        ("2005", {"year": 2005}, None),
        ("2005-10-08", {"year": 2005, "month": 10, "day": 8}, None),
        ("2005-10/2006-02-01", {"year": 2005, "month": 10}, {"year": 2006, "month": 2, "day": 1}),
        ("2005-10/2005-10", {"year": 2005, "month": 10}, None),
        ("2005/2005-12", {"year": 2005}, {"year": 2005, "month": 12}),
        ("2005-10/..", {"year": 2005, "month": 10}, None),
        ("19XX", {"year": 1900}, {"year": 1999}),
        ("2001-24", {"year": 2001, "month": 12}, {"year": 2002, "month": 2}),
        ("-0043-03-15", {"year": -43, "month": 3, "day": 15}, None),
    ],
)
def test_a_date_is_as_coarse_as_it_is_known(edtf: str, start: dict[str, int], end: dict[str, int] | None) -> None:
    assert timelinejs.parts(moments.read(edtf)) == (start, end)


@pytest.mark.parametrize("edtf", ["../2005", "Y-271821", "Y275760"])
def test_what_cannot_be_placed_by_the_day_has_no_parts(edtf: str) -> None:
    assert timelinejs.parts(moments.read(edtf)) is None


def test_text_shows_as_itself() -> None:
    assert timelinejs.html("<b>&amp;\0") == "&lt;b&gt;&amp;amp;\ufffd"
    assert timelinejs.lines("a\nb") == "a<br>\nb"
    assert timelinejs.bare("<2005 & on>") == "‹2005 &amp; on›"
