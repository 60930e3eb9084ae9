from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from natopk_desktop import __version__, bootstrap

ROOT = Path(__file__).resolve().parent.parent
# What the door may need on a later start: the file that is looked for first comes without zlib, even.
SLOW = {"asyncio", "ctypes", "hashlib", "json", "pathlib", "re", "shutil", "ssl", "subprocess", "tempfile", "typing"}
LATER_START = """
import os, sys
before = set(sys.modules)
sys.path.insert(0, {root!r})
from natopk_desktop import bootstrap
bootstrap.checkout = lambda: {checkout!r}
def arrived(path, command):
    print(path, *command[1:], sep="\\n")
    print(*sorted(set(sys.modules) - before), sep=" ")
    raise SystemExit
os.execv = arrived
bootstrap.enter(("run",), {script!r})
"""


def _ready(folder: Path) -> Path:
    """A folder that looks like a checkout with its environment made; its place."""
    place = folder / ".venv"
    python = Path(bootstrap.python_of(str(place)))
    python.parent.mkdir(parents=True)
    python.touch()
    lock = folder / bootstrap.LOCK_NAME
    lock.write_text("# part: run\n", encoding="utf-8")
    fields = {
        "lock": bootstrap.digest_of(lock),
        "lock_file": bootstrap.file_state(lock),
        "place": place,
        "checkout": folder,
        "python": "3.99",
        "parts": "run test",
    }
    text = "".join(f"{name}={value}\n" for name, value in fields.items())
    (place / bootstrap.STAMP_NAME).write_text(text, encoding="utf-8")
    return place


@pytest.mark.skipif(os.name == "nt", reason="a child process on Windows")
def test_a_later_start_goes_on_at_once_and_imports_next_to_nothing(tmp_path: Path) -> None:
    folder = (tmp_path / "mit Leerzeichen ü").resolve()
    place = _ready(folder)
    code = LATER_START.format(root=str(ROOT), checkout=str(folder), script="/some/door.py")
    command = [sys.executable, "-S", "-c", code, "check", "a b"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    path, *arguments, modules = done.stdout.splitlines()
    assert path == bootstrap.python_of(str(place))
    assert arguments == ["/some/door.py", "check", "a b"]
    assert SLOW.isdisjoint(modules.split())
    assert not [name for name in modules.split() if name.startswith("natopk_desktop.provision")]


def test_a_whole_environment_is_ready(tmp_path: Path) -> None:
    place = _ready(tmp_path)
    assert bootstrap.ready_place(str(tmp_path), ["run"]) == str(place)
    assert bootstrap.ready_place(str(tmp_path), ["run", "test"]) == str(place)
    assert bootstrap.ready_place(str(tmp_path), ["package"]) is None


@pytest.mark.parametrize("field", ["place", "checkout"])
def test_a_moved_environment_is_not_ready(tmp_path: Path, field: str) -> None:
    stamp = _ready(tmp_path) / bootstrap.STAMP_NAME
    stamp.write_text(stamp.read_text(encoding="utf-8") + f"{field}=/elsewhere\n", encoding="utf-8")
    assert bootstrap.ready_place(str(tmp_path), ["run"]) is None


def test_an_environment_for_another_lock_is_not_ready(tmp_path: Path) -> None:
    _ready(tmp_path)
    (tmp_path / bootstrap.LOCK_NAME).write_text("# part: run\n# changed\n", encoding="utf-8")
    assert bootstrap.ready_place(str(tmp_path), ["run"]) is None


def test_an_environment_under_another_python_is_not_ready_from_inside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = _ready(tmp_path)
    monkeypatch.setattr(sys, "prefix", str(place))
    assert bootstrap.ready_place(str(tmp_path), ["run"]) is None


@pytest.mark.parametrize("content", [b"", b"\x00\xff\n", b"parts\nno sign"])
def test_an_unreadable_stamp_is_no_stamp(tmp_path: Path, content: bytes) -> None:
    (_ready(tmp_path) / bootstrap.STAMP_NAME).write_bytes(content)
    assert bootstrap.ready_place(str(tmp_path), ["run"]) is None


def test_the_cache_follows_the_xdg_specification(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert Path(bootstrap.cache_folder()) == (tmp_path / "natopk-desktop").resolve()
    if os.name != "nt":
        monkeypatch.setenv("XDG_CACHE_HOME", "relative/is/ignored")
        assert Path(bootstrap.cache_folder()) == Path("~/.cache/natopk-desktop").expanduser().resolve()


def test_two_checkouts_have_two_places_in_the_cache() -> None:
    first, second = (list(bootstrap.places(root)) for root in ("/a/checkout", "/b/checkout"))
    assert first[0] == os.path.join("/a/checkout", ".venv")  # noqa: PTH118 - compared as the text it is
    assert Path(first[1]).parent == Path(second[1]).parent
    assert first[1] != second[1]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux's libraries")
def test_libraries_are_looked_for_once(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "prefix", "/nowhere")
    record = home / ".cache" / "natopk-desktop" / bootstrap.LIBRARIES_NAME
    bootstrap.require_qt_libraries("offscreen")
    assert record.read_text(encoding="utf-8").split() == [__version__, "common"]
    record.write_text(f"{__version__} common xcb", encoding="utf-8")
    sys.modules.pop("natopk_desktop.provision.qt_libraries", None)
    bootstrap.require_qt_libraries("xcb")
    assert "natopk_desktop.provision.qt_libraries" not in sys.modules
