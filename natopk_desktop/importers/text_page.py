"""A page captured as plain text -> a dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from natopk_desktop.errors import InputError
from natopk_desktop.importers import encodings
from natopk_desktop.importers.building import edition
from natopk_desktop.importers.imported import Imported
from natopk_desktop.importers.originals import original
from natopk_desktop.importers.pages.hints import Facts
from natopk_desktop.importers.pages.read_page import read_page

if TYPE_CHECKING:
    from natopk_desktop.importers.imported import Options, Progress

MEDIA_TYPE: Final = "text/plain"


def recognise(beginning: str) -> bool:
    """Tell by the beginning of a file's text whether it can be a page of plain text; any text can."""
    return not beginning.isspace() and bool(beginning)


def read(raw: bytes, name: str, options: Options, progress: Progress) -> Imported:
    """Read a page of plain text; its text is the file's, character for character.

    Raises:
        InputError: it holds no text, or more than can be read.
    """
    decoded = encodings.decode(raw, name, options)
    if not decoded.text.strip():
        message = f"{name}: this file has no words to read; choose another."
        raise InputError(message)
    progress(0.1)
    facts = Facts(name=name, today=edition().date, is_day_first=options.is_day_first)
    page = read_page(decoded.text, facts, (), lambda share: progress(0.1 + 0.9 * share))
    contents = msgspec.structs.replace(page.contents, original=original(raw, MEDIA_TYPE, decoded.encoding))
    return Imported(contents, (*decoded.items(), *page.items), page.counts)
