"""What fits a summary of one page, found by measuring pages set by Typst."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from natopk_desktop.documents.chosen import rows
from natopk_desktop.documents.estimate import DENSE, PAGE, USUAL, capped, estimated_height
from natopk_desktop.documents.room import steps
from natopk_desktop.documents.summary import Shares, Summary
from natopk_desktop.errors import OperationError
from natopk_desktop.typesetting.characters import Setter
from natopk_desktop.typesetting.pages import Setting

if TYPE_CHECKING:
    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.documents.parts import Document
    from natopk_desktop.documents.room import Room
    from natopk_desktop.dossier.dossier import Dossier

SHRINKINGS: Final = (1.0, 0.6, 0.35, 0.2)
"""What is left of every text's share, should not even the least summary fit one page."""


def laid_out(dossier: Dossier, choice: Choice) -> Document:
    """Return the document that ``choice`` asks for as pages show it: a summary holds what fits one page.

    Raises:
        InputError: the choice means nothing in this dossier.
        OperationError: the pages could not be set.
    """
    return fitted(dossier, choice).document


def fitted(dossier: Dossier, choice: Choice, attachment: bytes | None = None) -> Setting:
    """Return the document that ``choice`` asks for on its pages: a summary holds what fits one page.

    Args:
        dossier: what it is made of.
        choice: what is asked for.
        attachment: what a PDF carries along.

    Raises:
        InputError: the choice means nothing in this dossier.
        OperationError: the pages could not be set.
    """
    if choice.document != "summary":
        from natopk_desktop.documents.build import build  # three more kinds of documents

        return Setting(build(dossier, choice), choice.paper, attachment)
    chosen = rows(dossier, choice)
    reach = Setter().reach
    for shares in map(_shrunk, SHRINKINGS):
        found = _Search(Summary(dossier, choice, chosen, reach, shares), attachment).best()
        if found is not None:
            return found
    message = "Not even the title of this page fits a summary of one page; ask for a briefing."
    raise OperationError(message)


def _shrunk(factor: float) -> Shares:
    return Shares(**{name: int(share * factor) for name, share in msgspec.structs.asdict(Shares()).items()})


NEARLY: Final = 12.0
"""Points by which an estimate of a whole page is off at the most, as good as always."""

SURE: Final = 3.0
"""The same of one thing more, where the rest has been measured."""


class _Search:
    """The search for the most that fits: rooms from the fullest to the emptiest, a few of them measured."""

    def __init__(self, summary: Summary, attachment: bytes | None) -> None:
        self._summary = summary
        self._attachment = attachment
        self._rooms: list[Room] = steps(capped(summary))
        self._page = PAGE[summary.choice.paper]
        self._sizes = USUAL
        self._best: Setting | None = None

    def best(self) -> Setting | None:
        """Return the fullest summary that fits, None where not even the emptiest does.

        Only what fits wholly is set at the usual size, all else smaller.
        """
        is_all = self._rooms[0] == self._summary.full()
        if is_all and self._estimated(0) < self._page + NEARLY and self._overflow(0) <= 0:
            return self._best
        self._sizes = DENSE
        too_full, fits, error = -1, len(self._rooms), 0.0
        while fits - too_full > 1:
            at = self._next(too_full, fits, error)
            overflow = self._overflow(at)
            # How far the estimate is off is much the same for rooms that differ little.
            error = self._estimated(at) - (self._page + overflow)
            if overflow > 0:
                too_full = at
                continue
            fits = at
            if at > too_full + 1 and self._estimated(at - 1) - self._estimated(at) > SURE - overflow:
                break
        return self._best

    def _next(self, too_full: int, fits: int, error: float) -> int:
        """Return the fullest room between two measured ones that should fit, by the estimate put right."""
        low, high = too_full + 1, fits - 1
        while low < high:
            middle = (low + high) // 2
            if self._estimated(middle) - error <= self._page:
                high = middle
            else:
                low = middle + 1
        return low

    def _estimated(self, at: int) -> float:
        return estimated_height(self._summary, self._rooms[at], self._sizes)

    def _overflow(self, at: int) -> float:
        """Return by how many points a room's summary is longer than a page; 0 or less where it fits, and is kept."""
        document = msgspec.structs.replace(self._summary.made(self._rooms[at]), dense=self._sizes is DENSE)
        setting = Setting(document, self._summary.choice.paper, self._attachment)
        end = setting.end()
        if end.page > 1:
            return max(1.0, (end.page - 1) * end.body + end.y - end.bottom)
        self._best = setting
        return min(0.0, end.y - end.bottom)
