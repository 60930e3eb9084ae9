"""A reader's choice as small frozen values: which milestones, in which order, and where in the dossier."""

from __future__ import annotations

from typing import Literal

import msgspec

from natopk_desktop.dossier.spans import Span

Order = Literal["source", "date"]


class Filter(msgspec.Struct, frozen=True):
    """Which milestones a reader wants to see.

    Attributes:
        topics: ids of the topics wanted, None for all; a milestone with any of them stays. A milestone without a
            topic stays only where ``topics`` is None.
        period: EDTF date or interval that a milestone must touch, None for any time.
        query: words to find, empty for none.
    """

    topics: frozenset[str] | None = None
    period: str | None = None
    query: str = ""

    @property
    def is_open(self) -> bool:
        """Tell whether nothing is held back."""
        return self == Filter()


class Location(msgspec.Struct, frozen=True):
    """Where in a dossier a reader is; what list, pane, history and command line pass around.

    Attributes:
        milestone: id of the chosen milestone, None where there is none.
        page: where the whole page is opened, as a span to be marked in it; None where the pane shows the milestone.
    """

    milestone: str | None = None
    page: Span | None = None
