"""What a page's mark-up would cost to read, reckoned before it is parsed.

A browser's rules take time that grows with the square of some things: how deeply elements are nested, how many
attributes one tag has, how many formatting elements are left open (each is opened anew in every paragraph that
follows). Pages that people have made are far from all of these; a page made to choke a reader is refused.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from natopk_desktop.errors import InputError
from natopk_desktop.importers.html.names import named

MOST_TAGS: Final = 200_000
MOST_STEPS: Final = 20_000_000
"""Steps up the tree of open elements, summed over all tags; some 400 million of them take the parser three seconds."""
MOST_REOPENED: Final = 1_000_000
MOST_ATTRIBUTES: Final = 3_000
MOST_COMPARED: Final = 20_000_000
"""Comparisons of the attributes of a tag with one another, summed over all tags."""
LONG: Final = 200
"""Characters from which a tag's attributes are counted."""

# Each alternative takes all it can and, as nothing must follow it, never gives back: the search is linear. The groups
# are repeated without `*+`, with which Python 3.11.2, Debian 12's, takes what a look ahead forbids.
TAGS: Final = re.compile(
    r"<!--(?:[^-]++|-(?!->))*"
    r"|<(?P<raw>script|style|textarea|title|xmp|iframe|noembed|noframes)\b(?:[^<]++|<(?!/(?P=raw)\b))*"
    r"|<(?P<end>/?)(?P<name>[a-z][^\s/>]*+)(?P<rest>(?:=\s*+(?:\"[^\"]*+\"?|'[^']*+'?)?|[^>=]++)*)",
    re.IGNORECASE | re.DOTALL,
)
ATTRIBUTE: Final = re.compile(
    r"=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s>]*+)|[\s/]++(?P<name>[^\s/=>])|[\"'](?P<odd>[^\s/=>])"
)

VOID: Final = named("area base br col embed hr img input link meta param source track wbr")
FORMATTING: Final = named("a b big code em font i nobr s small strike strong tt u")
ENDS: Final = {
    "p": frozenset({"p"}),
    "option": frozenset({"option"}),
    "li": frozenset({"li", "p"}),
    **dict.fromkeys(("dt", "dd"), frozenset({"dt", "dd", "p"})),
}
"""The open elements that another one of this name ends."""
CELLS: Final = frozenset({"td", "th", "tr", "tbody", "thead", "tfoot", "caption"})
"""Parts of a table, which end whatever is open in the part before."""
TABLE: Final = frozenset({"table", "template"})


def check(text: str, name: str) -> None:
    """Make sure that a page can be read in time.

    Args:
        text: its mark-up.
        name: the file's name, for the message.

    Raises:
        InputError: it cannot.
    """
    tags = text.count("<")
    if tags > MOST_TAGS:
        message = (
            f"{name}: this page has {tags:,} tags, more than the {MOST_TAGS:,} that can be read; save a part of it."
        )
        raise InputError(message)
    reckoning = _Reckoning(name)
    for match in TAGS.finditer(text):
        if match["name"]:
            reckoning.take(match["name"].lower(), match["rest"], is_end=bool(match["end"]))


class _Reckoning:
    def __init__(self, name: str) -> None:
        self.name = name
        self.open: list[str] = []
        self.counts: dict[str, int] = {}
        self.formatting: dict[str, list[str]] = {}
        self.kinds: dict[tuple[str, str], int] = {}
        self.steps = self.reopened = self.waiting = self.compared = 0

    def take(self, name: str, rest: str, *, is_end: bool) -> None:
        """Reckon with one more tag."""
        if len(rest) > LONG:
            self._compare(rest)
        if is_end:
            self._end(name)
        elif name not in VOID:
            self._start(name, rest)
        self.steps += len(self.open)
        if self.steps > MOST_STEPS:
            self.refuse(f"elements nested {len(self.open):,} deep")

    def _start(self, name: str, rest: str) -> None:
        ended = ENDS.get(name)
        if ended is not None:
            while self.open and self.open[-1] in ended:
                self._pop()
        elif name in CELLS and self.counts.get("table", 0):
            # A row ends a cell, a cell no row; what is open above both goes with them.
            last = {"td", "th", "caption"} if name in {"td", "th"} else CELLS
            depth = next((at for at in range(len(self.open) - 1, -1, -1) if self.open[at] in TABLE), 0)
            self.steps += 10 * (len(self.open) - depth)
            found = next((at for at in range(depth, len(self.open)) if self.open[at] in last), None)
            while found is not None and len(self.open) > found:
                self._pop()
        if name in FORMATTING:
            kind = (name, rest)
            # Of those alike, a browser reopens three at the most.
            if self.kinds.get(kind, 0) < 3:
                self.kinds[kind] = self.kinds.get(kind, 0) + 1
                self.formatting.setdefault(name, []).append(rest)
                self.waiting += 1
        self.reopened += self.waiting
        if self.reopened > MOST_REOPENED:
            self.refuse("too many formatting elements left open")
        self.open.append(name)
        self.counts[name] = self.counts.get(name, 0) + 1

    def _end(self, name: str) -> None:
        if self.formatting.get(name):
            self.kinds[name, self.formatting[name].pop()] -= 1
            self.waiting -= 1
        if self.counts.get(name, 0):
            while self._pop() != name:
                pass

    def _pop(self) -> str:
        last = self.open.pop()
        self.counts[last] -= 1
        return last

    def _compare(self, rest: str) -> None:
        attributes = (found for found in ATTRIBUTE.finditer(rest) if found["name"] or found["odd"])
        count = sum(1 for _ in islice(attributes, MOST_ATTRIBUTES + 1))
        self.compared += count * count
        if count > MOST_ATTRIBUTES or self.compared > MOST_COMPARED:
            self.refuse(
                f"a tag with more than {MOST_ATTRIBUTES:,} attributes"
                if count > MOST_ATTRIBUTES
                else "too many attributes"
            )

    def refuse(self, what: str) -> None:
        """Raise the refusal."""
        message = f"{self.name}: this page has {what}, as no page made for reading has; save it as text and open that."
        raise InputError(message)
