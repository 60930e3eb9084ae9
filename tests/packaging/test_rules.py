"""The rules fit the sources: nothing the program imports is kept out, nothing it does not is asked for."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from natopk_desktop.packaging import rules

ROOT = Path(__file__).resolve().parents[2]
PYSIDE = Path(str(pytest.importorskip("PySide6").__file__)).parent
NOT_IN_THE_PACKAGE = {"natopk_desktop/packaging", "natopk_desktop/provision"}


def _imported() -> set[str]:
    """Every module that the program's sources name in an import."""
    found: set[str] = set()
    for path in sorted((ROOT / "natopk_desktop").rglob("*.py")):
        if any(path.is_relative_to(ROOT / folder) for folder in NOT_IN_THE_PACKAGE):
            continue
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Import):
                found.update(name.name for name in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module)
                found.update(f"{node.module}.{name.name}" for name in node.names)
    return found


def test_the_modules_of_qt_are_those_the_program_imports() -> None:
    imported = {".".join(name.split(".")[:2]) for name in _imported() if name.startswith("PySide6.Qt")}
    assert imported == set(rules.QT_MODULES)


def test_nothing_the_program_imports_is_kept_out() -> None:
    kept_out = {name for name in rules.EXCLUDED_MODULES if not name.startswith("natopk_desktop.")}
    assert not kept_out & _imported()


def test_every_plugin_is_there_under_its_name() -> None:
    assert len(rules.plugins(PYSIDE)) == len(rules.PLUGINS[rules.platform()])


def test_a_library_that_nobody_named_does_not_come_in() -> None:
    found = [
        ("libgtk-3.so.0", "/usr/lib/libgtk-3.so.0", "BINARY"),
        ("PySide6/Qt/lib/libQt6Network.so.6", "/x/libQt6Network.so.6", "BINARY"),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", "/x/libqopensslbackend.so", "BINARY"),
        ("PySide6/QtNetwork.abi3.so", "/x/QtNetwork.abi3.so", "EXTENSION"),
        ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK"),
        ("PySide6/QtCore.abi3.so", "/x/QtCore.abi3.so", "EXTENSION"),
    ]
    kept = {place for place, _, _ in rules.allowed_binaries(found, PYSIDE)}
    assert kept == {"PySide6/QtCore.abi3.so", *(place for place, _, _ in rules.plugins(PYSIDE))}


def test_a_module_that_merely_is_installed_does_not_come_in() -> None:
    names = ["attr._make", "six", "json.decoder", "dateutil.tz.tz", "natopk_desktop.app", "_sysconfigdata__linux_x"]
    kept = rules.allowed_modules([(name, f"/x/{name}.py", "PYMODULE") for name in names])
    assert [name for name, _, _ in kept] == names[2:]
    found = [
        ("python3.11/lib-dynload/_json.cpython-311-x86_64-linux-gnu.so", "/x/_json.so", "EXTENSION"),
        ("_json.pyd", "/x/_json.pyd", "EXTENSION"),
        ("lxml/etree.cpython-311-x86_64-linux-gnu.so", "/x/etree.so", "EXTENSION"),
        ("0a1b__mypyc.cpython-311-x86_64-linux-gnu.so", "/x/0a1b.so", "EXTENSION"),
    ]
    kept_files = [place for place, _, _ in rules.allowed_binaries(found, PYSIDE) if "plugins" not in place]
    assert kept_files == sorted(place for place, _, _ in found[:3])


def test_data_that_nobody_named_does_not_come_in() -> None:
    found = [
        ("PySide6/Qt/translations/qtbase_de.qm", "/x/qtbase_de.qm", "DATA"),
        ("certifi/cacert.pem", "/x/cacert.pem", "DATA"),
        ("natopk_desktop/_bundled/data/x.json", "/x/x.json", "DATA"),
    ]
    assert [entry[0] for entry in rules.allowed_data(found)] == ["natopk_desktop/_bundled/data/x.json"]


@pytest.mark.skipif(rules.platform() != "linux", reason="the list is for Linux")
def test_the_locales_the_program_asks_are_in() -> None:
    from natopk_desktop.importers.dating import month_names

    asked = {name for names in month_names.LOCALES.values() for name in names}
    assert all(rules.DATA.fullmatch(f"babel/locale-data/{name}.dat") for name in asked)
