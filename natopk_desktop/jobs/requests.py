"""What can be asked of a job, and how it answers."""

from __future__ import annotations

import msgspec

from natopk_desktop.documents.choice import Choice
from natopk_desktop.exporters.look import Look
from natopk_desktop.importers.imported import Options
from natopk_desktop.report import Item


class Open(msgspec.Struct, frozen=True, tag="open"):
    """Read the file at ``path`` (as the system's bytes) as a dossier; the answer comes with its pieces."""

    path: bytes
    options: Options = Options()


class Begin(msgspec.Struct, frozen=True, tag="begin"):
    """Read the beginning of the table at ``path``; the answer comes with a packed ``tables.preview.Preview``."""

    path: bytes
    options: Options = Options()


class Export(msgspec.Struct, frozen=True, tag="export"):
    """Write the dossier whose pieces follow in the format of this id; the answer comes with the files.

    Attributes:
        format: the id of the format.
        choice: what is wanted of the dossier.
        with_look: whether a look at the export is wanted too.
    """

    format: str
    choice: Choice
    with_look: bool = False


class Pages(msgspec.Struct, frozen=True, tag="pages"):
    """Set a document of the dossier whose pieces follow; the answer comes with each page as a packed file."""

    choice: Choice


class Save(msgspec.Struct, frozen=True, tag="save"):
    """Return the dossier whose pieces follow in canonical form, as one file."""


class Fold(msgspec.Struct, frozen=True, tag="fold"):
    """Fold the words of the dossier whose pieces follow, for searching; the answer comes with their pieces."""


Request = Open | Begin | Export | Pages | Save | Fold


class Answer(msgspec.Struct, frozen=True):
    """What a job has to say beside dossier or files.

    Attributes:
        items: a report's items.
        counts: a report's counts.
        look: a look at an export, where one was wanted.
    """

    items: tuple[Item, ...] = ()
    counts: dict[str, int] = msgspec.field(default_factory=dict)
    look: Look | None = None


class Failure(msgspec.Struct, frozen=True):
    """Why a job failed.

    Attributes:
        message: one sentence for the reader where the reader can put it right, else the error's name and words.
        exit_code: what the command line would end with; 0 for an error nobody foresaw.
        details: the traceback of such an error, without words of a dossier; else empty.
    """

    message: str
    exit_code: int
    details: str = ""
