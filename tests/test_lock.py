from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from natopk_desktop.provision import lock

ROOT = Path(__file__).resolve().parent.parent
PATH = ROOT / "requirements.lock"
PARTS = lock.read(PATH)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
WANTED = {"run": PROJECT["dependencies"], **PROJECT["optional-dependencies"]}
# Compiled packages come in one wheel a system at least: two for Linux, two for Windows or macOS and more.
COMPILED = ("pyside6-essentials", "shiboken6", "typst", "msgspec", "lxml", "charset-normalizer")


def test_the_three_parts_are_marked() -> None:
    assert list(PARTS) == ["run", "test", "package"]


@pytest.mark.parametrize("part", PARTS)
def test_every_package_is_exact_and_hashed(part: str) -> None:
    for item in PARTS[part]:
        assert re.fullmatch(r"[\w.]+", item.version), item.name
        lines = item.text.split("\n")
        hashes = [line.strip(" \\") for line in lines[1:]]
        assert hashes, item.name
        assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", line) for line in hashes), item.name
        assert all(line.endswith("\\") for line in lines[:-1]), item.name


@pytest.mark.parametrize("name", COMPILED)
def test_compiled_packages_have_wheels_for_every_system(name: str) -> None:
    (item,) = (item for item in PARTS["run"] if item.name == name)
    assert item.text.count("--hash") >= 5


@pytest.mark.parametrize("part", WANTED)
def test_the_lock_holds_what_the_project_asks_for(part: str) -> None:
    locked = {lock.normal(item.name): item.version for item in [*PARTS["run"], *PARTS[part]]}
    for requirement in WANTED[part]:
        name, bound = re.fullmatch(r"([\w.-]+)([=<>~!].*)", requirement).groups()  # type: ignore[union-attr]
        assert lock.normal(name) in locked, f"{requirement}: run .ci/lock"
        if bound.startswith("=="):
            assert locked[lock.normal(name)] == bound.removeprefix("==")


def test_no_package_of_the_program_is_told_twice() -> None:
    run = {item.name for item in PARTS["run"]}
    assert all(run.isdisjoint(item.name for item in PARTS[part]) for part in ("test", "package"))


def test_no_registry_is_named() -> None:
    assert "://" not in PATH.read_text(encoding="utf-8")
