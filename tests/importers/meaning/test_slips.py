from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.importers.pages.scoring import read

if TYPE_CHECKING:
    from natopk_desktop.dossier.model import Note


def notes(sentence: str, kind: str = "slip") -> list[Note]:
    return [note for note in read(f"The port\n\n{sentence}\n").notes if note.kind == kind]


@pytest.mark.parametrize(
    ("sentence", "fault", "reading"),
    [
        ("The harbour is old. The har17bour board keeps it.", "har17bour", "harbour"),
        ("The light3house is far.", "light3house", None),
        ("It ended well. .", "well. .", "well."),
        ("It ended well.. Then it began again.", "well..", "well."),
        ("The moles,, the cranes and the ships.", "moles,,", "moles,"),
        ("The ship left the the port.", "the the", "the"),
    ],
)
def test_slip_is_noted_and_kept(sentence: str, fault: str, reading: str | None) -> None:
    text = f"The port\n\n{sentence}\n"
    found = [note for note in read(text).notes if note.kind == "slip"]

    assert [note.spans[0].of(text) for note in found] == [fault]
    assert found[0].reading == reading


@pytest.mark.parametrize(
    "sentence",
    [
        "The CO2 of the A380 and the H1N1 strain of the G20 and of 4x4 cars.",
        "See http://example.org/ab12cd/ef34gh and write to ab12cd@example.org.",
        "And so on ... and on… It said so (Inc., Ltd.) and left; etc., etc.",
        "In the 1990s, the 21st and the 2nd ship came. He had had enough.",
        "“Is it so?” he asked. J. R. Miller, Jr., came.",
    ],
)
def test_what_is_printed_so_on_purpose_is_no_slip(sentence: str) -> None:
    assert notes(sentence) == []


def test_entry_out_of_order_is_noted() -> None:
    text = "Timeline\n\n1901: A.\n1905: B.\n1899: C.\n1910: D.\n1920: E.\n1930: F.\n"
    found = [note for note in read(text).notes if note.kind == "slip"]

    assert [note.spans[0].of(text) for note in found] == ["1899"]


@pytest.mark.parametrize(
    "dates",
    [
        ("1901", "1905", "1910", "1920"),
        ("1920", "1910", "1905", "1901"),
        ("1901", "March 1901", "1905", "1905", "1907"),
    ],
)
def test_list_in_order_either_way_has_no_slip(dates: tuple[str, ...]) -> None:
    text = "Timeline\n\n" + "".join(f"{date}: Something happens.\n" for date in dates)

    assert [note for note in read(text).notes if note.kind == "slip"] == []
