"""The beginning of a table, for a window in which a person says which column holds what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from natopk_desktop.importers.tables import columns
from natopk_desktop.importers.tables.column_names import FIELDS

if TYPE_CHECKING:
    from natopk_desktop.importers.imported import Options

ROWS: Final = 20


class Preview(msgspec.Struct, frozen=True):
    """The beginning of a table.

    Attributes:
        header: the names of its columns, empty where the first row names none.
        rows: its first rows below the header, cells as they stand.
        columns: which column (0-based) holds which field, as chosen or else as guessed.
        guessed: the fields of ``columns`` that neither the header nor a person names.
        fields: what a column can hold.
        sheets: the names of a workbook's sheets; empty for other tables.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    columns: dict[str, int]
    guessed: tuple[str, ...]
    fields: tuple[str, ...] = FIELDS
    sheets: tuple[str, ...] = ()


def preview_of(head: list[list[str]], options: Options, name: str, sheets: tuple[str, ...] = ()) -> Preview:
    """Return the beginning of a table.

    Args:
        head: its first rows that are not blank.
        options: what a person chose.
        name: what to call the file in a sentence.
        sheets: the names of a workbook's sheets.

    Raises:
        InputError: a column that was chosen does not exist.
    """
    mapping = columns.guessed(head) if options.columns is None else columns.chosen(options.columns, head, name)
    body = head[1:] if mapping.has_header else head
    return Preview(
        header=tuple(head[0]) if mapping.has_header else (),
        rows=tuple(map(tuple, body[:ROWS])),
        columns=mapping.places,
        guessed=tuple(field for field in mapping.places if field not in mapping.named),
        sheets=sheets,
    )
