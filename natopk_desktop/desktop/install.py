"""Making the app known to the desktop of the current user, and taking it out again without a trace."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from natopk_desktop import folders, saving
from natopk_desktop.desktop import entry, files
from natopk_desktop.errors import OperationError

if TYPE_CHECKING:
    from collections.abc import Iterable

LIMIT: Final = 60
"""Seconds that a tool of the desktop's may take."""

MIME_FILES: Final = (
    *("XMLnamespaces", "aliases", "generic-icons", "globs", "globs2", "icons", "magic", "mime.cache", "subclasses"),
    *("treemagic", "types", "version"),
)
"""What `update-mime-database` makes beside a folder for each group of kinds."""


def install() -> str:
    """Make the app known to the desktop; a second time changes nothing but how it is started.

    Returns:
        What was done.

    Raises:
        OperationError: a file cannot be written, or the system has no such desktops.
    """
    base = _base()
    for shared in files.shared():
        content = _read(shared.source)
        if shared.place == files.ENTRY:
            content = entry.adapted(content.decode(), entry.program()).encode()
        target = base / shared.place
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            message = f"{target.parent}: could not be made ({error.strerror}); check that you may write there."
            raise OperationError(message) from error
        saving.save(target, content)
    _tell(base)
    return (
        f"natopk_desktop is in the menu of applications now, and *.dossier.json files open with it ({base}).\n"
        "“natopk-desktop --remove-desktop” takes it out again.\n"
    )


def remove() -> str:
    """Take out what ``install`` has put in, and all that has come of it.

    Returns:
        What was done.

    Raises:
        OperationError: a file cannot be removed, or the system has no such desktops.
    """
    base = _base()
    places = [base / shared.place for shared in files.shared()]
    found = [place for place in places if os.path.lexists(place)]
    for place in found:
        try:
            place.unlink()
        except OSError as error:
            message = f"{place}: could not be removed ({error.strerror}); check that you may write there."
            raise OperationError(message) from error
    if not found:
        return f"natopk_desktop is not in the menu of applications ({base}); there is nothing to remove.\n"
    _tell(base)
    _sweep(base)
    _remove_empty(base, (place.parent for place in places))
    return f"natopk_desktop is no longer in the menu of applications ({base}).\n"


def _base() -> Path:
    if sys.platform in {"win32", "darwin"}:
        message = "--install-desktop and --remove-desktop are for desktops of Linux and its kin."
        raise OperationError(message)
    base = Path(folders.data())
    if not base.is_absolute():
        message = "There is no home folder to put a menu entry in; set HOME or XDG_DATA_HOME."
        raise OperationError(message)
    return base


def _read(source: Path) -> bytes:
    try:
        return source.read_bytes()
    except OSError as error:
        message = f"{source}: could not be read ({error.strerror}); install the program anew."
        raise OperationError(message) from error


def _tell(base: Path) -> None:
    """Have the desktop's tools look at the folders, where they are installed."""
    _run("update-mime-database", base / "mime")
    _run("update-desktop-database", "-q", base / "applications")
    icons = base / "icons" / "hicolor"
    if (icons / "icon-theme.cache").exists():
        _run("gtk-update-icon-cache", "-q", "-f", "-t", icons)
    with suppress(OSError):
        os.utime(icons)  # without a cache, desktops look whether the folder has changed


def _run(tool: str, *arguments: str | Path) -> None:
    """Run a tool, whose failing is no harm: desktops look for themselves sooner or later."""
    path = shutil.which(tool)
    if path is None:
        return
    with suppress(OSError, subprocess.TimeoutExpired):
        subprocess.run(
            [path, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=LIMIT,
            check=False,
        )


def _sweep(base: Path) -> None:
    """Remove what the tools have made of our files alone."""
    mime, applications = base / "mime", base / "applications"
    if not _has(mime / "packages", "*.xml"):
        # A folder's name is the first half of a kind of file; all that is in it has been made.
        for path in (*mime.glob("*/*.xml"), *(mime / name for name in MIME_FILES)):
            with suppress(OSError):
                path.unlink()
        _remove_empty(base, [path for path in mime.glob("*/") if path.is_dir()])
    if not _has(applications, "*.desktop"):
        with suppress(OSError):
            (applications / "mimeinfo.cache").unlink()


def _has(folder: Path, pattern: str) -> bool:
    return next(folder.glob(pattern), None) is not None


def _remove_empty(base: Path, places: Iterable[Path]) -> None:
    """Remove folders that are empty now, and those they were in, up to ``base``."""
    for place in places:
        at = place
        while at != base:
            try:
                at.rmdir()
            except FileNotFoundError:
                pass
            except OSError:
                break
            at = at.parent
