"""Dossier JSON: the dossier itself in canonical form; it holds everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from natopk_desktop.dossier import store
from natopk_desktop.exporters.progress import unheard
from natopk_desktop.exporters.written import Written

if TYPE_CHECKING:
    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.exporters.progress import Progress


def write(dossier: Dossier, choice: Choice, progress: Progress = unheard) -> Written:  # noqa: ARG001 - as every writer
    """Write the whole dossier; the choice has no say, since a part of it would not account for its source."""
    return Written((store.dumps(dossier),))
