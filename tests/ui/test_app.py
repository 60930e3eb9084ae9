from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from natopk_desktop import resources, settings, window_command
from natopk_desktop.dossier import store
from natopk_desktop.errors import InputError
from natopk_desktop.ui import app

if TYPE_CHECKING:
    from pathlib import Path


def test_a_place_that_no_file_has_is_refused_before_a_window_opens() -> None:
    with pytest.raises(InputError, match="m99"):
        window_command.main(["--at", "m99"])


def test_the_icon_is_there_in_every_size() -> None:
    for size in app.ICON_SIZES:
        assert resources.bundled("resources", "icons", f"natopk-desktop-{size}.png").is_file()


def run(*argv: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [
            sys.executable,
            "-c",
            (
                "import sys; from natopk_desktop.__main__ import _told; "
                "from natopk_desktop import window_command as command; "
                "sys.exit(_told(lambda: command.main(sys.argv[1:]), 'natopk-desktop'))"
            ),
            *argv,
        ],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
        cwd=resources.bundled("data").parent,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_it_opens_and_quits_when_told(tmp_path: Path) -> None:
    done = run("--at", "m04", "--quit-after", "300", XDG_CONFIG_HOME=str(tmp_path))

    assert (done.returncode, done.stdout) == (0, "")
    kept = settings.load(tmp_path / "natopk-desktop" / settings.FILE).settings
    assert kept.place(store.built_in().id).milestone == "m04"


def test_each_file_gets_a_window_of_its_own(tmp_path: Path) -> None:
    dossier = store.built_in()
    files = [tmp_path / "one.dossier.json", tmp_path / "two.dossier.json"]
    for file in files:
        store.save(dossier, file)

    done = run(*map(str, files), "--quit-after", "300")

    assert (done.returncode, done.stdout) == (0, "")


def test_a_missing_file_is_one_sentence_and_exit_code_2(tmp_path: Path) -> None:
    file = tmp_path / "bad.dossier.json"

    done = run(str(file), "--quit-after", "300")

    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert str(file) in done.stderr


def test_a_place_that_a_file_has_not_is_told_and_the_file_opens(tmp_path: Path) -> None:
    file = tmp_path / "one.dossier.json"
    store.save(store.built_in(), file)

    done = run("--at", "m99", str(file), "--quit-after", "300")

    assert done.returncode == 2
    assert "m99" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_bad_file_is_told_on_the_terminal_as_well_and_gives_exit_code_2(tmp_path: Path) -> None:
    file = tmp_path / "bad.dossier.json"
    file.write_bytes(b'{"format": "natopk-dossier", "version": 9}')

    done = run(str(file), "--quit-after", "300")

    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert str(file) in done.stderr


@pytest.mark.parametrize("content", ["broken", '{"version": 99}'])
def test_bad_settings_never_stop_the_start(tmp_path: Path, content: str) -> None:
    folder = tmp_path / "natopk-desktop"
    folder.mkdir()
    (folder / settings.FILE).write_text(content)

    done = run("--quit-after", "300", XDG_CONFIG_HOME=str(tmp_path))

    assert done.returncode == 0
    assert (folder / "settings.json.bad").read_text() == content


def test_a_missing_home_is_no_obstacle() -> None:
    nowhere = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"), "/proc/no")

    done = run("--quit-after", "300", **nowhere)

    assert (done.returncode, done.stdout) == (0, "")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("is_terminal", "environment", "expected"),
    [
        (True, {}, True),
        (True, {"DESKTOP_STARTUP_ID": "x"}, True),
        (False, {}, True),  # a pipe or a file: somebody reads it
        (False, {"GIO_LAUNCHED_DESKTOP_FILE": "/usr/share/applications/net.natopkdesktop.reader.desktop"}, False),
        (False, {"XDG_ACTIVATION_TOKEN": "x"}, False),
    ],
)
def test_a_message_box_is_for_starts_that_nobody_reads(
    monkeypatch: pytest.MonkeyPatch, is_terminal: bool, environment: dict[str, str], expected: bool
) -> None:
    for name in app.LAUNCHER_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: is_terminal, raising=False)

    assert app.has_terminal() is expected


def test_without_standard_error_nobody_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)

    assert not app.has_terminal()


def test_what_qt_says_when_python_is_gone_already_breaks_nothing() -> None:
    done = run("--quit-after", "300", QT_LOGGING_RULES="qt.core.library=true")
    assert done.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
def test_a_sentence_that_no_terminal_takes_goes_away_in_time() -> None:
    command = [
        sys.executable,
        str(resources.bundled("data").parent / "natopk_desktop"),
        "--quit-after",
        "300",
        "nofile",
    ]
    done = subprocess.run(
        ["sh", "-c", 'exec "$@" >&- 2>&-', "sh", *command],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
        timeout=120,
    )
    assert done.returncode == 2


def test_a_screen_that_qt_does_not_have_is_one_sentence() -> None:
    done = run("--quit-after", "300", QT_QPA_PLATFORM="nonsense")
    assert done.returncode == 2
    assert done.stderr.startswith("natopk-desktop: QT_QPA_PLATFORM is “nonsense”")
    assert done.stderr.count("\n") == 1
