from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import store
from natopk_desktop.dossier.model import Computed
from natopk_desktop.errors import InputError
from natopk_desktop.exporters import csv_table
from natopk_desktop.importers import registry, table
from natopk_desktop.importers.imported import Options
from tests.importers.checking import beside, codes, read, told, topics

if TYPE_CHECKING:
    from natopk_desktop.importers.imported import Imported
    from natopk_desktop.report import Item


def written(*rows: tuple[object, ...], delimiter: str = ",") -> str:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter).writerows(rows)
    return file.getvalue()


V3 = ("Year ", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", " Headline",
      "Text", "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Type", "Group", "Background")  # fmt: skip


def v3(**cells: str) -> tuple[str, ...]:
    return tuple(cells.get(name.strip().lower().replace(" ", "_"), "") for name in V3)


def test_timelinejs_of_version_three() -> None:
    made = read(
        written(
            V3,
            v3(headline="The title", text="Of it", type=" Title "),
            v3(year="2005", month="10", day="8", time="08:50", headline="Quake", text="<p>Big</p>", group="relief",
               media="https://example.org/a", media_caption="Cap", media_credit="Cred"),
            v3(year="2,006", month="13", headline="Thirteenth"),
            v3(year="2001", end_year="2003", headline="Era", type="era"),
            v3(headline="Second", type="title"),
            v3(time="08:00", headline="A time alone"),
            v3(),
        ),
        "t.txt",
    )  # fmt: skip
    assert made.contents.source.title == "The title"
    assert told(made) == [
        ("2005-10-08", "2005-10-8 08:50", "Quake|Big"),
        (None, "2,006-13", "Thirteenth"),
        (None, "", "Second"),
        (None, "08:00", "A time alone"),
    ]
    assert topics(made)[0] == ("relief",)
    assert "Cap\nCred\nhttps://example.org/a" in beside(made)
    assert [one.name for one in made.contents.periods] == ["Era"]


def test_timelinejs_of_version_one_reads_slashes_with_the_month_first() -> None:
    rows = [
        ("Start Date", "End Date", "Headline", "Text", "Media", "Tag"),
        ("10/8/2005", "", "Quake", "Words", "", "relief"),
        ("31/12/2005", "", "Month 31", "", "", ""),
        ("2005-10", "2005-11", "ISO", "", "", ""),
    ]
    made = read(written(*rows, delimiter=";"))
    assert [one[0] for one in told(made)] == ["2005-10-08", None, "2005-10/2005-11"]
    assert topics(made)[0] == ("relief",)
    assert "bad-date" in codes(made)


EVENTS = (
    ("Event", "When", "Place", "Tags", "Details"),
    ("Quake", "8 October 2005", "Kashmir", "relief, quake", "=cmd|' /C calc'!A0"),
    ("Visit", "2005-10/2006-02", "Islamabad", "visits", "  spaced  "),
    ("Nothing", "", "", "", '<img src="file:///CANARY">'),
    ("Bad", "2005-13-01", "", "", "two\nlines"),
)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_any_table_with_a_column_of_dates(delimiter: str, encoding: str) -> None:
    made = read(written(*EVENTS, delimiter=delimiter).encode(encoding), "events.dat")
    assert told(made) == [
        ("2005-10-08", "8 October 2005", "Quake|=cmd|' /C calc'!A0"),
        ("2005-10/2006-02", "2005-10/2006-02", "Visit|  spaced  "),
        (None, "", 'Nothing|<img src="file:///CANARY">'),
        (None, "2005-13-01", "Bad|two\nlines"),
    ]
    assert topics(made) == [("relief", "quake"), ("visits",), (), ()]
    assert "Kashmir" in beside(made)
    assert {"no-date", "unread-date", "columns"} <= codes(made)


def test_dates_that_can_be_read_in_two_ways_are_settled_by_the_others_or_by_a_person_or_left_open() -> None:
    open_ones = written(("Date", "Event"), ("03/04/2005", "a"), ("05/06/2005", "b"))
    made = read(open_ones)
    assert [one[0] for one in told(made)] == ["2005", "2005"]
    assert "either-way" in codes(made)
    assert [one.id for one in made.contents.computed] == ["m1", "m2"]
    assert [one[0] for one in told(read(open_ones, options=Options(is_day_first=True)))] == ["2005-04-03", "2005-06-05"]
    assert [one[0] for one in told(read(open_ones, options=Options(is_day_first=False)))] == [
        "2005-03-04",
        "2005-05-06",
    ]
    settled = read(written(("Date", "Event"), ("03/04/2005", "a"), ("25/06/2005", "b")))
    assert [one[0] for one in told(settled)] == ["2005-04-03", "2005-06-25"]
    both = read(written(("Date", "Event"), ("03/04/2005", "a"), ("25/06/2005", "b"), ("06/25/2005", "c")))
    assert [one[0] for one in told(both)] == ["2005", "2005-06-25", "2005-06-25"]


GERMAN = (
    ("Datum", "Was", "Ort"),
    ("03/04/2005", "a", "Rom"),
    ("31/12/2006", "b", "Riga"),
    ("13/2007", "c", "Wien"),
)


def _item(made: Imported, code: str) -> Item:
    (item,) = (item for item in made.items if item.code == code)
    return item


def test_an_order_that_other_rows_decide_is_told_and_marked() -> None:
    made = read(written(*GERMAN, delimiter=";"))
    assert [one[0] for one in told(made)] == ["2005-04-03", "2006-12-31", None]
    reason = "day first, since 31/12/2006 in the same column can only be so"
    assert made.contents.computed == [Computed("m1", 0.8, reason)]
    item = _item(made, "order")
    assert (item.severity, item.where.ids) == ("guessed", ("m1",))
    assert item.message == f"Read {reason}: 1 entry."
    assert "“Datum” for the date" in _item(made, "columns-named").message
    month = read(written(("Start", "End", "Name"), ("1/2/2005", "2/13/2005", "a"), ("2005", "1/3/2006", "b")))
    assert [one[0] for one in told(month)] == ["2005-01-02/2005-02-13", "2005/2006-01-03"]
    assert _item(month, "order").where.ids == ("m1", "m2")


@pytest.mark.parametrize(
    "none",
    ["31/02/2006", "31.04.2007", "30-02-2004", "29/02/2005", "02/30/2006", "31/12/2006x", "32/12/2006", "13/13/2006"],
)
def test_a_cell_that_is_no_day_of_the_calendar_settles_no_order(none: str) -> None:
    made = read(written(("Date", "Event"), ("01/02/2005", "a"), (none, "b"), ("03/04/2005", "c")))
    assert [one[0] for one in told(made)] == ["2005", None, "2005"]
    assert "order" not in codes(made)
    assert _item(made, "either-way").where.ids == ("m1", "m3")
    assert _item(made, "unread-date").where.ids == ("m2",)


@pytest.mark.parametrize("shown", ["29/02/2004", "13/04/05", " 25.06.2005", "31/12/2006 10:30", "25/06/2005?"])
def test_a_cell_that_is_a_day_in_one_order_alone_settles_it_beside_one_that_is_none(shown: str) -> None:
    made = read(written(("Date", "Event"), ("02/30/2005", "a"), ("03/04/2005", "b"), (shown, "c")))
    assert [one[0] for one in told(made)][:2] == [None, "2005-04-03"]
    assert f"since {shown.split(maxsplit=1)[0].rstrip('?')} in the same column" in _item(made, "order").message


def test_whole_dates_in_a_column_of_years_are_read_as_in_one_of_dates() -> None:
    rows = [("Année", "Texte"), ("12/03/1999", "Été"), ("13/03/1999", "Hiver"), ("1998", "Avant"), ("99.0", "Tôt")]
    content = written(*rows, delimiter=";").encode("windows-1252")
    made = read(content)
    assert [one[0] for one in told(made)] == ["1999-03-12", "1999-03-13", "1998", "0099"]
    assert (
        _item(made, "order").message == "Read day first, since 13/03/1999 in the same column can only be so: 1 entry."
    )
    assert made.contents.computed[0].id == "m1"
    other = read(content, options=Options(is_day_first=False))
    assert [one[0] for one in told(other)][:2] == ["1999-12-03", None]
    assert _item(other, "other-way").where.ids == ("m2",)
    alone = read(written(("Year", "Event"), ("12/03/1999", "a"), ("04/05/1999", "b")))
    assert [one[0] for one in told(alone)] == ["1999", "1999"]
    assert _item(alone, "either-way").where.ids == ("m1", "m2")


def test_columns_beside_one_of_years_are_not_dropped() -> None:
    made = read(written(("Year", "Day", "End", "Event"), ("2005", "8", "2006", "a"), ("2007", "9", "", "b")))
    assert [one[:2] for one in told(made)] == [("2005/2006", "2005 – 2006"), ("2007", "2007")]
    assert {"8", "9"} <= set(beside(made))
    content = written(("x", "y", "z"), ("1999", "2001", "a"))
    both = read(content, "t.csv", Options(columns={"date": 0, "year": 1}))
    assert [one[0] for one in told(both)] == ["1999"]
    assert "2001" in "\n".join(beside(both))


def test_a_date_that_cannot_be_in_the_order_a_person_chose_stays_as_printed_and_is_told() -> None:
    made = read(written(*GERMAN, delimiter=";"), options=Options(is_day_first=False))
    assert [one[:2] for one in told(made)] == [
        ("2005-03-04", "03/04/2005"),
        (None, "31/12/2006"),
        (None, "13/2007"),
    ]
    assert made.contents.computed == []
    item = _item(made, "other-way")
    assert item.where.ids == ("m2",)
    assert "month first" in item.message
    assert item.remedy is not None
    end = read(
        written(("Start", "End", "Name"), ("1/2/2005", "13/2/2005", "a"), ("1/3/2005", "", "b")),
        options=Options(is_day_first=False),
    )
    assert [one[0] for one in told(end)] == ["2005-01-02", "2005-01-03"]
    assert "start alone" in _item(end, "other-way").message


def test_start_and_end_and_parts_in_columns_of_their_own() -> None:
    spans = read(
        written(
            ("Start", "End", "Title"),
            ("2005", "2006", "a"),
            ("2005", "2004", "b"),
            ("2005", "then", "c"),
            ("", "2005", "d"),
            ("March 2005", "March 2005", "e"),
        )
    )
    assert [one[:2] for one in told(spans)] == [
        ("2005/2006", "2005 – 2006"),
        ("2005", "2005 – 2004"),
        ("2005", "2005 – then"),
        (None, "– 2005"),
        ("2005-03", "March 2005"),
    ]
    parts = read(
        written(
            ("Year", "Month", "Day", "Name"),
            ("2005", "10", "8", "a"),
            ("2005", "Oct", "", "b"),
            ("2005", "2", "31", "c"),
        )
    )
    assert [one[:2] for one in told(parts)] == [
        ("2005-10-08", "2005-10-8"),
        ("2005-10", "Oct 2005"),
        (None, "2005-2-31"),
    ]


def test_a_table_without_names_is_told_by_its_cells() -> None:
    made = read(written(("x1", "March 2005", "A visit to the place"), ("x2", "April 2006", "Another")), "t.csv")
    assert [one[0] for one in told(made)] == ["2005-03", "2006-04"]
    assert "column" in codes(made)


def test_a_person_maps_the_columns() -> None:
    content = written(("a", "b", "c"), ("1999", "words", "2001"), ("1998", "more", "2000"))
    made = read(content, "t.csv", Options(columns={"date": 2, "title": 1}))
    assert told(made) == [("2001", "2001", "words"), ("2000", "2000", "more")]
    for columns in ({"date": 9}, {"nonsense": 0}):
        with pytest.raises(InputError, match=r"t\.csv"):
            read(content, "t.csv", Options(columns=columns))


def test_a_preview_shows_what_a_person_maps() -> None:
    shown = table.preview(written(*EVENTS).encode(), "t.csv", Options())
    assert shown.header == EVENTS[0]
    assert shown.rows[0][1] == "8 October 2005"
    assert shown.columns == {"date": 1, "title": 0, "topic": 3, "text": 4}
    assert shown.guessed == ()
    assert table.preview(b"x1,March 2005,A visit\nx2,May 2006,B\n", "t.csv", Options()).guessed == (
        "date",
        "title",
        "text",
    )


def test_odd_line_ends_and_rows_of_other_lengths_lose_no_cell() -> None:
    content = 'Date,Event\r2005,"a\rb"\r2006,b,extra,more\r\n2007\n'
    made = read(content, "t.csv")
    assert told(made) == [("2005", "2005", "a\rb"), ("2006", "2006", "b"), ("2007", "2007", "")]
    assert "extra\nmore" in beside(made)


def test_our_own_table_comes_back() -> None:
    made = read(csv_table.write(store.built_in(), Choice()).files[0], "own.csv")
    dossier = store.built_in()
    assert [one.date.edtf for one in made.contents.milestones] == [one.date.edtf for one in dossier.milestones]
    assert [one[2] for one in told(made)] == ["\n".join(dossier.words(one.text)) for one in dossier.milestones]
    names = {topic.id: topic.name for topic in dossier.head.topics}
    assert topics(made) == [tuple(names[topic] for topic in one.topics) for one in dossier.milestones]


@pytest.mark.parametrize(
    "page",
    [
        "A page, with commas, in it.\nAnother line, too, of it.\n\nMore, of, that.\n",
        "March 2005, a visit\nApril 2005, another\nMay 2005, a third\n",
        "Title\n\nDate: a word, and more\n",
    ],
)
def test_prose_with_commas_is_no_table(page: str) -> None:
    assert registry.recognised(page.encode(), "page.txt").id == "txt"


def test_the_line_that_names_the_sign_is_no_row() -> None:
    made = read('sep=;\r\nDate;Event\r\n2005;"a, b"\r\n2006;c\r\n', "t.txt")
    assert told(made) == [("2005", "2005", "a, b"), ("2006", "2006", "c")]
