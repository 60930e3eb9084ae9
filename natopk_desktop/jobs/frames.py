"""Frames: how a job's process and the one that asked for it speak, over standard input and output.

A frame is a kind (one byte), the length of its content (eight bytes, the highest first) and the content.
"""

from __future__ import annotations

import struct
from enum import Enum
from typing import IO, TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

HEADER: Final = struct.Struct(">cQ")


class Kind(Enum):
    """What a frame holds.

    Attributes:
        REQUEST: what is asked (``requests.Request``); the first frame a job gets.
        PIECE: a piece of a packed dossier, in either direction.
        WORDS: a piece of a dossier's folded words.
        START: the request is complete.
        PROGRESS: the share done, as decimal digits.
        FILE: the content of a file that was made.
        ANSWER: the rest of what a job gives back (``requests.Answer``); the last frame of one that succeeded.
        FAILURE: why it failed (``requests.Failure``); the last frame of one that did.
    """

    REQUEST = b"r"
    PIECE = b"d"
    WORDS = b"w"
    START = b"s"
    PROGRESS = b"p"
    FILE = b"f"
    ANSWER = b"a"
    FAILURE = b"x"


class Frame(NamedTuple):
    """A frame."""

    kind: Kind
    content: bytes


def encoded(kind: Kind, content: bytes) -> bytes:
    """Return a frame's bytes."""
    return HEADER.pack(kind.value, len(content)) + content


def write(stream: IO[bytes], kind: Kind, content: bytes = b"") -> None:
    """Write a frame and send it off."""
    stream.write(HEADER.pack(kind.value, len(content)))
    stream.write(content)
    stream.flush()


def read(stream: IO[bytes]) -> Iterator[Frame]:
    """Yield the frames of a stream until it ends.

    Raises:
        EOFError: it ends inside a frame.
    """
    while header := stream.read(HEADER.size):
        if len(header) < HEADER.size:
            raise EOFError
        kind, length = HEADER.unpack(header)
        content = stream.read(length)
        if len(content) < length:
            raise EOFError
        yield Frame(Kind(kind), content)


class Parser:
    """Finds frames in bytes that come bit by bit."""

    def __init__(self) -> None:
        """Wait for the first bytes."""
        self._waiting: list[bytes] = []
        self._size = 0
        self._needed = HEADER.size

    def feed(self, data: bytes) -> Iterator[Frame]:
        """Yield the frames that ``data`` completes."""
        self._waiting.append(data)
        self._size += len(data)
        while self._size >= self._needed:
            # Joined only once a frame is whole, so that a long one is not copied again and again.
            whole = b"".join(self._waiting)
            kind, length = HEADER.unpack_from(whole)
            end = HEADER.size + length
            self._needed = end
            if len(whole) < end:
                self._waiting = [whole]
                return
            yield Frame(Kind(kind), whole[HEADER.size : end])
            self._waiting = [whole[end:]]
            self._size -= end
            self._needed = HEADER.size
