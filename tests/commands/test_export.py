from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING

import pytest

from natopk_desktop import cli
from natopk_desktop.commands import export
from natopk_desktop.dossier import store
from natopk_desktop.exporters import registry
from natopk_desktop.exporters.written import Written

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
        (["-o", "x.csv", "--period", "1999"], "no milestone"),
        (["-o", "x.pdf", "--topic", "training", "--only", "m01"], "no milestone"),
        (["-o", "x"], "--format"),
        (["-o", "-"], "--format"),
        ([], "-o OUT"),
        (["-o", ""], "-o OUT"),
        (["-o", "x.csv", "--json"], "--list"),
        (["-o", "x.csv", "--report", "./x.csv"], "its report"),
        (["-o", "x.csv", "--report", "-"], "standard output"),
        (["-o", "x.csv", "--only", ","], "names nothing"),
        (["-o", "x.csv", "--topic", " "], "names nothing"),
        (["-o", "x.csv", "--topic", "sport"], "sport"),
        (["missing.dossier.json", "-o", "x.csv"], "missing.dossier.json"),
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


def test_the_dossier_that_is_read_is_not_replaced(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    read = tmp_path / "a.dossier.json"
    read.write_bytes(store.dumps(store.built_in()))
    (tmp_path / "link").symlink_to(read.name)
    for arguments in (
        ["-o", str(tmp_path / "link"), "--format", "csv"],
        ["-o", str(tmp_path / "x.csv"), "--report", str(read)],
    ):
        assert cli.main(["export", str(read), *arguments]) == 2
        assert "the file that is read" in capfd.readouterr().err
    assert read.read_bytes() == store.dumps(store.built_in())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.dossier.json", "link"]


def test_a_link_stays_a_link_and_gets_the_format_of_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "out.csv").symlink_to("real")
    assert cli.main(["export", "-o", str(tmp_path / "out.csv")]) == 0
    assert (tmp_path / "out.csv").is_symlink()
    assert b"id (ours)," in (tmp_path / "real").read_bytes()[:20]


def test_the_report_counts_and_names_what_is_lost(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    out, told = tmp_path / "out.ics", tmp_path / "report.json"
    assert cli.main(["export", "-o", str(out), "--only", "m02,m04", "--report", str(told)]) == 0
    report = json.loads(told.read_text("utf-8"))
    assert report["format"] == "natopk-report"
    assert report["file"] == str(out)
    assert report["counts"] == {
        "files": 1, "bytes": out.stat().st_size, "lost": len(report["items"]), "milestones": 2,
    }  # fmt: skip
    precision = next(item for item in report["items"] if item["code"] == "precision")
    assert (precision["severity"], precision["where"]["ids"]) == ("lost", ["m02", "m04"])
    lines = capfd.readouterr().err.splitlines()
    assert lines[0] == f"natopk: {out} does not hold everything:"
    assert [line.strip() for line in lines[1:]] == [item["message"] for item in report["items"]]


def test_a_report_that_cannot_be_saved_leaves_no_export_either(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    out.write_bytes(b"old")
    assert cli.main(["export", "-o", str(out), "--report", str(tmp_path / "missing" / "report.json")]) == 1
    assert out.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [out]


def test_of_several_files_all_are_saved_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def two_pages(*_: object) -> Written:
        return Written((b"one", b"two"))

    monkeypatch.setattr(registry.Format, "write", two_pages)
    (tmp_path / "out-02.png").mkdir()
    assert cli.main(["export", "-o", str(tmp_path / "out.png")]) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["out-02.png"]
    (tmp_path / "out-02.png").rmdir()
    assert cli.main(["export", "-o", str(tmp_path / "out.png")]) == 0
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"out-01.png": b"one", "out-02.png": b"two"}


def test_several_pictures_do_not_go_to_standard_output(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(registry.Format, "write", lambda *_: Written((b"one", b"two")))
    assert cli.main(["export", "-o", "-", "--format", "png"]) == 2
    told = capfd.readouterr()
    assert told.out == ""
    assert "2 pictures" in told.err


def test_a_full_disk_leaves_the_old_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    out = tmp_path / "out.csv"
    out.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", fail)
    assert cli.main(["export", "-o", str(out)]) == 1
    monkeypatch.undo()
    assert "No space left on device" in capfd.readouterr().err
    assert out.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [out]


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


def test_ids_given_one_by_one_are_all_taken(tmp_path: Path) -> None:
    assert cli.main(["export", "-o", str(tmp_path / "a.csv"), "--only", "m05,m06", "--topic", "visits,relief"]) == 0
    many = ["--only", "m05", "--topic", "visits", "--only", "m06", "--topic", "relief"]
    assert cli.main(["export", "-o", str(tmp_path / "b.csv"), *many]) == 0
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()


@pytest.mark.parametrize("option", ["--period", "--format", "--document", "-o"])
def test_what_can_be_said_once_is_not_overruled(option: str, capfd: pytest.CaptureFixture[str]) -> None:
    first, second = {"--document": ("summary", "briefing")}.get(option, ("2005", "2006"))
    with pytest.raises(SystemExit) as ended:
        cli.main(["export", option, first, option, second])
    assert ended.value.code == 2
    assert "is given twice; give it once" in capfd.readouterr().err


def test_an_unknown_topic_is_told_the_known_ones_by_id_and_name(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.csv").write_text("date,title,topic\n2005,x,Bau\n2006,y,Relief\n", encoding="utf-8")
    assert cli.main(["export", str(tmp_path / "a.csv"), "-o", str(tmp_path / "b.csv"), "--topic", "Bau"]) == 2
    assert "no topic “Bau”; this dossier has t1 (Bau), t2 (Relief)" in capfd.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="a folder in use cannot go there")
def test_a_folder_that_is_gone_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert cli.main(["export", "-o", "x.csv"]) == 1
    assert capfd.readouterr().err == (
        "natopk: x.csv: the folder you are in is gone; go to another, or name the file with its whole path.\n"
    )
