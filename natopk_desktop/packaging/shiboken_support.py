"""PySide's support modules, compiled when the package is built instead of at every start.

Shiboken carries these modules as source text in its library and compiles them whenever it is loaded, which takes a
fifth of the time to the first paint. Where a folder `files.dir` lies beside its own files it takes them from there
(`find_incarnated_files` in its `signature_bootstrap.py`), so the package has that folder, with the very same modules.
"""

from __future__ import annotations

import py_compile
import sys
from importlib import import_module
from pathlib import Path, PurePath
from typing import Final

FOLDER: Final = PurePath("shiboken6", "files.dir")
PACKAGE: Final = "shibokensupport"


def entries(folder: Path) -> list[tuple[str, str, str]]:
    """Compile the modules into ``folder`` and return them as entries of PyInstaller's table of data.

    Raises:
        LookupError: this Shiboken keeps them in another way.
    """
    import_module("shiboken6")  # its own loader has them
    archive = getattr(getattr(sys.modules.get(PACKAGE), "__loader__", None), "zfile", None)
    if archive is None:
        message = f"{PACKAGE} is not where Shiboken 6.11 has it; see natopk_desktop/packaging/shiboken_support.py"
        raise LookupError(message)
    result = []
    for name in sorted(archive.namelist()):
        if not name.startswith(f"{PACKAGE}/") or not name.endswith(".py"):
            continue
        source = folder / name
        source.parent.mkdir(parents=True, exist_ok=True)
        source.write_bytes(archive.read(name))
        compiled = source.with_suffix(".pyc")
        # Without the time of the source in it, and without its place: two builds give the same bytes.
        unchecked = py_compile.PycInvalidationMode.UNCHECKED_HASH
        py_compile.compile(
            str(source), str(compiled), dfile=name, doraise=True, optimize=2, invalidation_mode=unchecked
        )
        result.append((str(FOLDER / PurePath(name).with_suffix(".pyc")), str(compiled), "DATA"))
    return result
