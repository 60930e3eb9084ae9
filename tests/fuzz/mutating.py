"""Files changed at random: bytes turned, cut out, doubled, mixed with other files and with what does harm."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from random import Random

HARMFUL: Final = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\\ud800", b"\\udc00\\ud800",
    "\u202e".encode(), "\u2066\u200f".encode(), b"\r", b"\n", b"\r\n ", b"\t", b'"', b"'", b"\\", b"<", b">", b"&",
    b"&#0;", b"&#xD800;", b"&lol;", b"]]>", b"<!DOCTYPE a [<!ENTITY lol 'x'>]>",
    b"<!ENTITY x SYSTEM 'file:///CANARY'>", b"<img src='file:///CANARY'>", b"=cmd|' /C calc'!A0", b"{", b"}", b"[",
    b"]", b"[[[[[[[[", b"null", b"NaN", b"-Infinity", b"1e999", b"-0", b"9" * 40, b"9" * 5000, b"0" * 300,
    b"2005-13-45", b"-9999-12-31", b"Y-99999999999999999", b"0000-00-00", b"2004-02-30", b"../..", b"Infinity",
    b"\x1b[31m", b"\x0b", b"\x85", "\u2028".encode(), b",", b";", b":", b"|", b"RRULE:FREQ=SECONDLY\r\n",
    b"DURATION:P999999999W\r\n", b"BEGIN:VEVENT\r\n", b"END:VCALENDAR\r\n", b"%PDF-1.7", b"PK\x03\x04",
    b"endstream", b"/Type/EmbeddedFile",
)  # fmt: skip
MOST: Final = 400_000
"""Bytes of a case, so that many are tried."""


def mutated(random: Random, seeds: list[bytes]) -> bytes:
    """Return one of the seeds, changed in one place or a few."""
    content = bytearray(random.choice(seeds))
    for _ in range(random.choice((1, 1, 1, 2, 3, 5, 12))):
        _change(random, content, seeds)
    return bytes(content[:MOST])


def _change(random: Random, content: bytearray, seeds: list[bytes]) -> None:
    size = len(content)
    at = random.randrange(size + 1)
    length = min(size - at, int(random.expovariate(0.05)) + 1)
    match random.randrange(9):
        case 0 if size:
            content[at % size] = random.randrange(256)
        case 1:
            del content[at : at + length]
        case 2:
            content[at:at] = content[at : at + length] * random.choice((1, 2, 50))
        case 3 | 4:
            content[at:at] = random.choice(HARMFUL)
        case 5:
            content[at : at + length] = random.choice(HARMFUL)
        case 6:
            other = random.choice(seeds)
            begin = random.randrange(len(other) + 1)
            content[at : at + length] = other[begin : begin + length * random.choice((1, 10))]
        case 7:
            content[at : at + length] = random.randbytes(length)
        case _:
            del content[at:]
