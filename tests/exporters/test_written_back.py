"""What comes in from TimelineJS and The Timeline Project goes out again as it was, apart from the loss report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import msgspec

from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier.dossier import Dossier
from natopk_desktop.exporters import icalendar_file, timeline_xml, timelinejs
from natopk_desktop.importers import registry

SLIDES: list[dict[str, Any]] = [
    {
        "start_date": {"year": "2005", "month": "10", "day": "8", "hour": "8", "minute": "50", "format": "dd mmm"},
        "end_date": {"year": 2006, "display_date": "the next year"},
        "display_date": "Then",
        "text": {"headline": "A <i>quake</i>", "text": "<p>One &amp; two</p>"},
        "media": {"url": "https://example.org/a.jpg", "caption": "Cap <b>x</b>", "credit": "C", "thumbnail": "t.png"},
        "group": "relief",
        "background": {"color": "#ff0000"},
        "unique_id": "quake",
        "autolink": True,
    },
    {"text": {"headline": "No date"}},
    {"start_date": {"year": "2005", "month": "13"}, "text": {"headline": "Thirteenth"}},
    {
        "start_date": {"year": "1999"},
        "text": {"headline": "Out of order"},
        "media": {"url": "<iframe src='x'></iframe>"},
    },
]
TIMELINE = {
    "scale": "human",
    "title": {"text": {"headline": "T", "text": "<p>About</p>"}, "media": {"url": "https://example.org/t.jpg"}},
    "events": SLIDES,
    "eras": [{"start_date": {"year": "2001"}, "end_date": {"year": "2003"}, "text": {"headline": "E"}}, {"text": {}}],
}


def dossier_of(content: bytes | str, name: str = "file") -> Dossier:
    made = registry.read(content.encode() if isinstance(content, str) else content, name)
    return Dossier(made.contents, made.extras)


def changed(dossier: Dossier, row: int, **fields: object) -> Dossier:
    contents = dossier.contents()
    contents.milestones[row] = msgspec.structs.replace(contents.milestones[row], **fields)
    return Dossier(contents)


def test_timelinejs_goes_out_as_it_came_in() -> None:
    written = timelinejs.write(dossier_of(json.dumps(TIMELINE)), Choice())
    assert json.loads(written.files[0]) == TIMELINE
    codes = {item.code: item.where.ids for item in written.losses}
    assert codes == {"order": ("m4",), "undated-kept": ("m2",), "dates-kept": ("m3",)}


def test_a_choice_of_slides_goes_out_as_they_came_in() -> None:
    written = timelinejs.write(dossier_of(json.dumps(TIMELINE)), Choice(only=("m4",)))
    assert json.loads(written.files[0])["events"] == [SLIDES[3]]


def test_what_a_reader_changed_goes_out_changed_and_nothing_else() -> None:
    dossier = dossier_of(json.dumps(TIMELINE))
    date = msgspec.structs.replace(dossier.milestones[2].date, edtf="2006-01")
    back = json.loads(timelinejs.write(changed(dossier, 2, date=date), Choice()).files[0])
    assert back["events"][2] == {"start_date": {"year": 2006, "month": 1}, "text": {"headline": "Thirteenth"}}
    assert back["events"][0] == SLIDES[0]
    back = json.loads(timelinejs.write(changed(dossier, 0, topics=()), Choice()).files[0])
    assert "group" not in back["events"][0]


def test_words_that_are_no_longer_those_of_the_file_are_written_as_any_others() -> None:
    dossier = dossier_of(json.dumps(TIMELINE))
    back = json.loads(timelinejs.write(changed(dossier, 0, text=dossier.milestones[0].text[:1]), Choice()).files[0])
    assert back["events"][0]["unique_id"] == "m1"


def test_a_table_of_timelinejs_goes_out_as_slides_with_their_media() -> None:
    table = "Year,Month,Headline,Media,Media Caption,Type,Group\n,,The title,,,title,\n2005,10,Quake,https://e.org/a,Cap,,relief\n"
    back = json.loads(timelinejs.write(dossier_of(table), Choice()).files[0])
    assert back["title"] == {"text": {"headline": "The title"}}
    assert back["events"] == [
        {
            "start_date": {"year": "2005", "month": "10"},
            "text": {"headline": "Quake"},
            "media": {"url": "https://e.org/a", "caption": "Cap"},
            "group": "relief",
        }
    ]


def test_other_formats_tell_that_captions_are_not_in_them() -> None:
    dossier = dossier_of(json.dumps(TIMELINE))
    for write in (icalendar_file.write, timeline_xml.write):
        assert "text" in {item.code for item in write(dossier, Choice()).losses}


XML = (Path(__file__).parent.parent / "importers" / "fixtures" / "relief.timeline").read_text(encoding="utf-8")


def tree(content: bytes | str) -> object:
    def plain(element: ET.Element) -> object:
        return element.tag, (element.text or "").strip() if not len(element) else [plain(one) for one in element]

    return plain(ET.fromstring(content))


def test_a_timeline_project_goes_out_as_it_came_in() -> None:
    written = timeline_xml.write(dossier_of(XML), Choice())
    assert tree(written.files[0]) == tree(XML)
    assert {item.code for item in written.losses} == {"order"}


def test_an_event_that_a_reader_dated_anew_keeps_all_the_rest() -> None:
    dossier = dossier_of(XML)
    date = msgspec.structs.replace(dossier.milestones[0].date, edtf="2006-01")
    back = ET.fromstring(timeline_xml.write(changed(dossier, 0, date=date), Choice()).files[0])
    event = back.find("events/event")
    assert event is not None
    assert [event.findtext(name) for name in ("start", "end", "fuzzy", "icon", "category")] == [
        "2006-01-01 00:00:00", "2006-02-01 00:00:00", "True", "aWNvbg==", "Work",
    ]  # fmt: skip
    kept = ET.fromstring(timeline_xml.write(changed(dossier, 0, topics=("t2",)), Choice()).files[0])
    assert kept.findtext("events/event/category") == "Play"
