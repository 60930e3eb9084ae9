"""The parts of a MIME message of several parts, as browsers write them for a saved page.

The standard library's ``email`` reads these too, but it brings ``socket``, which the packaged app does not have. Read
here are RFC 2045's headers and encodings and RFC 2046's boundaries, nothing else.
"""

from __future__ import annotations

import binascii
import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_HEADERS: Final = 20_000
"""Bytes of the headers of one part; longer ones are none."""
DEEPEST: Final = 4
"""How deep parts of several parts are looked into."""
MOST_PARTS: Final = 20_000

END: Final = re.compile(rb"(--)?[ \t]*(?=\r?\n|\Z)")
LINE_FEED: Final = 0x0A
HEADER: Final = re.compile(r"^([!-9;-~]+):[ \t]*(.*)$")
PARAMETER: Final = re.compile(r";\s*([\w.*-]+)\s*=\s*(?:\"((?:[^\"\\]|\\.)*)\"|([^\s;]+))")


class Part(NamedTuple):
    """A part.

    Attributes:
        headers: its headers by their names in small letters, the first of each name; folded ones in one line.
        body: what follows them, still encoded for transfer.
    """

    headers: dict[str, str]
    body: bytes

    @property
    def kind(self) -> str:
        """The media type, in small letters; plain text where none is told."""
        return self.headers.get("content-type", "text/plain").partition(";")[0].strip().lower()

    def parameter(self, name: str) -> str | None:
        """Return a parameter of the media type, None where it has none of that name."""
        for found in PARAMETER.finditer(self.headers.get("content-type", "")):
            if found[1].lower() == name:
                return re.sub(r"\\(.)", r"\1", found[2]) if found[2] is not None else found[3]
        return None

    def content(self) -> bytes:
        """Return the bytes that the part holds."""
        encoding = self.headers.get("content-transfer-encoding", "").strip().lower()
        if encoding == "quoted-printable":
            return binascii.a2b_qp(self.body)
        if encoding == "base64":
            try:
                return binascii.a2b_base64(self.body)
            except binascii.Error:
                # Cut short: what is whole can be read all the same.
                kept = re.sub(rb"[^A-Za-z0-9+/]", b"", self.body)
                kept = kept[: len(kept) // 4 * 4]
                return binascii.a2b_base64(kept)
        return self.body


def message(raw: bytes) -> Part:
    """Return a whole file as one part."""
    end = re.compile(rb"\r?\n[ \t]*\r?\n").search(raw, 0, MOST_HEADERS)
    if end is None:
        return Part({}, raw)
    return Part(_headers(raw[: end.start()]), raw[end.end() :])


def leaves(whole: Part, deepest: int = DEEPEST) -> Iterator[Part]:
    """Yield the parts of a message that are of one piece, in order."""
    boundary = whole.parameter("boundary") if whole.kind.startswith("multipart/") else None
    if not boundary or not deepest:
        yield whole
        return
    for piece in _pieces(whole.body, boundary.encode("utf-8", "replace")):
        # A part without headers begins with the empty line that ends them.
        yield from leaves(message(b"\n" + piece if piece[:1] in {b"\r", b"\n"} else piece), deepest - 1)


def _pieces(body: bytes, boundary: bytes) -> Iterator[bytes]:
    """Yield what stands between the boundaries; what follows the last one counts where the closing one is missing."""
    mark = b"--" + boundary
    start: int | None = None
    at = body.find(mark)
    for _ in range(MOST_PARTS):
        if at < 0:
            break
        rest = END.match(body, at + len(mark))
        if rest and (at == 0 or body[at - 1] == LINE_FEED):
            if start is not None:
                yield _without_line_end(body[start : max(start, at - 1 - (body[at - 2 : at - 1] == b"\r"))])
            if rest[1]:
                return
            start = rest.end()
        at = body.find(mark, at + len(mark))
    if start is not None:
        yield _without_line_end(body[start:])


def _without_line_end(piece: bytes) -> bytes:
    """Leave off the end of the boundary's own line."""
    return piece[2:] if piece.startswith(b"\r\n") else piece[1:] if piece.startswith(b"\n") else piece


def _headers(block: bytes) -> dict[str, str]:
    told: dict[str, str] = {}
    unfolded = re.sub(r"\r?\n(?=[ \t])", "", block.decode("utf-8", "replace").lstrip("\ufeff"))
    for line in unfolded.splitlines():
        found = HEADER.match(line)
        if found:
            told.setdefault(found[1].lower(), found[2].strip())
    return told
