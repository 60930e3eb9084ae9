from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from natopk_desktop import cli
from natopk_desktop.dossier import store
from natopk_desktop.importers.registry import FORMATS
from natopk_desktop.importers.tables.column_names import FIELDS
from natopk_desktop.self_test.imports import samples

if TYPE_CHECKING:
    from pathlib import Path

    from natopk_desktop.importers.registry import Format

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


SAID = {
    "encoding": ["--encoding", "no-such-encoding"],
    "columns": ["--column", "date=9999"],
    "sheet": ["--sheet", "no such sheet"],
    "is_day_first": ["--day-first"],
}


@pytest.mark.parametrize("field", SAID)
@pytest.mark.parametrize("known", FORMATS, ids=lambda known: known.id)
def test_an_option_is_used_or_refused(
    known: Format, field: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sample = samples()[known.id]
    file, out = tmp_path / sample.name, tmp_path / "out.dossier.json"
    file.write_bytes(sample.raw)
    done = cli.main(["import", str(file), "-o", str(out), *SAID[field]])
    told = capsys.readouterr().err
    refused = f"{file}: {SAID[field][0]} means nothing to this file, which is read as “{known.name}”; leave it out."
    if field not in known.uses:
        assert (done, refused in told, out.exists()) == (2, True, False)
    elif field == "is_day_first":
        assert (done, out.exists()) == (0, True)
    else:  # what cannot be is found out only by who takes notice of it
        assert done == 2
        assert "no encoding" in told or "no column" in told or "no sheet" in told
        assert refused not in told


def test_the_option_that_was_typed_is_named(timeline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["import", str(timeline), "-o", "-", "--month-first"]) == 2
    assert "--month-first means nothing" in capsys.readouterr().err


def test_a_table_of_timelinejs_has_an_order_of_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table, out = tmp_path / "t.csv", tmp_path / "out.dossier.json"
    table.write_text("Start Date,Headline\n3/4/2005,a\n", encoding="utf-8")
    words = ["import", str(table), "-o", str(out), "--day-first"]
    assert cli.main(words) == 2
    assert "--day-first" in capsys.readouterr().err
    assert not out.exists()
    assert cli.main([*words, "--column", "date=1", "--column", "title=2"]) == 0
    assert store.load(out).milestones[0].date.edtf == "2005-04-03"
