"""Bytes in a known encoding -> characters, with an account of the bytes that could not be read."""

from __future__ import annotations

import codecs
from typing import Final

import msgspec

from natopk_desktop.importers.decoding import charsets

UNREADABLE: Final = "\N{REPLACEMENT CHARACTER}"


class Unread(msgspec.Struct, frozen=True):
    """The bytes that an encoding gives no character for.

    Attributes:
        count: how many bytes.
        places: how many U+FFFD stand for them in the text.
        first: the offset of the first of them in the bytes; None where there is none.
    """

    count: int = 0
    places: int = 0
    first: int | None = None


def read(raw: bytes, name: str) -> tuple[str, Unread]:
    """Return the characters of ``raw``, U+FFFD for what is not readable, and the account of that.

    Args:
        raw: the bytes, without a byte order mark.
        name: an encoding that ``charsets.known`` has named.
    """
    if name == charsets.WINDOWS_1252:
        return codecs.charmap_decode(raw, "strict", charsets.TABLE_1252)[0], Unread()
    codec = charsets.codec(name)
    text = raw.decode(codec, "replace")
    if UNREADABLE not in text:
        return text, Unread()
    return text, _account(raw, text, codec)


def _account(raw: bytes, text: str, codec: str) -> Unread:
    own = UNREADABLE.encode(codec, "ignore")
    printed = _printed(raw, own) if own else 0
    places = text.count(UNREADABLE) - printed
    if places <= 0:
        return Unread()
    # What was read takes as many bytes again when it is written; the rest was not read.
    readable = len(text.replace(UNREADABLE, "").encode(codec, "ignore")) + printed * len(own)
    return Unread(max(len(raw) - readable, places), places, _first(raw, codec))


def _printed(raw: bytes, own: bytes) -> int:
    """How many U+FFFD the file itself holds; in encodings of two or four bytes only those on a unit's boundary."""
    width = 1 if len(own) == 3 else len(own)
    at, count = raw.find(own), 0
    while at >= 0:
        count += at % width == 0
        at = raw.find(own, at + 1)
    return count


def _first(raw: bytes, codec: str) -> int | None:
    try:
        raw.decode(codec)
    except UnicodeDecodeError as error:
        return error.start
    return None
