"""The window; the only package that imports Qt."""

from __future__ import annotations

import natopk_desktop.lean_msgspec  # noqa: F401 - before any module of the package takes msgspec
