"""Files on which a reader once failed, and a few new ones made at random; `python tests/fuzz` tries many more."""

from __future__ import annotations

from itertools import islice

import pytest

from tests.fuzz import running, seeds
from tests.fuzz.judging import judge

HANGS = 600
CASES = sorted(path.relative_to(running.CASES).as_posix() for path in running.CASES.glob("*/*"))


@pytest.mark.parametrize("case", CASES)
def test_a_file_that_once_did_harm_does_none(case: str) -> None:
    judge(case.partition("/")[0], (running.CASES / case).read_bytes(), patience=HANGS)
    judge("registry", (running.CASES / case).read_bytes(), patience=HANGS)


@pytest.mark.parametrize("reader", seeds.names())
def test_files_made_at_random_are_read_or_refused_in_a_sentence(reader: str) -> None:
    results = [judge(reader, raw, options, HANGS) for raw, options in islice(running.files(reader, 1), 60)]
    assert any(results)
