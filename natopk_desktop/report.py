"""The one form of every report: what a check, a listing, an export, an import or a self-test has to say."""

from __future__ import annotations

from typing import Final, Literal

import msgspec

from natopk_desktop.dossier.spans import Span

FORMAT: Final = "natopk-report"
VERSION: Final = 1

Severity = Literal["error", "lost", "guessed", "info"]
Kind = Literal["check", "list", "export", "import", "self-test"]


class Count(int):
    """A number that a message shows as ``{n}``, or with its noun as ``{n:entry|entries}``."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        """Return the number, then the noun of ``spec`` in the form that goes with it."""
        one, bar, many = spec.partition("|")
        return f"{int(self)} {one if self == 1 else many}" if bar else format(int(self), spec)


class Where(msgspec.Struct, frozen=True, omit_defaults=True):
    """The place an item speaks of; only the fields that apply are written.

    Attributes:
        id: id of an object of the dossier.
        ids: ids, where an item speaks of several.
        span: code points of the source.
        line: 1-based line of the file.
        path: path of a field in the file, as ``milestones[3].text[0]``.
    """

    id: str | None = None
    ids: tuple[str, ...] = ()
    span: Span | None = None
    line: int | None = None
    path: str | None = None


class Item(msgspec.Struct, frozen=True):
    """One thing a report says."""

    severity: Severity
    code: str
    where: Where
    message: str
    remedy: str | None = None


class Report(msgspec.Struct, frozen=True):
    """A whole report; ``counts`` are whole numbers by name, ``file`` is the name of what it speaks of."""

    format: str
    version: int
    kind: Kind
    ok: bool
    file: str
    counts: dict[str, int]
    items: tuple[Item, ...]

    def to_json(self) -> bytes:
        """Return the report as JSON: UTF-8, two-space indent, final newline."""
        return msgspec.json.format(msgspec.json.encode(self), indent=2) + b"\n"


def make(kind: Kind, file: str, items: tuple[Item, ...], counts: dict[str, int]) -> Report:
    """Return a report; it is ``ok`` where no item is an error."""
    ok = all(item.severity != "error" for item in items)
    # A file's name may hold bytes that are no characters; a report is UTF-8.
    name = file.encode("utf-8", "replace").decode()
    return Report(FORMAT, VERSION, kind, ok, name, counts, items)
