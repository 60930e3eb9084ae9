"""Where the packaged `natopk` begins on Windows and macOS, where a program is either of the console or not."""

from __future__ import annotations

from natopk_desktop.packaging import frozen

frozen.prepare()


def _work() -> int:
    from natopk_desktop.__main__ import natopk

    return natopk()


frozen.end_with(_work)
