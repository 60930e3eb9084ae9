from __future__ import annotations

import json

from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import store
from natopk_desktop.exporters import webannotation
from tests.importers.checking import beside, codes, read, told, topics

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
QUOTE = {"type": "TextQuoteSelector", "exact": "anotation", "prefix": "this is an ", "suffix": " that"}
ANNOTATION = {
    "@context": CONTEXT,
    "id": "http://example.org/anno1",
    "type": "Annotation",
    "motivation": "commenting",
    "created": "2015-10-13T13:00:00Z",
    "body": [
        {"type": "TextualBody", "value": "A <b>comment</b>", "format": "text/html"},
        {"type": "TextualBody", "value": "a tag", "purpose": "tagging"},
        "http://example.org/body1",
    ],
    "target": {
        "source": "http://example.org/page",
        "selector": {"type": "FragmentSelector", "value": "p1", "refinedBy": [QUOTE]},
    },
}


def test_an_annotation_is_an_entry_with_what_it_quotes_and_says() -> None:
    made = read(json.dumps(ANNOTATION))
    assert told(made) == [("2015-10-13", "2015-10-13T13:00:00Z", "anotation|A <b>comment</b>")]
    assert topics(made) == [("a tag", "commenting")]
    assert beside(made)[0] == "http://example.org/page\nhttp://example.org/body1"


def test_collections_pages_lists_and_single_values() -> None:
    page = {"type": "AnnotationPage", "items": [ANNOTATION, {"target": "http://example.org/x", "bodyValue": "said"}]}
    collection = {"@context": CONTEXT, "type": "AnnotationCollection", "label": "Notes", "first": page}
    for content in (
        collection,
        {"@context": CONTEXT, **page},
        [ANNOTATION, {"type": "Annotation", "target": "u", "bodyValue": "said"}],
    ):
        made = read(json.dumps(content))
        assert [one[2] for one in told(made)] == ["anotation|A <b>comment</b>", "said"]
        assert "no-date" in codes(made)
    assert read(json.dumps(collection)).contents.source.title == "Notes"


def test_selectors_that_hold_each_other_without_end_are_left_at_some_depth() -> None:
    selector: dict[str, object] = dict(QUOTE)
    for _ in range(300):
        selector = {"type": "RangeSelector", "refinedBy": selector}
    made = read(json.dumps({**ANNOTATION, "target": {"source": "u", "selector": selector}}))
    assert told(made)[0][2] == "A <b>comment</b>"


def test_our_own_annotations_come_back_with_dates_and_topics() -> None:
    made = read(webannotation.write(store.built_in(), Choice()).files[0])
    dossier = store.built_in()
    for one, own in zip(told(made), dossier.milestones, strict=True):
        if own.date.inferred is None:
            assert one == (own.date.edtf, dossier.words(own.date.printed)[0], "|".join(dossier.words(own.text)))
