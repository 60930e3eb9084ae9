"""PNG: a picture of each page of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from natopk_desktop.exporters import page_files
from natopk_desktop.exporters.progress import unheard
from natopk_desktop.exporters.written import Written
from natopk_desktop.typesetting import fit

if TYPE_CHECKING:
    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.exporters.progress import Progress


def write(dossier: Dossier, choice: Choice, progress: Progress = unheard) -> Written:  # noqa: ARG001 - as every writer
    """Draw each page of the document that ``choice`` asks for.

    Raises:
        InputError: the choice means nothing in this dossier.
        OperationError: the pages could not be set.
    """
    setting = fit.fitted(dossier, choice)
    made = setting.png()
    return Written(made, page_files.losses(dossier, choice, setting.document, setting.boxed))
