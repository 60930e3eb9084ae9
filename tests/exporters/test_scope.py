from __future__ import annotations

import pytest

from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import store
from natopk_desktop.errors import InputError
from natopk_desktop.exporters.scope import Scope
from tests.exporters.dossiers import rich


def test_the_whole_has_what_belongs_to_no_milestone_too() -> None:
    scope = Scope(rich(), Choice())
    assert [figure.id for figure in scope.figures] == ["f1", "f2"]
    assert [period.id for period in scope.periods] == ["p1", "p2", "p3", "p4"]
    assert [note.id for note in scope.notes] == ["n1", "n2"]
    assert [note.id for note in scope.notes_told] == ["n1"]


def test_a_part_has_what_belongs_to_its_milestones() -> None:
    scope = Scope(rich(), Choice(only=("m2",)))
    assert [milestone.id for milestone in scope.milestones] == ["m2"]
    assert scope.figures == []
    assert [period.id for period in scope.periods] == ["p2"]
    assert scope.notes == []


def test_notes_that_were_not_asked_for_are_not_there() -> None:
    assert Scope(store.built_in(), Choice(notes=False)).notes == []


def test_an_unknown_milestone_is_refused() -> None:
    with pytest.raises(InputError, match="m99"):
        Scope(store.built_in(), Choice(only=("m99",)))
