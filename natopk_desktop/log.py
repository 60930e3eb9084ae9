"""The log of unforeseen errors: types, places in the program and versions, never a text of a dossier.

An error's own message is left out, since it may quote what was being read, and with it every folder: of a file only
its place within its package is told.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from natopk_desktop import __version__, folders

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

SIZE: Final = 1_000_000
"""Bytes after which a new file is begun; the one before is kept, so that there are at most two."""

DEEPEST: Final = 200
"""Frames told of one error, the innermost; an endless recursion has the same ones all over."""

LONGEST_CHAIN: Final = 10


def path() -> Path:
    """Return where the log is kept; no absolute path where no home folder is known."""
    return Path(folders.state(), "log.txt")


def write(entry: str) -> Path | None:
    """Add ``entry`` with the time (UTC) to the log; return the file, None where it could not be written."""
    file = path()
    if not file.is_absolute():
        return None
    from datetime import UTC, datetime  # late: only an error needs it

    text = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} {entry.rstrip()}\n\n"
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if file.exists() and file.stat().st_size + len(text) > SIZE:
            file.replace(file.with_name("log.1.txt"))
        with file.open("a", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write(text)
    except OSError:
        return None
    return file


def describe(error: BaseException) -> str:
    """Return an error as its type, those it came from, and the places it went through, outermost first."""
    parts = []
    for cause in _chain(error):
        parts.append(_type_name(cause) + _call_defect(cause))
        parts.extend(f"  {place}" for place in places(cause.__traceback__))
    return "\n".join(parts)


def places(traceback: TracebackType | None) -> list[str]:
    """Return each frame of a traceback as "package/module.py:line in function", at most the innermost 200."""
    found = []
    while traceback is not None:
        code = traceback.tb_frame.f_code
        found.append(f"{_within_package(code.co_filename)}:{traceback.tb_lineno} in {code.co_qualname}")
        traceback = traceback.tb_next
    return found[-DEEPEST:]


def versions() -> str:
    """Return the versions of the app and of Python, and the system's kind."""
    import platform  # late: only an error needs it

    return f"natopk_desktop {__version__}, Python {platform.python_version()}, {platform.system()} {platform.machine()}"


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and what it came from, newest first."""
    seen: set[int] = set()
    at: BaseException | None = error
    while at is not None and id(at) not in seen and len(seen) < LONGEST_CHAIN:
        seen.add(id(at))
        yield at
        at = at.__cause__ or (None if at.__suppress_context__ else at.__context__)


def _call_defect(error: BaseException) -> str:
    """Return what was wrong with a call that never began, which no place tells; it names parameters, never values."""
    is_call = isinstance(error, TypeError) and error.__traceback__ is None and " argument" in str(error)
    return f": {error}" if is_call else ""


def _type_name(error: BaseException) -> str:
    kind = type(error)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def _within_package(filename: str) -> str:
    """Return a source file's place without the folders that may name a person: "natopk_desktop/ui/theme.py"."""
    parts = filename.replace("\\", "/").split("/")
    for root in ("natopk_desktop", "site-packages"):
        if root in parts[:-1]:
            # The last one: a checkout may lie in a folder of the same name.
            at = len(parts) - 2 - parts[-2::-1].index(root)
            return "/".join(parts[at if root == "natopk_desktop" else at + 1 :])
    return parts[-1]
