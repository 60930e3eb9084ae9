from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import icalendar
import pytest
from hypothesis import example, given

from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import store
from natopk_desktop.errors import InputError
from natopk_desktop.exporters import icalendar_file
from tests.exporters.dossiers import Line, bare, of_lines, outside_marks, rich
from tests.exporters.texts import NASTY_TEXTS

ALLOWED = {
    "UID", "DTSTAMP", "DTSTART", "DTEND", "TRANSP", "SUMMARY", "DESCRIPTION", "CATEGORIES", "URL", "X-NATOPK-EDTF",
    "X-NATOPK-PRINTED-DATE", "X-NATOPK-ID",
}  # fmt: skip
CONTROLS = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f]")
LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")


def calendar(content: bytes) -> icalendar.Component:
    """Parse a calendar after looking at its lines: CRLF, at most 75 octets, no character cut in two."""
    lines = content.split(b"\r\n")
    assert lines.pop() == b""
    for line in lines:
        assert b"\n" not in line
        assert b"\r" not in line
        assert len(line) <= 75
        assert not CONTROLS.search(line.decode())
    return icalendar.Calendar.from_ical(content)


def events(content: bytes, name: str = "VEVENT") -> list[Any]:
    return list(calendar(content).walk(name))


def test_the_entries_of_the_page_letter_for_letter_and_in_order() -> None:
    dossier = store.built_in()
    found = events(icalendar_file.write(dossier, Choice()).files[0])
    assert [str(event["X-NATOPK-ID"]) for event in found] == dossier.milestones.ids
    for event, milestone in zip(found, dossier.milestones, strict=True):
        assert set(event) <= ALLOWED
        assert str(event["SUMMARY"]) == "\n".join(dossier.words(milestone.text))
        assert str(event["X-NATOPK-EDTF"]) == milestone.date.edtf
        printed = " ".join(dossier.words(milestone.date.printed))
        assert str(event.get("X-NATOPK-PRINTED-DATE", "")) == printed
        assert str(event["TRANSP"]) == "TRANSPARENT"


def test_a_month_is_a_span_of_days_to_the_first_of_the_next_and_says_what_it_is() -> None:
    found = events(icalendar_file.write(store.built_in(), Choice()).files[0])
    december = found[2]
    assert december["DTSTART"].params["VALUE"] == "DATE"
    assert (december.decoded("DTSTART"), december.decoded("DTEND")) == (date(2005, 12, 1), date(2006, 1, 1))
    assert "(EDTF 2005-12); the day is not known" in str(december["DESCRIPTION"])
    undated = found[8]
    assert (undated.decoded("DTSTART"), undated.decoded("DTEND")) == (date(2007, 1, 1), date(2007, 2, 1))
    assert "no date; placed under January 2007 by us" in str(undated["DESCRIPTION"])


def test_without_formatting_every_sentence_still_tells_its_owner() -> None:
    for dossier in (store.built_in(), rich()):
        text = LINE_ENDS.sub("\n", dossier.text).replace("\0", "\ufffd")
        content = icalendar_file.write(dossier, Choice()).files[0]
        assert outside_marks(str(calendar(content)["DESCRIPTION"])) == []
        for event in events(content) + events(content, "VJOURNAL"):
            assert all(line in text for line in str(event["SUMMARY"]).split("\n"))
            for piece in outside_marks(str(event["DESCRIPTION"])):
                assert piece in text


def test_an_entry_without_a_day_is_a_journal_entry_without_a_date() -> None:
    content = icalendar_file.write(rich(), Choice()).files[0]
    journal = events(content, "VJOURNAL")
    assert [str(entry["X-NATOPK-ID"]) for entry in journal] == ["m7", "m8", "m9", "m10", "m13"]
    assert not any("DTSTART" in entry for entry in journal)


def test_the_stamp_is_that_of_the_edition_or_the_variable_and_never_now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert b"DTSTAMP:20261124T000000Z\r\n" in icalendar_file.write(store.built_in(), Choice()).files[0]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86399")
    assert b"DTSTAMP:19700101T235959Z\r\n" in icalendar_file.write(store.built_in(), Choice()).files[0]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    with pytest.raises(InputError, match="SOURCE_DATE_EPOCH"):
        icalendar_file.write(store.built_in(), Choice())


def test_a_milestone_keeps_its_name_from_export_to_export() -> None:
    whole = events(icalendar_file.write(store.built_in(), Choice()).files[0])
    (one,) = events(icalendar_file.write(store.built_in(), Choice(only=("m04",), notes=False)).files[0])
    assert one["UID"] == whole[3]["UID"]
    assert len({str(event["UID"]) for event in whole}) == len(whole)


def test_nothing_in_a_bare_dossier_is_lost_and_much_in_a_rich_one() -> None:
    made = icalendar_file.write(bare(), Choice())
    assert made.losses == ()
    for event in events(made.files[0]):
        assert event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(days=1)
    codes = {item.code: item for item in icalendar_file.write(rich(), Choice()).losses}
    assert set(codes) == {
        "text", "computed", "corrections", "original", "notes", "note-places", "witnesses", "passages", "figures",
        "figures-beside", "pieces", "order", "mark", "undated", "precision", "inferred", "open-ends", "periods",
        "line-ends", "characters",
    }  # fmt: skip
    assert codes["undated"].where.ids == ("m7", "m8", "m9", "m10", "m13")


@given(NASTY_TEXTS, NASTY_TEXTS)
@example("\ufeffa byte-order mark", "\ufeff")
def test_any_words_come_back_and_bring_no_property_with_them(words: str, printed: str) -> None:
    made = icalendar_file.write(of_lines([Line(words, printed), Line("after it")], title=f"{words}."), Choice())
    content = made.files[0]
    first, second = events(content)
    expected = CONTROLS.sub("\ufffd", LINE_ENDS.sub("\n", words))
    assert str(first["SUMMARY"]) == expected
    assert str(second["SUMMARY"]) == "after it"
    assert set(first) <= ALLOWED
    # A reader that takes other characters for line ends finds no property behind them either.
    names = re.findall(r"^([A-Z-]+)[:;]", "\n".join(content.decode().replace("\r\n ", "").splitlines()), re.MULTILINE)
    assert set(names) <= ALLOWED | {
        "BEGIN", "END", "PRODID", "VERSION", "CALSCALE", "NAME", "X-WR-CALNAME", "X-WR-CALDESC",
    }  # fmt: skip
    codes = {item.code for item in made.losses}
    assert ("characters" in codes) == bool(CONTROLS.search(words + "|" + printed))
    assert ("line-ends" in codes) == bool(LINE_ENDS.search(words + "|" + printed))
