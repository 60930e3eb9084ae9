"""Both doors: `python3 natopk_desktop` from a checkout, and the installed commands.

Any Python 3 must be able to read this file, so that an old one can say what is wrong with it.
"""

import os
import sys

if sys.version_info < (3, 11):
    sys.stderr.write(
        "natopk-desktop needs Python 3.11 or newer; this is Python %d.%d (%s).\n"
        % (sys.version_info[0], sys.version_info[1], sys.executable)
    )
    sys.exit(2)

if not __package__:
    # Run as a folder: Python put the package's own folder first, where its modules would pass for top-level ones.
    _FOLDER = os.path.dirname(os.path.abspath(__file__))
    sys.path[:] = [os.path.dirname(_FOLDER), *(entry for entry in sys.path if os.path.abspath(entry) != _FOLDER)]

from natopk_desktop import bootstrap
from natopk_desktop.errors import UserError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

# What only a checkout can do: build what people install.
PACKAGE = "package"
# What `python3 natopk_desktop` takes as work without a window; a file of such a name is opened as `./export`.
WITHOUT_WINDOW = frozenset(("check", "list", "cite", "export", "import", "--self-test", "--version", "--help", "-h"))
# What the window's command does without showing one.
NO_SCREEN_NEEDED = frozenset(("--install-desktop", "--remove-desktop", "--version", "--help", "-h"))


def natopk() -> int:
    """The work without a window: the installed command `natopk`."""
    return _told(_without_window, "natopk")


def natopk_desktop() -> int:
    """The window: the installed command `natopk-desktop`."""
    return _told(_window, "natopk-desktop")


def checkout() -> int:
    """`python3 natopk_desktop ARGS`: make the private environment where it is missing, then go on inside it."""
    if sys.argv[1:2] == [PACKAGE]:
        return _told(_package, "package")
    return natopk() if is_without_window(sys.argv[1:]) else natopk_desktop()


def is_without_window(arguments: "list[str]") -> bool:
    """Whether these arguments ask for `natopk` rather than for the window."""
    return bool(arguments) and arguments[0] in WITHOUT_WINDOW


def _without_window() -> int:
    bootstrap.enter(("run",), __file__)
    from natopk_desktop import cli, processes

    with processes.short_lived():
        return cli.main(sys.argv[1:])


def _window() -> int:
    if NO_SCREEN_NEEDED.isdisjoint(sys.argv[1:]):
        from natopk_desktop import screen

        platform = screen.platform()
        bootstrap.enter(("run",), __file__, qt=platform)
        bootstrap.require_qt_libraries(platform)
    else:
        bootstrap.enter(("run",), __file__)
    from natopk_desktop import window_command

    return window_command.main(sys.argv[1:])


def _package() -> int:
    bootstrap.enter(("run", "package"), __file__)
    from natopk_desktop.packaging import build

    return build.main(sys.argv[2:])


def _told(work: "Callable[[], int]", name: str) -> int:
    """Run `work`; an error a user can cause, and Ctrl+C, become one sentence and an exit code."""
    try:
        return work()
    except UserError as error:
        message, code = error.message, error.exit_code
    except KeyboardInterrupt:
        message, code = "Stopped.", 1
    from natopk_desktop.console import say

    say("%s: %s" % (name, message))
    return code


if __name__ == "__main__":
    sys.exit(checkout())
