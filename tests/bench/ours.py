"""The app as its command starts it, stopped after its first paint or when it has settled."""

from __future__ import annotations

import sys

from natopk_desktop import __main__ as door  # what the installed command imports
from natopk_desktop import window_command
from natopk_desktop.one_process import entrance
from natopk_desktop.ui import app


def run() -> int:
    door.is_without_window([])
    arguments = window_command.read(sys.argv[1:])
    entered = entrance.enter(arguments.files, arguments.at, stays_alone=False)
    running = app.start(arguments)
    from tests.bench.moment import Moment  # it imports PySide6, which is for the app to do

    window = running.windows[0]
    moment = Moment()
    window.first_painted.connect(lambda: moment.take(window, settled=False))
    window.settled.connect(lambda: moment.settle(window))
    code = running.application.exec()
    if entered.door is not None:
        entered.door.close()
    return code


if __name__ == "__main__":
    sys.exit(run())
