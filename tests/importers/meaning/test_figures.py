from __future__ import annotations

import pytest

from natopk_desktop.importers.meaning.quantities import quantities, read
from tests.importers.pages.scoring import read as read_page


@pytest.mark.parametrize(
    ("digits", "language", "number"),
    [
        ("3500", "en", 3500),
        ("1,000", "en", 1000),
        ("1 608", "fr", 1608),
        ("1\xa0608\u202f000", "fr", 1608000),
        ("1.608", "de", 1608),
        ("1.608", "en", 1.608),
        ("2,4", "fr", 2.4),
        ("1.234.567,5", "de", 1234567.5),
        ("1,234,567", "en", 1234567),
        ("1.608", None, None),
    ],
)
def test_digits_are_read_as_their_language_prints_them(digits: str, language: str | None, number: float | None) -> None:
    assert read(digits, language) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("three hundred and forty-two chests", 342),
        ("two million people", 2_000_000),
        ("2.4 million euro", 2_400_000),
        ("twenty-one towns", 21),
        ("12 thousand", 12_000),
    ],
)
def test_number_with_words_is_read_whole(text: str, number: int) -> None:
    found = quantities(text, 0, len(text), "en")

    assert [quantity.number for quantity in found] == [number]


@pytest.mark.parametrize(
    ("sentence", "qualifier", "value", "unit", "number"),
    [
        ("The port took in almost 3500 sacks of rice.", "almost", "3500", "sacks of rice", 3500),
        ("More than 8000 hens were sold.", "More than", "8000", "hens", 8000),
        ("Ships of 17 nations came.", None, "17", "nations", 17),
        ("Some 45 % of the ships are old.", "Some", "45", "%", 45),
        ("The board met five times in the hall.", None, "five", "times", 5),
        ("Un quai de près de 300 mètres de pierre fut bâti dans le port.", "près de", "300", "mètres de pierre", 300),
    ],
)
def test_figure_has_its_qualifier_and_unit(
    sentence: str, qualifier: str | None, value: str, unit: str, number: int
) -> None:
    text = f"The port\n\n{sentence}\n"
    figure = read_page(text).figures[0]

    assert (figure.qualifier.of(text) if figure.qualifier else None) == qualifier
    assert figure.value.of(text) == value
    assert figure.unit is not None
    assert figure.unit.of(text).startswith(unit)
    assert figure.number == number


@pytest.mark.parametrize(
    "sentence",
    [
        "In 2005 the board met.",
        "The 2008 elections were held in March.",
        "It was agreed on 3 February and on 25 December.",
        "Resolution 1386 was adopted under Article 5 of the treaty.",
        "Call +32 2 555 41 11 or write to room 12-B.",
        "The one thing that matters is the lock.",
        "It opens at 9.30 and closes at 17:00.",
    ],
)
def test_years_days_names_and_times_are_no_figures(sentence: str) -> None:
    assert read_page(f"The port\n\n{sentence}\n").figures == []


def test_figure_of_an_entry_belongs_to_it() -> None:
    contents = read_page("Timeline\n\n1901: Two moles are built.\n1905: A crane.\n1907: Over 40 ships call.\n")

    assert [(figure.milestone, figure.number) for figure in contents.figures] == [("m01", 2), ("m03", 40)]
