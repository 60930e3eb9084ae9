from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from natopk_desktop.formats.csv_cells import guard, unguard


@pytest.mark.parametrize(
    "cell", ["=1", "+1", "-1", "@a", "'a", "\ta", "\ra", "\na", "  =1", "\xa0-1", " \t", "'", "''a"]
)
def test_what_a_spreadsheet_might_run_gets_one_apostrophe(cell: str) -> None:
    assert guard(cell) == "'" + cell
    assert unguard(guard(cell)) == cell


@pytest.mark.parametrize("cell", ["", " ", "a", "1-2", "a=1", "2005-10", "“=1”", "  a"])
def test_all_else_stays_as_it_is(cell: str) -> None:
    assert guard(cell) == cell
    assert unguard(cell) == cell


def test_the_apostrophe_of_another_program_stays() -> None:
    assert unguard("'tis") == "'tis"


@given(st.text(alphabet=st.sampled_from("=+-@'\t\r\n \xa0a")))
def test_exactly_one_comes_off_again(cell: str) -> None:
    assert unguard(guard(cell)) == cell
