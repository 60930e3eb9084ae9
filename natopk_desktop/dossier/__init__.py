"""What a page says: the model of a dossier, its spans, dates, account, search and file form. No Qt here."""

from __future__ import annotations

import natopk_desktop.lean_msgspec  # noqa: F401 - before any module of the package takes msgspec
