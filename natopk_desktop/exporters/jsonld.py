"""schema.org in JSON-LD: the page as an ``Article``, its milestones as ``Event`` objects.

A date stands as far as it is known ("2005-03" is the month); an entry without a printed date gets no start, and our
placing of it stands apart, under a name that begins with "Ours:".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from natopk_desktop.documents import chosen
from natopk_desktop.dossier import dates
from natopk_desktop.dossier.dates import Precision
from natopk_desktop.exporters.losses import beside_milestones, lost
from natopk_desktop.exporters.written import Written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.dossier.dates import Edtf
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.model import Milestone
    from natopk_desktop.report import Item

CONTEXT = "https://schema.org"
PLAIN = {Precision.DAY, Precision.MONTH, Precision.YEAR, Precision.TIME}


def write(dossier: Dossier, choice: Choice) -> Written:
    """Write the page and the milestones that ``choice`` asks for.

    Raises:
        InputError: the choice means nothing in this dossier.
    """
    milestones = [dossier.milestones[row] for row in chosen.rows(dossier, choice)]
    topics = {topic.id: topic.name for topic in dossier.head.topics}
    graph = [_page(dossier), *(_event(dossier, milestone, topics) for milestone in milestones)]
    content = msgspec.json.encode({"@context": CONTEXT, "@graph": graph})
    return Written((msgspec.json.format(content, indent=2) + b"\n",), tuple(_losses(dossier, milestones)))


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


def _losses(dossier: Dossier, milestones: Sequence[Milestone]) -> Iterator[Item]:
    ids = {milestone.id for milestone in milestones}
    dated = [milestone for milestone in milestones if milestone.date.inferred is None and milestone.date.edtf]
    month = [item.id for item in dated if dates.parse(item.date.edtf or "").precision is Precision.MONTH]
    other = [item.id for item in dated if _start(item.date.edtf) is None]
    undated = [item.id for item in milestones if item.id not in {known.id for known in dated}]
    yield from lost("undated", undated, "{n} entries have no start, since the source prints none.")
    yield from lost("precision", month, "{n} dates are months; readers that want a day may refuse them.")
    message = "{n} dates are more than schema.org can say and are left out; their printed form stays."
    yield from lost("dates", other, message)
    related = [item.id for item in milestones if item.related]
    yield from lost("passages", related, "The related passages of {n} entries are left out.")
    figures = [figure.id for figure in dossier.head.figures if figure.milestone is None or figure.milestone in ids]
    yield from lost("figures", figures, "{n} figures are left out as such; their words stay in the entries.")
    yield from lost("periods", [period.id for period in dossier.head.periods], "{n} periods are left out.")
    yield from lost("notes", [note.id for note in dossier.head.notes], "{n} of our notes are left out.")
    message = "{n} blocks of the page beside its milestones are left out."
    yield from lost("text", beside_milestones(dossier), message)
