"""PDF: a document as tagged, archival pages (PDF/UA-1 and PDF/A-3a) that carry their dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from natopk_desktop.dossier import store
from natopk_desktop.exporters import page_files
from natopk_desktop.exporters.progress import unheard
from natopk_desktop.exporters.timestamps import timestamp
from natopk_desktop.exporters.written import Written
from natopk_desktop.typesetting import fit

if TYPE_CHECKING:
    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.exporters.progress import Progress
    from natopk_desktop.typesetting.pages import Setting

ATTACHED: Final = "The dossier attached to the PDF holds it; open the PDF with this app."


def write(dossier: Dossier, choice: Choice, progress: Progress = unheard) -> Written:  # noqa: ARG001 - as every writer
    """Write the document that ``choice`` asks for, with the whole dossier attached in canonical form.

    Raises:
        InputError: the choice means nothing in this dossier.
        OperationError: the pages could not be set.
    """
    return written(dossier, choice, setting(dossier, choice))


def setting(dossier: Dossier, choice: Choice) -> Setting:
    """Return the document that ``choice`` asks for on its pages, with the whole dossier to be attached.

    Raises:
        InputError: the choice means nothing in this dossier.
        OperationError: the pages could not be set.
    """
    return fit.fitted(dossier, choice, store.dumps(dossier))


def written(dossier: Dossier, choice: Choice, pages: Setting) -> Written:
    """Write ``pages``, which ``setting`` gave for the same dossier and choice.

    Raises:
        OperationError: the pages could not be set.
    """
    made = pages.pdf(timestamp(dossier))
    return Written((made,), page_files.losses(dossier, choice, pages.document, pages.boxed, ATTACHED))
