from __future__ import annotations

import re

import pytest

from natopk_desktop.importers.dating.month_names import LOCALES, fold, names_for
from natopk_desktop.packaging.rules import DATA


@pytest.mark.parametrize(
    ("language", "name", "month"),
    [
        ("en", "September", 9),
        ("en", "Sept", 9),
        ("fr", "FÉVRIER", 2),
        ("fr", "Fevrier", 2),
        ("fr", "déc", 12),
        ("ur", "جنوری", 1),
        ("ur", "مئی", 5),
        ("ar", "مايو", 5),
        ("ar", "كانون الثاني", 1),
        ("ru", "марта", 3),
        ("ru", "март", 3),
        ("de", "März", 3),
        ("tr", "Ağustos", 8),
        ("es", "enero", 1),
        ("it", "maggio", 5),
        ("pl", "stycznia", 1),
        ("el", "Μαΐου", 5),
        ("he", "מאי", 5),
        ("hi", "जनवरी", 1),
    ],
)
def test_month_is_known_in_its_language(language: str, name: str, month: int) -> None:
    assert names_for(name, language).months[fold(name)] == month
    assert names_for(name, None).months.get(fold(name), month) == month


def test_name_that_is_another_month_elsewhere_is_not_guessed() -> None:
    assert "listopad" not in names_for("abc", None).months
    assert names_for("abc", "pl").months["listopad"] == 11
    assert names_for("abc", "hr").months["listopad"] == 10


def test_locales_do_not_leak_into_each_other() -> None:
    names_for("сш", "az")

    assert "yanvar" not in names_for("abc", "fr").months


def test_package_keeps_the_data_of_every_locale() -> None:
    for locales in LOCALES.values():
        for locale in locales:
            assert re.fullmatch(DATA, f"babel/locale-data/{locale}.dat"), locale
