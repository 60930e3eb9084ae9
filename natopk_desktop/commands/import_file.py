"""``natopk import``: any readable file as a dossier, with a report of what was understood and what was not."""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from natopk_desktop import report, saving
from natopk_desktop.commands import common
from natopk_desktop.console import say
from natopk_desktop.errors import InputError
from natopk_desktop.plain import one_line

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from natopk_desktop.importers.imported import Imported, Options
    from natopk_desktop.importers.registry import Format

HELP = "make a dossier of a page or timeline in any format that can be read"

OPTIONS: Final = {
    "encoding": "--encoding",
    "columns": "--column",
    "sheet": "--sheet",
    "is_day_first": "--day-first",
}
"""What says each field of ``Options``."""

MOST_LINES: Final = 20
"""Items told on standard error; the report has them all."""


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar="FILE", help="the page or timeline to read")
    parser.add_argument(
        "-o", "--output", metavar="OUT", required=True, help="the dossier to write, or - for standard output"
    )
    parser.add_argument("--report", metavar="FILE", help="write what was understood and what was not, in JSON")
    parser.add_argument("--encoding", metavar="NAME", help="the character encoding, such as utf-8 or windows-1252")
    parser.add_argument(
        "--column",
        metavar="FIELD=N",
        action="append",
        type=_column,
        help="for tables: column N (from 1) holds the FIELD date, end, year, month, day, edtf, title, text or topic; "
        "as often as needed",
    )
    parser.add_argument("--sheet", metavar="NAME", help="for workbooks: the sheet to read")
    order = parser.add_mutually_exclusive_group()
    order.add_argument(
        "--day-first", dest="day_first", action="store_const", const=True, help="read 03/04/2005 as 3 April"
    )
    order.add_argument("--month-first", dest="day_first", action="store_const", const=False, help="read it as March 4")


def run(arguments: Namespace) -> int:
    """Read the file, write the dossier, and say what was guessed or not understood.

    Raises:
        InputError: wrong use, an option that the file cannot use, or a file that cannot be read as a dossier.
        OperationError: a file could not be read or written; what stood in its place is as it was.
    """
    common.check_places([arguments.output], arguments.report, arguments.file)
    options = _options(arguments)
    imported = common.imported(arguments.file, options, partial(_check_use, options, arguments.file))
    told = report.make("import", arguments.file, imported.items, imported.counts)
    _save(imported, arguments.output, arguments.report, told.to_json())
    _tell(imported, arguments.file)
    return 0


def _column(value: str) -> tuple[str, int]:
    field, _, number = value.partition("=")
    if not field or not number.isascii() or not number.isdigit() or not 0 < int(number) <= 16_384:
        raise ValueError(value)
    return field, int(number) - 1


_column.__name__ = "FIELD=N"  # what argparse calls a value that is none


def _options(arguments: Namespace) -> Options:
    from natopk_desktop.importers.imported import Options

    return Options(
        encoding=arguments.encoding,
        columns=dict(arguments.column) if arguments.column else None,
        sheet=arguments.sheet,
        is_day_first=arguments.day_first,
    )


def _check_use(options: Options, name: str, known: Format) -> None:
    """Refuse an option that a file of this format cannot use, rather than pass over it."""
    for field, option in OPTIONS.items():
        value = getattr(options, field)
        if value is not None and field not in known.uses:
            said = "--month-first" if value is False else option
            message = f"{name}: {said} means nothing to this file, which is read as “{known.name}”; leave it out."
            raise InputError(message)


def _save(imported: Imported, output: str, report_place: str | None, told: bytes) -> None:
    """Write dossier and report so that both come or neither; only standard output comes last."""
    from natopk_desktop.dossier import store

    content = store.dumps(common.dossier_of(imported))
    with ExitStack() as stack:
        if output != common.STANDARD_OUTPUT:
            stack.enter_context(saving.writing(Path(output))).write(content)
        if report_place is not None:
            stack.enter_context(saving.writing(Path(report_place))).write(told)
    if output == common.STANDARD_OUTPUT:
        common.write(content)


def _tell(imported: Imported, name: str) -> None:
    counts = imported.counts
    found = report.Count(counts.get("milestones", 0))
    say(f"natopk: {one_line(name)}: {found:entry|entries} read.")
    for item in imported.items[:MOST_LINES]:
        line = "" if item.where.line is None else f"line {item.where.line}: "
        say(f"  {line}{one_line(item.message)}")
    if len(imported.items) > MOST_LINES:
        say(f"  … and {len(imported.items) - MOST_LINES} more; --report FILE has them all.")
