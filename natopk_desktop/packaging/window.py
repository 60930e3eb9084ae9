"""Where the packaged `natopk-desktop` begins."""

from __future__ import annotations

import sys

from natopk_desktop.packaging import frozen

frozen.prepare()

from natopk_desktop.__main__ import natopk_desktop  # noqa: E402 - after the environment is put right

sys.exit(natopk_desktop())
