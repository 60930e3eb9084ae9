from __future__ import annotations

from natopk_desktop.documents.lengths import reckonings
from natopk_desktop.documents.telling import Teller
from natopk_desktop.dossier import store
from natopk_desktop.dossier.model import Period, PeriodEnd
from natopk_desktop.dossier.spans import Span
from tests.documents.made_up import Made, made_up

BUILT_IN = store.built_in()


def test_each_pair_of_dates_printed_gives_a_length_and_how_it_was_reckoned() -> None:
    told = [list(one.runs) for one in reckonings(Teller(BUILT_IN), None)]
    assert len(told) == 2
    assert [run.owner for run in told[0]] == ["ours", "source", "ours", "source", "ours"]
    assert told[0][4].text.startswith("”: 62 to 122 days. At the shortest, 62 days from 31 October 2005")


def test_only_periods_of_the_chosen_milestones_are_told() -> None:
    assert list(reckonings(Teller(BUILT_IN), {0})) == []
    assert len(list(reckonings(Teller(BUILT_IN), {2}))) == 2


def test_an_open_end_has_no_length() -> None:
    start = PeriodEnd("2001", Span(0, 1))
    open_end = Period("p", "period", (start,), (PeriodEnd("..", Span(0, 1)),), ())
    dossier = made_up([Made("a")])
    dossier.head.periods.append(open_end)
    assert list(reckonings(Teller(dossier), None)) == []
