"""A checkout that was moved or copied takes its environment along, without the network."""

from __future__ import annotations

import os
from pathlib import Path

from natopk_desktop import bootstrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from natopk_desktop.bootstrap import Stamp


def is_moved(stamp: Stamp, root: str, place: str) -> bool:
    """Whether a whole environment for this very lock stands here, but was made elsewhere.

    On Windows its programs hold the old place inside, so there it is made anew.
    """
    return (
        os.name != "nt"
        and (stamp.place, stamp.checkout) != (place, root)
        and Path(bootstrap.python_of(place)).is_file()
        and stamp.lock == bootstrap.digest_of(Path(root, bootstrap.LOCK_NAME))
    )


def settle(old: str, new: str) -> None:
    """Point the environment's scripts to its new place; its interpreter finds that by itself."""
    before, after = os.fsencode(old), os.fsencode(new)
    for path in [Path(new, "pyvenv.cfg"), *Path(new, "bin").iterdir()]:
        if path.is_symlink() or not path.is_file():
            continue
        content = path.read_bytes()
        if before in content and b"\0" not in content[:1024]:
            path.write_bytes(_first_line(content, before, after))


def _first_line(content: bytes, before: bytes, after: bytes) -> bytes:
    """The script with the new place, started through a shell: a `#!` line allows neither blanks nor length."""
    line, _, rest = content.partition(b"\n")
    if line.startswith(b"#!" + before):
        python = line[2:].strip().replace(before, after)
        line = b"#!/bin/sh\n'''exec' \"" + python + b'" "$0" "$@"\n' + b"' '''"
    return line + b"\n" + rest.replace(before, after)
