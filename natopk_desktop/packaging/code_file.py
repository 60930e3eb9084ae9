"""Writing the file that `code_reader.py` finds the package's Python modules in.

The file is the length of a table (eight bytes, the lowest first), the table, and the code of all modules one after the
other; table and code as `marshal` writes them.
"""

from __future__ import annotations

from importlib import import_module
from importlib.machinery import PathFinder
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final

from natopk_desktop.packaging import code_reader, stable_code

if TYPE_CHECKING:
    from collections.abc import Iterable

    from natopk_desktop.packaging.rules import Entry

STAYING: Final = frozenset({
    *("natopk_desktop", "natopk_desktop.packaging", "natopk_desktop.packaging.frozen"),
    *("natopk_desktop.packaging.code_reader", "__future__", "importlib", "importlib.machinery", "importlib._bootstrap"),
    "importlib._bootstrap_external",
})  # fmt: skip
"""What is imported before the file can be read."""
EARLY: Final = (
    *("collections", "collections.abc", "copyreg", "enum", "functools", "heapq", "keyword", "linecache", "locale"),
    *("operator", "re", "re._casefix", "re._compiler", "re._constants", "re._parser", "reprlib", "traceback", "types"),
    *("warnings", "weakref"),
)
"""Modules of Python's own that PyInstaller keeps in an archive of their own, where finding one takes long."""


def moving(found: Iterable[Entry]) -> list[Entry]:
    """Of PyInstaller's modules, those that go into the file; a folder without code of its own, `-`, does not."""
    return [entry for entry in found if entry[0] not in STAYING and entry[1] not in {"-", None}]


def early() -> list[Entry]:
    """Return the modules of `EARLY`, which go into the file as well."""
    return [(name, _source(name), "PYMODULE") for name in EARLY]


def _source(name: str) -> str:
    """Return the file of one of Python's modules; `collections.abc` goes by the name of another once it is loaded."""
    parent = name.rpartition(".")[0]
    spec = PathFinder.find_spec(name, import_module(parent).__path__ if parent else None)
    if spec is None or spec.origin is None:
        raise LookupError(name)
    return spec.origin


def write(modules: Iterable[Entry], folder: Path) -> Entry:
    """Compile the modules into the file, without docstrings and assertions, and return it as an entry.

    Args:
        modules: what goes in.
        folder: where the file is written.
    """
    table, contents, offset = {}, [], 0
    for name, source, _ in sorted(modules):
        is_package = PurePath(source).stem == "__init__"
        # The place in the package, not in the building system, so that two builds give the same bytes.
        place = PurePath(*name.split("."), *(["__init__"] if is_package else [])).with_suffix(".py")
        code = compile(Path(source).read_bytes(), str(place), "exec", dont_inherit=True, optimize=2)
        contents.append(stable_code.dumps(code))
        table[name] = offset, len(contents[-1]), is_package
        offset += len(contents[-1])
    index = stable_code.dumps(table)
    path = folder / code_reader.NAME
    path.write_bytes(b"".join((len(index).to_bytes(code_reader.LENGTH, "little"), index, *contents)))
    return (code_reader.NAME, str(path), "DATA")
