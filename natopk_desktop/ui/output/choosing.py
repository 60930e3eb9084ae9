"""What of an open dossier goes on paper or into a file: all of it, what the filter shows, or the chosen entry."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QLocale

from natopk_desktop.documents.choice import Choice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from natopk_desktop.documents.choice import Paper
    from natopk_desktop.documents.parts import DocumentKind
    from natopk_desktop.ui.reading import Reading

Scope = Literal["whole", "shown", "chosen"]

LETTER: Final = frozenset(("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"))
"""Territories that use Letter, by Unicode's CLDR (supplemental data, ``paperSize``); all others use A4."""

TERRITORY: Final = re.compile(r"[a-z]{2,3}(?:_[A-Z][a-z]{3})?_([A-Z]{2})(?:[.@]|\Z)")


def scopes(reading: Reading) -> tuple[Scope, ...]:
    """Return what there is to choose from: what is shown only where a filter holds something back."""
    found: list[Scope] = ["whole"]
    if reading.filter.topics is not None or reading.filter.period is not None:
        found.append("shown")
    if reading.row is not None:
        found.append("chosen")
    return tuple(found)


def count(reading: Reading, scope: Scope) -> int:
    """Return how many milestones that is."""
    if scope == "chosen":
        return 1
    return len(reading.rows) if scope == "shown" else len(reading.dossier.milestones)


def choice(reading: Reading, document: DocumentKind, scope: Scope, paper: Paper, *, notes: bool) -> Choice:
    """Return what a reader asks for, in the order in which the list stands.

    Args:
        reading: what is open, with filter and chosen entry.
        document: which document.
        scope: one of ``scopes(reading)``.
        paper: on which paper.
        notes: whether our notes go with it.
    """
    made = Choice(document=document, order=reading.order, notes=notes, paper=paper)
    if scope == "whole":
        return made
    if scope == "shown":
        return Choice(document, None, reading.filter.topics, reading.filter.period, reading.order, notes, paper)
    chosen = reading.location.milestone
    return Choice(document, () if chosen is None else (chosen,), None, None, reading.order, notes, paper)


def usual_paper(environment: Mapping[str, str] = os.environ, system: QLocale | None = None) -> Paper:
    """Return the paper of the reader's country: as POSIX's locale of paper has it where it is set, else the system's.

    Args:
        environment: what the process was started with; ``LC_ALL`` and ``LC_PAPER`` count.
        system: the system's locale, asked for if left out.
    """
    named = TERRITORY.match(environment.get("LC_ALL") or environment.get("LC_PAPER") or "")
    territory = named[1] if named else QLocale.territoryToCode((system or QLocale.system()).territory())
    return "letter" if territory in LETTER else "a4"
