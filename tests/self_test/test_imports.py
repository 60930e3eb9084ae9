from __future__ import annotations

import pytest

from natopk_desktop.importers import registry
from natopk_desktop.self_test import imports
from natopk_desktop.self_test.checks import FailedError


@pytest.mark.parametrize("known", registry.FORMATS, ids=lambda known: known.id)
def test_each_reader_reads_a_file_of_its_kind(known: registry.Format) -> None:
    (told,) = imports.read(known)
    assert told.endswith("entries read")


def test_entries_that_are_not_found_are_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    known = registry.FORMATS[0]
    sample = imports.samples()[known.id]
    monkeypatch.setattr(imports, "samples", lambda: {known.id: sample._replace(milestones=12)})
    with pytest.raises(FailedError, match="only 11"):
        list(imports.read(known))
