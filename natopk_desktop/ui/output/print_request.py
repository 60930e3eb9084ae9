"""What is asked of a printer, and how it travels to the process that prints."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

import msgspec

from natopk_desktop.documents.choice import Paper
from natopk_desktop.errors import InputError

if TYPE_CHECKING:
    from typing import BinaryIO

Sides = Literal["printer", "one", "both"]

RANGE: Final = re.compile(r"\s*(\d{1,6})?\s*(?:([-–])\s*(\d{1,6})?\s*)?\Z")


class PrintRequest(msgspec.Struct, frozen=True):
    """What is printed, where and how.

    Attributes:
        printer: its name.
        title: the job's name.
        paper: on which paper.
        copies: how many of the whole.
        sides: as the printer is set, on one side, or on both.
        greyscale: whether colours become shades of grey.
        sizes: bytes of each packed page that follows, in the order printed.
    """

    printer: str
    title: str
    paper: Paper
    copies: int = 1
    sides: Sides = "printer"
    greyscale: bool = False
    sizes: tuple[int, ...] = ()


def packed(request: PrintRequest, pages: list[bytes]) -> bytes:
    """Return ``request`` with its pages as one run of bytes: a line of JSON, then the pages."""
    head = msgspec.structs.replace(request, sizes=tuple(map(len, pages)))
    return b"".join((msgspec.json.encode(head), b"\n", *pages))


def unpacked(stream: BinaryIO) -> tuple[PrintRequest, list[bytes]]:
    """Return what ``packed`` was given.

    Raises:
        msgspec.MsgspecError: it is something else.
    """
    request = msgspec.json.decode(stream.readline(), type=PrintRequest)
    return request, [stream.read(size) for size in request.sizes]


def page_numbers(wanted: str, count: int) -> tuple[int, ...]:
    """Return the pages that ``wanted`` names, such as "1-3, 5" or "4-", each once and in order; all for nothing.

    Args:
        wanted: numbers and ranges with commas between.
        count: how many pages there are.

    Raises:
        InputError: it names no page, or one that there is not.
    """
    if not wanted.strip():
        return tuple(range(1, count + 1))
    found: set[int] = set()
    for part in wanted.split(","):
        match = RANGE.match(part)
        if match is None or (match[1] is None and match[3] is None):
            message = f"“{part.strip()}” is no page or range of pages; write 1-3, 5."
            raise InputError(message)
        first = int(match[1] or 1)
        last = first if match[2] is None else int(match[3] or count)
        if not 1 <= first <= last <= count:
            message = f"“{part.strip()}” is not among the pages 1 to {count}."
            raise InputError(message)
        found.update(range(first, last + 1))
    return tuple(sorted(found))
