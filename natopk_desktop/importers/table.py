"""Tables of text: CSV, TSV and their like, of TimelineJS, of this app, or with any column of dates."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Final

from natopk_desktop.errors import InputError
from natopk_desktop.formats import tables
from natopk_desktop.importers import encodings
from natopk_desktop.importers.building import Builder, File
from natopk_desktop.importers.tables import columns, laying
from natopk_desktop.importers.tables.preview import Preview, preview_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from natopk_desktop.importers.encodings import Decoded
    from natopk_desktop.importers.imported import Imported, Options, Progress

MEDIA_TYPE: Final = "text/csv"
TABS: Final = "text/tab-separated-values"
FALLBACK: Final = ","


def read(raw: bytes, name: str, options: Options, progress: Progress) -> Imported:
    """Read a table.

    Raises:
        InputError: it holds no text, or a column that was chosen does not exist.
    """
    builder = Builder()
    decoded, table, delimiter = _table(raw, name, options)
    if decoded.how not in {"ascii", "utf-8"} or decoded.unread.count:
        builder.remarks.take(decoded.items())
    try:
        laying.lay(builder, table, options, name, progress)
    except csv.Error as error:
        message = f"{name}: this is not readable as a table ({error}); save it again where it came from."
        raise InputError(message) from error
    return builder.finish(File(raw, name, TABS if delimiter == "\t" else MEDIA_TYPE, decoded.encoding))


def preview(raw: bytes, name: str, options: Options) -> Preview:
    """Return the first rows of a table, and which column most likely holds what.

    Raises:
        InputError: it holds no text, or a column that was chosen does not exist.
    """
    _, table, _ = _table(raw[: 4 * tables.HEAD], name, options)
    return preview_of(table.head, options, name)


def _table(raw: bytes, name: str, options: Options) -> tuple[Decoded, laying.Table, str]:
    decoded = encodings.decode(raw, name, options)
    text, sign = tables.without_sign(decoded.text)
    delimiter = sign or tables.delimiter_of(text) or FALLBACK

    def rows() -> Iterable[list[str]]:
        return tables.rows(text, delimiter)

    head = laying.head_of(tables.rows(text[: tables.HEAD], delimiter), columns.SAMPLE)
    return decoded, laying.Table(head, rows, text.count("\n")), delimiter
