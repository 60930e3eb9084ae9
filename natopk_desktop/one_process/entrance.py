"""How a start of the window's command comes in: alone, as the first, or handing over what it was to open."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from natopk_desktop.one_process import door
from natopk_desktop.one_process.request import Request

if TYPE_CHECKING:
    from collections.abc import Iterable

TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")


def enter(files: Iterable[str], at: str | None, *, stays_alone: bool) -> door.Entered:
    """Hand the files over to the first start, or become the first.

    What is no ordinary file stays with this process: a pipe can be read nowhere else, and that a name is wrong is
    said where it was typed.
    """
    if stays_alone or not all(map(os.path.isfile, files)):
        return door.Entered()
    token = next(filter(None, (os.environ.get(name, "") for name in TOKENS)), "")
    try:
        paths = tuple(map(os.path.abspath, files))
    except OSError:  # the folder we are in is gone
        return door.Entered()
    return door.enter(Request(paths, at, token))
