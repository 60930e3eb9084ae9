"""What a page's words say to one another, added to its dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from natopk_desktop.dossier.model import DossierFile
    from natopk_desktop.importers.dating.month_names import Names
    from natopk_desktop.report import Item


def add_meaning(contents: DossierFile, names: Names) -> tuple[DossierFile, list[Item]]:
    """Return the dossier with figures, related passages and source notes, and what the report says of them."""
    del names
    return contents, []
