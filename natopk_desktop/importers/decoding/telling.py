"""What a report says of a file's encoding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from natopk_desktop.report import Item, Where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopk_desktop.importers.encodings import Decoded

FOUND: Final = {
    "chosen": "as chosen",
    "bom": "by the byte order mark at its start",
    "declared": "as it declares",
    "units": "by the pattern of its zero bytes",
    "utf-8": "because all its bytes are valid in it",
    "detected": "by the letters in it",
}
ASCII: Final = "The file holds ASCII characters only, so it reads the same in UTF-8 and most other encodings."
CHOOSE: Final = "If letters look wrong, choose another encoding and open the file again."
SURE_ENOUGH: Final = 0.9


def items(decoded: Decoded) -> tuple[Item, ...]:
    """Return the items that say how the characters were read, and what could not be."""
    return tuple(_items(decoded))


def _items(decoded: Decoded) -> Iterator[Item]:
    if decoded.how == "ascii":
        how = ASCII
    else:
        how = f"The file was read as {decoded.encoding}, {FOUND[decoded.how]} ({decoded.sure:.0%} sure)."
    if decoded.declared is not None:
        how += f" It declares {decoded.declared}, which its bytes contradict."
    is_guess = decoded.how in {"detected", "units"} or decoded.sure < SURE_ENOUGH or decoded.declared is not None
    yield Item("guessed" if is_guess else "info", "encoding", Where(), how, CHOOSE if is_guess else None)
    unread = decoded.unread
    if unread.count:
        at = "" if unread.first is None else f", the first at byte {unread.first + 1}"
        message = (
            f"{_count(unread.count, 'byte')} could not be read as {decoded.encoding}{at}; U+FFFD stands for them at "
            f"{_count(unread.places, 'place')} of the text. The file’s own bytes are kept in the dossier."
        )
        yield Item("lost", "unreadable-bytes", Where(), message, CHOOSE)
    nuls = decoded.text.count("\0")
    if nuls:
        where = Where(line=decoded.text.count("\n", 0, decoded.text.index("\0")) + 1)
        yield Item("info", "nul", where, f"The text holds {_count(nuls, 'NUL character')}.")


def _count(number: int, name: str) -> str:
    return f"{number} {name}" if number == 1 else f"{number} {name}s"
