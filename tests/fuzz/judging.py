"""What must hold whatever a file holds: a sound dossier, or one sentence; soon, and nothing else."""

from __future__ import annotations

import contextlib
import signal
import warnings
from typing import TYPE_CHECKING, Final

from natopk_desktop.dossier import validate
from natopk_desktop.errors import InputError
from natopk_desktop.importers import registry
from natopk_desktop.importers.imported import Imported, Options

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME: Final = "case.bin"
SLOW: Final = 20
"""Seconds of the processor that a case may take; they are all small."""


class FaultError(Exception):
    """What should never happen, in a sentence."""


def judge(reader: str, raw: bytes, options: Options | None = None, patience: int = SLOW) -> bool:
    """Have a file read and look at what comes; tell whether it was read at all.

    Args:
        reader: the id of a format, whose reader gets the file whatever it is; "registry" for the reader it is told for.
        raw: the file.
        options: what a person said about it.
        patience: seconds after which it hangs.

    Raises:
        FaultError: something other than a sound dossier or one sentence came, or it took too long.
    """
    with _limited(patience), warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            made = _read(reader, raw, options or Options())
        except InputError as error:
            _check_sentence(error.message)
            return False
        except Exception as error:
            message = f"{type(error).__name__}: {error}"
            raise FaultError(message) from error
        _check(made, raw, reader)
    return True


def _read(reader: str, raw: bytes, options: Options) -> Imported:
    if reader == "registry":
        return registry.read(raw, NAME, options)
    known = next(one for one in registry.FORMATS if one.id == reader)
    return known.read(raw, NAME, options, _check_share)


def _check_share(share: float) -> None:
    if not 0 <= share <= 1:
        message = f"progress tells {share}"
        raise FaultError(message)


def _check_sentence(message: str) -> None:
    if NAME not in message or "\n" in message or len(message) > 1000 or not message.endswith("."):
        fault = f"this is no sentence on the file: {message[:300]!r}"
        raise FaultError(fault)


def _check(made: Imported, raw: bytes, reader: str) -> None:
    for defect in validate.defects(made.contents):
        message = f"unsound: {defect}"
        raise FaultError(message)
    text = made.contents.source.text or ""
    laid = "".join(text[one.span.start : one.span.end] for one in made.contents.blocks)
    if laid != text:
        message = "the blocks laid end to end are not the text"
        raise FaultError(message)
    is_dossier = made.extras or reader in {"json", "pdf"} or made.contents.id == "nato-pakistan-2010"
    original = made.contents.original
    if not is_dossier and (original is None or original.base64 != raw) and b"natopk-dossier" not in raw:
        message = "the file's bytes are not kept"
        raise FaultError(message)
    for item in made.items:
        item.message.encode()
        if "\n" in item.message:
            message = f"an item of several lines: {item.message[:200]!r}"
            raise FaultError(message)


@contextlib.contextmanager
def _limited(seconds: int) -> Iterator[None]:
    def stop(*_: object) -> None:
        message = f"took more than {seconds} seconds"
        raise FaultError(message)

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)  # of the processor: others may be busy meanwhile
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
