"""What a document is, in our words: which of the four, of which milestones, in which order, with or without notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from natopk_desktop.documents.scale_words import counted

if TYPE_CHECKING:
    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.dossier.dossier import Dossier

NAMES: Final = {
    "summary": "summary of one page",
    "briefing": "briefing",
    "milestone": "milestone sheet",
    "timeline": "timeline, drawn to scale",
}
MOST_NAMED: Final = 5
"""Chosen milestones named by id; of more than these only the number is told."""


def label(dossier: Dossier, choice: Choice, count: int) -> str:
    """Return what the document of ``choice`` is: "briefing; only milestones under Relief, 2 of 11".

    Args:
        dossier: what it is made of.
        choice: what was asked for.
        count: how many milestones that is.
    """
    name = NAMES[choice.document]
    if choice.document == "milestone" and count != 1:
        name = f"{counted(count, 'milestone sheet')}"
    told = [name]
    if not choice.is_whole:
        told.append(f"only {' '.join(_filters(dossier, choice))}, {count} of {len(dossier.milestones)}")
    if choice.order == "date" and choice.document != "timeline":
        told.append("milestones by date")
    if not choice.notes and dossier.head.notes:
        told.append("without notes")
    return "; ".join(told)


def _filters(dossier: Dossier, choice: Choice) -> list[str]:
    from natopk_desktop.dossier.date_words import words

    told = []
    if choice.only is None:
        told.append("milestones")
    elif len(choice.only) <= MOST_NAMED:
        told.append(f"{'milestone' if len(choice.only) == 1 else 'milestones'} {', '.join(choice.only)}")
    else:
        told.append(f"{len(choice.only)} chosen milestones")
    if choice.topics is not None:
        names = [topic.name for topic in dossier.head.topics if topic.id in choice.topics]
        told.append(f"under {' or '.join(names) or 'no topic'}")
    if choice.period is not None:
        told.append(f"touching {words(choice.period)}")
    return told
