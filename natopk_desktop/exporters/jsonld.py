"""schema.org in JSON-LD: the page as an ``Article``, its milestones as ``Event`` objects.

A date stands as far as it is known ("2005-03" is the month); an entry without a printed date gets no start, and our
placing of it stands apart, under a name that begins with "Ours:".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from natopk_desktop.dossier import dates
from natopk_desktop.dossier.dates import Precision
from natopk_desktop.exporters import losses
from natopk_desktop.exporters.progress import Meter, unheard
from natopk_desktop.exporters.scope import Scope
from natopk_desktop.exporters.written import Written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.dossier.dates import Edtf
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.model import Milestone
    from natopk_desktop.exporters.progress import Progress
    from natopk_desktop.report import Item

CONTEXT = "https://schema.org"
PLAIN = {Precision.DAY, Precision.MONTH, Precision.YEAR, Precision.TIME}


def write(dossier: Dossier, choice: Choice, progress: Progress = unheard) -> Written:
    """Write the page and the milestones that ``choice`` asks for.

    Raises:
        InputError: the choice means nothing in this dossier.
    """
    scope = Scope(dossier, choice)
    topics = {topic.id: topic.name for topic in dossier.head.topics}
    graph = [_page(dossier)]
    graph += (_event(dossier, one, topics) for one in Meter(progress, len(scope.rows)).each(scope.milestones))
    content = msgspec.json.encode({"@context": CONTEXT, "@graph": graph})
    return Written((msgspec.json.format(content, indent=2) + b"\n",), tuple(_losses(scope)))


def page_id(dossier: Dossier) -> str:
    """Return the address of the page, or a name made of its hash where it has none."""
    return dossier.head.source.url or f"urn:sha256:{dossier.head.source.sha256}"


def _page(dossier: Dossier) -> dict[str, object]:
    source = dossier.head.source
    publisher = source.publisher
    page = {
        "@id": page_id(dossier),
        "@type": "Article",
        "headline": source.title,
        "publisher": None if publisher is None else {"@type": "Organization", "name": publisher},
        "dateModified": None if source.updated is None else _start(source.updated.edtf),
        "inLanguage": source.language,
        "url": source.url,
        "sha256": source.sha256,
        "disambiguatingDescription": None if source.url_note is None else f"Ours: {source.url_note}",
    }
    return {name: value for name, value in page.items() if value is not None}


def _event(dossier: Dossier, milestone: Milestone, topics: dict[str, str]) -> dict[str, object]:
    date = milestone.date
    words = "\n".join(dossier.words(milestone.text))
    ours = [_ours("Ours: topic", topics[topic]) for topic in milestone.topics]
    if date.inferred is not None and date.edtf is not None:
        ours.append(_ours("Ours: no date is printed; placed by us under", date.edtf))
    printed = date.edtf if date.inferred is None else None
    event = {
        "@id": f"{page_id(dossier)}#{milestone.id}",
        "@type": "Event",
        "identifier": milestone.id,
        "name": words,
        "startDate": _start(printed),
        "endDate": _end(printed),
        "temporalCoverage": " ".join(dossier.words(date.printed)) or None,
        "inLanguage": dossier.head.source.language,
        "subjectOf": {"@id": page_id(dossier)},
        "additionalProperty": ours or None,
    }
    return {name: value for name, value in event.items() if value is not None}


def _ours(name: str, value: str) -> dict[str, str]:
    return {"@type": "PropertyValue", "name": name, "value": value}


def _start(edtf: str | None) -> str | None:
    """The start as an ISO 8601 date, None where EDTF says what that cannot."""
    date = _read(edtf)
    return None if date is None else _plain(date.start if date.precision is Precision.INTERVAL else date)


def _end(edtf: str | None) -> str | None:
    date = _read(edtf)
    return _plain(date.end) if date is not None and date.precision is Precision.INTERVAL else None


def _read(edtf: str | None) -> Edtf | None:
    return None if edtf is None else dates.parse(edtf)


def _plain(date: Edtf | None) -> str | None:
    if date is None or date.precision not in PLAIN or date.uncertain or date.approximate or date.unspecified:
        return None
    return date.text


def _losses(scope: Scope) -> Iterator[Item]:
    yield from losses.apparatus(scope)
    notes = [note.id for note in scope.notes]
    yield from losses.lost("notes", notes, "Not in this file: {n:note|notes} of ours.", losses.IN_FULL)
    passages = [one.id for one in scope.milestones if one.related]
    message = "Not in this file: the related passages of {n:entry|entries}."
    yield from losses.lost("passages", passages, message, losses.IN_FULL)
    yield from losses.figures(scope)
    yield from losses.pieces(scope)
    periods = [period.id for period in scope.periods]
    yield from losses.lost("periods", periods, "Not in this file: {n:period|periods}.", losses.IN_FULL)
    yield from _date_losses(scope)


def _date_losses(scope: Scope) -> Iterator[Item]:
    undated = [one.id for one in scope.milestones if one.date.inferred is not None or one.date.edtf is None]
    yield from losses.lost("undated", undated, "Without a start, since the source prints none: {n:entry|entries}.")
    known = set(undated)
    dated = [one for one in scope.milestones if one.id not in known]
    month = [one.id for one in dated if _precision(one) is Precision.MONTH]
    message = "Dated to the month, which readers that want a day may refuse: {n:entry|entries}."
    yield from losses.lost("precision", month, message)
    other = [one.id for one in dated if _start(one.date.edtf) is None]
    message = "Without a start, since schema.org cannot say the date; its printed form stays: {n:entry|entries}."
    yield from losses.lost("dates", other, message, losses.IN_FULL)
    reasons = [one.id for one in scope.milestones if one.date.inferred is not None]
    message = "Not told from which words, and why, we inferred the date of {n:entry|entries}."
    yield from losses.lost("inferences", reasons, message, losses.IN_FULL)


def _precision(milestone: Milestone) -> Precision | None:
    date = _read(milestone.date.edtf)
    return None if date is None else date.precision
