"""Where the packaged `natopk` begins on Windows and macOS, where a program is either of the console or not."""

from __future__ import annotations

import sys

from natopk_desktop.packaging import frozen

frozen.prepare()

from natopk_desktop.__main__ import natopk  # noqa: E402 - after the environment is put right

sys.exit(natopk())
