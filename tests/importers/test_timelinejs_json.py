from __future__ import annotations

import json

import pytest

from natopk_desktop.errors import InputError
from natopk_desktop.importers.imported import Options
from tests.importers.checking import beside, codes, read, told, topics


def timeline(*events: object, **parts: object) -> str:
    return json.dumps({**parts, "events": list(events)})


def event(headline: str = "Words", **fields: object) -> dict[str, object]:
    return {"text": {"headline": headline}, **fields}


def test_an_event_is_an_entry_with_its_words_as_they_stand() -> None:
    made = read(
        timeline(
            {
                "start_date": {"year": "2005", "month": "10", "day": "8"},
                "text": {"headline": "Earthquake ", "text": "A quake of  7.6."},
                "group": "relief",
                "media": {"url": "https://example.org/a.jpg", "caption": "The valley", "credit": "A. Nother"},
            },
            title={"text": {"headline": "A chronology", "text": "Of sorts."}},
        )
    )
    assert told(made) == [("2005-10-08", "2005-10-8", "Earthquake |A quake of  7.6.")]
    assert topics(made) == [("relief",)]
    assert made.contents.source.title == "A chronology"
    assert beside(made) == ["A chronology", "Of sorts.", "The valley\nA. Nother\nhttps://example.org/a.jpg", "relief"]


@pytest.mark.parametrize(
    ("date", "edtf"),
    [
        ({"year": 2005}, "2005"),
        ({"year": "2005", "month": "10"}, "2005-10"),
        ({"year": "79", "month": 8}, "0079-08"),
        ({"year": -43}, "-0043"),
        ({"year": "-13800000000"}, "Y-13800000000"),
        ({"year": 2005.0, "month": " 2 ", "day": ""}, "2005-02"),
        ({"year": "2005", "month": "2", "day": "3", "hour": "8", "minute": "30"}, "2005-02-03"),
        ({"year": "2005", "month": "13"}, None),
        ({"year": "2005", "month": "2", "day": "31"}, None),
        ({"year": "2005", "day": "31"}, None),
        ({"year": "2005", "month": "Oct"}, None),
        ({"month": "10"}, None),
        ("2005-10-08", "2005-10-08"),
        ("sometime", None),
    ],
)
def test_a_date_is_as_exact_as_it_is_given_and_never_put_right(date: object, edtf: str | None) -> None:
    made = read(timeline(event(start_date=date)))
    assert told(made)[0][0] == edtf
    assert ("bad-date" in codes(made)) == (edtf is None)
    assert told(made)[0][1]


def test_what_is_displayed_for_a_date_is_what_prints_it() -> None:
    date = {"year": "2005", "month": "10", "display_date": "Autumn of the quake"}
    assert told(read(timeline(event(start_date=date))))[0][:2] == ("2005-10", "Autumn of the quake")
    assert told(read(timeline(event(start_date=date, display_date="Then"))))[0][:2] == ("2005-10", "Then")


def test_ends_make_intervals_and_ends_that_are_none_are_told() -> None:
    start = {"year": "2005", "month": "10"}
    made = read(
        timeline(
            event(start_date=start, end_date={"year": "2006", "month": "2"}),
            event(start_date=start, end_date=start),
            event(start_date=start, end_date={"year": "2006", "month": "99"}),
            event(start_date=start, end_date={"year": "2004"}),
        )
    )
    assert [one[0] for one in told(made)] == ["2005-10/2006-02", "2005-10", "2005-10/", "2005-10"]
    assert told(made)[0][1] == "2005-10 – 2006-2"
    assert {"bad-end", "end-before-start"} <= codes(made)


def test_events_without_a_date_stay_in_their_place() -> None:
    made = read(timeline(event("first", start_date={"year": "2005"}), event("none"), event("x", start_date={})))
    assert [(one[0], one[2]) for one in told(made)] == [("2005", "first"), (None, "none"), (None, "x")]
    assert {item.code: item.where.ids for item in made.items}["no-date"] == ("m2", "m3")


def test_mark_up_of_look_is_left_out_and_told_and_any_other_stands_as_characters() -> None:
    hostile = '<p>Hello</p><img src="file:///CANARY" onerror=alert(1)>'
    made = read(
        timeline(
            event("<b>Bold</b> &amp; so on", text_={}),
            {"text": {"headline": "", "text": "<p>One.</p>\n<p>Two<br>three</p>"}},
            event(hostile, media={"url": hostile, "caption": hostile}, group=hostile),
            event('<a href="javascript:alert(1)">x</a>'),
            event("1 < 2 & 3 > 2"),
        )
    )
    assert [one[2] for one in told(made)] == [
        "Bold & so on",
        "One.\n\nTwo\nthree",
        hostile,
        '<a href="javascript:alert(1)">x</a>',
        "1 < 2 & 3 > 2",
    ]
    assert topics(made)[2] == (hostile,)
    assert beside(made)[0] == f"{hostile}\n{hostile}"
    assert "mark-up" in codes(made)


def test_two_fields_of_one_name_are_noticed() -> None:
    made = read('{"events": [{"text": {"headline": "a", "headline": "b \\":"}}, {"text":{"headline":"c \\": d"}}]}')
    assert [one[2] for one in told(made)] == ['b ":', 'c ": d']
    items = [item for item in made.items if item.code == "duplicate-keys"]
    assert [item.where.ids for item in items] == [("m1",)]
    tight = read('{"events":[{"text":{"headline":"a"},"text":{"headline":"b"}}]}')
    assert "duplicate-keys" in codes(tight)


def test_halves_of_characters_are_replaced_and_told() -> None:
    made = read(b'{"events": [{"text": {"headline": "a\\ud800b \\ud83d\\ude00"}}]}')
    assert told(made)[0][2] == "a\N{REPLACEMENT CHARACTER}b \N{GRINNING FACE}"
    assert {"json", "surrogates"} <= codes(made)


def test_eras_are_periods() -> None:
    era = {"start_date": {"year": "2001"}, "end_date": {"year": "2003", "month": "2"}, "text": {"headline": "An era"}}
    made = read(timeline(event(), eras=[era, {"text": {"headline": "No dates"}}]))
    (period,) = made.contents.periods
    text = made.contents.source.text or ""
    assert (period.name, period.start[0].edtf, period.end[0].edtf) == ("An era", "2001", "2003-02")
    assert (period.start[0].span.of(text), period.end[0].span.of(text)) == ("2001", "2003-2")
    assert "No dates" in beside(made)
    assert "era" in codes(made)


def test_the_first_version_is_read_too() -> None:
    old = {
        "timeline": {
            "headline": "Old",
            "text": "Times",
            "date": [
                {"startDate": "2011,12,10", "endDate": "2011,12,11", "headline": "H", "text": "T", "tag": "g",
                 "asset": {"media": "https://example.org/x", "credit": "C", "caption": "K"}},
                {"startDate": "31/12/2005", "headline": "Slashes"},
                {"startDate": "2/1/2005", "headline": "Month first"},
            ],
        }
    }  # fmt: skip
    made = read(f"storyjs_jsonp_data = {json.dumps(old)};", "old.jsonp")
    assert told(made) == [
        ("2011-12-10/2011-12-11", "2011,12,10 – 2011,12,11", "H|T"),
        (None, "31/12/2005", "Slashes"),
        ("2005-02-01", "2/1/2005", "Month first"),
    ]
    assert topics(made)[0] == ("g",)


def test_any_json_value_in_any_place_is_read_without_a_fall() -> None:
    odd: list[object] = [None, True, 5, 1e400, "x", [], [1, ["y"]], {}, {"z": {"z": 1}}]
    events = [
        {name: value} for value in odd for name in ("start_date", "end_date", "text", "media", "group", "location")
    ]
    read(json.dumps({"title": 5, "events": [*events, *odd], "eras": odd}))
    read(json.dumps({"events": []}))


def test_encodings_of_json_are_found_out() -> None:
    words = timeline(event("Ünïcode"))
    for encoding in ("utf-8-sig", "utf-16", "utf-32"):
        assert told(read(words.encode(encoding)))[0][2] == "Ünïcode"
    assert told(read(json.dumps({"events": [event("Zürich")]}, ensure_ascii=False).encode("latin-1")))[0][2] == "Zürich"


def test_a_person_chooses_the_encoding() -> None:
    raw = json.dumps({"events": [event("Zürich")]}, ensure_ascii=False).encode("mac-roman")
    made = read(raw, options=Options(encoding="mac-roman"))
    assert told(made)[0][2] == "Zürich"
    with pytest.raises(InputError, match="no-such"):
        read(raw, options=Options(encoding="no-such"))


def test_broken_json_names_the_line() -> None:
    with pytest.raises(InputError, match=r"t\.json, line 2: this is not readable as JSON"):
        read('{"events": [\n {"text" 5}]}', "t.json")
    with pytest.raises(InputError, match="nested"):
        read('{"events": ' + "[" * 200_000, "deep.json")
    with pytest.raises(InputError, match="no kind that can be read"):
        read('{"some": "thing"}', "other.json")
