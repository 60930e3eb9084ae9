"""Standard output for results, all of which must arrive, and standard error for sentences.

A closed or full standard error changes nothing of what was done.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from natopk_desktop.errors import OperationError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO


def put(content: bytes, remedy: str = "send it elsewhere") -> None:
    """Put bytes on standard output as they are.

    Args:
        content: the bytes.
        remedy: what else than making room one can do where it is full.

    Raises:
        OperationError: it is closed, or its disk is full.
    """
    if sys.stdout is None:
        message = f"standard output is closed, so the result has nowhere to go; {remedy}, or leave it open."
        raise OperationError(message)
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        forget(sys.stdout)
        message = f"standard output could not be written ({error.strerror}); make room, or {remedy}."
        raise OperationError(message) from error


def say(words: str) -> None:
    """Write lines to standard error, as safe as a terminal needs them; where nobody can read them, do nothing.

    Characters that a terminal would obey, or that reorder a line, are replaced.
    """
    if sys.stderr is None:
        return
    from natopk_desktop.plain import one_line  # late: most starts have nothing to say

    with suppress(ValueError):
        try:
            sys.stderr.write("".join(f"{_indent(line)}{one_line(line.lstrip())}\n" for line in words.split("\n")))
            sys.stderr.flush()
        except OSError:
            forget(sys.stderr)


def forget(stream: TextIO) -> None:
    """Let what is left in a stream's buffer go nowhere; it would fail again, and end the process with another code."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]
