from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest

from natopk_desktop import resources
from natopk_desktop.packaging import icon_files

if TYPE_CHECKING:
    from pathlib import Path

PICTURES = resources.bundled("resources", "icons")
PNG = b"\x89PNG\r\n\x1a\n"


def _size(png: bytes) -> tuple[int, int]:
    assert png.startswith(PNG)
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_the_icon_for_windows_holds_each_size() -> None:
    content = icon_files.ico(PICTURES)
    _, kind, count = struct.unpack_from("<HHH", content)
    assert (kind, count) == (1, len(icon_files.WINDOWS_SIZES))
    end = 0
    for at, size in enumerate(icon_files.WINDOWS_SIZES):
        width, _, _, _, _, bits, length, place = struct.unpack_from("<BBBBHHII", content, 6 + 16 * at)
        assert (width or 256, bits) == (size, 32)
        assert _size(content[place : place + length]) == (size, size)
        end = place + length
    assert end == len(content)


def test_the_icon_for_macos_holds_each_type() -> None:
    content = icon_files.icns(PICTURES)
    assert (content[:4], struct.unpack(">I", content[4:8])[0]) == (b"icns", len(content))
    place, found = 8, []
    while place < len(content):
        kind, length = content[place : place + 4], struct.unpack(">I", content[place + 4 : place + 8])[0]
        found.append((kind, _size(content[place + 8 : place + length])[0]))
        place += length
    assert tuple(found) == icon_files.MAC_TYPES


@pytest.mark.parametrize(("platform", "name"), [("win32", "icon.ico"), ("darwin", "icon.icns"), ("linux", None)])
def test_each_system_gets_the_icon_it_wants(platform: str, name: str | None, tmp_path: Path) -> None:
    made = icon_files.written(platform, PICTURES, tmp_path)
    assert made == (None if name is None else str(tmp_path / name))
