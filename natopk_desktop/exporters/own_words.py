"""Sentences of ours on a dossier, its dates and its notes, for files that have no field for them. Not marked yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from natopk_desktop.dossier.edtf import Precision

if TYPE_CHECKING:
    from collections.abc import Mapping

    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.model import Figure, Milestone, Note, Period, PeriodEnd, Witness

AGREEMENTS: Final = {
    "yes": "Agreeing with the page",
    "partly": "Agreeing with the page in part",
    "no": "Contradicting the page",
}
WIDER_THAN_DAY: Final = frozenset(
    (Precision.MONTH, Precision.SEASON, Precision.YEAR, Precision.DECADE, Precision.CENTURY)
)


def about(dossier: Dossier) -> str:
    """Return which dossier a file was made of: its id, edition, text and what else is known of its source."""
    source, edition = dossier.head.source, dossier.head.edition
    parts = (
        f"dossier {dossier.id}",
        f"edition of {edition.date} by {edition.by}",
        f"SHA-256 of the text {source.sha256}",
        source.language and f"language {source.language}",
        source.retrieved and f"captured {source.retrieved}",
        source.url_note and f"on the address: {source.url_note}",
    )
    return "; ".join(part for part in parts if part)


def date(milestone: Milestone, printed: str, is_ours: bool) -> str:  # noqa: FBT001 - as marks.date_words gives it
    """Return what is known of a milestone's date: as printed, as we read it, how exactly, and in EDTF."""
    from natopk_desktop.dossier.date_words import words
    from natopk_desktop.formats import moments

    edtf = milestone.date.edtf
    if edtf is None:
        return printed if is_ours else f"the printed date “{printed}” could not be read"
    read = printed if is_ours else f"printed date “{printed}”, read as {words(edtf)}"
    vague = "; the day is not known" if moments.read(edtf).precision in WIDER_THAN_DAY else ""
    return f"{read} (EDTF {edtf}){vague}"


def inference(dossier: Dossier, milestone: Milestone) -> str | None:
    """Return why a date is ours, None where it is the source's."""
    inferred = milestone.date.inferred
    if inferred is None:
        return None
    origin = ", ".join(f"“{words}”" for words in dossier.words(inferred.origin))
    return f"the date is inferred from {origin}: {inferred.reason}" if origin else inferred.reason


def note(value: Note) -> str:
    """Return a note with its reading and all that its witnesses say."""
    return _remark(value) + "".join(f" Witness: {witness(one)}" for one in value.witnesses)


def brief_note(value: Note) -> str:
    """Return a note with its reading and the names of its witnesses, by whether they agree."""
    told = []
    for agrees, words in AGREEMENTS.items():
        titles = [one.title for one in value.witnesses if one.agrees == agrees]
        if titles:
            told.append(f" {words}: {'; '.join(titles)}.")
    return _remark(value) + "".join(told)


def _remark(value: Note) -> str:
    reading = f" Reads: “{value.reading}”." if value.reading is not None else ""
    return f"note {value.id} ({value.kind}): {value.message}{reading}"


def witness(value: Witness) -> str:
    """Return another source with what it says, and whether it agrees."""
    place = ", ".join(part for part in (value.date, value.url) if part is not None)
    told = f"{value.title} ({place})" if place else value.title
    return f"{told}: {value.says} Agrees with the page: {value.agrees}; how sure: {value.sure}."


def period(dossier: Dossier, value: Period) -> str:
    """Return a period's name with every date that the source gives for either end."""
    start, end = _ends(dossier, value.start), _ends(dossier, value.end)
    return f"period “{value.name}”, from {start} to {end}"


def figure(dossier: Dossier, value: Figure, groups: Mapping[str, str]) -> str:
    """Return the parts of a figure, its words quoted, what we read its value as, and the name of its group.

    Args:
        dossier: what it is a figure of.
        value: the figure.
        groups: names by ids.
    """
    named = (("qualifier", value.qualifier), ("value", value.value), ("unit", value.unit), ("of", value.measured))
    parts = [f"{name} “{span.of(dossier.text)}”" for name, span in named if span is not None]
    if value.number is not None:
        parts.append(f"read as {value.number}")
    if value.group is not None:
        parts.append(f"group {groups[value.group]}")
    return f"figure: {', '.join(parts)}"


def _ends(dossier: Dossier, ends: tuple[PeriodEnd, ...]) -> str:
    return " or ".join(f"“{end.span.of(dossier.text)}” ({end.edtf})" for end in ends) or "no date"
