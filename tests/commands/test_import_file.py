from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from natopk_desktop import cli
from natopk_desktop.dossier import store
from natopk_desktop.importers.tables.column_names import FIELDS

if TYPE_CHECKING:
    from pathlib import Path

TIMELINE = '{"events": [{"start_date": {"year": "2005", "month": "13"}, "text": {"headline": "Thirteenth"}}]}'


@pytest.fixture
def timeline(tmp_path: Path) -> Path:
    path = tmp_path / "a timeline.txt"
    path.write_text(TIMELINE, encoding="utf-8")
    return path


def test_a_timeline_becomes_a_dossier_and_a_report(
    timeline: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, told = tmp_path / "out.dossier.json", tmp_path / "r.json"
    assert cli.main(["import", str(timeline), "-o", str(out), "--report", str(told)]) == 0
    dossier = store.load(out)
    assert dossier.title == "a timeline.txt"
    assert [one.date.edtf for one in dossier.milestones] == [None]
    report = json.loads(told.read_bytes())
    assert (report["kind"], report["ok"], report["file"]) == ("import", True, str(timeline))
    assert report["counts"]["milestones"] == 1
    assert "bad-date" in {item["code"] for item in report["items"]}
    assert "1 entry read" in capsys.readouterr().err


def test_standard_output_takes_the_dossier_alone(timeline: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert cli.main(["import", str(timeline), "-o", "-"]) == 0
    out = capfdbinary.readouterr().out
    assert store.dumps(store.loads(out, "out")) == out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["import", "{file}", "-o", "{file}"], "is the file that is read"),
        (["import", "{file}", "-o", "x.json", "--report", "{file}"], "is the file that is read"),
        (["import", "{file}", "-o", "{file}.json", "--report", "{file}.json"], "for the result and for its report"),
        (["import", "{file}", "-o", "-", "--report", "-"], "standard output"),
        (["import", "{file}/none", "-o", "-"], "no such file"),
    ],
)
def test_wrong_use_is_one_sentence(
    timeline: Path, words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = timeline.read_bytes()
    assert cli.main([word.format(file=timeline) for word in words]) == 2
    assert said in capsys.readouterr().err
    assert timeline.read_bytes() == before


def test_an_unreadable_file_leaves_nothing_behind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken.json"
    broken.write_bytes(b'{"events": [')
    assert cli.main(["import", str(broken), "-o", str(tmp_path / "out.json")]) == 2
    assert "broken.json, line 1" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["broken.json"]


def test_every_command_opens_what_import_reads(
    timeline: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["check", str(timeline)]) == 0
    assert cli.main(["list", str(timeline)]) == 0
    assert "Thirteenth" in capfd.readouterr().out
    assert cli.main(["export", str(timeline), "-o", str(tmp_path / "t.csv")]) == 0
    assert "Thirteenth" in (tmp_path / "t.csv").read_text(encoding="utf-8")


def test_help_names_every_field_that_a_column_can_hold(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["import", "--help"])
    assert ended.value.code == 0
    assert set(FIELDS) <= set(re.findall(r"\w+", capsys.readouterr().out))
