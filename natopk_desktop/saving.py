"""Saving a file wholly or not at all: written beside, flushed to the disk, then renamed into place."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from natopk_desktop.errors import OperationError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NO_FLUSHING: Final = frozenset((errno.EACCES, errno.EINVAL, errno.ENOSYS, errno.ENOTSUP))
"""What says that a folder cannot be flushed here: some file systems cannot, and a drop box may not be opened."""


def save(path: Path, content: bytes) -> None:
    """Put ``content`` in the place of the file at ``path``.

    Raises:
        OperationError: it could not be done; the old file, if any, is as it was, and nothing else is left.
    """
    with writing(path) as file:
        file.write(content)


def save_all(contents: Sequence[tuple[Path, bytes]]) -> None:
    """Put each content in the place of the file at its path: all are on the disk before the first takes its place.

    Raises:
        OperationError: it could not be done. Where the disk, the folder or a name refused, every old file is as it was
            and nothing else is left; only renaming, the very last step, can fail for one file when another has its
            new content.
    """
    with ExitStack() as stack:
        for path, content in contents:
            file = stack.enter_context(writing(path))
            file.write(content)
            file.flush()
            os.fsync(file.fileno())


@contextmanager
def writing(path: Path) -> Iterator[IO[bytes]]:
    """Give a file to write to, which takes the place of the one at ``path`` when the block ends without an error.

    A link stays a link and its target is replaced. The mode of a replaced file is kept; a new file gets what the
    process's mask allows.

    Raises:
        OperationError: it could not be done; the old file, if any, is as it was, and nothing else is left.
    """
    try:
        target = _target(path)
        part = target.with_name(f".{target.name[:80]}.{os.urandom(8).hex()}.part")
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    except (OSError, ValueError) as error:
        raise _failure(path, error) from error
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            _keep_mode(target, part)
            os.fsync(file.fileno())
        part.replace(target)
    except BaseException as error:
        with suppress(FileNotFoundError):
            part.unlink()
        if isinstance(error, OSError):
            raise _failure(path, error) from error
        raise
    _sync_folder(path, target.parent)


def _target(path: Path) -> Path:
    """Follow links to what is to be replaced, and refuse what is no ordinary file."""
    target = Path(os.path.realpath(path))
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        if not target.parent.is_dir():
            message = f"{path}: cannot be saved, since there is no folder {target.parent}; make it or choose another."
            raise OperationError(message) from None
        return target
    if stat.S_ISDIR(mode):
        message = f"{path}: cannot be saved, since this is a folder; name a file in it."
        raise OperationError(message)
    if not stat.S_ISREG(mode):
        message = (
            f"{path}: cannot be saved, since this is no ordinary file but a device or the like; choose another name."
        )
        raise OperationError(message)
    return target


def _keep_mode(target: Path, part: Path) -> None:
    with suppress(FileNotFoundError):
        part.chmod(stat.S_IMODE(target.stat().st_mode))


def _sync_folder(path: Path, folder: Path) -> None:
    """Flush the folder of a file that is in its place already, so that a power failure does not bring back the old."""
    if os.name == "nt":  # Windows has no handle of a folder to flush
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno in NO_FLUSHING:
            return
        message = f"{path}: is written, but may not outlast a power failure now ({error.strerror}); save it again."
        raise OperationError(message) from error


def _failure(path: Path, error: OSError | ValueError) -> OperationError:
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return OperationError(
        f"{path}: could not be saved ({reason}); the old file, if any, is untouched. Choose another place."
    )
