from __future__ import annotations

import pytest

from natopk_desktop.importers.dating.numbers import ways


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("31/12/2006", [(True, "31/12/2006")]),
        ("12/31/2006", [(False, "12/31/2006")]),
        ("29.02.2004", [(True, "29.02.2004")]),
        ("29.02.04 and 2-13-99", [(True, "29.02.04"), (False, "2-13-99")]),
        ("29/02/2005", []),
        ("31/02/2006", []),
        ("31/04/2006", []),
        ("13/13/2006", []),
        ("03/04/2005", []),
        ("00/13/2005", []),
        ("25/12-2006", []),
        ("125/12/2006", []),
        ("25/12/20067", []),
        ("25/12/206", []),
    ],
)
def test_only_a_day_of_the_calendar_shows_which_number_is_the_day(words: str, shown: list[tuple[bool, str]]) -> None:
    assert list(ways(words)) == shown
