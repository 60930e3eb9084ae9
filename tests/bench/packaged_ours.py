"""Where the packaged app begins when it is measured: as natopk_desktop/packaging/window.py does."""

from __future__ import annotations

import sys

from natopk_desktop.packaging import frozen

frozen.prepare()

from tests.bench import ours  # noqa: E402 - after the environment is put right

sys.exit(ours.run())
