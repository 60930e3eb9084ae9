"""What several commands share: opening the dossier named, and writing to standard output."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from natopk_desktop.dossier import store

if TYPE_CHECKING:
    from argparse import ArgumentParser

    from natopk_desktop.dossier.dossier import Dossier

BUILT_IN_NAME = "the built-in dossier"


def add_dossier(parser: ArgumentParser) -> None:
    """Declare the optional DOSSIER argument."""
    parser.add_argument(
        "dossier", nargs="?", metavar="DOSSIER", help="a *.dossier.json file; the built-in one if left out"
    )


def opened(name: str | None) -> Dossier:
    """Load the dossier a command names, the built-in one for None.

    Raises:
        InputError: it is no sound dossier.
        OperationError: it could not be read.
    """
    return store.built_in() if name is None else store.load(name)


def write(content: bytes) -> None:
    """Put bytes on standard output as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def write_lines(lines: list[str]) -> None:
    """Put lines on standard output, in UTF-8 wherever it goes."""
    write("".join(f"{line}\n" for line in lines).encode("utf-8", "replace"))
