"""Doing in the running app what a later start of it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from natopk_desktop.ui.tabs.windows import bring_forward

if TYPE_CHECKING:
    from natopk_desktop.one_process.request import Request
    from natopk_desktop.ui.app import Running


def answer(running: Running, request: Request) -> None:
    """Open the files of ``request``, or bring the window used last to the front; a tab tells of each bad file.

    A place without a file is one in the built-in dossier.
    """
    windows = running.all_windows
    pages = windows.open_files(request.files, request.at)
    if not pages and (request.at is not None or not windows.active.tabs.pages):
        pages.append(windows.opener.open_built_in(windows.active, request.at))
    # Asked of the tab: a window that was brought forward just now need not be the active one yet.
    bring_forward(windows.window_of(pages[-1]) if pages else windows.active, request.token)
