"""The work without a window: ``natopk`` and its commands."""

from __future__ import annotations

import sys
from argparse import Action, ArgumentParser, Namespace
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, NoReturn

from natopk_desktop import __version__, processes
from natopk_desktop.console import forget, put, say
from natopk_desktop.errors import UserError
from natopk_desktop.plain import one_line

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

# Command to the module that does it; only the one that is asked for is imported.
COMMANDS: Final = {
    "check": "natopk_desktop.commands.check",
    "list": "natopk_desktop.commands.listing",
    "cite": "natopk_desktop.commands.cite",
    "export": "natopk_desktop.commands.export",
    "import": "natopk_desktop.commands.import_file",
}


class _SelfTest(Action):
    """The option that has every part of the program proved."""

    def __call__(self, parser: ArgumentParser, *_: object) -> None:
        """Prove the parts and end the process."""
        parser.exit(self_test())


class _Once(Action):
    """What an option with a value does: it keeps the value, and complains where it has one already."""

    def __call__(
        self, parser: ArgumentParser, namespace: Namespace, values: object, option_string: str | None = None
    ) -> None:
        """Keep the value."""
        if getattr(namespace, self.dest, self.default) != self.default:
            parser.error(f"{option_string or self.dest} is given twice; give it once")
        setattr(namespace, self.dest, values)


class _Parser(ArgumentParser):
    """An argument parser whose complaint is one sentence and whose exit code is 2."""

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 - argparse's own
        """Take what argparse takes."""
        super().__init__(*arguments, **named)
        for name in (None, "store"):
            self.register("action", name, _Once)

    def error(self, message: str) -> NoReturn:
        """End the process with a sentence on what is wrong with the words of the command."""
        self.exit(2, f"{self.prog}: {message}; “{self.prog} --help” tells what there is.\n")

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        """Have all of the help and of the version arrive, or say that it did not; argparse passes over that."""
        if file is sys.stdout:
            put(message.encode("utf-8", "replace"))
        else:
            super()._print_message(message, file)


def main(argv: list[str]) -> int:
    """Do what ``argv`` (without the program's name) asks for and return the exit code.

    0: done; 1: could not be done; 2: bad input or wrong use. Messages go to standard error.
    """
    if argv == [processes.JOB]:
        from natopk_desktop.jobs import worker

        return worker.main()
    if argv[:1] == [processes.PRINTING]:
        from natopk_desktop.ui.output import print_service

        return print_service.main(argv[1:])
    try:
        arguments = parser(argv).parse_args(argv)
        return int(import_module(COMMANDS[arguments.command]).run(arguments))
    except UserError as error:
        say(f"natopk: {one_line(error.message)}")
        return error.exit_code
    except BrokenPipeError:
        # The reader of our output has gone, as “| head” does; let nothing more be flushed into the closed pipe.
        forget(sys.stdout)
        return 1
    except MemoryError:
        say("natopk: this needs more memory than there is; close other programs, or cut the file into parts.")
        return 1
    except KeyboardInterrupt:
        say("natopk: stopped; nothing was left half-done.")
        return 1


def self_test() -> int:
    """Prove every part of the program, put a report on standard output, and return the exit code."""
    from natopk_desktop.commands import common
    from natopk_desktop.self_test import checks, core, exports, imports, modules
    from natopk_desktop.ui import self_test as window

    report = checks.run((*core.CHECKS, *exports.CHECKS, *imports.CHECKS, *window.CHECKS, *modules.CHECKS, *core.LAST))
    common.write(report.to_json())
    return 0 if report.ok else 1


def parser(argv: list[str]) -> ArgumentParser:
    """Return the parser; the arguments of a command are declared only where ``argv`` names it or asks for help."""
    result = _Parser(
        prog="natopk",
        description="An offline reader for an institution's web page: the work without a window.",
    )
    result.add_argument("--version", action="version", version=f"natopk {__version__}")
    result.add_argument("--self-test", action=_SelfTest, nargs=0, help="prove every part of the program, and stop")
    commands = result.add_subparsers(dest="command", metavar="COMMAND", required=True, parser_class=_Parser)
    for name, module_name in COMMANDS.items():
        if argv and argv[0] in COMMANDS and argv[0] != name:
            commands.add_parser(name)
            continue
        module = import_module(module_name)
        module.add(commands.add_parser(name, help=module.HELP, description=module.HELP))
    return result
