"""Documents for files without pages: nothing is cut, for nothing has to fit."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

import msgspec

from natopk_desktop.documents.build import build
from natopk_desktop.documents.chosen import rows
from natopk_desktop.documents.labels import NAMES
from natopk_desktop.documents.summary import Shares, Summary

if TYPE_CHECKING:
    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.documents.parts import Document
    from natopk_desktop.dossier.dossier import Dossier

BOUNDLESS: Final = Shares(*(sys.maxsize,) * len(Shares.__struct_fields__))


def uncut(dossier: Dossier, choice: Choice) -> Document:
    """Return the document that ``choice`` asks for, whole; a summary is then not one of one page.

    Raises:
        InputError: the choice means nothing in this dossier.
    """
    if choice.document != "summary":
        return build(dossier, choice)
    summary = Summary(dossier, choice, rows(dossier, choice), shares=BOUNDLESS)
    made = summary.made(summary.full())
    return msgspec.structs.replace(made, label=made.label.replace(NAMES["summary"], "summary", 1))
