from __future__ import annotations

import pytest

from natopk_desktop.documents import chosen
from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import store
from natopk_desktop.errors import InputError


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (Choice(), range(11)),
        (Choice(only=("m04", "m02")), [1, 3]),
        (Choice(only=("m04", "m02"), period="2006"), [3]),
        (Choice(topics=frozenset({"relief"})), [1, 3]),
        (Choice(period="2005-10/2006-01"), [1, 2, 3]),
    ],
)
def test_what_is_chosen(choice: Choice, expected: object) -> None:
    assert list(chosen.rows(store.built_in(), choice)) == list(expected)  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        (Choice(only=("m99",)), "no milestone “m99”"),
        (Choice(topics=frozenset({"sport"})), "no topic “sport”"),
        (Choice(period="soon"), "“soon” is no EDTF date"),
    ],
)
def test_what_means_nothing_is_refused(choice: Choice, said: str) -> None:
    with pytest.raises(InputError, match=said):
        chosen.rows(store.built_in(), choice)
