"""The Debian package: the folder app below `/usr/lib`, two commands, and what a desktop wants to know of it.

Written here rather than by `dpkg-deb`, so that it can be made on every Linux and comes out the same every time. The
form is that of deb(5); names and places are those of Debian's policy.
"""

from __future__ import annotations

import hashlib
import platform
from typing import TYPE_CHECKING, Final

from natopk_desktop import __version__, licences
from natopk_desktop.desktop import files
from natopk_desktop.packaging import archive, elf
from natopk_desktop.packaging.archive import Member
from natopk_desktop.provision import qt_libraries

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

NAME: Final = "natopk-desktop"
APP_FOLDER: Final = f"usr/lib/{NAME}"
COMMANDS: Final = ("natopk-desktop", "natopk")
ARCHITECTURES: Final = {"x86_64": "amd64", "aarch64": "arm64"}
DESCRIPTION: Final = """\
offline reader for an institution's web page as a critical edition
 Shows NATO's page "NATO-Pakistan relations" of 2010 as a timeline, with the
 passages and figures that bear on each milestone and notes on where the page
 contradicts itself or other sources. Prints and exports summaries.
 .
 It never uses the network. Not affiliated with NATO."""

OTHER_LIBRARIES: Final = {
    "libgcc_s.so.1": "libgcc-s1",
    "libz.so.1": "zlib1g",
    "libcups.so.2": "libcups2",
    "libwayland-egl.so.1": "libwayland-egl1",
}
"""Besides those Qt's wheels need, which `qt_libraries` knows: the name the loader looks for and its package."""

RENAMED: Final = frozenset({"libglib2.0-0", "libcups2"})
"""Named with `t64` at their end since Debian 13 and Ubuntu 24.04, which made all times 64 bits wide."""

C_LIBRARY: Final = frozenset({"libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1", "libutil.so.1"})
STANDARD_LIBRARY: Final[dict[tuple[int, ...], str]] = {
    (3, 4, 30): "12",
    (3, 4, 31): "13",
    (3, 4, 32): "13.2",
    (3, 4, 33): "14",
}
"""The version of `libstdc++6` that first has a version of its symbols; 11 has those before.

Source: gcc.gnu.org, "ABI Policy and Guidelines".
"""


def file_name() -> str:
    """Return the name of the package's file."""
    return f"{NAME}_{__version__}_{_architecture()}.deb"


def package(folder: Path, moment: int, preset: int) -> bytes:
    """Return the package of a folder app.

    Args:
        folder: the folder app.
        moment: seconds since 1970, which all files bear.
        preset: how hard to compress; see `archive.xz`.

    Raises:
        LookupError: a library is needed that no package is known for.
    """
    content = [*archive.members(folder, f"./{APP_FOLDER}"), *_around()]
    installed = sum(_size(member) for member in content)
    sums = "".join(f"{_md5(member)}  {member.name[2:]}\n" for member in sorted(content) if member.target is None)
    told = control(depends(folder), installed)
    inside = [
        Member("./control", content=told.encode()),
        Member("./md5sums", content=sums.encode()),
    ]
    return _ar(
        {
            "debian-binary": b"2.0\n",
            "control.tar.xz": archive.xz(archive.tar(inside, moment), preset),
            "data.tar.xz": archive.xz(archive.tar(content, moment), preset),
        },
        moment,
    )


def control(needs: Iterable[str], installed: int) -> str:
    """Return the control file for a package that needs others and takes so many bytes."""
    fields = {
        "Package": NAME,
        "Version": __version__,
        "Architecture": _architecture(),
        "Maintainer": "The natopk_desktop authors <natopk-desktop@localhost>",
        "Installed-Size": str(-(-installed // 1024)),
        "Depends": ", ".join(needs),
        "Section": "education",
        "Priority": "optional",
        "Description": DESCRIPTION,
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def depends(folder: Path) -> list[str]:
    """Return the packages whose libraries the folder app leaves to the system, with the versions it needs.

    Raises:
        LookupError: a library is needed that no package is known for.
    """
    wants = elf.wants(folder)
    own = {path.name for path in wants}
    needed = {name for want in wants.values() for name in want.needed} - own
    versions = {name for want in wants.values() for name in want.versions}
    known = {library.name: library.debian for library in qt_libraries.LIBRARIES} | OTHER_LIBRARIES
    names = set()
    for library in needed - C_LIBRARY:
        if library.startswith("ld-linux"):
            continue
        if library not in known:
            message = f"no Debian package is known for {library}; name it in natopk_desktop/packaging/debian.py"
            raise LookupError(message)
        names.add(known[library])
    names.discard("libstdc++6")
    glibc = ".".join(str(part) for part in elf.newest(versions, "GLIBC_"))
    standard = STANDARD_LIBRARY.get(elf.newest(versions, "GLIBCXX_")[:3], "11")
    # Qt opens these by name when a window is shown.
    names.add("libfontconfig1")
    return [f"libc6 (>= {glibc})", f"libstdc++6 (>= {standard})", *(_either(name) for name in sorted(names))]


def _around() -> Iterable[Member]:
    """Return the commands, the desktop's files, the icons and the licences."""
    for command in COMMANDS:
        yield Member(f"./usr/bin/{command}", target=f"../lib/{NAME}/{command}")
    for file in files.shared():
        yield Member(f"./usr/share/{file.place}", source=file.source)
    yield Member(f"./usr/share/doc/{NAME}/copyright", content=_copyright().encode())


def _copyright() -> str:
    """Return the text on rights: ours, then what each part is under and where its own text lies."""
    own = next(licence for licence in licences.LICENCES if licence.component == "natopk_desktop")
    place = f"/{APP_FOLDER}/_internal/natopk_desktop/_bundled/resources"
    lines = ["natopk_desktop", "", own.text(), "", "The package holds parts of others, each under its own licence:", ""]
    lines += [
        f"  {licence.component}: {licence.name}\n    {place}/{licence.folder}/{licence.file}"
        for licence in licences.LICENCES
    ]
    return "\n".join(lines) + "\n"


def _either(name: str) -> str:
    return f"{name}t64 | {name}" if name in RENAMED else name


def _size(member: Member) -> int:
    return member.source.stat().st_size if member.source is not None else len(member.content or b"")


def _md5(member: Member) -> str:
    content = member.source.read_bytes() if member.source is not None else member.content or b""
    return hashlib.md5(content, usedforsecurity=False).hexdigest()


def _architecture() -> str:
    return ARCHITECTURES.get(platform.machine(), platform.machine())


def _ar(members: dict[str, bytes], moment: int) -> bytes:
    """Return the members as an archive in the form of ar(5)."""
    parts = [b"!<arch>\n"]
    for name, content in members.items():
        head = f"{name:<16}{moment:<12}{0:<6}{0:<6}{'100644':<8}{len(content):<10}`\n"
        parts += [head.encode("ascii"), content, b"\n" if len(content) % 2 else b""]
    return b"".join(parts)
