from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from natopk_desktop import screen
from natopk_desktop.errors import InputError

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux may be without a screen")


@pytest.fixture(autouse=True)
def no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


def test_without_a_screen_one_sentence_says_so() -> None:
    with pytest.raises(InputError, match="There is no screen") as caught:
        screen.platform()
    assert caught.value.exit_code == 2
    assert "\n" not in caught.value.message


@pytest.mark.parametrize(
    ("name", "value", "platform"),
    [
        ("DISPLAY", "another.computer:10.0", "xcb"),
        ("WAYLAND_SOCKET", "5", "wayland"),
        ("QT_QPA_PLATFORM", "offscreen", "offscreen"),
        ("QT_QPA_PLATFORM", "vnc:size=9x9", "vnc:size=9x9"),
    ],
)
def test_a_screen_is_known_by_its_variable(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, platform: str
) -> None:
    monkeypatch.setenv(name, value)
    assert screen.platform() == platform


@pytest.mark.parametrize(
    ("chosen", "name", "value"),
    [("xcb", "WAYLAND_SOCKET", "5"), ("wayland-egl", "DISPLAY", "another.computer:10.0"), ("xcb:tablet", "", "")],
)
def test_a_kind_of_screen_that_is_chosen_must_be_there(
    monkeypatch: pytest.MonkeyPatch, chosen: str, name: str, value: str
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", chosen)
    if name:
        monkeypatch.setenv(name, value)
    with pytest.raises(InputError, match=r"no screen|does not answer"):
        screen.platform()


@pytest.mark.parametrize(("name", "value"), [("DISPLAY", ":4711"), ("WAYLAND_DISPLAY", "wayland-4711")])
def test_a_screen_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(InputError, match=rf"{name} \({value}\) does not answer"):
        screen.platform()


def test_a_compositor_outside_a_sandbox_is_known_by_its_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "wayland-1").touch()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-1")
    assert screen.platform() == "wayland"


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="needs Xvfb")
def test_a_running_server_answers_and_a_dead_one_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    read, write = os.pipe()
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "640x480x24"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    ) as server:
        os.close(write)
        with open(read, encoding="ascii") as pipe:  # noqa: PTH123 - a descriptor
            number = pipe.readline().strip()
        monkeypatch.setenv("DISPLAY", f":{number}.0")
        monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-4711")
        assert screen.platform() == "xcb"
        assert screen._x_connects(f":{number}")
        server.send_signal(signal.SIGKILL)
        server.wait()
    socket = Path(f"/tmp/.X11-unix/X{number}")
    try:
        with pytest.raises(InputError, match="does not answer"):
            screen.platform()
    finally:  # a server that was killed leaves these
        socket.unlink(missing_ok=True)
        Path(f"/tmp/.X{number}-lock").unlink(missing_ok=True)
