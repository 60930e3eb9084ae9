"""The folder app is whole and has nothing too much: every library is found, nothing of the network's lies in it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

from natopk_desktop.packaging import code_reader, elf, rules
from natopk_desktop.packaging.components import components

if TYPE_CHECKING:
    from pathlib import Path

    from tests.packaging.built import Package

FORBIDDEN_FILES = re.compile(
    r"Qt6?(Network|Qml|Quick|OpenGL|Test|Sql|WebEngine)|libssl|libcrypto|_ssl|_socket|_hashlib|gtk|tcl|tk8|_tkinter|"
    r"libqgtk|eglfs|linuxfb|libqvnc|qtbase_|\.qm$|\.pem$|openssl",
    re.IGNORECASE,
)
FORBIDDEN_MODULES = {"ssl", "http", "urllib.request", "urllib.error", "ftplib", "smtplib", "asyncio", "webbrowser"}
TYPST_LIBRARY = "_internal/typst/_typst.abi3.so"


def _files(package: Package) -> list[Path]:
    return [path for path in sorted(package.folder.rglob("*")) if not path.is_dir()]


def _modules(program: Path) -> set[str]:
    """The names of the Python modules that a program holds and that lie beside it."""
    from PyInstaller.archive.readers import CArchiveReader

    reader = CArchiveReader(str(program))
    folder = program.parent / "_internal"
    names = set(code_reader.CodeReader(str(folder / code_reader.NAME), str(folder)).places)
    for name, entry in reader.toc.items():
        if entry[-1] == "z":
            names.update(reader.open_embedded_archive(name).toc)
    return names


def test_no_link_points_nowhere_or_outside(package: Package) -> None:
    links = [path for path in _files(package) if path.is_symlink()]
    assert all(path.exists() and path.resolve().is_relative_to(package.folder.resolve()) for path in links)


def test_nothing_of_the_network_or_of_other_toolkits_lies_in_it(package: Package) -> None:
    names = [path.relative_to(package.folder).as_posix() for path in _files(package)]
    assert len(names) > 100
    assert not [name for name in names if FORBIDDEN_FILES.search(name)]


def test_no_module_for_the_network_is_in_the_programs(package: Package) -> None:
    for program in ("natopk", "natopk-desktop"):
        modules = _modules(package.folder / program)
        assert "natopk_desktop.cli" in modules
        assert not {name for name in modules if {name, name.split(".")[0]} & FORBIDDEN_MODULES}
        assert not {name for name in modules if name.split(".")[0] in {"tkinter", "unittest", "pip", "PyInstaller"}}


def test_every_library_is_in_it_or_left_to_the_system_for_a_reason(package: Package) -> None:
    wants = elf.wants(package.folder)
    own = {path.name for path in wants}
    outside = {name for want in wants.values() for name in want.needed} - own
    reasons = {name: [left.why for left in rules.LEFT_TO_THE_SYSTEM if left.names.fullmatch(name)] for name in outside}
    assert all(len(why) == 1 for why in reasons.values()), reasons


def test_the_loader_finds_every_library(package: Package) -> None:
    inside = package.folder / "_internal"
    variables = {**os.environ, "LD_LIBRARY_PATH": str(inside)}
    libraries = [str(path) for path in elf.wants(package.folder)]
    done = subprocess.run(
        ["ldd", *libraries], env=variables, capture_output=True, encoding="utf-8", check=False
    )  # says “not a dynamic executable” of none of them
    assert done.returncode == 0, done.stderr
    assert "libQt6Core.so.6 =>" in done.stdout
    assert "not found" not in done.stdout


def test_a_library_of_ours_is_never_taken_from_the_system(package: Package) -> None:
    inside = package.folder / "_internal"
    own = {path.name for path in elf.wants(inside)}
    variables = {**os.environ, "LD_LIBRARY_PATH": str(inside)}
    libraries = [str(path) for path in elf.wants(inside)]
    told = subprocess.run(["ldd", *libraries], env=variables, capture_output=True, encoding="utf-8", check=True).stdout
    for name, place in re.findall(r"^\t(\S+) => (\S+) \(", told, re.MULTILINE):
        assert name not in own or str(package.folder) in place, f"{name} comes from {place}"


def test_all_libraries_are_stripped(package: Package) -> None:
    for path in elf.wants(package.folder):
        told = subprocess.run(["objdump", "-h", str(path)], capture_output=True, encoding="utf-8", check=True).stdout
        assert " .debug_info" not in told, path
        assert " .symtab" not in told, path


def test_every_file_belongs_to_a_component(package: Package) -> None:
    patterns = [component.files for component in components()]
    names = [path.relative_to(package.folder).as_posix() for path in _files(package)]
    assert not [name for name in names if not any(pattern.fullmatch(name) for pattern in patterns)]


def test_the_plugins_are_the_named_ones(package: Package) -> None:
    folder = package.folder / "_internal" / "PySide6" / "Qt" / "plugins"
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert found == set(rules.PLUGINS["linux"])


def test_all_files_can_be_read_by_every_user(package: Package) -> None:
    for path in _files(package):
        mode = path.stat().st_mode
        assert mode & 0o444 == 0o444, path
        assert not mode & 0o022 or sys.platform == "win32", path
