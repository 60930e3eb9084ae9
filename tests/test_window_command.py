from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from natopk_desktop import __version__, resources, window_command
from natopk_desktop.errors import InputError
from natopk_desktop.one_process.door import enter
from natopk_desktop.one_process.request import Request
from natopk_desktop.window_command import Arguments

if TYPE_CHECKING:
    from pathlib import Path

HANDING_OVER = """
import sys
from natopk_desktop import window_command
code = window_command.main(sys.argv[1:])
print(code, "msgspec" in sys.modules, any(name.startswith("PySide6") for name in sys.modules))
"""


@pytest.mark.parametrize(
    ("argv", "expected"),
    [
        ([], Arguments()),
        (["a.dossier.json", "b"], Arguments(("a.dossier.json", "b"))),
        (["--at", "m04"], Arguments(at="m04")),
        (["--at=m04", "a"], Arguments(("a",), at="m04")),
        (["--quit-after", "1500"], Arguments(quit_after=1500)),
        (["--quit-after=0"], Arguments(quit_after=0)),
        (["--", "--at"], Arguments(("--at",))),
        (["-"], Arguments(("-",))),
    ],
)
def test_the_command_line_is_read(argv: list[str], expected: Arguments) -> None:
    assert window_command.read(argv) == expected


@pytest.mark.parametrize(
    "argv",
    [["--at"], ["--at="], ["--quit-after"], ["--quit-after", "soon"], ["--quit-after", "-5"], ["--bogus"], ["-x"]],
)
def test_wrong_use_is_one_sentence(argv: list[str]) -> None:
    with pytest.raises(InputError, match="usage: natopk-desktop"):
        window_command.read(argv)


def test_help_names_no_option_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert window_command.main(["--help"]) == 0
    words = capsys.readouterr().out.split()

    assert {word.rstrip(",") for word in words if word.startswith("--")} == {
        *("--at", "--quit-after", "--version", "--help"),
        *("--install-desktop", "--remove-desktop"),
    }


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert window_command.main(["--version"]) == 0
    assert capsys.readouterr().out == f"natopk-desktop {__version__}\n"


@pytest.mark.parametrize("argv", [[], ["a.dossier.json"], ["--at", "m04", "a.dossier.json"]])
def test_a_start_that_hands_its_files_over_loads_next_to_nothing(tmp_path: Path, argv: list[str]) -> None:
    file = tmp_path / "a.dossier.json"
    file.write_text("")
    door = enter(Request()).door
    assert door is not None

    done = subprocess.run(
        [sys.executable, "-c", HANDING_OVER, *(str(file) if word == file.name else word for word in argv)],
        cwd=resources.bundled("data").parent,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )

    assert done.stdout.split() == ["0", "False", "False"]
    (request,) = door.requests()
    assert request.files == ((str(file),) if file.name in argv else ())
    assert request.at == ("m04" if "--at" in argv else None)
    door.close()
