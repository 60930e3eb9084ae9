"""What a summary, briefing, sheet or timeline holds: neutral parts, the drawn scale, the marks of ours."""

from __future__ import annotations

import natopk_desktop.lean_msgspec  # noqa: F401 - before any module of the package takes msgspec
