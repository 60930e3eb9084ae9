"""What the packaged app puts right before anything else runs."""

from __future__ import annotations

import os
import sys

from natopk_desktop.packaging import code_reader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import NoReturn


def prepare() -> None:
    """Find the modules, and give the programs we start, such as the browser, the library path the user had.

    The loader of this process has read the package's own path already, so nothing of ours needs it any more.
    """
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before
    else:
        os.environ.pop("LD_LIBRARY_PATH", None)
    code_reader.install(sys._MEIPASS)  # type: ignore[attr-defined]  # noqa: SLF001 - PyInstaller's documented name


def end_with(work: Callable[[], int]) -> NoReturn:
    """End the process with what ``work`` returns; where a part of the package is missing, with a sentence."""
    try:
        code = work()
    except ImportError as error:
        sys.exit(f"natopk-desktop: this installation is damaged ({error}); install it anew.")
    sys.exit(code)
