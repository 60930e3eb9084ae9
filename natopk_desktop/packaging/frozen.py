"""What the packaged app puts right before anything else runs."""

from __future__ import annotations

import os


def prepare() -> None:
    """Give the programs we start, such as the browser, the library path the user had.

    The loader of this process has read the package's own path already, so nothing of ours needs it any more.
    """
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before
    else:
        os.environ.pop("LD_LIBRARY_PATH", None)
