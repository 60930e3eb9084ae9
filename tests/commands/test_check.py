from __future__ import annotations

from typing import TYPE_CHECKING

from natopk_desktop import cli

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

ERA = (
    '{"events": [{"start_date": {"year": "2005"}, "text": {"headline": "One"}}], '
    '"eras": [{"start_date": {"year": "2001"}, "end_date": {"year": "2003"}, "text": {"headline": "Era"}}]}'
)


def test_one_thing_is_not_told_as_several(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "t.json"
    path.write_text(ERA, encoding="utf-8")
    assert cli.main(["check", str(path)]) == 0
    out = capfd.readouterr().out
    assert "1 milestone, 1 period\n" in out
    assert "0 figures, 0 notes\n" in out
