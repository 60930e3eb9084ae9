"""One thing the window can be told to do, as data."""

from __future__ import annotations

import msgspec
from PySide6.QtGui import QKeySequence


class Action(msgspec.Struct, frozen=True):
    """One thing to do.

    Attributes:
        id: its name in code and tests.
        text: its name in menus, with ``&`` before the letter that picks it.
        tip: one sentence on what it does, without a full stop.
        menu: id of the menu it stands in.
        handler: name of the window's method that does it; a checkable one is given the new state.
        standard: the system's own keys for it, where there are such.
        keys: further keys, or the only ones; see the comments for why these.
        group: actions of one group exclude each other.
        value: what the action stands for, in its group or beside others of the same handler, which is then given it.
        checkable: whether it is on or off.
        separated: whether a line stands above it in its menu.
        everywhere: whether it can be done while the current tab shows no dossier, as while one is being opened.
    """

    id: str
    text: str
    tip: str
    menu: str
    handler: str
    standard: QKeySequence.StandardKey | None = None
    keys: tuple[str, ...] = ()
    group: str | None = None
    value: str = ""
    checkable: bool = False
    separated: bool = False
    everywhere: bool = False

    @property
    def shortcuts(self) -> list[QKeySequence]:
        """All its keys, the one to show first."""
        standard = [] if self.standard is None else QKeySequence.keyBindings(self.standard)
        further = [QKeySequence(keys) for keys in self.keys]
        return standard + [sequence for sequence in further if sequence not in standard]
