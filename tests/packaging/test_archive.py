from __future__ import annotations

import io
import lzma
import os
import tarfile
from typing import TYPE_CHECKING

from natopk_desktop.packaging import archive

if TYPE_CHECKING:
    from pathlib import Path

MOMENT = 1_700_000_000


def _filled(folder: Path, names: list[str]) -> Path:
    for name in names:
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(name, encoding="utf-8")
    (folder / "program").chmod(0o700)
    (folder / "link").symlink_to("program")
    return folder


def test_the_same_files_give_the_same_bytes_wherever_and_whenever_they_were_made(tmp_path: Path) -> None:
    names = ["b/ü.txt", "a.txt", "program"]
    first = _filled(tmp_path / "first", names)
    second = _filled(tmp_path / "a longer name", names[::-1])
    os.utime(second / "a.txt", (1, 1))
    made = [archive.tar(archive.members(folder, "app"), MOMENT) for folder in (first, second)]
    assert made[0] == made[1]
    assert archive.xz(made[0], archive.QUICK) == archive.xz(made[1], archive.QUICK)


def test_links_modes_and_owners_are_kept_apart_from_the_builder_s(tmp_path: Path) -> None:
    folder = _filled(tmp_path / "x", ["deep/er/file", "program"])
    packed = archive.xz(archive.tar(archive.members(folder, "app"), MOMENT), archive.QUICK)
    with tarfile.open(fileobj=io.BytesIO(lzma.decompress(packed))) as opened:
        found = {member.name: member for member in opened}
    assert list(found) == ["app", "app/deep", "app/deep/er", "app/deep/er/file", "app/link", "app/program"]
    assert found["app/link"].linkname == "program"
    assert (found["app/program"].mode, found["app/deep/er/file"].mode) == (0o755, 0o644)
    assert {(member.uname, member.uid, member.mtime) for member in found.values()} == {("root", 0, MOMENT)}
