"""Archives that are the same, byte for byte, whenever and wherever the same files are put into them."""

from __future__ import annotations

import io
import lzma
import tarfile
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path  # noqa: TC004 - a named tuple's hints are never looked at

SMALLEST: Final = 9
QUICK: Final = 1
"""Presets of xz: two minutes and 48 MB, or half a minute and 63 MB."""


class Member(NamedTuple):
    """A file, a link or a folder of an archive.

    Attributes:
        name: its place, without a leading stroke.
        source: the file with its content; None for a folder or a link.
        target: what a link points to; None for others.
        content: the content where no file holds it.
        is_program: whether it may be run.
    """

    name: str
    source: Path | None = None
    target: str | None = None
    content: bytes | None = None
    is_program: bool = False


def members(folder: Path, prefix: str) -> Iterator[Member]:
    """Return the members for a folder's files and links, below ``prefix``, in the order of their names."""
    for path in sorted(folder.rglob("*")):
        name = f"{prefix}/{path.relative_to(folder).as_posix()}"
        if path.is_symlink():
            yield Member(name, target=str(path.readlink()))
        elif path.is_file():
            yield Member(name, source=path, is_program=bool(path.stat().st_mode & 0o100))


def tar(content: Iterable[Member], moment: int) -> bytes:
    """Return a tar archive: owned by root, all times the same, folders made before what lies in them.

    Args:
        content: the members; folders need not be among them.
        moment: seconds since 1970, for all of them.
    """
    buffer = io.BytesIO()
    known: set[str] = set()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for member in sorted(content):
            for parent in _parents(member.name):
                if parent not in known:
                    known.add(parent)
                    archive.addfile(_info(parent, tarfile.DIRTYPE, 0o755, moment))
            _add(archive, member, moment)
    return buffer.getvalue()


def xz(content: bytes, preset: int) -> bytes:
    """Compress as one stream of one block, which every reader of xz understands and any computer makes alike."""
    return lzma.compress(content, preset=preset)


def _add(archive: tarfile.TarFile, member: Member, moment: int) -> None:
    if member.target is not None:
        info = _info(member.name, tarfile.SYMTYPE, 0o777, moment)
        info.linkname = member.target
        archive.addfile(info)
        return
    content = member.source.read_bytes() if member.source is not None else member.content or b""
    info = _info(member.name, tarfile.REGTYPE, 0o755 if member.is_program else 0o644, moment)
    info.size = len(content)
    archive.addfile(info, io.BytesIO(content))


def _info(name: str, kind: bytes, mode: int, moment: int) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.type, info.mode, info.mtime = kind, mode, moment
    info.uname = info.gname = "root"
    return info


def _parents(name: str) -> list[str]:
    """Return the folders above a member, the outermost first."""
    parts = name.split("/")[:-1]
    return ["/".join(parts[: count + 1]) for count in range(len(parts)) if parts[0] != "." or count]
