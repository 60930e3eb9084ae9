"""Starting this program's own command line as a process of its own, from a checkout, an installation or the package."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

JOB: Final = "--job"
"""The one word `natopk` is given where it is to do a job; see `natopk_desktop.jobs`."""
PRINTING: Final = "--printing"
"""The first word `natopk` is given where it is to speak with printers; see `natopk_desktop.ui.output.print_service`."""


def command_line_program() -> list[str]:
    """Return the words that start `natopk`, to be followed by its arguments.

    The packaged app has it as a file beside its own; elsewhere it is the same interpreter with the same modules.
    """
    if getattr(sys, "frozen", False):
        folder, ending = os.path.dirname(sys.executable), ".exe" if os.name == "nt" else ""  # noqa: PTH120 - no Path yet
        return [os.path.join(folder, f"natopk{ending}")]  # noqa: PTH118
    # The name of the package, not of its folder: the interpreter finds it as this process did, see `environment`.
    return [sys.executable, "-c", "import sys; from natopk_desktop.__main__ import natopk; sys.exit(natopk())"]


def environment() -> dict[str, str]:
    """Return the environment to start `command_line_program` in, so that it finds the modules this process uses."""
    result = dict(os.environ)
    if not getattr(sys, "frozen", False):
        result["PYTHONPATH"] = os.pathsep.join(entry for entry in sys.path if entry)
    return result


@contextmanager
def short_lived() -> Iterator[None]:
    """Do the whole work of a process that makes much, drops little and then ends.

    Python looks for cycles among its objects neither meanwhile nor at its end, a tenth of the time of a short command.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
