from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from natopk_desktop.errors import InputError, OperationError
from natopk_desktop.provision import environment, system

if TYPE_CHECKING:
    from tests.provision.conftest import Checkout


def test_the_first_start_sets_up_and_later_ones_say_nothing(checkout: Checkout) -> None:
    first = checkout.start("--at", "m 05")
    assert first.told == {"prefix": str(checkout.venv), "arguments": ["--at", "m 05"], "tiny": "1.0"}
    assert "1 of 1: natopk" in first.err
    assert first.err.splitlines()[-1] == "Ready."
    assert "\x1b" not in first.err
    assert "\r" not in first.err

    later = checkout.start("check")
    assert later.told["arguments"] == ["check"]
    assert later.err == ""


def test_a_further_part_is_added_to_what_is_there(ready_checkout: Checkout) -> None:
    (tiny,) = ready_checkout.venv.rglob("natopk_tiny.py")
    before = tiny.stat()
    assert "natopk-more 2.0" in ready_checkout.start(parts="run,test").err.replace("_", "-")
    assert tiny.stat().st_ino == before.st_ino
    assert list(ready_checkout.venv.rglob("natopk_more.py"))
    assert ready_checkout.start(parts="run,test").err == ""
    assert ready_checkout.start().err == ""


def test_without_a_network_nothing_is_left_half_made(checkout: Checkout) -> None:
    refused = checkout.without_network().start()
    assert refused.code == 1
    assert refused.err.splitlines()[-1].startswith("OperationError: The packages could not be downloaded")
    assert "Traceback" not in refused.err
    assert not checkout.venv.exists()


def test_a_part_that_cannot_be_downloaded_leaves_the_rest_whole(ready_checkout: Checkout) -> None:
    assert ready_checkout.without_network().start(parts="run,test").code == 1
    later = ready_checkout.start()
    assert later.told["tiny"] == "1.0"
    assert later.err == ""


def test_a_wheel_with_another_hash_is_refused(ready_checkout: Checkout) -> None:
    with next(ready_checkout.wheels.glob("natopk_more-2.0*")).open("ab") as file:
        file.write(b"x")
    refused = ready_checkout.start(parts="run,test")
    assert refused.code == 1
    assert "THESE PACKAGES DO NOT MATCH THE HASHES" in refused.err


def test_an_environment_that_is_not_whole_is_made_anew(ready_checkout: Checkout) -> None:
    ready_checkout.stamp.unlink()
    (tiny,) = ready_checkout.venv.rglob("natopk_tiny.py")
    tiny.write_text("raise SystemExit('half-made')")
    again = ready_checkout.start()
    assert again.told["tiny"] == "1.0"
    assert "Setting up" in again.err


def test_an_environment_whose_interpreter_is_gone_is_made_anew(ready_checkout: Checkout) -> None:
    for path in (ready_checkout.venv / ("Scripts" if os.name == "nt" else "bin")).glob("python*"):
        path.unlink()
    assert ready_checkout.start().told["prefix"] == str(ready_checkout.venv)


def test_a_changed_lock_makes_it_anew(ready_checkout: Checkout) -> None:
    ready_checkout.write_lock(run="natopk-tiny==1.1", test="natopk-more==2.0")
    changed = ready_checkout.start()
    assert changed.told["tiny"] == "1.1"
    assert "Setting up" in changed.err


def test_a_touched_lock_does_not(ready_checkout: Checkout) -> None:
    os.utime(ready_checkout.root / "requirements.lock", (1, 1))
    assert ready_checkout.start().err == ""
    assert f"lock_file={10**9}-" in ready_checkout.stamp.read_text(encoding="utf-8")


def test_two_starts_at_once_make_one_environment(checkout: Checkout) -> None:
    with ThreadPoolExecutor(2) as pool:
        starts = list(pool.map(lambda _: checkout.start(), range(2)))
    assert [start.told["prefix"] for start in starts] == [str(checkout.venv)] * 2
    assert sum("Setting up" in start.err for start in starts) == 1
    assert sum("waiting for it" in start.err for start in starts) == 1


@pytest.mark.skipif(os.name == "nt", reason="signals are POSIX's")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_a_start_stopped_half_way_is_finished_by_the_next(checkout: Checkout, number: signal.Signals) -> None:
    with subprocess.Popen(
        checkout.command(), env=checkout.variables, stderr=subprocess.PIPE, encoding="utf-8"
    ) as first:
        while first.poll() is None and not (checkout.venv / "bin" / "python").exists():
            time.sleep(0.01)
        first.send_signal(number)
        _, said = first.communicate()
    assert first.returncode != 0
    assert "Traceback" not in said
    assert not checkout.stamp.exists()
    assert checkout.start().told["tiny"] == "1.0"


@pytest.mark.skipif(os.name == "nt", reason="made anew on Windows")
def test_a_moved_checkout_works_without_the_network(ready_checkout: Checkout, tmp_path: Path) -> None:
    moved = ready_checkout.moved_to(tmp_path / "another place" / "checkout").without_network()
    assert moved.start().told["prefix"] == str(moved.venv)
    script = moved.venv / "bin" / "natopk-tiny"
    assert subprocess.run([script], check=False, capture_output=True, encoding="utf-8").stderr == "1.0\n"
    assert str(ready_checkout.root).encode() not in (moved.venv / "bin" / "activate").read_bytes()


def test_where_the_checkout_cannot_be_written_the_cache_is_used(checkout: Checkout, home: Path) -> None:
    checkout.venv.write_text("no folder can be made here")
    first = checkout.start()
    assert Path(first.told["prefix"]).parent == home / ".cache" / "natopk-desktop"
    assert checkout.start().err == ""


def test_where_nothing_can_be_written_a_sentence_says_so(checkout: Checkout, home: Path) -> None:
    checkout.venv.write_text("")
    (home / ".cache" / "natopk-desktop").write_text("")
    refused = checkout.start()
    assert refused.code == 1
    assert "XDG_CACHE_HOME" in refused.err
    assert len(refused.err.splitlines()) == 1


def test_an_interpreter_that_has_everything_is_used_as_it_is(made_checkout: Checkout, checkout: Checkout) -> None:
    python = made_checkout.venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    started = checkout.start(python=str(python))
    assert started.told["prefix"] == str(made_checkout.venv)
    assert not checkout.venv.exists()


def test_packages_on_pythonpath_do_not_get_into_the_environment(ready_checkout: Checkout, tmp_path: Path) -> None:
    wheel = next(ready_checkout.wheels.glob("natopk_more-2.0*"))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "elsewhere")
    ready_checkout.variables["PYTHONPATH"] = str(tmp_path / "elsewhere")
    ready_checkout.start(parts="run,test")
    assert list(ready_checkout.venv.rglob("natopk_more.py"))


def test_a_debian_without_the_venv_package_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "find_spec", lambda _name: None)
    monkeypatch.setattr(sys, "base_prefix", "/usr")
    monkeypatch.setattr(system, "package_tool", lambda: "apt-get")
    monkeypatch.setattr(system, "_is_root", lambda: False)
    with pytest.raises(InputError, match=r"sudo apt-get install python3\.\d+-venv$"):
        environment._require_venv_module()


def test_another_python_without_venv_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "find_spec", lambda _name: None)
    monkeypatch.setattr(sys, "base_prefix", "/opt/python")
    with pytest.raises(OperationError, match=r"no module to make private environments"):
        environment._require_venv_module()


def test_a_broken_python_is_told_in_one_sentence(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "python"
    broken.write_text("#!/bin/sh\necho 'no zlib in here' >&2\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setattr(sys, "_base_executable", str(broken), raising=False)
    with pytest.raises(OperationError, match=r"no zlib in here"):
        environment.set_up(str(checkout.root), ["run"])
    assert not checkout.venv.exists()
