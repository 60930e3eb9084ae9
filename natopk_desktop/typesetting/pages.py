"""Pages of a document as PDF, SVG or PNG."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from natopk_desktop.typesetting import fence
from natopk_desktop.typesetting.characters import Setter
from natopk_desktop.typesetting.data import document_data

if TYPE_CHECKING:
    from natopk_desktop.documents.choice import Paper
    from natopk_desktop.documents.parts import Document


def inputs(document: Document, paper: Paper, setter: Setter, *, dense: bool = False) -> dict[str, str]:
    """Return what the template reads of a document."""
    return {"data": msgspec.json.encode(document_data(document, paper, setter, dense=dense)).decode()}


def pdf(document: Document, paper: Paper, attachment: bytes | None, timestamp: int) -> bytes:
    """Return a document as PDF."""
    values = inputs(document, paper, Setter())
    if attachment is not None:
        values |= {"attachment": attachment.decode(), "attachment-name": "x.dossier.json"}
    return fence.pdf(values, timestamp)
