from __future__ import annotations

import pytest

from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import store
from natopk_desktop.exporters import icalendar_file
from tests.importers.checking import beside, codes, read, told, topics


def calendar(*events: str, head: str = "") -> str:
    body = "".join(f"BEGIN:VEVENT\n{one}\nEND:VEVENT\n" for one in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{head}{body}END:VCALENDAR\n".replace("\n", "\r\n")


def dated(lines: str) -> tuple[str | None, str]:
    return told(read(calendar(f"SUMMARY:S\n{lines}")))[0][:2]


def test_an_event_is_an_entry_with_its_words() -> None:
    made = read(
        calendar(
            "UID:1\nDTSTART;VALUE=DATE:20051008\nSUMMARY;LANGUAGE=en:Quake\\, strong\\; sudden\n"
            "DESCRIPTION:one\\ntwo \\\\ three\\Nfour\nLOCATION:Muzaffarabad\nCATEGORIES:relief,a\\,b\nCATEGORIES:third",
            head="X-WR-CALNAME:A calendar\nX-WR-CALDESC:Of sorts\nNAME:A calendar\n",
        )
    )
    assert told(made) == [("2005-10-08", "20051008", "Quake, strong; sudden|one\ntwo \\ three\nfour")]
    assert topics(made) == [("relief", "a,b", "third")]
    assert made.contents.source.title == "A calendar"
    assert beside(made)[:3] == ["A calendar", "Of sorts", "Muzaffarabad"]


@pytest.mark.parametrize(
    ("lines", "edtf"),
    [
        ("DTSTART;VALUE=DATE:20051008\nDTEND;VALUE=DATE:20051009", "2005-10-08"),
        ("DTSTART;VALUE=DATE:20051008\nDTEND;VALUE=DATE:20051011", "2005-10-08/2005-10-10"),
        ("DTSTART;VALUE=DATE:20051008\nDTEND;VALUE=DATE:20051008", "2005-10-08"),
        ("DTSTART;VALUE=DATE:20051008\nDTEND;VALUE=DATE:20051001", "2005-10-08"),
        ("DTSTART:20051008T083000\nDTEND:20051008T093000", "2005-10-08"),
        ("DTSTART:20051008T083000\nDTEND:20051009T000000", "2005-10-08"),
        ("DTSTART:20051008T083000\nDTEND:20051009T000001", "2005-10-08/2005-10-09"),
        ("DTSTART;VALUE=DATE:20051008\nDURATION:P2D", "2005-10-08/2005-10-09"),
        ("DTSTART:20051008T083000Z\nDURATION:P2DT1H", "2005-10-08/2005-10-10"),
        ("DTSTART:20051008T083000Z\nDURATION:P1W", "2005-10-08/2005-10-15"),
        ("DTSTART:20051008T083000Z\nDURATION:-P1D", "2005-10-08"),
        ("DTSTART:20051308", None),
        ("DTSTART:20050230", None),
        ("DTSTART:20051008T253000", None),
        ("DTSTART:20051008\nDTEND:20059999", "2005-10-08/"),
        ("DTSTART:20051008\nDURATION:soon", "2005-10-08/"),
        ("DTEND:20051008", None),
        ("", None),
    ],
)
def test_days_are_those_meant_and_nothing_is_put_right(lines: str, edtf: str | None) -> None:
    assert dated(lines)[0] == edtf


def test_zones_and_floating_times_stay_words_and_move_no_day() -> None:
    assert dated("DTSTART;TZID=Asia/Karachi:20051008T000100") == ("2005-10-08", "20051008T000100 Asia/Karachi")
    assert dated('DTSTART;X-A="b:c;d";TZID="My: zone":20051008T235900') == ("2005-10-08", "20051008T235900 My: zone")
    assert dated("DTSTART:20051008T235900Z") == ("2005-10-08", "20051008T235900Z")


def test_a_rule_without_end_is_told_and_not_unfolded() -> None:
    made = read(calendar("SUMMARY:S\nDTSTART:20051008\nRRULE:FREQ=SECONDLY\nRDATE:20060101\nEXDATE:20070101"))
    assert len(made.contents.milestones) == 1
    assert beside(made)[0] == "FREQ=SECONDLY\n20060101\n20070101"
    assert "repeats" in codes(made)


def test_folds_may_cut_a_character() -> None:
    raw = calendar("DTSTART:20051008\nSUMMARY:Zürich and Größe").encode()
    at = raw.index("ü".encode()) + 1
    made = read(raw[:at] + b"\r\n " + raw[at:])
    assert told(made)[0][2] == "Zürich and Größe"
    assert told(read(raw.replace(b"and", b"a\r\n\tnd").replace(b"\r\n", b"\n")))[0][2] == "Zürich and Größe"
    wide = calendar("DTSTART:20051008\nSUMMARY:Zü\n rich").encode("utf-16")
    assert told(read(wide))[0][2] == "Zürich"


def test_journals_tasks_and_what_lies_in_an_event() -> None:
    made = read(
        "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Z\nBEGIN:STANDARD\nDTSTART:19700101T000000\nEND:STANDARD\nEND:VTIMEZONE\n"
        "BEGIN:VEVENT\nSUMMARY:One\nBEGIN:VALARM\nDESCRIPTION:Reminder\nEND:VALARM\nDTSTART:20050101\nEND:VEVENT\n"
        "BEGIN:VJOURNAL\nSUMMARY:Two\nEND:VJOURNAL\nBEGIN:VTODO\nSUMMARY:Three\nDUE:20050102\nEND:VTODO\nEND:VCALENDAR\n"
    )
    assert [(one[0], one[2]) for one in told(made)] == [("2005-01-01", "One"), (None, "Two"), ("2005-01-02", "Three")]


def test_broken_and_cut_off_files_give_what_they_hold() -> None:
    made = read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:One\nstill one\nDTSTART:20050101\nBEGIN:VEVENT\nSUMMARY:Two")
    assert [one[2] for one in told(made)] == ["One\nstill one", "Two"]
    assert {"cut-off", "broken-lines"} <= codes(made)


def test_our_own_calendar_comes_back_with_its_exact_dates() -> None:
    made = read(icalendar_file.write(store.built_in(), Choice()).files[0])
    dossier = store.built_in()
    assert [one.date.edtf for one in made.contents.milestones] == [one.date.edtf for one in dossier.milestones]
    firsts = [words.split("|")[0] for _, _, words in told(made)]
    assert firsts == ["\n".join(dossier.words(one.text)) for one in dossier.milestones]
    printed = [words for _, words, _ in told(made)]
    assert printed[0] == " ".join(dossier.words(dossier.milestones[0].date.printed))


def test_what_is_in_the_kept_file_alone_is_named() -> None:
    made = read(calendar("SUMMARY:S\nDTSTART:20051008\nORGANIZER;CN=A:mailto:a@example.org\nGEO:1;2"))
    assert [item.message for item in made.items if item.code == "properties"] == [
        "In the kept file alone: what it says of GEO, ORGANIZER."
    ]
