from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from natopk_desktop.errors import InputError
from natopk_desktop.ui.output.print_form import PrintForm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from natopk_desktop.ui.reading import Reading
    from natopk_desktop.ui.theme import Theme


@pytest.fixture
def form(reading: Reading, theme: Theme, qtbot: QtBot) -> PrintForm:
    made = PrintForm(reading, theme, "letter")
    qtbot.addWidget(made)
    return made


def test_the_paper_given_is_the_one_chosen_at_first(form: PrintForm) -> None:
    assert form.choice().paper == "letter"


def test_a_printer_stays_chosen_as_long_as_it_is_there(form: PrintForm) -> None:
    form.show_printers(("Hall", "Attic\u202e"))
    assert form.printer.currentData() == "Hall"
    form.printer.setCurrentIndex(1)
    assert form.printer.currentText() == "Attic\N{REPLACEMENT CHARACTER}"
    form.show_printers(("Cellar", "Attic\u202e"))
    assert form.printer.currentData() == "Attic\u202e"
    form.show_printers(("Cellar", "Hall"))
    assert form.printer.currentData() == "Cellar"


@pytest.mark.parametrize("names", [None, ()])
def test_without_printers_there_is_nothing_to_choose(form: PrintForm, names: tuple[str, ...] | None) -> None:
    form.show_printers(("Hall",))
    form.show_printers(names)
    assert form.printer.currentData() is None
    assert not any(field.isEnabled() for field in (form.printer, form.copies, form.sides))
    assert form.pages.isEnabled()


def test_pages_are_read_as_they_are_written(form: PrintForm, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.pages_changed):
        form.pages.setText("2-3")
    assert form.numbers(4) == (2, 3)
    with pytest.raises(InputError):
        form.numbers(2)
