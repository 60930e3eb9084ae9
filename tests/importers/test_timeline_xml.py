from __future__ import annotations

import pytest

from natopk_desktop.errors import InputError
from tests.importers.checking import beside, codes, read, told, topics


def timeline(*events: str, calendar: str = "gregoriantime", before: str = "") -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<timeline>\n  <version>2.5.0 (8e7ac3c)</version>\n'
        f"  <timetype>{calendar}</timetype>\n  {before}\n  <events>\n"
        + "".join(f"    <event>{one}</event>\n" for one in events)
        + "  </events>\n  <view></view>\n</timeline>\n"
    )


def event(start: str, end: str, rest: str = "<text>Words</text>") -> str:
    return f"<start>{start}</start><end>{end}</end>{rest}"


def dated(start: str, end: str, rest: str = "") -> str | None:
    return told(read(timeline(event(start, end, f"<text>W</text>{rest}"))))[0][0]


def test_an_event_is_an_entry_with_its_words_as_they_stand() -> None:
    rest = (
        "<text>Quake &amp; more</text><progress>0</progress><locked>False</locked><category>Work</category>"
        "<description>one\n two </description><hyperlink>https://example.org</hyperlink>"
    )
    before = "<categories><category><name>Play</name><color>1,2,3</color></category>"
    before += "<category><name>Work</name><color>1,2,3</color></category></categories>"
    made = read(timeline(event("2005-10-08 08:50:00", "2005-10-08 09:00:00", rest), before=before))
    assert told(made) == [("2005-10-08", "2005-10-08 08:50:00 – 2005-10-08 09:00:00", "Quake & more|one\n two ")]
    assert topics(made) == [("Work",)]
    assert [one.name for one in made.contents.topics] == ["Play", "Work"]
    assert "https://example.org" in beside(made)


@pytest.mark.parametrize(
    ("start", "end", "edtf"),
    [
        ("2005-10-01 00:00:00", "2005-10-01 00:00:00", "2005-10-01"),
        ("2005-10-01 00:00:00", "2005-10-02 00:00:00", "2005-10-01"),
        ("2005-10-01 00:00:00", "2005-11-01 00:00:00", "2005-10-01/2005-10-31"),
        ("2005-12-30 00:00:00", "2006-01-01 00:00:00", "2005-12-30/2005-12-31"),
        ("2005-10-01 08:00:00", "2005-10-02 00:00:00", "2005-10-01/2005-10-02"),
        ("-44-3-15 00:00:00", "-44-03-16 00:00:00", "-0044-03-15"),
        ("2005-13-01 00:00:00", "2006-01-01 00:00:00", None),
        ("2005-02-30 00:00:00", "2006-01-01 00:00:00", None),
        ("2005-01-01 00:00:00", "2005-02-30 00:00:00", "2005-01-01/"),
        ("2005-01-02 00:00:00", "2005-01-01 00:00:00", "2005-01-02"),
        ("soon", "later", None),
    ],
)
def test_midnight_to_midnight_is_whole_days_and_nothing_is_put_right(start: str, end: str, edtf: str | None) -> None:
    assert dated(start, end) == edtf


def test_flags_say_what_is_not_exact_or_not_over() -> None:
    start, end = "2005-10-01 00:00:00", "2005-10-03 00:00:00"
    assert dated(start, end, "<fuzzy>True</fuzzy>") == "2005-10-01~/2005-10-02~"
    assert dated(start, end, "<fuzzy_end>True</fuzzy_end>") == "2005-10-01/2005-10-02~"
    assert dated(start, start, "<fuzzy>True</fuzzy>") == "2005-10-01~"
    assert dated(start, end, "<ends_today>True</ends_today>") == "2005-10-01/.."
    assert dated(start, end, "<milestone>True</milestone>") == "2005-10-01"


def test_signs_of_containers_are_no_words() -> None:
    date = ("2005-10-01 00:00:00", "2005-10-01 00:00:00")
    texts = ("[1]Box", "(1)Part", " (brackets)", " [more]", "(no number)", "  two blanks")
    made = read(timeline(*(event(*date, f"<text>{text}</text>") for text in texts)))
    assert [one[2] for one in told(made)] == ["Box", "Part", "(brackets)", "[more]", "(no number)", "  two blanks"]
    assert {item.code: item.where.ids for item in made.items}["containers"] == ("m1", "m2")


def test_another_calendar_keeps_its_dates_as_printed() -> None:
    made = read(timeline(event("5", "6"), event("7", "8"), calendar="numtime"))
    assert [one[:2] for one in told(made)] == [(None, "5 – 6"), (None, "7 – 8")]
    assert "calendar" in codes(made)


def test_unknown_elements_order_attributes_and_loose_words_are_taken() -> None:
    made = read(timeline("<text>T</text><mood a='b'>glad</mood>loose<start>2005-10-01 00:00:00</start>"))
    assert told(made)[0] == ("2005-10-01", "2005-10-01 00:00:00", "T")
    assert beside(made)[0] == "b\nglad\nloose"
    assert "field" in codes(made)


def test_eras_are_periods() -> None:
    era = "<era><name>N</name><start>2001-01-01 00:00:00</start><end>2002-01-01 00:00:00</end></era>"
    made = read(timeline(before=f"<eras>{era}<era><name>Bad</name><start>x</start></era></eras>"))
    (period,) = made.contents.periods
    assert (period.name, period.start[0].edtf, period.end[0].edtf) == ("N", "2001-01-01", "2001-12-31")
    assert {"Bad", "x"} <= set(beside(made))


BOMB = '<!DOCTYPE t [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE t SYSTEM "file:///CANARY">'


@pytest.mark.parametrize(
    "doctype", [BOMB, OUTSIDE, '<!DOCTYPE t [<!ENTITY a SYSTEM "file:///CANARY">]>', "<!DOCTYPE t>"]
)
def test_any_document_type_is_refused(doctype: str) -> None:
    with pytest.raises(InputError, match="DOCTYPE"):
        read(timeline(event("x", "y")).replace("\n", f"\n{doctype}\n", 1), "t.timeline")


def test_control_characters_that_the_program_leaves_in_are_told() -> None:
    made = read(timeline(event("2005-10-01 00:00:00", "", "<text>a\x0bb</text>")))
    assert told(made)[0][2] == "a\N{REPLACEMENT CHARACTER}b"
    assert "characters" in codes(made)


def test_encodings_are_found_out() -> None:
    words = timeline(event("2005-10-01 00:00:00", "", "<text>Zürich</text>"))
    for encoding, declared in (
        ("utf-16", "utf-16"),
        ("latin-1", "iso-8859-1"),
        ("cp1252", "windows-1252"),
        ("cp1252", "utf-8"),
    ):
        made = read(words.replace('"utf-8"', f'"{declared}"', 1).encode(encoding))
        assert told(made)[0][2] == "Zürich"


def test_broken_xml_names_the_line() -> None:
    with pytest.raises(InputError, match=r"t\.timeline, line 7: this is not readable as XML"):
        read(timeline("<text>T"), "t.timeline")


def test_files_of_other_programs_with_that_ending_are_told_apart() -> None:
    with pytest.raises(InputError, match="no kind that can be read"):
        read("<?xml version='1.0'?><timeline><point when='1'/></timeline>", "other.timeline")
