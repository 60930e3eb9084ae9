"""The ZIP that a workbook is: looked over before anything in it is read, and never unpacked to the disk.

What is refused: more parts, or parts larger, than any workbook of that size has; parts that lie over each other or
have one name; names that lead out of the archive; encryption; and XML that declares a document type.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from typing import Final

from natopk_desktop.errors import InputError

MOST_PARTS: Final = 5_000
DIRECTORY_PER_PART: Final = 400
"""Bytes that a part takes in the directory, at the most."""
ROOM: Final = 32_000_000
MOST_TIMES: Final = 100
"""A workbook unpacks to at most ``ROOM`` bytes and this many times its own size; worksheets reach about 40 times."""
HEAD: Final = 65_536

END: Final = b"PK\x05\x06"
END_FIELDS: Final = struct.Struct("<4s4H2LH")
XML: Final = re.compile(r".*\.(?:xml|rels|vml)", re.IGNORECASE)
ROOT: Final = re.compile(rb"<[A-Za-z_]")
DOCTYPE: Final = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)

REFUSED: Final = "{}: this workbook is not opened, since {}; save it again with a spreadsheet program."


def opened(raw: bytes, name: str) -> zipfile.ZipFile:
    """Open an archive and look it over.

    Raises:
        InputError: it is damaged, or built to do harm.
    """
    reason = _directory_fault(raw)
    if reason is None:
        try:
            archive = zipfile.ZipFile(io.BytesIO(raw))
            reason = _fault(archive, len(raw))
        except (zipfile.BadZipFile, zlib.error, ValueError, EOFError, NotImplementedError, struct.error, OverflowError):
            reason = "its archive is damaged"
        else:
            if reason is None:
                return archive
    raise InputError(REFUSED.format(name, reason))


def _directory_fault(raw: bytes) -> str | None:
    """Return what is wrong with an archive by its last record, before its directory is read."""
    at = raw.rfind(END, max(0, len(raw) - 66_000))
    if at < 0 or at + END_FIELDS.size > len(raw):
        return "its archive is damaged"
    _, _, _, _, parts, size, start, _ = END_FIELDS.unpack_from(raw, at)
    if parts > MOST_PARTS or size > MOST_PARTS * DIRECTORY_PER_PART:
        return "it has more parts than any workbook"
    return None if start + size <= len(raw) else "its archive is damaged"


def _fault(archive: zipfile.ZipFile, size: int) -> str | None:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS:
        return "it has more parts than any workbook"
    if sum(part.file_size for part in parts) > ROOM + MOST_TIMES * size:
        return "it would unpack to far more than any workbook of its size"
    names = [part.filename for part in parts]
    if len({name.lower() for name in names}) < len(names):
        return "two of its parts have one name"
    if any(name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name) or ":" in name for name in names):
        return "a part's name leads out of it"
    if any(part.flag_bits & 1 for part in parts):
        return "it is locked with a password"
    ends = 0
    for part in sorted(parts, key=lambda part: part.header_offset):
        if part.header_offset < ends:
            return "its parts lie over each other"
        ends = part.header_offset + 30 + part.compress_size
    if any(_declares_type(archive, part) for part in parts if XML.fullmatch(part.filename)):
        return "a part declares a document type (DOCTYPE)"
    return None


def _declares_type(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Tell whether XML declares a document type, or does not come to its first element soon."""
    with archive.open(part) as file:
        head = file.read(HEAD).replace(b"\0", b"")
    root = ROOT.search(head)
    return len(head) > 0 and (root is None or DOCTYPE.search(head, 0, root.start()) is not None)
