"""What a reader of files is asked and what it gives back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from natopk_desktop.dossier.dossier import Extras
from natopk_desktop.dossier.model import DossierFile
from natopk_desktop.report import Item

if TYPE_CHECKING:
    from collections.abc import Callable

    Progress = Callable[[float], None]
    """Called now and then with the share that is done, 0 to 1."""

    Reader = Callable[[bytes, str, "Options", Progress], "Imported"]
    """Reads the bytes of a file of that name. Raises InputError with one sentence where it cannot."""


class Options(msgspec.Struct, frozen=True):
    """What a person may say about a file before it is read.

    Attributes:
        encoding: the character encoding, None to find it out.
        columns: for tables, which column (0-based) holds which field (``date``, ``end``, ``text`` …), None to find out.
        sheet: for workbooks, the name of the sheet, None for the first.
        is_day_first: how a numeric date such as 03/04/2005 is read, None to find out or leave it open.
    """

    encoding: str | None = None
    columns: dict[str, int] | None = None
    sheet: str | None = None
    is_day_first: bool | None = None


class Imported(msgspec.Struct, frozen=True):
    """A file as a dossier.

    Attributes:
        contents: the dossier, sound (``validate.defects`` yields nothing), with the file's own bytes in ``original``.
        items: what was guessed, not understood or left out, one item for each kind or place.
        counts: whole numbers by name for the report (``milestones``, ``residue`` …).
        extras: fields whose names begin with ``x-``, by the path of the object that held them; a dossier's alone.
    """

    contents: DossierFile
    items: tuple[Item, ...] = ()
    counts: dict[str, int] = msgspec.field(default_factory=dict)
    extras: Extras = msgspec.field(default_factory=dict)
