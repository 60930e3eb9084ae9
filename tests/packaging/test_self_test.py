"""The packaged app proves itself in every place it may be put."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.packaging import built
from tests.virtual_screen import virtual_screen

if TYPE_CHECKING:
    from pathlib import Path

    from tests.packaging.built import Package

NOBODY = "65534"
NO_FONTS = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig></fontconfig>'


def _copied(package: Package, place: Path) -> Path:
    """The folder app at another place, its files linked where that can be."""
    try:
        shutil.copytree(package.folder, place, copy_function=os.link)
    except OSError:
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(package.folder, place)
    return place


def _as_nobody(*command: str | Path) -> list[str]:
    if os.geteuid() != 0 or shutil.which("setpriv") is None:
        pytest.skip("only root can be another user, by setpriv")
    return ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--", *map(str, command)]


def test_without_a_screen(package: Package, home: Path) -> None:
    built.proved(built.run([package.folder / "natopk", "--self-test"], {"HOME": str(home), "PATH": os.defpath}))


def test_offscreen(package: Package, home: Path) -> None:
    variables = {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    built.proved(built.run([package.folder / "natopk", "--self-test"], variables))


def test_under_x11(package: Package, home: Path) -> None:
    with virtual_screen(home) as display:
        variables = {"HOME": str(home), "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        built.proved(built.run([package.folder / "natopk", "--self-test"], variables), "xcb")


def test_with_an_empty_environment(package: Package) -> None:
    built.proved(built.run([package.folder / "natopk", "--self-test"], {}))


def test_in_a_path_with_blanks_and_letters_of_other_scripts(package: Package, public: Path, home: Path) -> None:
    # What parts the values of Qt's own files of settings is in it too.
    place = _copied(package, public / "Größe und Maß, 2; 3" / "پاکستان 2010 'x' \"y\\z")
    built.proved(built.run([place / "natopk", "--self-test"], {"HOME": str(home)}))


def test_by_a_relative_path_from_another_folder(package: Package, home: Path) -> None:
    done = built.run(["./natopk", "--self-test"], {"HOME": str(home)}, package.folder)
    built.proved(done)


def test_by_a_link_in_the_search_path(package: Package, home: Path) -> None:
    (home / "bin").mkdir()
    (home / "bin" / "natopk").symlink_to(package.folder / "natopk")
    variables = {"HOME": str(home), "PATH": str(home / "bin")}
    built.proved(built.run([home / "bin" / "natopk", "--self-test"], variables))


def test_as_another_user(package: Package, public: Path) -> None:
    place = public / "home"
    place.mkdir()
    place.chmod(0o777)
    program = _copied(package, public / "app") / "natopk"
    built.proved(built.run(_as_nobody(program, "--self-test"), {"HOME": str(place)}, public))


def test_with_a_home_that_cannot_be_written(package: Package, public: Path) -> None:
    place = public / "home"
    place.mkdir(mode=0o555)
    program = _copied(package, public / "app") / "natopk"
    built.proved(built.run(_as_nobody(program, "--self-test"), {"HOME": str(place)}, public))
    assert not list(place.iterdir())


def test_with_no_fonts_installed(package: Package, home: Path) -> None:
    fonts = home / "fonts.conf"
    fonts.write_text(NO_FONTS, encoding="utf-8")
    built.proved(
        built.run([package.folder / "natopk", "--self-test"], {"HOME": str(home), "FONTCONFIG_FILE": str(fonts)})
    )


def test_the_window_opens_and_closes_and_says_nothing(package: Package, home: Path) -> None:
    with virtual_screen(home) as display:
        variables = {"HOME": str(home), "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}
        done = built.run([package.folder / "natopk-desktop", "--quit-after", "1500"], variables)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_window_opens_under_wayland(package: Package, home: Path) -> None:
    if shutil.which("weston") is None:
        pytest.skip("weston is not there to be a Wayland screen")
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)
    variables = {"HOME": str(home), "XDG_RUNTIME_DIR": str(runtime), "PATH": os.defpath, "LC_ALL": "C.UTF-8"}
    weston = subprocess.Popen(
        ["weston", "--backend=headless-backend.so", "--socket=natopk", "--no-config", "--idle-time=0"],
        env=variables,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while not (runtime / "natopk").exists():
            assert weston.poll() is None, "weston did not start"
        variables |= {"WAYLAND_DISPLAY": "natopk", "QT_QPA_PLATFORM": "wayland"}
        tested = built.run([package.folder / "natopk", "--self-test"], variables)
        done = built.run([package.folder / "natopk-desktop", "--quit-after", "1500"], variables)
    finally:
        weston.terminate()
        weston.wait(20)
    built.proved(tested, "wayland")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("name", ["natopk", "natopk-desktop"])
def test_wrong_use_is_one_sentence(package: Package, home: Path, name: str) -> None:
    done = built.run([package.folder / name, "--no-such-option"], {"HOME": str(home)})
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" not in done.stderr
