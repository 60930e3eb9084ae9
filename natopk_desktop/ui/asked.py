"""Doing in the running app what a later start of it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from natopk_desktop.dossier.location import Location
from natopk_desktop.ui.tabs.windows import bring_forward

if TYPE_CHECKING:
    from natopk_desktop.one_process.request import Request
    from natopk_desktop.ui.app import Running


def answer(running: Running, request: Request) -> None:
    """Open the files of ``request``, or bring the window used last to the front; a tab tells of each bad file."""
    windows = running.all_windows
    windows.open_files(request.files, request.at)
    front = windows.active
    if not front.tabs.pages:
        windows.opener.open_built_in(front)
    has_place = front.has_view and request.at is not None and not request.files
    if has_place and front.reading.dossier.milestones.row_of(request.at or "") is not None:
        front.reading.go(Location(milestone=request.at))
    bring_forward(front, request.token)
