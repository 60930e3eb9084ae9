"""The menu entry: how the app is started from it, by the Desktop Entry Specification 1.5."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from natopk_desktop import bootstrap
from natopk_desktop.errors import OperationError

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME: Final = "natopk-desktop"
FILES: Final = "%F"
"""Stands for the files to open."""
RESERVED: Final = frozenset(" \t\n\"'\\><~|&;$*?#()`")
ESCAPED: Final = frozenset('"`$\\')


def program() -> list[str]:
    """Return the words that start the window as this process was: from a checkout, an installation or the package."""
    if getattr(sys, "frozen", False):
        return [str(Path(sys.executable).with_name(NAME))]
    root = bootstrap.checkout()
    if root is None:
        script = Path(sys.argv[0]).absolute()
        return [str(script)] if script.name == NAME and script.is_file() else [sys.executable, "-m", "natopk_desktop"]
    interpreter = sys.executable
    if any(map(bootstrap.is_inside, bootstrap.places(root))):
        # The one our environment was made with: it makes the environment again should that be gone.
        interpreter = getattr(sys, "_base_executable", None) or interpreter
    return [interpreter, str(Path(root, "natopk_desktop"))]


def adapted(entry: str, words: Sequence[str]) -> str:
    """Return a menu entry that starts the program of these words instead of the one it names.

    Raises:
        OperationError: a path cannot stand in such a file.
    """
    lines = []
    for line in entry.splitlines():
        key = line.partition("=")[0]
        if key == "Exec":
            lines.append(f"Exec={value(' '.join([*map(quoted, words), FILES]))}")
        elif key == "TryExec":
            lines.append(f"TryExec={value(words[0])}")
        else:
            lines.append(line)
    return "\n".join(lines) + "\n"


def quoted(word: str) -> str:
    """Return a word of a command as the key ``Exec`` has it.

    Raises:
        OperationError: the word cannot stand there.
    """
    try:
        word.encode()
    except UnicodeEncodeError:
        raise _unfit(word) from None
    if any(not letter.isprintable() and letter != "\t" for letter in word):
        raise _unfit(word)
    word = word.replace("%", "%%")
    if RESERVED.isdisjoint(word):
        return word
    return '"' + "".join(f"\\{letter}" if letter in ESCAPED else letter for letter in word) + '"'


def value(text: str) -> str:
    """Return a text as the value of a key of the type string."""
    return text.replace("\\", "\\\\").replace("\t", "\\t")


def _unfit(word: str) -> OperationError:
    name = os.fsencode(word).decode("utf-8", "backslashreplace").encode("unicode_escape").decode()
    return OperationError(
        f"{name}: a menu entry cannot name this path, since it is not in UTF-8 or has control characters; "
        "move the program to another folder."
    )
