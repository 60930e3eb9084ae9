"""Fields that a JSON object names twice: every reader of JSON keeps one of them and drops the other in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

if TYPE_CHECKING:
    from natopk_desktop.dossier.model import DossierFile

BLANKS: Final = b" \t\r\n"


class _RepeatedError(Exception):
    """Carries the name of a field out of the reader."""


def repeated_field(raw: bytes, contents: DossierFile | None) -> str | None:
    """Return the name of a field that an object of ``raw`` has twice, None where there is none.

    Args:
        raw: JSON that can be read.
        contents: what was read of it; where every field of it is one of ``raw``, nobody need look further. None where
            ``raw`` has fields beside these.
    """
    if contents is not None and _fields_in(raw) == _fields_of(contents):
        return None
    import json  # late: a sound dossier needs none of it

    try:
        json.loads(raw, object_pairs_hook=_checked)
    except _RepeatedError as error:
        return str(error)
    return None


def _checked(pairs: list[tuple[str, object]]) -> dict[str, object]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        names = [name for name, _ in pairs]
        raise _RepeatedError(next(name for name in names if names.count(name) > 1))
    return fields


def _fields_in(raw: bytes) -> int:
    """Count the fields of all objects: where a quote and a colon stand together, and the quote is none of a text's."""
    raw = raw.translate(None, BLANKS)
    return raw.count(b'":') - raw.count(b'\\":')


def _fields_of(contents: DossierFile) -> int:
    """Count the fields that a dossier's JSON has."""
    source = contents.source
    values: list[object] = [contents, contents.edition, source, source.updated, contents.original]
    lists = (contents.topics, contents.groups, contents.figures, contents.computed, contents.corrections)
    milestones = contents.milestones
    dates = [one.date for one in milestones]
    values += [date.inferred for date in dates if date.inferred is not None]
    values += [end for period in contents.periods for end in (*period.start, *period.end)]
    values += [witness for note in contents.notes for witness in note.witnesses]
    related = [passage for one in milestones for passage in one.related]
    alike = (contents.blocks, milestones, dates, related, contents.periods, contents.notes, *lists)
    return sum(_width(value) for value in values) + sum(len(some) * _width(some[0]) for some in alike if some)


def _width(value: object) -> int:
    """Return the number of fields of a value, none for None."""
    return len(value.__struct_fields__) if isinstance(value, msgspec.Struct) else 0
