from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale

from natopk_desktop.documents import chosen
from natopk_desktop.dossier.location import Filter
from natopk_desktop.ui.output import choosing

if TYPE_CHECKING:
    from natopk_desktop.ui.reading import Reading


def test_what_is_shown_is_offered_only_under_a_filter(reading: Reading) -> None:
    assert choosing.scopes(reading) == ("whole", "chosen")
    reading.set_filter(Filter(topics=frozenset({"relief"})))
    assert choosing.scopes(reading) == ("whole", "shown", "chosen")


def test_a_choice_means_the_milestones_that_its_scope_counts(reading: Reading) -> None:
    reading.set_filter(Filter(topics=frozenset({"relief", "training"}), period="2006"))
    reading.set_order("date")
    for scope in choosing.scopes(reading):
        made = choosing.choice(reading, "briefing", scope, "letter", notes=False)
        assert (made.document, made.paper, made.notes, made.order) == ("briefing", "letter", False, "date")
        assert len(chosen.rows(reading.dossier, made)) == choosing.count(reading, scope)
    shown = choosing.choice(reading, "briefing", "shown", "a4", notes=True)
    assert chosen.rows(reading.dossier, shown) == reading.rows


@pytest.mark.parametrize(
    ("environment", "system", "paper"),
    [
        ({}, "de_DE", "a4"),
        ({}, "en_US", "letter"),
        ({}, "en_PK", "a4"),
        ({"LC_PAPER": "en_US.UTF-8"}, "de_DE", "letter"),
        ({"LC_PAPER": "de_DE.UTF-8"}, "en_US", "a4"),
        ({"LC_ALL": "es_MX", "LC_PAPER": "de_DE.UTF-8"}, "en_GB", "letter"),
        ({"LC_ALL": "C.UTF-8"}, "en_US", "letter"),
        ({"LC_PAPER": "sr_Latn_RS@latin"}, "en_US", "a4"),
    ],
)
def test_the_paper_is_that_of_the_country(environment: dict[str, str], system: str, paper: str) -> None:
    assert choosing.usual_paper(environment, QLocale(system)) == paper
