from __future__ import annotations

import os
import stat
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
