from __future__ import annotations

import json

import pytest

from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import store
from natopk_desktop.exporters import jsonld
from tests.importers.checking import beside, codes, read, told, topics

EVENT = {
    "@context": "http://schema.org/",
    "@type": "MusicEvent",
    "name": "A concert",
    "description": "In the <b>open</b>",
    "startDate": "2005-10-08T20:00-0400",
    "endDate": "2005-10-09",
    "location": {
        "@type": "Place",
        "name": "The hall",
        "address": {"@type": "PostalAddress", "addressLocality": "Kabul"},
    },
    "keywords": "music, summer",
}


@pytest.mark.parametrize(
    "content",
    [
        EVENT,
        [EVENT],
        {"@context": "https://schema.org", "@graph": [EVENT]},
        {"@context": "https://schema.org", "@type": "WebPage", "mainEntity": EVENT},
        {
            "@context": "https://schema.org",
            "@type": "ItemList",
            "itemListElement": [{"@type": "ListItem", "item": EVENT}],
        },
        {**EVENT, "@type": ["https://schema.org/Event", "MusicEvent"]},
    ],
)
def test_events_are_found_wherever_they_stand(content: object) -> None:
    made = read(json.dumps(content))
    assert told(made) == [
        ("2005-10-08/2005-10-09", "2005-10-08T20:00-0400 – 2005-10-09", "A concert|In the <b>open</b>")
    ]
    assert topics(made) == [("music", "summer", "MusicEvent")]
    assert "The hall\nKabul" in beside(made)


@pytest.mark.parametrize(
    ("fields", "edtf"),
    [
        ({"startDate": "2005-10"}, "2005-10"),
        ({"startDate": "2005"}, "2005"),
        ({"startDate": {"@value": "2005-10-08", "@type": "Date"}}, "2005-10-08"),
        ({"startDate": "2005-10-08T25:00"}, "2005-10-08"),
        ({"startDate": "2005-13"}, None),
        ({"startDate": "soon"}, None),
        ({"startDate": "2005", "endDate": "2004"}, "2005"),
        ({"startDate": "2005", "endDate": "later"}, "2005/"),
        ({"temporalCoverage": "2005/2006"}, "2005/2006"),
        ({"temporalCoverage": "autumn"}, None),
        ({}, None),
    ],
)
def test_dates_are_as_exact_as_they_are_given(fields: dict[str, object], edtf: str | None) -> None:
    made = read(json.dumps({"@context": "https://schema.org", "@type": "Event", "name": "E", **fields}))
    assert told(made)[0][0] == edtf


def test_parts_of_events_languages_and_other_objects() -> None:
    content = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "Article", "headline": "A page", "description": "About it"},
            {
                "@type": "Event",
                "name": {"@value": "One", "@language": "en"},
                "subEvent": [{"@type": "Event", "name": "Two"}],
            },
            {"@type": "Person", "name": "Nobody"},
            {"@type": "Festival", "name": {"en": "Three", "fr": ["Trois"]}},
        ],
    }
    made = read(json.dumps(content))
    assert [one[2] for one in told(made)] == ["One", "Two", "Three|Trois"]
    assert made.contents.source.title == "A page"
    assert {"no-event", "no-date"} <= codes(made)


def test_our_own_events_come_back() -> None:
    made = read(jsonld.write(store.built_in(), Choice()).files[0])
    dossier = store.built_in()
    expected = [None if one.date.inferred else one.date.edtf for one in dossier.milestones]
    assert [one.date.edtf for one in made.contents.milestones] == expected
    assert [one[2] for one in told(made)] == ["\n".join(dossier.words(one.text)) for one in dossier.milestones]
    assert topics(made)[0] == ("Visits",) or topics(made)[0]
