from __future__ import annotations

from natopk_desktop.documents.outlines import ends_with_years, heading_of_milestones, title_runs, title_span
from natopk_desktop.documents.telling import Teller
from natopk_desktop.dossier import store
from tests.documents.made_up import Made, made_up

BUILT_IN = store.built_in()


def test_title_and_heading_are_the_sources() -> None:
    title, heading = title_span(BUILT_IN), heading_of_milestones(BUILT_IN)
    assert title is not None
    assert heading is not None
    assert (title.of(BUILT_IN.text), heading.of(BUILT_IN.text)) == ("NATO-Pakistan relations", "Key milestones")


def test_milestones_under_the_title_have_no_heading_of_their_own() -> None:
    assert heading_of_milestones(made_up([Made("a")], heading=None)) is None
    assert heading_of_milestones(made_up()) is None


def test_a_long_title_is_cut_with_a_remark() -> None:
    runs = title_runs(Teller(made_up(title="word " * 400 + "end")), 100)
    assert runs[-1].owner == "ours"
    assert "more characters, ours]" in runs[-1].text


def test_dates_end_with_years_only_if_all_do() -> None:
    assert ends_with_years(made_up([Made("a"), Made("b", None)]), range(2))
    assert not ends_with_years(made_up([Made("a"), Made("b", "2001", "2001")]), range(2))
    assert not ends_with_years(made_up([Made("a", None)]), range(1))
