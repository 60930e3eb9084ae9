from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from natopk_desktop.errors import InputError
from natopk_desktop.importers import registry
from natopk_desktop.importers.pages.hints import Facts
from natopk_desktop.importers.pages.read_page import LONGEST, MOST_LINES, read_page

if TYPE_CHECKING:
    from natopk_desktop.report import Item

FACTS = Facts("page.txt", "2026-11-26")


def items(text: str) -> dict[str, Item]:
    return {item.code: item for item in read_page(text, FACTS).items}


def test_page_of_nothing_but_residue_is_hardly_understood() -> None:
    found = items("The port\n\n" + "Print\n|\nwww.example.org\nShare\n" * 20)

    assert found["hardly-understood"].message.startswith("The page was opened, but hardly understood")


def test_understood_page_is_not_said_to_be_hardly_understood() -> None:
    assert "hardly-understood" not in items("The port\n\nThe mole is long and old and grey.\n\nMore...\n")


def test_counts_add_up_to_the_text() -> None:
    text = "The port\n\nThe mole is long.\n\nTimeline\n1901: Founding.\n1905: Selling.\nMore...\n"
    counts = read_page(text, FACTS).counts
    kinds = {name: count for name, count in counts.items() if name not in ("milestones", "dated", "figures", "notes")}

    assert sum(kinds.values()) == len(text)
    assert counts["milestones"] == counts["dated"] == 2


def test_every_guess_is_told_with_its_reason_and_place() -> None:
    dated = "3 November 2003: Storm.\n20 December: Flood.\n6 January 2004: Calm.\n"
    text = f"The port\n\nThe mole is long.\n\nTimeline\n{dated}"
    found = items(text)

    assert found["date-inferred"].where.id == "m02"
    assert "order of time" in found["date-inferred"].message
    assert {"kind-title", "kind-heading", "kind-milestone"} <= set(found)
    assert all(found[code].severity == "guessed" for code in ("kind-title", "kind-heading", "kind-milestone"))


def test_a_reason_that_several_things_share_is_told_of_each() -> None:
    text = "The port\n\nThe mole is long.\n\nTimeline\n1901: Founding.\n1905: Selling.\n"

    assert items(text)["kind-milestone"].message == (
        "2 entries were taken for milestones, each for this reason: "
        "It begins with a date under a heading that announces dates."
    )
    assert ", each" not in items(text)["kind-title"].message


def test_a_page_of_ascii_says_that_its_encoding_does_not_matter() -> None:
    found = {item.code: item for item in registry.read(b"The port\n\nThe mole is long and old.\n", "page.txt").items}

    assert found["encoding"].message.startswith("The file holds ASCII characters only")


def test_numbers_that_can_be_day_or_month_are_told() -> None:
    found = items("Key dates\n\n3/1/2005 Start.\n4/2/2005 Middle.\n5/3/2005 Break.\n")

    assert "either number may be the day" in found["date-doubtful"].message


def dates_of(text: str) -> list[str | None]:
    return [one.date.edtf for one in read_page(text, Facts("page.txt", "2026-11-26")).contents.milestones]


def test_a_date_that_no_calendar_has_settles_no_order() -> None:
    page = "Key dates\n\n3/1/2005 Start.\n{} Middle.\n5/3/2005 Break.\n2/2/2004 End.\n"

    assert dates_of(page.format("25/2/2005"))[::2] == ["2005-01-03", "2005-03-05"]
    assert dates_of(page.format("29/2/2005"))[::2] == ["2005", "2005"]
    assert dates_of(page.format("1/2/2004 – 31/2/2005"))[::2] == ["2005", "2005"]
    assert dates_of(page.replace("/", ".").format("1/2/2005"))[::2] == ["2005", "2005"]
    assert dates_of(page.replace("/", ".").format("29.2.2005"))[::2] == ["2005-01-03", "2005-03-05"]


@pytest.mark.parametrize(
    "none", ["31/02/2006: {}", "2006-13-01: {}", "31 June 2006 – {}", "June 31, 2006: {}", "(29 February 2006) {}"]
)
@pytest.mark.parametrize("is_last", [False, True])
def test_a_day_that_no_calendar_has_is_an_entry_without_a_date_and_takes_none_from_the_one_above(
    none: str,
    is_last: bool,
) -> None:
    others = ["4 May 2005: The first of the bridges opens.", "5 May 2005: The second of the bridges opens."]
    line = none.format("The third of the bridges opens.")
    under = "It was mended by masons from the hills."
    lines = [*others, line] if is_last else [others[0], line, under, others[1]]
    made = read_page("Key dates\n\n" + "\n".join(lines) + "\n", Facts("page.txt", "2026-11-26"))
    milestones = made.contents.milestones
    reasons = {guess.id: guess.reason for guess in made.contents.computed}

    assert [one.date.edtf for one in milestones] == (
        ["2005-05-04", "2005-05-05", None] if is_last else ["2005-05-04", None, None, "2005-05-05"]
    )
    at = milestones[2 if is_last else 1]
    assert line in at.text[0].of(made.contents.source.text or "")
    assert "none of the calendar" in reasons[at.id]
    assert all(one.date.inferred is None for one in milestones)


def test_reader_may_say_which_number_is_the_day() -> None:
    text = "Key dates\n\n3/1/2005 Start.\n4/2/2005 Middle.\n5/3/2005 Break.\n"
    facts = Facts("page.txt", "2026-11-26", is_day_first=True)

    assert [m.date.edtf for m in read_page(text, facts).contents.milestones] == [
        "2005-01-03",
        "2005-02-04",
        "2005-03-05",
    ]


@pytest.mark.parametrize(
    ("is_day_first", "edtf", "told"), [(False, "2006-12-31", "cannot be read month first"), (True, "2006-12-31", None)]
)
def test_a_date_that_cannot_be_in_the_order_a_reader_says_is_told(
    is_day_first: bool,
    edtf: str,
    told: str | None,
) -> None:
    text = "Key dates\n\n3/1/2005 Start.\n4/2/2005 Middle.\n31/12/2006 Break.\n"
    made = read_page(text, Facts("page.txt", "2026-11-26", is_day_first=is_day_first))

    assert made.contents.milestones[2].date.edtf == edtf
    reasons = {guess.id: guess.reason for guess in made.contents.computed}
    assert ("cannot be read" in reasons["m03"]) == (told is not None)
    assert "cannot be read" not in reasons["m01"]
    assert told is None or any(told in item.message and item.where.id == "m03" for item in made.items)


def test_page_that_ends_within_a_sentence_is_told_to_be_cut() -> None:
    prose = "The mole is long and old.\n\n" * 4

    assert "cut-short" in items(f"The port\n\n{prose}The cranes of the port were built by the sons of the\n")
    assert "cut-short" not in items(f"The port\n\n{prose}The cranes are new.\n")


@pytest.mark.parametrize("text", ["x" * (LONGEST + 1), "x\n" * (MOST_LINES + 1), "half \ud800"])
def test_text_that_is_no_page_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(InputError, match=r"^page\.txt .*\.$"):
        read_page(text, FACTS)


def test_edition_is_of_the_day_that_is_told_and_says_who_read_the_page() -> None:
    edition = read_page("The port\n", FACTS).contents.edition

    assert edition.date == "2026-11-26"
    assert "program" in edition.by
