"""The content lines of an iCalendar file (RFC 5545, section 3.1): unfolded, cut into name, parameters and value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from natopk_desktop.importers import encodings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopk_desktop.importers.encodings import Decoded
    from natopk_desktop.importers.imported import Options

FOLD: Final = re.compile(rb"\r?\n[ \t]")
TEXT_FOLD: Final = re.compile(r"\r?\n[ \t]")
PIECE: Final = 1_000_000
"""Characters that are cut into lines at a time."""

LINE: Final = re.compile(
    r'([A-Za-z0-9-]+)((?:;[^=:;"]+=(?:"[^"]*"|[^",:;]*)(?:,(?:"[^"]*"|[^",:;]*))*)*):(.*)', re.DOTALL
)
PARAMETER: Final = re.compile(r';([^=:;"]+)=((?:"[^"]*"|[^";:])*)')
ESCAPE: Final = re.compile(r"\\(.)", re.DOTALL)
COMMA: Final = re.compile(r"(?<!\\)((?:\\\\)*),")


class Line(NamedTuple):
    """A content line.

    Attributes:
        number: its 1-based line in the unfolded text.
        name: its name in capitals, empty where the line is none.
        parameters: what stands between name and value, as written.
        value: its value, as written.
    """

    number: int
    name: str
    parameters: str
    value: str


def text_of(raw: bytes, name: str, options: Options) -> Decoded:
    """Return the unfolded text of a file. A fold may cut a character of several bytes, so bytes are unfolded.

    Raises:
        InputError: the file holds no text.
    """
    if b"\0" in raw[:400]:  # units of two bytes, in which a fold has another form
        import msgspec

        found = encodings.decode(raw, name, options)
        return msgspec.structs.replace(found, text=TEXT_FOLD.sub("", found.text))
    return encodings.decode(FOLD.sub(b"", raw), name, options)


def lines(text: str) -> Iterator[Line]:
    """Yield the content lines of an unfolded text; blank ones are left out."""
    number = 0
    end = "\n" if "\n" in text else "\r"
    for at in _pieces(text, end):
        for line in text[at[0] : at[1]].split(end):
            number += 1
            content = line.removesuffix("\r")
            if not content:
                continue
            name, colon, value = content.partition(":")
            if colon and name.isascii() and name.replace("-", "").isalnum():
                yield Line(number, name.upper(), "", value)
                continue
            found = LINE.fullmatch(content)
            yield Line(number, found[1].upper(), found[2], found[3]) if found else Line(number, "", "", content)


def _pieces(text: str, end: str) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(text):
        stop = text.find(end, at + PIECE)
        stop = len(text) if stop < 0 else stop
        yield at, stop
        at = stop + 1


def parameter(line: Line, name: str) -> str:
    """Return the value of a parameter without its quotation marks, empty where the line does not have it."""
    if not line.parameters:
        return ""
    for known, value in PARAMETER.findall(line.parameters):
        if known.upper() == name:
            return str(value).replace('"', "")
    return ""


def words(value: str) -> str:
    """Return the words of a text value, its escapes undone (section 3.3.11)."""
    return ESCAPE.sub(_unescaped, value) if "\\" in value else value


def several(value: str) -> list[str]:
    """Return the words of each of the texts that a value holds, with commas between."""
    if "," not in value:
        return [words(value)]
    return [words(part) for part in COMMA.sub("\\1\0", value).split("\0")]


def _unescaped(found: re.Match[str]) -> str:
    return "\n" if found[1] in "nN" else found[1]
