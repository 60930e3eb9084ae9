"""Where the system's custom has a user's files lie; nothing is made here.

On Linux and others that is the XDG Base Directory Specification, which has relative paths ignored.
"""

from __future__ import annotations

import os
import sys

APPLICATION = "natopk-desktop"


def state() -> str:
    """Return the app's folder for what outlasts a run but is no setting: the log, and where starts meet."""
    return os.path.join(_base("XDG_STATE_HOME", ".local", "state"), APPLICATION)


def data() -> str:
    """Return the folder that desktops look in for the user's own applications, icons and kinds of file."""
    return _base("XDG_DATA_HOME", ".local", "share")


def home() -> str:
    """Return the user's home folder, "~" where there is none.

    Where HOME names no folder, being empty or relative, it is the one the system has for the user.
    """
    named = os.environ.get("HOME")
    if os.name == "posix" and named is not None and not os.path.isabs(named):
        import pwd  # late: hardly anybody's HOME is like that

        try:
            return pwd.getpwuid(os.getuid()).pw_dir
        except KeyError:
            return "~"
    # os.path leaves "~" standing where there is no home; Path.home() would raise.
    return os.path.expanduser("~")


def _base(name: str, *below_home: str) -> str:
    wanted = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else name, "")
    return wanted if os.path.isabs(wanted) else os.path.join(home(), *below_home)
