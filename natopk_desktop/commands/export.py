"""``natopk export``: a dossier, or what is chosen of it, as a file."""

from __future__ import annotations

from argparse import Action
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from natopk_desktop import report, saving
from natopk_desktop.commands import common
from natopk_desktop.console import say
from natopk_desktop.documents.choice import Choice
from natopk_desktop.errors import InputError
from natopk_desktop.exporters import places, registry
from natopk_desktop.plain import one_line

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.exporters.registry import Format
    from natopk_desktop.exporters.written import Written

HELP = "write a dossier, or what is chosen of it, as a file"
STANDARD_OUTPUT: Final = "-"
HOLDS_EVERYTHING: Final = "The export holds everything."

# Option to the field of a choice that it sets; what is not given is None and sets nothing.
OPTIONS: Final = {
    "--document": "document",
    "--only": "only",
    "--period": "period",
    "--topic": "topics",
    "--paper": "paper",
    "--order": "order",
    "--no-notes": "notes",
}


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    common.add_dossier(parser)
    parser.add_argument("-o", "--output", metavar="OUT", help="the file to write, or - for standard output")
    parser.add_argument("--format", metavar="F", help="the format; by the ending of OUT if left out")
    parser.add_argument("--document", choices=("summary", "briefing", "milestone", "timeline"), help="which document")
    parser.add_argument("--only", metavar="ID[,ID…]", type=_names, action=_More, help="these milestones alone")
    parser.add_argument("--period", metavar="EDTF", help="milestones that touch this time, such as 2005-10/2006-02")
    parser.add_argument(
        "--topic", metavar="ID[,ID…]", dest="topics", type=_names, action=_More, help="milestones of these topics"
    )
    parser.add_argument("--paper", choices=("a4", "letter"), help="the page")
    parser.add_argument("--order", choices=("source", "date"), help="as the source has them, or by date")
    parser.add_argument(
        "--no-notes", dest="notes", action="store_const", const=False, help="without our notes on the source"
    )
    parser.add_argument("--report", metavar="FILE", help="write the loss report, in JSON")
    parser.add_argument("--list", action="store_true", help="list the formats")
    parser.add_argument("--json", action="store_true", help="with --list: as a report in JSON")


def run(arguments: Namespace) -> int:
    """Export, and say what the file could not hold.

    Raises:
        InputError: wrong use, or a dossier that is not sound.
        OperationError: the file could not be written; what stood in its place is as it was.
    """
    if arguments.list:
        return _list(as_json=arguments.json)
    if arguments.json:
        message = "--json goes with --list; the loss report is written with --report FILE."
        raise InputError(message)
    if not arguments.output:
        message = "name the file to write with -o OUT (or -o - for standard output)."
        raise InputError(message)
    wanted = _format(arguments.output, arguments.format)
    choice = _choice(arguments)
    _check_use(wanted, arguments)
    dossier = common.opened(arguments.dossier)
    _check_choice(dossier, choice)
    written = wanted.write(dossier, choice)
    files = paths(arguments.output, wanted, len(written.files))
    common.check_places(files, arguments.report, arguments.dossier)
    _save(written, files, arguments.report, _report(dossier, choice, wanted, written, arguments.output))
    _tell(written, arguments.output)
    return 0


def _check_choice(dossier: Dossier, choice: Choice) -> None:
    """Refuse to write a file about no milestone at all where some were asked for."""
    from natopk_desktop.documents import chosen

    if not choice.is_whole and not chosen.rows(dossier, choice):
        message = "no milestone is of these ids, topics and this period together; “natopk list” tells what there is."
        raise InputError(message)


class _More(Action):
    """What an option with ids does: given again, it takes more of them."""

    def __call__(
        self, _parser: ArgumentParser, namespace: Namespace, values: object, _option: str | None = None
    ) -> None:
        """Add the ids to those there are."""
        setattr(namespace, self.dest, (getattr(namespace, self.dest) or ()) + cast("tuple[str, ...]", values))


def _names(value: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in value.split(",") if name.strip())


def _format(output: str, name: str | None) -> Format:
    if name is not None:
        return registry.by_id(name)
    if output == STANDARD_OUTPUT:
        message = "standard output has no ending that tells the format; name one with --format."
        raise InputError(message)
    return registry.by_file_name(output)


def _choice(arguments: Namespace) -> Choice:
    given = {field: getattr(arguments, field) for field in OPTIONS.values()}
    if given["topics"] is not None:
        given["topics"] = frozenset(given["topics"])
    return Choice(**{field: value for field, value in given.items() if value is not None})


def _check_use(wanted: Format, arguments: Namespace) -> None:
    """Refuse an option that the format cannot use, rather than pass over it, or one that names nothing."""
    for option, field in OPTIONS.items():
        if getattr(arguments, field) is not None and field not in wanted.uses:
            message = f"{option} means nothing to the format {wanted.id}; leave it out or choose another format."
            raise InputError(message)
        if field in {"only", "topics"} and getattr(arguments, field) == ():
            message = f"{option} names nothing; give one id or several, with commas between."
            raise InputError(message)


def paths(output: str, wanted: Format, count: int) -> list[Path]:
    """Return where ``count`` files go; none where they go to standard output.

    Raises:
        InputError: several files for standard output.
    """
    if output != STANDARD_OUTPUT:
        return places.paths(output, wanted, count)
    if count > 1:
        message = f"this makes {count} pictures, which standard output cannot keep apart; name a file."
        raise InputError(message)
    return []


def _report(dossier: Dossier, choice: Choice, wanted: Format, written: Written, output: str) -> bytes:
    counts = {"files": len(written.files), "bytes": sum(map(len, written.files)), "lost": len(written.losses)}
    if "only" in wanted.uses and (wanted.kind != "reference" or choice.only is not None):
        from natopk_desktop.documents import chosen

        counts["milestones"] = len(chosen.rows(dossier, choice))
    items = written.losses or (report.Item("info", "whole", report.Where(), HOLDS_EVERYTHING),)
    return report.make("export", output, items, counts).to_json()


def _save(written: Written, files: list[Path], report_place: str | None, told: bytes) -> None:
    """Save files and report together; only for standard output is there nothing to wait for: it comes last."""
    contents = [*zip(files, written.files, strict=False)]
    if report_place is not None:
        contents.append((Path(report_place), told))
    saving.save_all(contents)
    if not files:
        common.write(written.files[0])


def _tell(written: Written, output: str) -> None:
    if written.losses:
        name = "this file" if output == STANDARD_OUTPUT else one_line(output)
        say(f"natopk: {name} does not hold everything:")
    for item in written.losses:
        say(f"  {one_line(item.message)}")


def _list(*, as_json: bool) -> int:
    if as_json:
        items = tuple(
            report.Item("info", "format", report.Where(id=known.id), f"{known.name} (*{known.suffix})")
            for known in registry.FORMATS
        )
        common.write(report.make("list", "formats", items, {"formats": len(items)}).to_json())
        return 0
    for known in registry.FORMATS:
        options = [option for option, field in OPTIONS.items() if field in known.uses]
        common.write_lines([f"{known.id:<15}{known.name} (*{known.suffix})"])
        if options:
            common.write_lines([f"{'':<15}{' '.join(options)}"])
    return 0
