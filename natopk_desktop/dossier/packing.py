"""A dossier as a row of small binary pieces, to be handed from one process of ours to another.

JSON would have to be read whole, in one go that holds the interpreter for seconds. A piece is at most some hundred
thousand bytes of MessagePack or of a column's own numbers, so a window can take in one after the other and stay alive.
Never kept on a disk: both ends are the same release on the same machine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec
from msgspec import msgpack

from natopk_desktop.dossier.bearings import Bearings
from natopk_desktop.dossier.columns import BlockTable, MilestoneTable
from natopk_desktop.dossier.dossier import Dossier
from natopk_desktop.dossier.model import Computed, Correction, DossierFile, Figure, Inferred, Note

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Iterator, Sequence

    from natopk_desktop.dossier.dossier import Extras

SLICE: Final = 10_000
"""Values in a piece of a list."""

CHARACTERS: Final = 1 << 20
"""Code points in a piece of the text."""

NUMBERS: Final = 1 << 17
"""Numbers in a piece of a column."""

# Lists of the head that grow with the dossier, and who reads them.
LISTS: Final[dict[str, msgpack.Decoder[list[Any]]]] = {
    "figures": msgpack.Decoder(list[Figure]),
    "notes": msgpack.Decoder(list[Note]),
    "computed": msgpack.Decoder(list[Computed]),
    "corrections": msgpack.Decoder(list[Correction]),
}


def pack(dossier: Dossier) -> Iterator[bytes]:
    """Yield the pieces of ``dossier``, each a name, a zero byte and the name's share."""
    head = msgspec.structs.replace(dossier.head, **{name: [] for name in LISTS})
    yield _piece("head", msgpack.encode(head))
    for name in LISTS:
        yield from _list(name, getattr(dossier.head, name))
    text = dossier.text
    for at in range(0, len(text), CHARACTERS):
        yield _piece("text", text[at : at + CHARACTERS].encode())
    blocks, milestones = dossier.blocks, dossier.milestones
    for name, values in (*blocks.lists().items(), *milestones.lists().items()):
        yield from _list(name, values)
    columns = (*blocks.numbers().items(), *milestones.numbers().items(), *dossier.bearings.numbers().items())
    for name, numbers in columns:
        for at in range(0, len(numbers), NUMBERS):
            yield _piece(name, numbers[at : at + NUMBERS].tobytes())
    yield _piece("inferred", msgpack.encode(list(milestones.inferred.items())))
    yield _piece("extras", msgpack.encode(list(dossier.extras.items())))


class Unpacker:
    """Puts a dossier together again, piece by piece."""

    def __init__(self) -> None:
        """Wait for the first piece."""
        self._head: DossierFile | None = None
        self._lists: dict[str, list[Any]] = {name: [] for name in LISTS}
        self._text: list[str] = []
        self._blocks = BlockTable(())
        self._milestones = MilestoneTable((), self._blocks, ())
        self._columns: dict[str, list[Any]] = {**self._blocks.lists(), **self._milestones.lists()}
        # A column that has rows begins with a number already, and its own piece brings that again.
        self._bearings = Bearings(self._blocks, self._milestones, (), ()).numbers()
        self._numbers: dict[str, array[int]] = self._blocks.numbers() | self._milestones.numbers() | self._bearings
        for numbers in self._numbers.values():
            del numbers[:]
        self._extras: Extras = {}

    def take(self, piece: bytes) -> None:
        """Take in the next piece, in the order of ``pack``."""
        end = piece.index(0)
        name, share = piece[:end].decode(), memoryview(piece)[end + 1 :]
        if name == "text":
            self._text.append(str(share, "utf-8"))
        elif name in self._numbers:
            self._numbers[name].frombytes(share)
        elif name in self._columns:
            self._columns[name].extend(msgpack.decode(share, type=list[str | None]))
        elif name in LISTS:
            self._lists[name].extend(LISTS[name].decode(share))
        elif name == "head":
            self._head = msgpack.decode(share, type=DossierFile)
        elif name == "inferred":
            self._milestones.inferred.update(msgpack.decode(share, type=list[tuple[int, Inferred]]))
        else:
            self._extras = {tuple(path): fields for path, fields in msgpack.decode(share)}

    def dossier(self) -> Dossier:
        """Return the dossier, once all pieces are in.

        Raises:
            ValueError: the first piece is missing.
        """
        if self._head is None:
            message = "the pieces of a dossier begin with its head"
            raise ValueError(message)
        head = msgspec.structs.replace(self._head, **self._lists)
        self._milestones.join(self._blocks, [topic.id for topic in head.topics])
        return Dossier.of_columns(
            head,
            text="".join(self._text),
            blocks=self._blocks,
            milestones=self._milestones,
            extras=self._extras,
            bearings=self._bearings,
        )


def unpack(pieces: Iterable[bytes]) -> Dossier:
    """Return the dossier that ``pieces`` hold.

    Raises:
        ValueError: the first piece is missing.
    """
    unpacker = Unpacker()
    for piece in pieces:
        unpacker.take(piece)
    return unpacker.dossier()


def _list(name: str, values: Sequence[object]) -> Iterator[bytes]:
    for at in range(0, len(values), SLICE):
        yield _piece(name, msgpack.encode(values[at : at + SLICE]))


def _piece(name: str, share: bytes) -> bytes:
    return name.encode() + b"\0" + share
