from __future__ import annotations

import pytest

from natopk_desktop import cli
from natopk_desktop.documents import citations, reference
from natopk_desktop.dossier import store


@pytest.mark.parametrize("style", ["apa", "chicago", "mla"])
def test_the_citation_is_one_line(style: citations.Style, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["cite", "--style", style, "--only", "m02"]) == 0
    expected = citations.cite(reference.reference(store.built_in(), "m02"), style)
    assert capfd.readouterr().out == f"{expected}\n"


def test_an_unknown_milestone_is_refused(capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["cite", "--only", "m99"]) == 2
    assert "m99" in capfd.readouterr().err
