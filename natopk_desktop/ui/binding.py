"""Loading PySide6 in less time than it takes by itself, and keeping it from slowing down the imports that follow.

What is done here was found in PySide6 6.11.3 (``shibokensupport``: ``feature.py``, ``signature_bootstrap.py``,
``signature/parser.py``), which is the version we pin; with another one it does nothing worse than not help.
"""

from __future__ import annotations

import builtins
import os
import re
import sys
from contextlib import contextmanager
from functools import lru_cache
from importlib.util import source_hash
from typing import TYPE_CHECKING, Any, Final, cast

from natopk_desktop.ui import enums

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType

SUPPORT: Final = "shibokensupport/"
"""How the names of PySide's support modules begin."""
LONG: Final = 1000
"""Letters of a regular expression that is compiled late."""
DIGEST: Final = 8
"""Bytes of ``source_hash``."""


def load(support: SupportCode) -> None:
    """Import the three modules that a window needs.

    PySide then looks into the source text of every module that is imported, to find out whether it uses PySide, should
    that ask for PySide's other spelling of names (``from __feature__ import snake_case``). Ours never does, and the
    look takes a fifth of each import: it is left out from here on.
    """
    enums.hasten()
    with support, late_patterns():
        import PySide6.QtCore
    import PySide6.QtGui
    import PySide6.QtWidgets  # noqa: F401 - loaded for those who need it

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


@contextmanager
def late_patterns() -> Iterator[None]:
    """While this is entered, have very long regular expressions compiled when they are first used.

    PySide has four, which take as long as the rest of its support modules together; it reads signatures with them, for
    the message of a call with wrong arguments.
    """
    compiled, module = re.compile, cast("Any", re)

    def later(pattern: str, flags: int = 0) -> object:
        is_long = flags == re.VERBOSE and len(pattern) >= LONG
        return LatePattern(compiled, pattern, flags) if is_long else compiled(pattern, flags)

    module.compile = later
    try:
        yield
    finally:
        module.compile = compiled


class LatePattern:
    """A regular expression that is compiled when one of its methods is called."""

    def __init__(self, compiled: Callable[[str, int], re.Pattern[str]], pattern: str, flags: int) -> None:
        """Compile nothing yet."""
        self._made = lru_cache(1)(lambda: compiled(pattern, flags))

    def __getattr__(self, name: str) -> Callable[..., object]:
        """Return the method of that name."""

        def method(*arguments: object, **named: object) -> object:
            return getattr(self._made(), name)(*arguments, **named)

        return method


class SupportCode:
    """PySide's support modules, compiled once instead of at each start.

    Shiboken carries them as source text, which it compiles whenever it is loaded. While this is entered, what was
    compiled in an earlier start is taken instead, so long as the source is the same. The packaged app has them compiled
    already, and nothing is done then.
    """

    def __init__(self, folder: str) -> None:
        """Take what an earlier start has kept in ``folder``, if any."""
        self._path = os.path.join(folder, f"shiboken-{sys.implementation.cache_tag}-{sys.flags.optimize}.bin")
        self._known: dict[str, tuple[bytes, object]] = {}
        self._has_news = False
        self._compile: Callable[..., object] = builtins.compile

    def keep(self) -> None:
        """Keep what was compiled for later starts; where that cannot be done they compile again."""
        if not self._has_news:
            return
        import marshal
        from pathlib import Path

        from natopk_desktop import saving
        from natopk_desktop.errors import UserError

        content = marshal.dumps(self._known)
        try:
            os.makedirs(os.path.dirname(self._path), mode=0o700, exist_ok=True)
            saving.save(Path(self._path), source_hash(content) + content)
        except (OSError, UserError):
            return

    def __enter__(self) -> None:
        """Begin to stand in for ``compile``."""
        self._known = _kept(self._path)
        python: Any = builtins
        python.compile = self._compiled

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Let ``compile`` be what it was."""
        python: Any = builtins
        python.compile = self._compile

    def _compiled(self, source: object, name: object, mode: str, *rest: object, **more: object) -> object:
        """Return the code of a support module, or what ``compile`` makes of anything else."""
        if rest or more or mode != "exec" or not isinstance(source, bytes) or not isinstance(name, str):
            return self._compile(source, name, mode, *rest, **more)
        if not name.startswith(SUPPORT):
            return self._compile(source, name, mode)
        digest = source_hash(source)
        known = self._known.get(name)
        if known is not None and known[0] == digest:
            return known[1]
        code = self._compile(source, name, mode)
        self._known[name] = digest, code
        self._has_news = True
        return code


def _kept(path: str) -> dict[str, tuple[bytes, object]]:
    """Return what lies in the file, which must be whole and nobody's but ours, for it is run as it is."""
    import marshal

    try:
        with open(path, "rb") as file:
            found = os.fstat(file.fileno())
            if hasattr(os, "geteuid") and (found.st_uid != os.geteuid() or found.st_mode & 0o022):
                return {}
            content = file.read()
    except OSError:
        return {}
    digest, content = content[:DIGEST], content[DIGEST:]
    return marshal.loads(content) if source_hash(content) == digest else {}
