"""Finding the package's Python modules in one file, in less time than PyInstaller's own archive takes.

That one's table of contents is read piece by piece, and every module is looked for in the file system's folders as
well: a tenth of the time to the first paint. `code_file.py` writes the file; what it looks like is said there.
"""

from __future__ import annotations

import marshal
import os
import sys
from importlib.machinery import ModuleSpec

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import CodeType, ModuleType
    from typing import Any

NAME = "modules.bin"
LENGTH = 8
"""Bytes that say how long the table is."""


class CodeReader:
    """A finder and loader of modules, for ``sys.meta_path`` (docs.python.org/3/reference/import.html).

    Attributes:
        places: where each module's code lies, how long it is, and whether the module is a package.
    """

    def __init__(self, path: str, folder: str) -> None:
        """Read the table of the file; modules say they lie in ``folder``.

        Raises:
            OSError: the file cannot be read.
            ValueError, EOFError, TypeError: it is damaged.
        """
        self._path, self._folder = path, folder
        with open(path, "rb", buffering=0) as file:
            whole = os.fstat(file.fileno()).st_size
            length = int.from_bytes(file.read(LENGTH), "little")
            self.places: dict[str, tuple[int, int, bool]] = marshal.loads(file.read(min(length, whole)))
        self._begin = LENGTH + length
        if self._begin + max(offset + size for offset, size, _ in self.places.values()) != whole:
            raise ValueError(whole)

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return where the module is, or None for one that is not in the file."""
        del path, target
        place = self.places.get(name)
        if place is None:
            return None
        file = self.get_filename(name)
        loader: Any = self
        spec = ModuleSpec(name, loader, origin=file, is_package=place[2])
        if place[2]:
            spec.submodule_search_locations = [os.path.dirname(file)]
        return spec

    def create_module(self, spec: ModuleSpec) -> None:
        """Leave it to Python to make the module."""

    def exec_module(self, module: ModuleType) -> None:
        """Run the module's code."""
        # Set here and not by a spec that has a location: Python would work out where byte code may be kept.
        module.__file__ = self.get_filename(module.__name__)
        exec(self.get_code(module.__name__), module.__dict__)

    def get_code(self, name: str) -> CodeType:
        """Return the module's code.

        Raises:
            ImportError: the file is damaged there.
        """
        offset, length, _ = self.places[name]
        try:
            with open(self._path, "rb", buffering=0) as file:
                file.seek(self._begin + offset)
                code: CodeType = marshal.loads(file.read(length))
        except (OSError, EOFError, ValueError, TypeError) as error:
            message = f"{name} in {self._path} cannot be read"
            raise ImportError(message, name=name) from error
        return code

    def get_filename(self, name: str) -> str:
        """Return the place that the module's data files lie beside; no file is there."""
        parts = (*name.split("."), "__init__") if self.places[name][2] else name.split(".")
        return os.path.join(self._folder, *parts) + ".py"

    def get_source(self, name: str) -> None:
        """Return no source, for tracebacks."""

    def is_package(self, name: str) -> bool:
        """Tell whether modules lie below this one."""
        return self.places[name][2]


def install(folder: str) -> None:
    """Find modules in the file that lies in the package's folder, first of all.

    Raises:
        SystemExit: there is none, or it is damaged; nothing else of the program could be loaded either.
    """
    path = os.path.join(folder, NAME)
    try:
        reader = CodeReader(path, folder)
    except (OSError, ValueError, EOFError, TypeError, AttributeError):
        sys.exit(f"natopk-desktop: this installation is damaged ({path}); install it anew.")
    sys.meta_path.insert(0, reader)
