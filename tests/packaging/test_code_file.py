"""The file of modules: what goes in comes out as modules that know where they lie."""

from __future__ import annotations

import importlib
import linecache
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from natopk_desktop.packaging import code_file, code_reader

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCES = {
    "shelf/__init__.py": '"""Not kept."""\nfrom shelf import book\nassert False, "not kept"\n',
    "shelf/book.py": "TITLE = 'Ü'\ndef fail():\n    raise ValueError(TITLE)\n",
    "lone.py": "import shelf.inner.leaf\n",
    "shelf/inner/__init__.py": "",
    "shelf/inner/leaf.py": "NAME = __name__\n",
}


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[code_reader.CodeReader]:
    """Stand in for a package that has these modules."""
    entries = []
    for place, source in SOURCES.items():
        path = tmp_path / "sources" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")
        entries.append((place.removesuffix(".py").removesuffix("/__init__").replace("/", "."), str(path), "PYMODULE"))
    package = tmp_path / "package"
    package.mkdir()
    entry = code_file.write(entries, package)
    assert entry == (code_reader.NAME, str(package / code_reader.NAME), "DATA")
    before = list(sys.meta_path), set(sys.modules)
    code_reader.install(str(package))
    found = sys.meta_path[0]
    assert isinstance(found, code_reader.CodeReader)
    yield found
    sys.meta_path[:] = before[0]
    for name in set(sys.modules) - before[1]:
        del sys.modules[name]


def test_modules_come_out_of_the_file(reader: code_reader.CodeReader, tmp_path: Path) -> None:
    lone = importlib.import_module("lone")
    shelf, leaf = lone.shelf, lone.shelf.inner.leaf
    assert (shelf.book.TITLE, leaf.NAME, shelf.__doc__) == ("Ü", "shelf.inner.leaf", None)
    folder = tmp_path / "package"
    assert shelf.__file__ == str(folder / "shelf" / "__init__.py")
    assert shelf.__path__ == [str(folder / "shelf")]
    assert shelf.book.__file__ == str(folder / "shelf" / "book.py")
    assert shelf.book.__spec__.parent == "shelf"
    assert [reader.is_package(name) for name in ("shelf", "shelf.book")] == [True, False]


def test_what_is_not_in_it_is_looked_for_elsewhere(reader: code_reader.CodeReader) -> None:
    assert reader.find_spec("json") is None
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module("shelf.missing")


def test_a_traceback_names_the_place_in_the_package_and_has_no_source(reader: code_reader.CodeReader) -> None:
    assert reader.find_spec("shelf.book") is not None
    book = importlib.import_module("shelf.book")
    with pytest.raises(ValueError, match="Ü") as caught:
        book.fail()
    assert caught.traceback[-1].frame.code.raw.co_filename == "shelf/book.py"
    assert linecache.getline("shelf/book.py", 3, vars(book)) == ""


@pytest.mark.parametrize("damage", ["missing", "empty", "cut off", "too long", "nonsense", "a folder"])
def test_a_damaged_file_is_said_in_one_sentence(tmp_path: Path, damage: str) -> None:
    source = tmp_path / "lone.py"
    source.write_text("NAME = 1\n")
    code_file.write([("lone", str(source), "PYMODULE")], tmp_path)
    path = tmp_path / code_reader.NAME
    whole = path.read_bytes()
    path.unlink()
    contents = {"empty": b"", "cut off": whole[:-1], "too long": whole + b"x", "nonsense": b"\x05" * 100}
    if damage == "a folder":
        path.mkdir()
    elif damage != "missing":
        path.write_bytes(contents[damage])
    before = list(sys.meta_path)
    with pytest.raises(SystemExit, match=r"this installation is damaged .*; install it anew"):
        code_reader.install(str(tmp_path))
    assert sys.meta_path == before


def test_what_must_be_there_before_the_file_stays_out_of_it() -> None:
    found = [("__future__", "/x/__future__.py", "PYMODULE"), ("space", "-", "PYMODULE"), ("a.b", "/x/b.py", "PYMODULE")]
    assert code_file.moving(found) == [found[2]]


def test_the_early_modules_are_those_of_this_python() -> None:
    for name, source, _ in code_file.early():
        place = Path(*name.split("."))
        assert source.endswith((f"/{place}.py", f"/{place}/__init__.py"))
        packages = {early for early in code_file.EARLY if early.startswith(f"{name}.")}
        # Below a package that is in the file nothing is found that is not.
        assert source.endswith("__init__.py") == bool(packages)
        beside = {f"{name}.{path.stem}" for path in Path(source).parent.glob("*.py") if path.stem != "__init__"}
        assert packages == beside or not packages
