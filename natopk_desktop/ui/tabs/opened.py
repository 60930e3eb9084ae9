"""What a tab has open: a dossier, and which file it came from."""

from __future__ import annotations

from pathlib import Path

import msgspec

from natopk_desktop.dossier.dossier import Dossier


class Opened(msgspec.Struct, frozen=True):
    """An open dossier.

    Attributes:
        dossier: what is read.
        origin: the file it was read from, None for the built-in dossier.
        path: the dossier file that Save writes; None where there is none yet, as after reading a web page.
    """

    dossier: Dossier
    origin: Path | None = None
    path: Path | None = None

    @property
    def is_built_in(self) -> bool:
        """Whether this is the dossier that comes with the app, which is always there and never changed."""
        return self.origin is None and self.path is None
