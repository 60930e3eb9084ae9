from __future__ import annotations

import pytest

from tests.importers.pages.scoring import read

PAGE = """The strait and its light

The strait is narrow. In June 1905, the lighthouse at Esk was lit by the mayor of Brinn.

The board meets in Brinn. Its ships carry coal and salt to the islands.

After the close of the {event} in {date}, the board turned to fishing.

Key dates
March 1901 The board is founded by eleven merchants.
June 1905 Lighting of the lamp at Esk.
January 1912 Close of the salt works after long talks.
May 1920 The coal ships are sold.
"""


def page(event: str = "works", date: str = "March 1912") -> str:
    return PAGE.format(event=event, date=date)


def test_passage_is_offered_with_its_reason_in_words() -> None:
    text = page()
    milestone = read(text).milestones[1]

    assert milestone.related[0].span.of(text).startswith("In June 1905, the lighthouse")
    assert milestone.related[0].reason.startswith("both name Esk and June 1905")


def test_passage_that_shares_nothing_is_not_offered() -> None:
    contents = read("The port\n\nThe mole is long and old and grey.\n\nKey dates\n1901 Founding.\n1905 Selling.\n")

    assert all(milestone.related == () for milestone in contents.milestones)


SUBJECT = """Brinn and Esk

The long walls around old Brinn were never finished.

A grey stone harbour lies near the lamp of Esk.

Key dates
March 1901 The council of Brinn is founded by merchants.
June 1905 Lighting of the lamp at Esk.
"""


def test_passage_that_shares_only_the_name_of_what_the_page_is_about_is_not_offered() -> None:
    founded, lit = read(SUBJECT).milestones
    assert founded.related == ()
    assert [passage.reason for passage in lit.related] == ["both name Esk, and speak of “lamp”"]
    otherwise = read(SUBJECT.replace("Brinn and Esk", "Old times")).milestones[0]
    assert [passage.reason for passage in otherwise.related] == ["both name Brinn"]


def test_section_of_a_passage_is_its_heading() -> None:
    text = page()
    contents = read(text)
    heads = {block.id: block.span.of(text) for block in contents.blocks if block.level is not None}

    assert {heads[passage.section] for m in contents.milestones for passage in m.related} == {
        "The strait and its light"
    }


def test_event_that_the_text_dates_otherwise_is_a_discrepancy() -> None:
    text = page()
    contents = read(text)
    found = [note for note in contents.notes if note.kind == "discrepancy"]

    assert [[span.of(text) for span in note.spans] for note in found] == [["January 1912", "March 1912"]]
    assert contents.milestones[2].related[0].span.of(text).startswith("After the close of the works in March 1912")


@pytest.mark.parametrize("date", ["January 1912", "1912", "12 January 1912", "March 1925"])
def test_date_that_agrees_or_is_of_another_time_is_none(date: str) -> None:
    assert [note for note in read(page(date=date)).notes if note.kind == "discrepancy"] == []


def test_two_entries_with_the_same_words_and_other_dates_are_a_discrepancy() -> None:
    line = "The lamp at Esk is lit by the mayor."
    text = f"Timeline\n\nMarch 1905: {line}\nApril 1905: {line}\n1910: A crane.\n"
    found = [note for note in read(text).notes if note.kind == "discrepancy"]

    assert [[span.of(text) for span in note.spans] for note in found] == [["March 1905", "April 1905"]]
