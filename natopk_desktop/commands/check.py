"""``natopk check``: whether a dossier is sound, and how its account stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from natopk_desktop import report
from natopk_desktop.commands import common
from natopk_desktop.dossier import account, store
from natopk_desktop.plain import one_line

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from natopk_desktop.dossier.dossier import Dossier

HELP = "tell whether a dossier is sound and every character of its source accounted for"


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    common.add_dossier(parser)
    parser.add_argument("--json", action="store_true", help="write a report in JSON")


def run(arguments: Namespace) -> int:
    """Check, and say what was found.

    Raises:
        InputError: the dossier is not sound (with ``--json`` the report is written first).
        OperationError: it could not be read.
    """
    name = arguments.dossier or common.BUILT_IN_NAME
    try:
        dossier = common.opened(arguments.dossier)
    except store.DamagedError as error:
        if arguments.json:
            common.write(_broken(name, error).to_json())
        raise
    if arguments.json:
        common.write(_sound(name, dossier).to_json())
    else:
        common.write_lines(_lines(dossier))
    return 0


def _broken(name: str, error: store.DamagedError) -> report.Report:
    items = tuple(
        report.Item("error", found.code, report.Where(path=found.where or None), found.message, found.remedy)
        for found in error.defects
    )
    return report.make("check", name, items, {"errors": len(items)})


def _sound(name: str, dossier: Dossier) -> report.Report:
    items = tuple(
        report.Item("info", "share", report.Where(), _share(kind, size, len(dossier.text)))
        for kind, size in account.shares(dossier.blocks).items()
    )
    return report.make("check", name, items, _counts(dossier))


def _counts(dossier: Dossier) -> dict[str, int]:
    head = dossier.head
    return {
        "code_points": len(dossier.text),
        "accounted": sum(account.shares(dossier.blocks).values()),
        "blocks": len(dossier.blocks),
        "milestones": len(dossier.milestones),
        "periods": len(head.periods),
        "figures": len(head.figures),
        "notes": len(head.notes),
        "residue": account.shares(dossier.blocks).get("residue", 0),
    }


def _share(kind: str, size: int, whole: int) -> str:
    return f"{kind}: {size} of {whole} code points ({100 * size / whole:.1f} %)"


def _lines(dossier: Dossier) -> list[str]:
    counts = {name: report.Count(number) for name, number in _counts(dossier).items()}
    same = "the same text" if account.restored(dossier.text, dossier.blocks) == dossier.text else "another text"
    return [
        f"{one_line(dossier.title)}: sound.",
        f"  source: {counts['code_points']:code point|code points}, SHA-256 {dossier.head.source.sha256}",
        f"  account: {counts['accounted']} of them in {counts['blocks']:block|blocks}, which end to end are {same}",
        *(f"    {_share(kind, size, len(dossier.text))}" for kind, size in account.shares(dossier.blocks).items()),
        f"  {counts['milestones']:milestone|milestones}, {counts['periods']:period|periods}",
        f"  {counts['figures']:figure|figures}, {counts['notes']:note|notes}",
    ]
