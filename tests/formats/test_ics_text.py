from __future__ import annotations

import pytest

from natopk_desktop.dossier.dates import day_number
from natopk_desktop.formats import ics_text


def test_every_end_of_a_line_is_one_sign() -> None:
    assert ics_text.text("a\r\nb\rc\nd\x85e\u2028f\u2029g") == "a\nb\nc\nd\ne\nf\ng"


def test_controls_are_replaced_but_for_the_tab() -> None:
    assert ics_text.text("a\tb\0c\x0bd\x7fe") == "a\tb\ufffdc\ufffdd\ufffde"


@pytest.mark.parametrize("address", ["http://example.org/a?b=1", "https://example.org"])
def test_a_web_address_stands_as_it_is(address: str) -> None:
    assert ics_text.web_address(address) == address


@pytest.mark.parametrize(
    "address", [None, "", "file:///etc/passwd", "http://a b", "http://a\r\nATTACH:x", "http://é.org", "javascript:a"]
)
def test_what_is_no_web_address_is_left_out(address: str | None) -> None:
    assert ics_text.web_address(address) is None


def test_years_have_four_digits() -> None:
    assert ics_text.fits(day_number(1, 1, 1), day_number(9999, 12, 31))
    assert not ics_text.fits(day_number(0, 12, 31), day_number(1, 1, 1))
    assert not ics_text.fits(day_number(9999, 12, 31), day_number(9999, 12, 31) + 1)
