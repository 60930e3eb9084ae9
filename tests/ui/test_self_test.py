from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest

from natopk_desktop import processes, resources
from natopk_desktop.self_test.checks import FailedError
from natopk_desktop.ui import self_test

if TYPE_CHECKING:
    from pathlib import Path


def run(cwd: Path, environment: dict[str, str]) -> dict[str, object]:
    """Run `natopk --self-test` and return its report."""
    given = {name: value for name, value in processes.environment().items() if name == "PYTHONPATH"}
    done = subprocess.run(
        [*processes.command_line_program(), "--self-test"],
        cwd=cwd,
        env={**given, **environment},
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b""), done.stdout.decode()
    report: dict[str, object] = json.loads(done.stdout)
    return report


def test_every_part_is_proved_without_screen_home_or_anything_in_the_environment(tmp_path: Path) -> None:
    folder = tmp_path / "mit Leerzeichen und Ümläuten"
    folder.mkdir()

    report = run(folder, {})

    assert (report["format"], report["kind"], report["ok"]) == ("natopk-report", "self-test", True)
    items = report["items"]
    assert isinstance(items, list)
    codes = {item["code"] for item in items}
    assert {"versions", "dossier", "search", "settings", "export-pdf", "fonts", "printing", "window"} <= codes
    assert "platform offscreen" in {item["message"] for item in items}


def test_a_home_and_fonts_that_are_not_there_are_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "no-fonts.conf").write_text("<fontconfig/>")
    nowhere = dict.fromkeys(
        ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"), "/proc/no"
    )

    report = run(tmp_path, {**nowhere, "FONTCONFIG_FILE": str(tmp_path / "no-fonts.conf"), "LC_ALL": "C"})

    assert report["ok"] is True


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("part", [check.run for check in self_test.CHECKS], ids=lambda part: part.__name__)
def test_each_part_of_the_window_is_proved(part: object) -> None:
    assert list(part())  # type: ignore[operator]


@pytest.mark.usefixtures("qtbot")
def test_a_font_that_is_missing_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "Broken.ttf").write_bytes(b"\0" * 100)
    monkeypatch.setattr(resources, "bundled", lambda *_: tmp_path)
    with pytest.raises(FailedError, match=r"Broken\.ttf"):
        list(self_test.fonts())
