"""Tables among the files that were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from natopk_desktop.importers.registry import Format
    from natopk_desktop.ui.tabs.opened import Opened


def is_table(opened: Opened) -> bool:
    """Tell whether a dossier was read of a table, and that table is still where it was."""
    return opened.path is None and opened.origin is not None and format_of(opened) is not None


def format_of(opened: Opened) -> Format | None:
    """Return the format of the table that a dossier was read of, None for a file of another kind."""
    from natopk_desktop.importers.registry import FORMATS

    original = opened.dossier.head.original
    if original is None:
        return None
    return next((known for known in FORMATS if known.is_table and original.media_type in known.media_types), None)
