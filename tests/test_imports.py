from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "natopk_desktop"
# From the top down: a module imports from its own layer and those below it.
LAYERS = (
    {"__main__"},
    {"cli", "ui"},
    {"commands", "jobs"},
    {"importers", "exporters"},
    {"typesetting"},
    {"documents", "formats"},
    {"dossier"},
)
QT = {"PySide6", "shiboken6"}
NOT_IN_THE_APP = {"PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "ssl", "http", "urllib.request", "socket"}
BEFORE_ANYTHING_IS_INSTALLED = ("__main__.py", "bootstrap.py", "screen.py", "errors.py", "__init__.py", "provision")


def _imports(path: Path) -> Iterator[str]:
    """Every module a file imports, wherever in it, with the names taken from it as if they were modules too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative imports hide where a name comes from"
            yield str(node.module)
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _modules(*names: str) -> list[Path]:
    found = [PACKAGE / name for name in names] if names else [PACKAGE]
    files = [file for path in found for file in (path.rglob("*.py") if path.is_dir() else [path])]
    assert files
    return sorted(files)


def _layer(module: str) -> int | None:
    part = module.split(".", maxsplit=1)[0]
    return next((number for number, names in enumerate(LAYERS) if part in names), None)


@pytest.mark.parametrize("path", _modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_one_way_and_qt_is_under_ui_alone(path: Path) -> None:
    module = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
    own = _layer(module)
    for imported in _imports(path):
        top, _, _ = imported.partition(".")
        assert top not in QT or module.startswith("ui"), f"{module} imports {imported}"
        forbidden = [name for name in NOT_IN_THE_APP if f"{imported}.".startswith(f"{name}.")]
        assert not forbidden, f"{module} imports {imported}"
        other = imported.removeprefix("natopk_desktop.").split(".")[0]
        theirs = _layer(other) if imported.startswith("natopk_desktop.") else None
        if own is not None and theirs is not None:
            assert theirs >= own, f"{module} imports {imported} from a layer above"
            assert {module.split(".")[0], other} != {"importers", "exporters"}, f"{module} imports {imported}"


@pytest.mark.parametrize(
    "path", _modules(*BEFORE_ANYTHING_IS_INSTALLED), ids=lambda path: str(path.relative_to(PACKAGE))
)
def test_what_runs_before_anything_is_installed_needs_the_standard_library_alone(path: Path) -> None:
    allowed = {"natopk_desktop", *sys.stdlib_module_names}
    assert {name.split(".")[0] for name in _imports(path)} <= allowed


def test_the_rules_of_import_linter_hold() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert ", 0 broken" in done.stdout
