"""Dossier JSON: the dossier itself in canonical form; it holds everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from natopk_desktop.dossier import store
from natopk_desktop.exporters.written import Written

if TYPE_CHECKING:
    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.dossier.dossier import Dossier


def write(dossier: Dossier, choice: Choice) -> Written:  # noqa: ARG001 - every writer has this form
    """Write the whole dossier; the choice has no say, since a part of it would not account for its source."""
    return Written((store.dumps(dossier),))
