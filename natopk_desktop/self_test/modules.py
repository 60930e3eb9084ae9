"""That every module of the program is there and can be loaded: most are, by name, only when they are asked for."""

from __future__ import annotations

from importlib import import_module
from pkgutil import walk_packages
from typing import TYPE_CHECKING, Final

import natopk_desktop
from natopk_desktop import resources
from natopk_desktop.self_test.checks import Check, expect

if TYPE_CHECKING:
    from collections.abc import Iterator

FEWEST: Final = 100
LIST: Final = "modules.txt"
NOT_ASKED: Final = ("natopk_desktop.__main__", "natopk_desktop.packaging", "natopk_desktop.provision")
"""The doors, and what only a checkout has."""


def modules() -> Iterator[str]:
    """Load every module."""
    loaded, missing = 0, []
    for name in _names():
        if name.startswith(NOT_ASKED):
            continue
        try:
            import_module(name)
        except ImportError as error:
            missing.append(f"{name} ({error})")
        loaded += 1
    expect(not missing, f"cannot be loaded: {', '.join(missing)}")
    expect(loaded >= FEWEST, f"of the program's modules only {loaded} are there")
    yield f"{loaded} modules of the program loaded"


def _names() -> list[str]:
    """Return the names of all modules; the package has a list of them, since they lie in no folder there."""
    listed = resources.bundled(LIST)
    if listed.is_file():
        return listed.read_text(encoding="utf-8").split()
    return [found.name for found in walk_packages(natopk_desktop.__path__, "natopk_desktop.")]


CHECKS: Final = (Check("modules", modules),)
