from __future__ import annotations

import re

from hypothesis import given

from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import store
from natopk_desktop.exporters import timeline_xml
from tests.exporters.dossiers import Line, bare, of_lines, outside_marks, rich
from tests.exporters.texts import NASTY_TEXTS
from tests.exporters.timeline_reader import read

# What XML 1.0 has no way to write.
NOT_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def test_the_entries_of_the_page_letter_for_letter_and_in_order() -> None:
    dossier = store.built_in()
    timeline = read(timeline_xml.write(dossier, Choice()).files[0])
    names = {topic.id: topic.name for topic in dossier.head.topics}
    assert timeline.categories == list(names.values())
    for event, milestone in zip(timeline.events, dossier.milestones, strict=True):
        assert event.text == "\n".join(dossier.words(milestone.text))
        year, month = map(int, (milestone.date.edtf or "").split("-"))
        assert event.start == (year, month, 1)
        assert event.end == (year + month // 12, month % 12 + 1, 1)
        assert event.fuzzy
        assert event.category == names[milestone.topics[0]]
        assert event.hyperlink == dossier.head.source.url
        assert f"EDTF {milestone.date.edtf}" in event.description


def test_the_undated_entry_says_so() -> None:
    event = read(timeline_xml.write(store.built_in(), Choice(only=("m09",))).files[0]).events[0]
    assert "no date; placed under January 2007 by us" in event.description
    assert event.start == (2007, 1, 1)


def test_a_period_with_two_ends_reaches_to_the_later_and_tells_both() -> None:
    (era,) = read(timeline_xml.write(store.built_in(), Choice()).files[0]).eras
    assert (era.start, era.end) == ((2005, 10, 1), (2006, 3, 1))
    assert outside_marks(era.name) == []
    assert "January 2006" in era.name


def test_without_formatting_every_sentence_still_tells_its_owner() -> None:
    for dossier in (store.built_in(), rich()):
        timeline = read(timeline_xml.write(dossier, Choice()).files[0])
        text = dossier.text.replace("\0", "\ufffd")
        for event in timeline.events:
            assert all(line in text for line in event.text.split("\n"))
            for piece in outside_marks(event.description):
                assert piece in text


def test_days_are_exact_and_all_else_frays() -> None:
    exact = read(timeline_xml.write(bare(), Choice()).files[0]).events
    assert [event.fuzzy for event in exact] == [False, False, False]
    assert (exact[2].start, exact[2].end) == ((2004, 2, 29), (2004, 3, 1))
    assert all(event.fuzzy for event in read(timeline_xml.write(rich(), Choice()).files[0]).events[:3])


def test_topics_of_one_name_stay_apart() -> None:
    assert read(timeline_xml.write(rich(), Choice()).files[0]).categories == ["Ships", "Ships (b)", "<i>, & more"]


def test_nothing_in_a_bare_dossier_is_lost_and_much_in_a_rich_one() -> None:
    assert timeline_xml.write(bare(), Choice()).losses == ()
    codes = {item.code: item for item in timeline_xml.write(rich(), Choice()).losses}
    assert set(codes) == {
        "text", "computed", "corrections", "original", "notes", "note-places", "witnesses", "passages", "figures",
        "figures-beside", "pieces", "order", "mark", "undated", "precision", "inferred", "open-ends", "topics",
        "periods", "period-ends", "blanks", "characters",
    }  # fmt: skip
    assert codes["undated"].where.ids == ("m7", "m9", "m10", "m13")
    assert codes["open-ends"].where.ids == ("m6",)
    assert codes["periods"].where.ids == ("p2",)
    assert codes["blanks"].where.ids == ("m15",)


def test_an_empty_choice_is_a_file_all_the_same() -> None:
    assert read(timeline_xml.write(store.built_in(), Choice(period="1999")).files[0]).events == []


@given(NASTY_TEXTS, NASTY_TEXTS)
def test_any_words_come_back_but_for_what_the_report_names(words: str, date: str) -> None:
    made = timeline_xml.write(of_lines([Line(words, date), Line("after it")], title=f"{words}."), Choice())
    first, second = read(made.files[0]).events
    codes = {item.code for item in made.losses}
    expected = NOT_XML.sub("\ufffd", words)
    if re.match(r" [(\[]", words):
        assert "blanks" in codes
        expected = expected[1:]
    assert first.text == expected
    assert second.text == "after it"
    assert ("characters" in codes) == bool(NOT_XML.search(words + date))
    assert codes <= {"characters", "own-characters", "blanks", "mark"}
