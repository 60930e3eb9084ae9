from __future__ import annotations

import io

import msgspec
import pytest

from natopk_desktop.errors import InputError
from natopk_desktop.ui.output.print_request import PrintRequest, packed, page_numbers, unpacked


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        ("", (1, 2, 3, 4, 5, 6, 7, 8)),
        ("  ", (1, 2, 3, 4, 5, 6, 7, 8)),
        ("2", (2,)),
        ("1-3, 5", (1, 2, 3, 5)),
        ("5,1 - 3,2", (1, 2, 3, 5)),
        ("7-", (7, 8)),
        ("-2", (1, 2)),
        ("3–4", (3, 4)),
    ],
)
def test_pages_are_named_as_people_write_them(wanted: str, numbers: tuple[int, ...]) -> None:
    assert page_numbers(wanted, 8) == numbers


@pytest.mark.parametrize("wanted", ["0", "9", "1-9", "3-2", "x", "1,", ",", "-", "1 2", "1-2-3", "99999999999", "²"])
def test_what_names_no_page_is_refused(wanted: str) -> None:
    with pytest.raises(InputError):
        page_numbers(wanted, 8)


def test_a_request_arrives_as_it_was_sent() -> None:
    request = PrintRequest("Hall\n“printer”", "A title", "letter", 3, "both", greyscale=True)
    pages = [b"one\n", b"", b"three"]
    arrived, arrived_pages = unpacked(io.BytesIO(packed(request, pages)))

    assert arrived == msgspec.structs.replace(request, sizes=(4, 0, 5))
    assert arrived_pages == pages
