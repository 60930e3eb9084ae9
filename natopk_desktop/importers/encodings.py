"""The bytes of a text file -> its characters, and how its encoding was found."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Final, Literal

import msgspec

from natopk_desktop.errors import InputError
from natopk_desktop.importers.decoding import charsets, likeness, reading
from natopk_desktop.plain import one_line

if TYPE_CHECKING:
    from natopk_desktop.importers.imported import Options
    from natopk_desktop.report import Item

How = Literal["chosen", "bom", "declared", "units", "utf-8", "detected", "ascii"]

# Longer marks first: that of UTF-32 begins like that of UTF-16.
MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32le"),
    (codecs.BOM_UTF32_BE, "utf-32be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16le"),
    (codecs.BOM_UTF16_BE, "utf-16be"),
)
HEAD: Final = 100_000
"""Bytes or characters at the start from which it is told whether this is text, and of how many bytes a unit is."""
AROUND: Final = 50_000
"""Bytes on either side of an unreadable one from which damage is told from another encoding."""

MOST_CONTROLS: Final = 0.05
"""The share of control characters above which a file holds no text."""
NO_TEXT: Final = "{}: this does not hold text; if it is text, choose the encoding it was saved in."


class Decoded(msgspec.Struct, frozen=True):
    """A file's characters.

    Attributes:
        text: every character of the file but the byte order mark, line ends as they are.
        encoding: the name of the encoding, in lower case.
        how: what told it: the person's choice, a byte order mark, the file's own declaration, the pattern of two-byte
            units, bytes that are all valid UTF-8, or the letters themselves.
        sure: from 0 to 1.
        unread: the bytes that are no characters in this encoding.
        declared: the name the file declares where the bytes say otherwise, else None.
    """

    text: str
    encoding: str
    how: How
    sure: float
    unread: reading.Unread
    declared: str | None = None

    def items(self) -> tuple[Item, ...]:
        """Return what the report has to say of it."""
        from natopk_desktop.importers.decoding import telling

        return telling.items(self)


def decode(raw: bytes, name: str, options: Options, declared: str | None = None) -> Decoded:
    """Return the characters of a text file.

    Args:
        raw: the file.
        name: its name, for messages.
        options: ``encoding`` is the person's choice.
        declared: the label of an encoding that the file's own mark-up, or what it came in, names.

    Raises:
        InputError: the chosen encoding is none, or the file holds no text.
    """
    found = _decoded(raw, name, options.encoding, declared)
    if _is_no_text(found.text[:HEAD]):
        raise InputError(NO_TEXT.format(name))
    return found


def _is_no_text(head: str | bytes) -> bool:
    """Tell whether control characters are so many that this is a picture or a program; a stray NUL is damage."""
    controls = "".join(map(chr, set(range(32)) - {9, 10, 12, 13, 27}))
    if isinstance(head, bytes):
        count = len(head) - len(head.translate(None, controls.encode()))
    else:
        count = sum(map(head.count, controls + reading.UNREADABLE))
    return count > max(1, MOST_CONTROLS * len(head))


def _decoded(raw: bytes, name: str, chosen: str | None, declared: str | None) -> Decoded:
    if chosen is not None:
        encoding = charsets.known(chosen)
        if encoding is None:
            label = one_line(chosen, 60)
            message = f"{name}: “{label}” is no encoding of text files; choose another, such as utf-8 or windows-1252."
            raise InputError(message)
        return _read(raw, encoding, "chosen", 1.0)
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return _read(raw, encoding, "bom", 1.0)
    units = _units(raw[:HEAD])
    if units is not None:
        return _read(raw, units, "units", 0.9)
    if _is_no_text(raw[:HEAD]):
        raise InputError(NO_TEXT.format(name))
    return _by_declaration(raw, None if declared is None else charsets.known(declared))


def _by_declaration(raw: bytes, declared: str | None) -> Decoded:
    # In a file whose declaration could be read byte by byte, two-byte units cannot be meant.
    if declared is not None and charsets.is_wide(declared):
        declared = "utf-8"
    if raw.isascii():
        escaped = likeness.guess_escaped(raw)
        if escaped is not None and declared in {None, escaped.name}:
            return _read(raw, escaped.name, "declared" if declared else "detected", escaped.sure)
        how: How = "declared" if declared else "ascii"
        return Decoded(raw.decode("ascii"), declared or "utf-8", how, 1.0, reading.Unread())
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        place = error.start
    else:
        # Letters of another encoding hardly ever make up valid UTF-8 by chance.
        contradicted = declared if declared not in {None, "utf-8"} else None
        how = "declared" if declared == "utf-8" else "utf-8"
        return Decoded(text, "utf-8", how, 0.97 if contradicted else 0.99, reading.Unread(), contradicted)
    if declared not in {None, "utf-8"}:
        return _read(raw, str(declared), "declared", 0.95)
    if _is_damaged_utf8(raw[max(0, place - AROUND) : place + AROUND], is_declared=declared is not None):
        return _read(raw, "utf-8", "declared" if declared else "detected", 0.9 if declared else 0.8)
    found = likeness.guess(raw)
    decoded = _read(raw, found.name, "detected", found.sure)
    return msgspec.structs.replace(decoded, declared=declared)


def _is_damaged_utf8(part: bytes, *, is_declared: bool) -> bool:
    """Tell whether ``part`` is UTF-8 with damage rather than another encoding."""
    text, unread = reading.read(part, "utf-8")
    # Bytes of valid characters beyond ASCII, against the places that are none.
    beyond = (len(part) - unread.count) - (len(text) - unread.places)
    return beyond > 0 and beyond >= unread.places * (1 if is_declared else 4)


def _read(raw: bytes, encoding: str, how: How, sure: float) -> Decoded:
    mark = next((mark for mark, marked in MARKS if marked == encoding and raw.startswith(mark)), b"")
    text, unread = reading.read(raw[len(mark) :] if mark else raw, encoding)
    return Decoded(text, encoding, how, sure, unread)


def _units(head: bytes) -> str | None:
    """The encoding of two- or four-byte units that the zero bytes of ``head`` fall into the pattern of."""
    size = len(head) // 4
    if size < 2:
        return None
    zeros = [head[place::4].count(0) / size for place in range(4)]
    if min(zeros[1:]) > 0.9 and zeros[0] < 0.1:
        return "utf-32le"
    if min(zeros[:3]) > 0.9 and zeros[3] < 0.1:
        return "utf-32be"
    even, odd = (zeros[0], zeros[2]), (zeros[1], zeros[3])
    if min(odd) > 0.05 and sum(even) * 20 < sum(odd):
        return "utf-16le"
    if min(even) > 0.05 and sum(odd) * 20 < sum(even):
        return "utf-16be"
    return None
