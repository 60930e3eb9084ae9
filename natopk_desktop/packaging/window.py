"""Where the packaged `natopk-desktop` begins, and on Linux, where one program bears both names, `natopk` too."""

from __future__ import annotations

import sys

from natopk_desktop.packaging import frozen

frozen.prepare()


def _work() -> int:
    from natopk_desktop import __main__ as doors

    return doors.natopk() if sys.argv[0].rpartition("/")[2] == "natopk" else doors.natopk_desktop()


frozen.end_with(_work)
