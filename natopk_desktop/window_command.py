"""The command `natopk-desktop`, as far as it needs no Qt: a start that hands its files over ends here."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from natopk_desktop import __version__
from natopk_desktop.console import put
from natopk_desktop.errors import InputError, UserError

NAME: Final = "natopk-desktop"
USAGE: Final = "natopk-desktop [--at ID] [--quit-after MS] [FILE …] | --install-desktop | --remove-desktop"
HELP: Final = f"""\
{USAGE}

Opens each FILE (page, timeline or dossier) in a tab of its own; without one, the built-in dossier.

  --at ID          start at the milestone of this id, for example m04
  --quit-after MS  close everything after so many milliseconds
  --install-desktop, --remove-desktop
                   put the app into your desktop's menu, or take it out, and stop
  --version        print the version and stop
  --help           print this and stop
"""


class Arguments(NamedTuple):
    """What the command line asks for."""

    files: tuple[str, ...] = ()
    at: str | None = None
    quit_after: int | None = None
    says: str = ""
    desktop: Literal["install", "remove"] | None = None


def main(argv: list[str]) -> int:
    """Run the window's command.

    Args:
        argv: the arguments without the program's name.

    Returns:
        The exit code.

    Raises:
        UserError: wrong use, or what keeps a window from opening.
    """
    arguments = read(argv)
    if arguments.says:
        put(arguments.says.encode())
        return 0
    if arguments.desktop is not None:
        from natopk_desktop.desktop import install

        put((install.install() if arguments.desktop == "install" else install.remove()).encode("utf-8", "replace"))
        return 0
    from natopk_desktop.one_process import entrance

    stays_alone = arguments.quit_after is not None or not _has_place(arguments)
    entered = entrance.enter(arguments.files, arguments.at, stays_alone=stays_alone)
    if entered.is_handed_over:
        return 0
    from natopk_desktop.ui import app

    return app.run(arguments, entered.door)


def read(argv: list[str]) -> Arguments:
    """Read the command line by hand, since argparse would cost a tenth of the time to the first paint.

    Raises:
        InputError: wrong use.
    """
    files: list[str] = []
    at: str | None = None
    quit_after: int | None = None
    rest = list(argv)
    while rest:
        word, _, given = (first := rest.pop(0)).partition("=")
        if word in {"-h", "--help"}:
            return Arguments(says=HELP)
        if word == "--version":
            return Arguments(says=f"{NAME} {__version__}\n")
        if first in {"--install-desktop", "--remove-desktop"}:
            return Arguments(desktop="install" if first == "--install-desktop" else "remove")
        if word == "--":
            files += rest
            break
        if word in {"--at", "--quit-after"}:
            value = given or (rest.pop(0) if rest else "")
            at, quit_after = (value, quit_after) if word == "--at" else (at, _milliseconds(value))
            if not value:
                raise _misuse(f"{word} needs a value")
        elif first.startswith("-") and first != "-":
            raise _misuse(f"{first} is not an option")
        else:
            files.append(first)
    return Arguments(tuple(files), at, quit_after)


def _has_place(arguments: Arguments) -> bool:
    """Tell whether the place asked for is there; it is one in the built-in dossier where no file is named."""
    if arguments.at is None or arguments.files:
        return True
    from natopk_desktop.dossier import store

    try:
        return store.built_in(is_checked=False).milestones.row_of(arguments.at) is not None
    except UserError:
        return False


def _milliseconds(value: str) -> int:
    if not (value.isascii() and value.isdigit() and len(value) < 10):
        raise _misuse(f"--quit-after needs a number of milliseconds, not {value!r}")
    return int(value)


def _misuse(message: str) -> InputError:
    return InputError(f"{message}; usage: {USAGE}")
