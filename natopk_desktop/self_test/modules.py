"""That every module of the program is there and can be loaded: most are, by name, only when they are asked for."""

from __future__ import annotations

from importlib import import_module
from pkgutil import walk_packages
from typing import TYPE_CHECKING, Final

import natopk_desktop
from natopk_desktop.self_test.checks import Check, expect

if TYPE_CHECKING:
    from collections.abc import Iterator

FEWEST: Final = 100
NOT_ASKED: Final = ("natopk_desktop.__main__", "natopk_desktop.packaging", "natopk_desktop.provision")
"""The doors, and what only a checkout has."""


def modules() -> Iterator[str]:
    """Load every module."""
    loaded, missing = 0, []
    for found in walk_packages(natopk_desktop.__path__, "natopk_desktop."):
        if found.name.startswith(NOT_ASKED):
            continue
        try:
            import_module(found.name)
        except ImportError as error:
            missing.append(f"{found.name} ({error})")
        loaded += 1
    expect(not missing, f"cannot be loaded: {', '.join(missing)}")
    expect(loaded >= FEWEST, f"of the program's modules only {loaded} are there")
    yield f"{loaded} modules of the program loaded"


CHECKS: Final = (Check("modules", modules),)
