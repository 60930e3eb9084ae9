from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from natopk_desktop import cli
from natopk_desktop.commands import export
from natopk_desktop.dossier import store
from natopk_desktop.exporters import registry

if TYPE_CHECKING:
    from pathlib import Path


def test_an_exported_dossier_opens_as_the_same(tmp_path: Path) -> None:
    out = tmp_path / "out.dossier.json"
    assert cli.main(["export", "-o", str(out), "--report", str(tmp_path / "report.json")]) == 0
    assert store.dumps(store.load(out)) == store.dumps(store.built_in())
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert (report["kind"], report["ok"]) == ("export", True)
    assert [item["message"] for item in report["items"]] == [export.HOLDS_EVERYTHING]


def test_standard_output_gets_the_file_and_nothing_else(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert cli.main(["export", "-o", "-", "--format", "json"]) == 0
    assert capfdbinary.readouterr().out == store.dumps(store.built_in())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-o", "x.dossier.json", "--paper", "a4"], "--paper"),
        (["-o", "x.dossier.json", "--no-notes"], "--no-notes"),
        (["-o", "x.csv", "--document", "summary"], "--document"),
        (["-o", "x.csv", "--only", "m99"], "m99"),
        (["-o", "x.csv", "--period", "soon"], "soon"),
        (["-o", "x"], "--format"),
        (["-o", "-"], "--format"),
        ([], "-o OUT"),
        (["-o", "x.csv", "--json"], "--list"),
    ],
)
def test_wrong_use_is_one_sentence_and_two(
    arguments: list[str], said: str, capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["export", *arguments]) == 2
    err = capfd.readouterr().err
    assert said in err
    assert err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_one(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", "-o", str(tmp_path / "missing" / "x.dossier.json")]) == 1
    assert "no folder" in capfd.readouterr().err


def test_the_list_names_every_format(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert cli.main(["export", "--list", "--json"]) == 0
    listed = json.loads(capfdbinary.readouterr().out)
    assert [item["where"]["id"] for item in listed["items"]] == [known.id for known in registry.FORMATS]
    assert cli.main(["export", "--list"]) == 0
    assert capfdbinary.readouterr().out.decode().count("(*") == len(registry.FORMATS)


def test_several_pictures_are_numbered() -> None:
    png = registry.by_id("png")
    assert [path.name for path in export.paths("out.png", png, 1)] == ["out.png"]
    assert [path.name for path in export.paths("out.png", png, 2)] == ["out-01.png", "out-02.png"]
    assert export.paths("out", png, 120)[-1].name == "out-120.png"
