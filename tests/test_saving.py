from __future__ import annotations

import errno
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from natopk_desktop import saving
from natopk_desktop.errors import OperationError


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_a_new_file_is_written_whole(tmp_path: Path) -> None:
    saving.save(tmp_path / "out", b"new")
    assert (tmp_path / "out").read_bytes() == b"new"
    assert names(tmp_path) == ["out"]


def test_a_replaced_file_keeps_its_mode(tmp_path: Path) -> None:
    target = tmp_path / "out"
    target.write_bytes(b"old")
    target.chmod(0o640)
    saving.save(target, b"new")
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_link_stays_a_link_and_its_target_changes(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    saving.save(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_a_dangling_link_makes_its_target(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("later")
    saving.save(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "later").read_bytes() == b"new"


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_a_failing_disk_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    (tmp_path / "out").write_bytes(b"old")
    monkeypatch.setattr(os if failing == "fsync" else Path, failing, fail)
    with pytest.raises(OperationError, match="Input/output error"):
        saving.save(tmp_path / "out", b"new")
    monkeypatch.undo()
    assert (tmp_path / "out").read_bytes() == b"old"
    assert names(tmp_path) == ["out"]


def test_a_writer_that_fails_half_way_leaves_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"old")

    def write_half() -> None:
        with saving.writing(tmp_path / "out") as file:
            file.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_half()
    assert (tmp_path / "out").read_bytes() == b"old"
    assert names(tmp_path) == ["out"]


@pytest.mark.parametrize("name", ["", "missing/out", "bad\0name", "x" * 300])
def test_a_place_that_cannot_take_it_is_refused_in_a_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(OperationError) as caught:
        saving.save(Path(f"{tmp_path}/{name}"), b"new")
    assert caught.value.message.endswith(".")
    assert names(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_a_device_is_refused() -> None:
    with pytest.raises(OperationError, match="no ordinary file"):
        saving.save(Path("/dev/null"), b"new")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_a_dangling_link_into_a_missing_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("nowhere/file")
    with pytest.raises(OperationError, match="no folder"):
        saving.save(tmp_path / "link", b"new")
    assert names(tmp_path) == ["link"]


def test_several_files_come_together(tmp_path: Path) -> None:
    saving.save_all([(tmp_path / "a", b"1"), (tmp_path / "b", b"2")])
    assert {name: (tmp_path / name).read_bytes() for name in names(tmp_path)} == {"a": b"1", "b": b"2"}


@pytest.mark.parametrize("second", ["missing/b", "", "bad\0name"])
def test_of_several_files_none_is_touched_where_one_cannot_be_written(tmp_path: Path, second: str) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(OperationError):
        saving.save_all([(tmp_path / "a", b"new"), (Path(f"{tmp_path}/{second}"), b"new")])
    assert (tmp_path / "a").read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


def test_a_full_disk_leaves_every_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: list[int] = []

    def fill_up(descriptor: int) -> None:
        flushed.append(descriptor)
        if len(flushed) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")

    for name in ("a", "b"):
        (tmp_path / name).write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", fill_up)
    with pytest.raises(OperationError, match="No space left"):
        saving.save_all([(tmp_path / "a", b"new"), (tmp_path / "b", b"new")])
    monkeypatch.undo()
    assert [(tmp_path / name).read_bytes() for name in ("a", "b")] == [b"old", b"old"]
    assert names(tmp_path) == ["a", "b"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limit")
def test_a_disk_that_takes_no_more_while_writing_is_one_sentence(tmp_path: Path) -> None:
    program = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from natopk_desktop import saving\n"
        "from natopk_desktop.errors import OperationError\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "try:\n"
        "    saving.save(Path(sys.argv[1]), bytes(1_000_000))\n"
        "except OperationError as error:\n"
        "    print(error.message)\n"
    )
    (tmp_path / "out").write_bytes(b"old")
    command = [sys.executable, "-c", program, str(tmp_path / "out")]
    root = Path(saving.__file__).parents[1]
    done = subprocess.run(command, capture_output=True, check=True, cwd=root, text=True)
    assert "File too large" in done.stdout
    assert (tmp_path / "out").read_bytes() == b"old"
    assert names(tmp_path) == ["out"]


def test_a_folder_that_vanishes_while_writing_is_one_sentence(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()

    def write() -> None:
        with saving.writing(folder / "out") as file:
            file.write(b"new")
            shutil.rmtree(folder)

    with pytest.raises(OperationError, match="out"):
        write()
    assert names(tmp_path) == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user whom folder modes hold back")
def test_a_folder_that_may_only_be_read_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"old")
    tmp_path.chmod(0o500)
    with pytest.raises(OperationError, match="Permission denied"):
        saving.save(tmp_path / "out", b"new")
    tmp_path.chmod(0o700)
    assert (tmp_path / "out").read_bytes() == b"old"
    assert names(tmp_path) == ["out"]


@pytest.mark.skipif(os.name == "nt", reason="Windows flushes no folders")
@pytest.mark.parametrize(("number", "is_told"), [(errno.EIO, True), (errno.EINVAL, False), (errno.ENOTSUP, False)])
def test_a_folder_that_cannot_be_flushed_is_told_only_where_it_should_have_been(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, is_told: bool
) -> None:
    genuine = os.fsync

    def fail_for_folders(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(number, os.strerror(number))
        genuine(descriptor)

    (tmp_path / "out").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", fail_for_folders)
    if is_told:
        with pytest.raises(OperationError, match="is written, but"):
            saving.save(tmp_path / "out", b"new")
    else:
        saving.save(tmp_path / "out", b"new")
    monkeypatch.undo()
    assert (tmp_path / "out").read_bytes() == b"new"
    assert names(tmp_path) == ["out"]
