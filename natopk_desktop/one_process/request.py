"""What a later start asks of the first: files to open, at which milestone; as bytes, since names of files are bytes."""

from __future__ import annotations

import os
from typing import NamedTuple

FORMAT = b"natopk-request 1"


class Request(NamedTuple):
    """What one start asks for.

    Attributes:
        files: absolute paths; none to have a window come to the front.
        at: the id of the milestone to start at, None where none was asked for.
        token: what allows a window to come to the front, as the desktop gave it to the asking start; or empty.
    """

    files: tuple[str, ...] = ()
    at: str | None = None
    token: str = ""


def encoded(request: Request) -> bytes:
    """Return the bytes of a request: fields that end in NUL, which stands in no argument of a process."""
    at = "=" + request.at if request.at is not None else ""
    return b"".join(field + b"\0" for field in (FORMAT, *map(os.fsencode, (at, request.token, *request.files))))


def decoded(raw: bytes) -> Request | None:
    """Return the request that stands in ``raw``; None where it is none of ours."""
    if not raw.startswith(FORMAT + b"\0") or not raw.endswith(b"\0") or raw.count(b"\0") < 3:
        return None
    at, token, *files = map(os.fsdecode, raw[:-1].split(b"\0")[1:])
    return Request(tuple(files), at[1:] if at else None, token)
