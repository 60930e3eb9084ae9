from __future__ import annotations

import pytest

from natopk_desktop.documents import marks
from natopk_desktop.dossier import store


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("a", "[Ours: a]"),
        ("a [b] c", "[Ours: a [b] c]"),
        ("a] b [c", "[Ours: a) b (c]"),
        ("a [b", "[Ours: a (b]"),
    ],
)
def test_a_mark_ends_at_its_own_bracket(text: str, marked: str) -> None:
    assert marks.ours(text) == marked


def test_a_date_is_the_sources_where_it_prints_one() -> None:
    dossier = store.built_in()
    assert marks.date_words(dossier, dossier.milestones[0]) == ("March 2005", False)
    assert marks.date_words(dossier, dossier.milestones[8]) == ("no date; placed under January 2007 by us", True)
