"""The QActions and the entries of the menus, made from the declared actions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from natopk_desktop.ui.actions import ACTIONS, MENUS, Action, translated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QMainWindow, QMenu


def fill(window: QMainWindow, menus: dict[str, QMenu], commands: Sequence[QObject]) -> dict[str, QAction]:
    """Make every action, put it into its menu, and let it call its handler on one of ``commands``.

    Returns:
        The QActions by the id of their declaration; their parent is ``window``, so that their keys work in all of it.
    """
    groups: dict[str, QActionGroup] = {}
    made: dict[str, QAction] = {}
    for action in ACTIONS:
        if action.menu not in menus:
            _add_inner(action.menu, menus)
        if action.separated:
            menus[action.menu].addSeparator()
        made[action.id] = _make(action, window, groups, _handler(commands, action.handler))
        menus[action.menu].addAction(made[action.id])
    window.addActions(list(made.values()))
    for filled in menus.values():
        filled.setToolTipsVisible(True)
    return made


def _handler(commands: Sequence[QObject], name: str) -> Callable[..., None]:
    holder = next(holder for holder in commands if hasattr(holder, name))
    handler: Callable[..., None] = getattr(holder, name)
    return handler


def _add_inner(menu_id: str, menus: dict[str, QMenu]) -> None:
    inner = next(menu for menu in MENUS if menu.id == menu_id)
    outer = menus[inner.inside or ""]
    if inner.separated:
        outer.addSeparator()
    menus[menu_id] = outer.addMenu(translated(inner.text))


def hint(action: Action) -> str:
    """Return a tool tip: what the action does, and its first key."""
    keys = action.shortcuts
    tip = translated(action.tip)
    return f"{tip} ({keys[0].toString(QKeySequence.SequenceFormat.NativeText)})" if keys else tip


def _make(
    action: Action, window: QMainWindow, groups: dict[str, QActionGroup], handler: Callable[..., None]
) -> QAction:
    result = QAction(translated(action.text), window)
    result.setObjectName(action.id)
    tip = translated(action.tip)
    result.setToolTip(tip)
    result.setStatusTip("")
    result.setWhatsThis(tip)
    result.setShortcuts(action.shortcuts)
    result.setMenuRole(_role(action))
    if action.group is not None:
        group = groups.get(action.group) or groups.setdefault(action.group, QActionGroup(window))
        result.setCheckable(True)
        group.addAction(result)
        result.triggered.connect(partial(_call, handler, action.value))
    elif action.checkable:
        result.setCheckable(True)
        result.triggered.connect(handler)
    elif action.value:
        result.triggered.connect(partial(_call, handler, action.value))
    else:
        result.triggered.connect(partial(_call_plainly, handler))
    return result


def _role(action: Action) -> QAction.MenuRole:
    """On macOS these two stand in the application's own menu; nothing is moved there for its text alone."""
    roles = {"about": QAction.MenuRole.AboutRole, "quit": QAction.MenuRole.QuitRole}
    return roles.get(action.id, QAction.MenuRole.NoRole)


def _call(handler: Callable[[str], None], value: str, *_checked: bool) -> None:
    handler(value)


def _call_plainly(handler: Callable[[], None], *_checked: bool) -> None:
    handler()
