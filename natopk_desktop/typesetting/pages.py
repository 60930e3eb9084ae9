"""Pages of a document as PDF, SVG or PNG: the same layout for file, printer, preview and picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

import msgspec

from natopk_desktop.errors import OperationError
from natopk_desktop.typesetting import fence
from natopk_desktop.typesetting.characters import Place, Setter
from natopk_desktop.typesetting.data import document_data

if TYPE_CHECKING:
    from collections.abc import Callable

    from natopk_desktop.documents.choice import Paper
    from natopk_desktop.documents.parts import Document

    Result = TypeVar("Result")

PPI: Final = 150.0
"""Pixels per inch of a picture, so that the smallest print can be read on it."""

ATTACHMENT: Final = "source.dossier.json"
"""The name of the dossier that a PDF carries."""


class Made(NamedTuple):
    """Files made of pages.

    Attributes:
        files: one PDF, or a picture for each page.
        boxed: characters that were set as their number, with count and first place.
    """

    files: tuple[bytes, ...]
    boxed: dict[str, Place]


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


def pdf(document: Document, paper: Paper, attachment: bytes | None, timestamp: int) -> bytes:
    """Return a document as PDF/UA-1 and PDF/A-3a, the same bytes for the same arguments.

    Args:
        document: what is set.
        paper: on which paper.
        attachment: the dossier in canonical form, to be carried along; None for none.
        timestamp: the date of the file in seconds since 1970.

    Raises:
        OperationError: Typst refused the pages.
    """
    return made_pdf(document, paper, attachment, timestamp).files[0]


def svg(document: Document, paper: Paper) -> tuple[bytes, ...]:
    """Return each page of a document as SVG, its letters as outlines.

    Raises:
        OperationError: Typst refused the pages.
    """
    return made_pictures(document, paper, "svg").files


def png(document: Document, paper: Paper, ppi: float = PPI) -> tuple[bytes, ...]:
    """Return each page of a document as PNG.

    Raises:
        OperationError: Typst refused the pages.
    """
    return made_pictures(document, paper, "png", ppi).files


def made_pdf(document: Document, paper: Paper, attachment: bytes | None, timestamp: int) -> Made:
    """Do what ``pdf`` does, with an account of the characters boxed."""
    extra = {} if attachment is None else {"attachment": attachment.decode(), "attachment-name": ATTACHMENT}
    return _made(document, paper, lambda inputs: (fence.pdf(inputs | extra, timestamp),))


def made_pictures(document: Document, paper: Paper, kind: fence.Picture, ppi: float | None = None) -> Made:
    """Do what ``svg`` and ``png`` do, with an account of the characters boxed."""
    return _made(document, paper, lambda inputs: fence.pictures(inputs, kind, ppi))


def end(document: Document, paper: Paper) -> End:
    """Return where a document ends, without making a file of it.

    Raises:
        OperationError: Typst refused the pages.
    """
    ((found,), _) = _set(document, paper, lambda inputs: fence.query(inputs, "end"))
    return End(found["page"], found["y"], found["bottom"], found["body"])


def _made(document: Document, paper: Paper, make: Callable[[dict[str, str]], tuple[bytes, ...]]) -> Made:
    files, setter = _set(document, paper, make)
    return Made(files, setter.boxed)


def _set(document: Document, paper: Paper, make: Callable[[dict[str, str]], Result]) -> tuple[Result, Setter]:
    """Set a document; should Typst refuse a letter that our fonts have, box all letters that are not plain Latin."""
    from typst import TypstError

    try:
        setter = Setter()
        return make(_inputs(document, paper, setter)), setter
    except TypstError:
        setter = Setter(strict=True)
    try:
        return make(_inputs(document, paper, setter)), setter
    except TypstError as error:
        message = f"The pages could not be set ({error.message}); export a text or data format instead."
        raise OperationError(message) from error


def _inputs(document: Document, paper: Paper, setter: Setter) -> dict[str, str]:
    return {"data": msgspec.json.encode(document_data(document, paper, setter)).decode()}
