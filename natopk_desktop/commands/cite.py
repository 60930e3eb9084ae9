"""``natopk cite``: the citation of a dossier's page, or of one milestone in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from natopk_desktop.commands import common
from natopk_desktop.documents import citations, reference
from natopk_desktop.plain import one_line

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

HELP = "cite a dossier's page, or one milestone in it"


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    common.add_dossier(parser)
    parser.add_argument("--only", metavar="ID", help="cite this milestone")
    parser.add_argument("--style", choices=tuple(citations.STYLES), default="apa", help="apa unless told")


def run(arguments: Namespace) -> int:
    """Write the citation on one line.

    Raises:
        InputError: the dossier is not sound, or has no such milestone.
        OperationError: it could not be read.
    """
    dossier = common.opened(arguments.dossier)
    told = citations.cite(reference.reference(dossier, arguments.only), arguments.style)
    common.write_lines([one_line(told)])
    return 0
