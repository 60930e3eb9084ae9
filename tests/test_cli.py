from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from natopk_desktop import cli
from natopk_desktop.dossier import store

if TYPE_CHECKING:
    from pathlib import Path


def report(capfdbinary: pytest.CaptureFixture[bytes], *arguments: str) -> tuple[int, dict[str, Any]]:
    code = cli.main([*arguments, "--json"])
    made: dict[str, Any] = json.loads(capfdbinary.readouterr().out)
    assert (made["format"], made["version"]) == ("natopk-report", 1)
    return code, made


def test_check_accounts_for_every_character(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    code, made = report(capfdbinary, "check")
    assert code == 0
    assert made["ok"] is True
    assert made["counts"]["code_points"] == made["counts"]["accounted"] == 5490
    assert made["counts"]["residue"] == 0


def test_check_tells_people_too(capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check"]) == 0
    assert "the same text" in capfd.readouterr().out


def test_check_of_a_broken_dossier_names_every_place(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    contents = json.loads(store.dumps(store.built_in()))
    contents["milestones"][4]["topics"] = ["sport"]
    contents["milestones"][6]["date"]["edtf"] = "soon"
    path = tmp_path / "broken.dossier.json"
    path.write_text(json.dumps(contents), encoding="utf-8")
    code = cli.main(["check", str(path), "--json"])
    out, err = capfdbinary.readouterr()
    made = json.loads(out)
    assert code == 2
    assert made["ok"] is False
    assert [item["where"]["path"] for item in made["items"]] == ["milestones[4].topics[0]", "milestones[6].date.edtf"]
    assert str(path).encode() in err
    assert err.count(b"\n") == 1


def test_list_holds_every_milestone_passage_figure_and_note(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    dossier = store.built_in()
    code, made = report(capfdbinary, "list")
    assert code == 0
    assert made["counts"] == {
        "milestones": 11,
        "passages": sum(len(milestone.related) for milestone in dossier.milestones),
        "figures": len(dossier.head.figures),
        "notes": len(dossier.head.notes),
        "topics": len(dossier.head.topics),
    }
    relief = next(item for item in made["items"] if item["where"].get("id") == "relief")
    assert relief["message"] == "Relief [Ours: a topic, of 2 milestones]"
    milestones = [item for item in made["items"] if item["code"] == "milestone"]
    assert [item["where"]["id"] for item in milestones] == dossier.milestones.ids
    assert milestones[1]["message"].startswith("October 2005: Start of Paki2000stan")
    assert milestones[8]["message"].startswith("[Ours: no date; placed under January 2007 by us]: ")


def test_list_shows_no_control_character(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    raw = store.dumps(store.built_in()).decode()
    told = raw.replace("probably one of these two visits", "\\u001b[31m red \\u202e")
    assert told != raw
    (tmp_path / "x.json").write_text(told, encoding="utf-8")
    assert cli.main(["list", str(tmp_path / "x.json")]) == 0
    out = capfd.readouterr().out
    assert "\x1b" not in out
    assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in out


@pytest.mark.parametrize("arguments", [[], ["nonsense"], ["check", "--what"], ["list", "a", "b"], ["check", "missing"]])
def test_wrong_use_is_one_sentence_and_two(arguments: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    try:
        code: object = cli.main(arguments)
    except SystemExit as ended:
        code = ended.code
    err = capfd.readouterr().err
    assert code == 2
    assert err.count("\n") == 1
    assert err.startswith("natopk")


def test_a_reader_that_goes_away_gets_no_traceback() -> None:
    program = "import sys; from natopk_desktop.cli import main; sys.exit(main(['list', '--json']))"
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


def test_the_command_line_needs_no_qt() -> None:
    program = (
        "import sys; from natopk_desktop.cli import main; main(['check']);"
        "sys.exit(any(name.startswith(('PySide6', 'sqlite3', 'typst')) for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", program], stdout=subprocess.DEVNULL, check=False).returncode == 0
