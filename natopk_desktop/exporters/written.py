"""What a writer gives back: the bytes of one file or several, and what they could not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from natopk_desktop.report import Item

if TYPE_CHECKING:
    from collections.abc import Callable

    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.exporters.progress import Progress

    Writer = Callable[[Dossier, Choice, Progress], "Written"]


class Written(msgspec.Struct, frozen=True):
    """An export, not yet saved.

    Attributes:
        files: the content of each file; more than one only for pictures of several pages.
        losses: one item for each kind of thing that was lost, with its ids and number; none where nothing was.
    """

    files: tuple[bytes, ...]
    losses: tuple[Item, ...] = ()
