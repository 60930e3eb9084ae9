"""Which actions of a window can be done now, and which are on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from natopk_desktop.ui.actions import ACTIONS

if TYPE_CHECKING:
    from natopk_desktop.ui.main_window import MainWindow


def show(window: MainWindow) -> None:
    """Bring the actions of ``window`` into line with its current tab."""
    actions, has_view = window.actions_by_id, window.has_view
    can = _with_dossier(window) if has_view else {}
    can |= {
        "next_tab": len(window.tabs.pages) > 1,
        "previous_tab": len(window.tabs.pages) > 1,
        "move_to_new_window": len(window.tabs.pages) > 1,
        "move_to_other_window": len(window.windows.windows) > 1,
    }
    for action in ACTIONS:
        actions[action.id].setEnabled((action.everywhere or has_view) and can.get(action.id, True))
    actions[f"scheme_{window.theme.scheme}"].setChecked(True)
    actions["page"].setChecked(has_view and window.reading.location.page is not None)
    actions["review"].setChecked(has_view and window.page.is_reviewing)
    if has_view:
        actions[f"order_{window.reading.order}"].setChecked(True)


def _with_dossier(window: MainWindow) -> dict[str, bool]:
    reading, page = window.reading, window.page
    has_entry = reading.row is not None
    return {
        **{action.id: has_entry for action in ACTIONS if action.handler == "cite_entry"},
        "back": reading.can_go_back,
        "forward": reading.can_go_forward,
        "save": not page.is_home and (page.is_changed or page.opened.path is None),
        "report": not page.is_home,
        "review": not page.is_home,
        "undo": page.can_undo,
        "redo": page.can_redo,
        "clear": not (reading.filter.is_open and window.search.is_empty),
    }
