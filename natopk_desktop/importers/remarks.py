"""What a reader has to say about a file, gathered as one item for each kind of thing, however often it occurs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from natopk_desktop.report import Count, Item, Severity, Where

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_IDS: Final = 100
"""The ids of an item are examples past this many; the number in its sentence is always that of all."""


MOST_KINDS: Final = 300
"""Sentences that name something of the file, as an unknown field; the rest of a file with more is counted."""


class _Kind:
    """One kind of remark: its sentence, and where it applies."""

    __slots__ = ("count", "ids", "line", "message", "remedy", "severity")

    def __init__(self, severity: Severity, message: str, remedy: str | None) -> None:
        self.severity: Severity = severity
        self.message = message
        self.remedy = remedy
        self.count = 0
        self.ids: list[str] = []
        self.line: int | None = None


class Remarks:
    """Gathers remarks; their items come in the order in which each kind first occurred."""

    def __init__(self) -> None:
        self._kinds: dict[tuple[str, str], _Kind] = {}
        self._others: list[Item] = []

    def add(
        self,
        severity: Severity,
        code: str,
        message: str,
        *,
        id: str | None = None,  # noqa: A002 - as the report names it
        line: int | None = None,
        count: int = 1,
        remedy: str | None = None,
    ) -> None:
        """Note one thing more of a kind.

        Args:
            severity: how grave it is.
            code: short name of the kind.
            message: a sentence on all of the kind, in which ``{n}`` or ``{n:entry|entries}`` stands for their number.
                Where it holds other braces, they are doubled.
            id: id of the object concerned.
            line: 1-based line of the file; the first is kept.
            count: how many things this is.
            remedy: what the reader can do.
        """
        kind = self._kinds.get((code, message))
        if kind is None and len(self._kinds) >= MOST_KINDS:
            message = "And more of this kind: {n:remark|remarks}."
            kind = self._kinds.get((code, message))
        if kind is None:
            kind = self._kinds[code, message] = _Kind(severity, message, remedy)
        kind.count += count
        if id is not None and len(kind.ids) < MOST_IDS:
            kind.ids.append(id)
        if kind.line is None:
            kind.line = line

    def take(self, items: Iterable[Item]) -> None:
        """Note what another part of the program has to say."""
        self._others.extend(items)

    def items(self) -> Iterator[Item]:
        """Yield the items taken, then one for each kind."""
        yield from self._others
        for (code, _), kind in self._kinds.items():
            where = Where(ids=tuple(kind.ids), line=kind.line)
            yield Item(kind.severity, code, where, kind.message.format(n=Count(kind.count)), kind.remedy)


def braced(words: str) -> str:
    """Return foreign words for a message, on one line, cut short, with their braces doubled."""
    from natopk_desktop.plain import one_line

    return one_line(words, 80).replace("{", "{{").replace("}", "}}")
