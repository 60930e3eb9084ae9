"""The text of a file whose encoding is found out: by its byte-order mark, as UTF-8, or guessed and told."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Final, NamedTuple

from natopk_desktop.errors import InputError

if TYPE_CHECKING:
    from natopk_desktop.importers.remarks import Remarks

# The longer marks first: that of UTF-32 begins like that of UTF-16.
MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
GUESSED_FROM: Final = 100_000
"""Bytes that a guess looks at."""


class Decoded(NamedTuple):
    """A file's text, without a byte-order mark.

    Attributes:
        text: the text.
        encoding: the encoding it was read in.
        guessed: whether nothing in the file tells that encoding.
        replaced: how many bytes or groups of bytes were not of that encoding and stand as U+FFFD.
    """

    text: str
    encoding: str
    guessed: bool = False
    replaced: int = 0

    def tell(self, remarks: Remarks) -> None:
        """Note what of this was a guess or went wrong."""
        if self.guessed:
            message = f"The file does not tell its encoding; it was read as {self.encoding}."
            remarks.add("guessed", "encoding", message, remedy="Name the encoding if letters look wrong.")
        if self.replaced:
            message = f"Shown as U+FFFD, since they are no {self.encoding}: {{n:byte|bytes}}."
            remarks.add("lost", "bytes", message, count=self.replaced, remedy="Name the encoding if this is another.")


def decoded(raw: bytes, name: str, encoding: str | None = None) -> Decoded:
    """Return the text of a file.

    Args:
        raw: the file's bytes.
        name: what to call it in a sentence.
        encoding: the encoding that a person named, None to find it out.

    Raises:
        InputError: there is no encoding of that name.
    """
    if encoding is not None:
        return _named(raw, name, encoding)
    for mark, known in MARKS:
        if raw.startswith(mark):
            return _as(raw[len(mark) :], known)
    try:
        return Decoded(raw.decode(), "utf-8")
    except UnicodeDecodeError as error:
        wide = _wide(raw)
        if wide is not None:
            return _as(raw, wide, guessed=True)
        if error.reason == "unexpected end of data":
            return _as(raw, "utf-8")
    return _guessed(raw)


def _named(raw: bytes, name: str, encoding: str) -> Decoded:
    try:
        known = codecs.lookup(encoding)
        if not known._is_text_encoding:  # noqa: SLF001 - there is no public way to tell
            raise LookupError(encoding)
    except (LookupError, ValueError) as error:
        message = f"{name}: there is no encoding “{encoding[:40]}”; name one such as utf-8 or windows-1252."
        raise InputError(message) from error
    for mark, marked in MARKS:
        if raw.startswith(mark) and known.name.startswith(marked[:6]):
            return _as(raw[len(mark) :], marked)
    return _as(raw, known.name)


def _as(raw: bytes, encoding: str, *, guessed: bool = False) -> Decoded:
    try:
        return Decoded(raw.decode(encoding), encoding, guessed)
    except UnicodeError:
        text = raw.decode(encoding, "replace")
        return Decoded(text, encoding, guessed, max(1, text.count("\N{REPLACEMENT CHARACTER}")))


def _wide(raw: bytes) -> str | None:
    """Return UTF-16 where every other byte of the beginning is a NUL, as with Latin letters it is."""
    start = raw[:2000]
    half = len(start) // 2
    if half < 2:
        return None
    if start[1::2].count(0) > 0.7 * half and start[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if start[0::2].count(0) > 0.7 * half and start[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _guessed(raw: bytes) -> Decoded:
    from charset_normalizer import from_bytes  # late: only legacy files need it

    found = from_bytes(_telling(raw)).best()
    encoding = "cp1252" if found is None else found.encoding
    result = _as(raw, encoding, guessed=True)
    # Latin 1 has a character for every byte, so that nothing is lost where the guess was wrong.
    return result if not result.replaced else Decoded(raw.decode("latin-1"), "latin-1", guessed=True)


def _telling(raw: bytes) -> bytes:
    """Return a piece of a file that tells its encoding: from the line of its first byte beyond ASCII on."""
    if len(raw) <= GUESSED_FROM:
        return raw
    first = next((at for at in range(0, len(raw), GUESSED_FROM) if not raw[at : at + GUESSED_FROM].isascii()), 0)
    return raw[first : first + GUESSED_FROM]
