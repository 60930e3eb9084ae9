"""Where the packaged bare window begins."""

from __future__ import annotations

import sys

from tests.bench import bare

sys.exit(bare.run(sys.argv[1]))
