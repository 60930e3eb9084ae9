"""A PDF that this app exported: the dossier that is attached to it.

A file attached to a PDF is a stream of its own, whose dictionary stands in the file as it is whatever program wrote it
(ISO 32000-1, 7.5.7 and 7.11.4), so it is looked for by that dictionary, and no other part of the PDF is read.
"""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, Final

import msgspec

from natopk_desktop.errors import InputError
from natopk_desktop.importers import dossier_json
from natopk_desktop.report import Item, Where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopk_desktop.importers.imported import Imported, Options, Progress

KIND: Final = re.compile(rb"/Type\s*/EmbeddedFile\b")
STREAM: Final = re.compile(rb"\bstream\r?\n")
END: Final = b"endstream"
DICTIONARY: Final = 2_000
"""Bytes before and after its type that the dictionary of a stream is looked for in."""
MARK: Final = b'"natopk-dossier"'
FIRST: Final = 65_536
ROOM: Final = 64_000_000
MOST_TIMES: Final = 100
"""An attachment unpacks to at most ``ROOM`` bytes and this many times the size of the PDF."""
MOST_ATTACHED: Final = 200


def read(raw: bytes, name: str, options: Options, progress: Progress) -> Imported:
    """Read the dossier attached to a PDF; of several the last, which is the newest.

    Raises:
        InputError: no dossier is attached, or it is not sound.
    """
    found, is_damaged = None, False
    for content in _attached(raw, name):
        is_damaged = is_damaged or content is None
        if content is not None and MARK in content[:FIRST]:
            found = content
    if found is None and is_damaged:
        message = f"{name}: what is attached to this PDF is damaged, so no dossier can be read; get the file once more."
        raise InputError(message)
    if found is None:
        message = f"{name}: this PDF carries no dossier; only one that this app exported can be opened."
        raise InputError(message)
    made = dossier_json.read(found, name, options, progress)
    told = Item(
        "info", "attached", Where(), "Opened was the dossier attached to the PDF, whole and as it was exported."
    )
    return msgspec.structs.replace(made, items=(told, *made.items))


def _attached(raw: bytes, name: str) -> Iterator[bytes | None]:
    """Yield what is attached to a PDF, unpacked, and None for what is damaged."""
    at = 0
    for number, kind in enumerate(KIND.finditer(raw)):
        if number >= MOST_ATTACHED:
            return
        if kind.start() < at:  # within the stream before
            continue
        begin = STREAM.search(raw, kind.end(), kind.end() + DICTIONARY)
        if begin is None:
            continue
        start = max(raw.rfind(b" obj", max(0, kind.start() - DICTIONARY), kind.start()), 0)
        at = begin.end()
        dictionary = raw[start : begin.start()]
        if b"/FlateDecode" in dictionary or b"/Fl " in dictionary:
            yield _unpacked(memoryview(raw)[at:], len(raw), name)
        elif b"/Filter" not in dictionary:
            end = raw.find(END, at)
            if end < 0:  # cut off, and so would be all that follows
                return
            yield raw[at:end].rstrip(b"\r\n")


def _unpacked(packed: memoryview, size: int, name: str) -> bytes | None:
    """Return what a stream unpacks to, which ends where the stream says; None for one that is damaged.

    Raises:
        InputError: it unpacks to far more than a dossier of that size would.
    """
    limit = ROOM + MOST_TIMES * size
    unpacking = zlib.decompressobj()
    try:
        content = unpacking.decompress(packed, limit)
    except zlib.error:
        return None
    if not unpacking.eof and len(content) >= limit:
        message = f"{name}: what is attached to this PDF unpacks to far more than a dossier; export it again."
        raise InputError(message)
    return content
