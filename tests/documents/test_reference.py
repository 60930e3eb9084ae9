from __future__ import annotations

import pytest

from natopk_desktop.documents.reference import Day, day, reference, references
from natopk_desktop.dossier import store
from natopk_desktop.errors import InputError


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2010-10-27", Day(2010, 10, 27)),
        ("2010-10-27T17:39:00", Day(2010, 10, 27)),
        ("2010-10", Day(2010, 10)),
        ("2010", Day(2010)),
        ("201X", None),
        ("2010-10-XX", None),
        ("2010-22", None),
        ("2010/2011", None),
        ("", None),
        (None, None),
    ],
)
def test_a_day_is_never_more_exact_than_its_date(edtf: str | None, expected: Day | None) -> None:
    assert day(edtf) == expected


def test_the_place_of_a_milestone() -> None:
    place = reference(store.built_in(), "m04").place
    assert place is not None
    assert (place.section, place.date, place.number, place.count) == ("Key milestones", "January 2006", 4, 11)
    assert place.words.startswith("End of NATO’s earthquake relief operation")


def test_references_to_milestones_come_in_the_order_asked_for() -> None:
    made = references(store.built_in(), ("m04", "m02"))
    assert [known.id for known in made] == ["nato-pakistan-2010-m04", "nato-pakistan-2010-m02"]
    assert [known.id for known in references(store.built_in(), None)] == ["nato-pakistan-2010"]


def test_an_unknown_milestone_is_refused() -> None:
    with pytest.raises(InputError, match="m99"):
        reference(store.built_in(), "m99")
