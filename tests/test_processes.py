from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from natopk_desktop import processes

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def collector() -> Iterator[None]:
    """Python's search for cycles, as it was before the test."""
    yield
    gc.unfreeze()
    gc.enable()


@pytest.mark.usefixtures("collector")
def test_a_short_lived_process_looks_for_no_cycles_even_when_it_fails() -> None:
    def fail() -> None:
        with processes.short_lived():
            assert not gc.isenabled()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert gc.get_freeze_count() > 0
