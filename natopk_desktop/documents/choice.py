"""What a reader wants of an export or a print: which document, of which milestones, on which paper."""

from __future__ import annotations

from typing import Literal

import msgspec

from natopk_desktop.documents.parts import DocumentKind
from natopk_desktop.dossier.location import Order

Paper = Literal["a4", "letter"]


class Choice(msgspec.Struct, frozen=True):
    """The options of an export, the same in dialog and command line.

    Attributes:
        document: which document, for formats that have documents.
        only: ids of the milestones wanted, None for all that pass ``topics`` and ``period``.
        topics: ids of the topics wanted, None for all.
        period: EDTF date or interval that a milestone must touch, None for any time.
        order: as the source has them, or by date.
        notes: whether our notes go with it.
        paper: the page, for formats that have pages.
    """

    document: DocumentKind = "summary"
    only: tuple[str, ...] | None = None
    topics: frozenset[str] | None = None
    period: str | None = None
    order: Order = "source"
    notes: bool = True
    paper: Paper = "a4"

    @property
    def is_whole(self) -> bool:
        """Tell whether every milestone is wanted."""
        return self.only is None and self.topics is None and self.period is None
