from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from natopk_desktop.dossier.validate import defects
from tests.importers.pages.scoring import Score, layouts, read, score

FOLDER = Path(__file__).parent / "layouts"
LAYOUTS = layouts(FOLDER)


@pytest.mark.parametrize(("name", "text", "expected"), LAYOUTS, ids=[name for name, _, _ in LAYOUTS])
def test_page_of_another_layout_is_read(name: str, text: str, expected: dict[str, Any]) -> None:
    contents = read(text, f"{name}.txt")
    result = score(expected["entries"], contents, [str(start) for start in expected["undated"]])

    assert list(defects(contents)) == []
    assert result.recall >= 0.95, result.wrong
    assert result.precision >= 0.9, result.wrong
    heads = [block.span.of(text) for block in contents.blocks if block.level is not None]
    for heading in expected["headings"]:
        assert heading in heads


def test_all_layouts_together_reach_the_score(capsys: pytest.CaptureFixture[str]) -> None:
    rows: list[Score] = []
    for name, text, expected in LAYOUTS:
        rows.append(score(expected["entries"], read(text, f"{name}.txt"), [str(x) for x in expected["undated"]]))
    found, there, said = (sum(getattr(row, field) for row in rows) for field in ("found", "there", "said"))
    with capsys.disabled():
        sys.stdout.write(f"\n{len(rows)} layouts: {found} of {there} dated entries found, {said} offered\n")

    assert found >= 0.95 * there
    assert found >= 0.9 * said
