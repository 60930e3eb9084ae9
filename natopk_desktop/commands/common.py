"""What several commands share: opening the file named, where results may go, and writing to standard output."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from natopk_desktop.console import put
from natopk_desktop.dossier import store
from natopk_desktop.errors import InputError, OperationError

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Callable, Iterable

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.importers.imported import Imported, Options
    from natopk_desktop.importers.registry import Format

BUILT_IN_NAME = "the built-in dossier"
STANDARD_OUTPUT: Final = "-"


def add_dossier(parser: ArgumentParser) -> None:
    """Declare the optional DOSSIER argument."""
    parser.add_argument(
        "dossier",
        nargs="?",
        metavar="DOSSIER",
        help="a *.dossier.json file, or any page or timeline that can be read; the built-in dossier if left out",
    )


def opened(name: str | None) -> Dossier:
    """Load the dossier a command names, the built-in one for None; any other file that can be read is made one.

    Raises:
        InputError: it is no sound dossier, and of no other kind that can be read.
        OperationError: it could not be read.
    """
    return store.built_in() if name is None else dossier_of(imported(name))


def imported(name: str, options: Options | None = None, approve: Callable[[Format], None] | None = None) -> Imported:
    """Read a file of any kind that can be read.

    Args:
        name: where it lies.
        options: what was said about it.
        approve: called with the format that it is of; what it raises ends the reading.

    Raises:
        InputError: it cannot be read as a dossier.
        OperationError: the system did not hand it over.
    """
    from natopk_desktop.importers import registry

    return registry.read(store.read(Path(name)), name, options, approve=approve)


def dossier_of(made: Imported) -> Dossier:
    """Return what was read of a file as a dossier."""
    from natopk_desktop.dossier.dossier import Dossier

    return Dossier(made.contents, made.extras)


def check_places(places: Iterable[str | Path], report: str | None, source: str | None) -> None:
    """Refuse to write two things into one file, or over the file that is being read.

    Args:
        places: where the results go, ``-`` for standard output.
        report: where the report goes, None for nowhere.
        source: the file that is read, None for the built-in dossier.

    Raises:
        InputError: a place is named twice, or the report goes to standard output.
    """
    if report == STANDARD_OUTPUT:
        message = "standard output takes the result alone; name a file for its report."
        raise InputError(message)
    real = {_real(place) for place in places if place != STANDARD_OUTPUT}
    told = None if report is None else _real(report)
    if told in real:
        message = f"{report}: is named for the result and for its report; name another file for one of them."
        raise InputError(message)
    if source is not None and _real(source) in real | {told}:
        message = f"{source}: is the file that is read, which this would replace; name another file."
        raise InputError(message)


def _real(path: str | Path) -> str:
    """Return where a path leads in the end; a name that no file can have is refused by whoever opens it.

    Raises:
        OperationError: the path is relative to a folder that is gone.
    """
    try:
        return os.path.realpath(path)
    except ValueError:
        return str(path)
    except FileNotFoundError as error:
        message = f"{path}: the folder you are in is gone; go to another, or name the file with its whole path."
        raise OperationError(message) from error


def write(content: bytes) -> None:
    """Put bytes on standard output as they are.

    Raises:
        OperationError: it is closed, or its disk is full.
    """
    put(content, "name a file with -o")


def write_lines(lines: list[str]) -> None:
    """Put lines on standard output, in UTF-8 wherever it goes."""
    write("".join(f"{line}\n" for line in lines).encode("utf-8", "replace"))
