"""The icon of Windows' and macOS's programs, put together from the PNG files that Linux uses as they are.

Sources: learn.microsoft.com, "Icons" (the form ICO, whose pictures may be PNG since Windows Vista);
en.wikipedia.org/wiki/Apple_Icon_Image_format (the types of pictures in an ICNS file).
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

WINDOWS_SIZES: Final = (16, 24, 32, 48, 64, 128, 256)
MAC_TYPES: Final = (
    *((b"icp4", 16), (b"icp5", 32), (b"ic07", 128), (b"ic08", 256), (b"ic09", 512)),
    # The same for screens of twice the resolution, which show them in half the size.
    *((b"ic11", 32), (b"ic12", 64), (b"ic13", 256), (b"ic14", 512)),
)


def ico(pictures: Path) -> bytes:
    """Return the icon for Windows, made of ``natopk-desktop-SIZE.png`` in a folder."""
    contents = [_picture(pictures, size) for size in WINDOWS_SIZES]
    place = 6 + 16 * len(contents)
    head, entries = struct.pack("<HHH", 0, 1, len(contents)), b""
    for size, content in zip(WINDOWS_SIZES, contents, strict=True):
        # A side of 256 pixels is written as 0.
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(content), place)
        place += len(content)
    return head + entries + b"".join(contents)


def icns(pictures: Path) -> bytes:
    """Return the icon for macOS, made of ``natopk-desktop-SIZE.png`` in a folder."""
    parts = b""
    for kind, size in MAC_TYPES:
        content = _picture(pictures, size)
        parts += kind + struct.pack(">I", 8 + len(content)) + content
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts


def written(platform: str, pictures: Path, folder: Path) -> str | None:
    """Write the icon a system wants into ``folder`` and return its path; None where it wants none."""
    makers = {"win32": ("icon.ico", ico), "darwin": ("icon.icns", icns)}
    if platform not in makers:
        return None
    name, make = makers[platform]
    path = folder / name
    path.write_bytes(make(pictures))
    return str(path)


def _picture(pictures: Path, size: int) -> bytes:
    return (pictures / f"natopk-desktop-{size}.png").read_bytes()
