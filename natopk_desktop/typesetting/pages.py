"""Pages of a document as PDF, SVG or PNG: the same layout for file, printer, preview and picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from natopk_desktop.errors import OperationError
from natopk_desktop.typesetting.characters import Setter
from natopk_desktop.typesetting.data import document_data
from natopk_desktop.typesetting.fence import Fenced

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from natopk_desktop.documents.choice import Paper
    from natopk_desktop.documents.parts import Document
    from natopk_desktop.typesetting.characters import Place

    Result = TypeVar("Result")

PPI: Final = 150.0
"""Pixels per inch of a picture, so that the smallest print can be read on it."""

ATTACHMENT: Final = "source.dossier.json"
"""The name of the dossier that a PDF carries."""


class End(NamedTuple):
    """Where a document ends, in points.

    Attributes:
        page: how many pages it has.
        y: how far down the last page it reaches.
        bottom: how far down a page may be filled.
        body: the height of a page that may be filled.
    """

    page: int
    y: float
    bottom: float
    body: float


class Setting:
    """A document on its pages, which are set once for all that is asked of them.

    Attributes:
        document: what is set.
        paper: on which paper.
        attachment: the dossier in canonical form that a PDF carries along; None for none.
    """

    def __init__(self, document: Document, paper: Paper, attachment: bytes | None = None) -> None:
        self.document = document
        self.paper = paper
        self.attachment = attachment
        self._setter = Setter()
        self._fenced: Fenced | None = None

    @property
    def boxed(self) -> dict[str, Place]:
        """Characters that were set as their number, with count and first place."""
        return self._setter.boxed

    def pdf(self, timestamp: int) -> bytes:
        """Return the pages as PDF/UA-1 and PDF/A-3a, the same bytes for the same document and timestamp.

        Args:
            timestamp: the date of the file in seconds since 1970.

        Raises:
            OperationError: Typst refused the pages.
        """
        return self._asked(lambda fenced: fenced.pdf(timestamp))

    def svg(self) -> tuple[bytes, ...]:
        """Return each page as SVG, its letters as outlines.

        Raises:
            OperationError: Typst refused the pages.
        """
        return self._asked(lambda fenced: fenced.pictures("svg"))

    def png(self, ppi: float = PPI) -> tuple[bytes, ...]:
        """Return each page as PNG.

        Raises:
            OperationError: Typst refused the pages.
        """
        return self._asked(lambda fenced: fenced.pictures("png", ppi))

    def end(self) -> End:
        """Return where the document ends.

        Raises:
            OperationError: Typst refused the pages.
        """
        (found,) = self._asked(lambda fenced: fenced.query("end"))
        return End(found["page"], found["y"], found["bottom"], found["body"])

    def _asked(self, question: Callable[[Fenced], Result]) -> Result:
        """Ask Typst; should it refuse a letter that our fonts have, box all letters that are not plain Latin."""
        from typst import TypstError

        try:
            return question(self._opened())
        except (TypstError, RuntimeError):
            self._fenced = None
            self._setter = Setter(strict=True)
        try:
            return question(self._opened())
        except (TypstError, RuntimeError) as error:
            message = f"The pages could not be set ({error}); export a text or data format instead."
            raise OperationError(message) from error

    def _opened(self) -> Fenced:
        if self._fenced is None:
            self._setter.boxed.clear()
            self._fenced = Fenced(self.inputs())
        return self._fenced

    def inputs(self) -> dict[str, str]:
        """Return what the template reads."""
        data = msgspec.json.encode(document_data(self.document, self.paper, self._setter)).decode()
        if self.attachment is None:
            return {"data": data}
        return {"data": data, "attachment": self.attachment.decode(), "attachment-name": ATTACHMENT}


def pdf(document: Document, paper: Paper, attachment: bytes | None, timestamp: int) -> bytes:
    """Return a document as PDF; see ``Setting``.

    Raises:
        OperationError: Typst refused the pages.
    """
    return Setting(document, paper, attachment).pdf(timestamp)


def svg(document: Document, paper: Paper) -> tuple[bytes, ...]:
    """Return each page of a document as SVG; see ``Setting``.

    Raises:
        OperationError: Typst refused the pages.
    """
    return Setting(document, paper).svg()


def png(document: Document, paper: Paper, ppi: float = PPI) -> tuple[bytes, ...]:
    """Return each page of a document as PNG; see ``Setting``.

    Raises:
        OperationError: Typst refused the pages.
    """
    return Setting(document, paper).png(ppi)
