from __future__ import annotations

from typing import TYPE_CHECKING

from natopk_desktop.documents.build import build
from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import store
from natopk_desktop.exporters import document_losses
from natopk_desktop.exporters.scope import Scope
from tests.documents.made_up import Made, made_up
from tests.exporters.dossiers import bare, rich

if TYPE_CHECKING:
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.report import Item

BUILT_IN = store.built_in()


def items(dossier: Dossier, choice: Choice) -> dict[str, Item]:
    return {item.code: item for item in document_losses.found(Scope(dossier, choice), build(dossier, choice))}


def test_a_briefing_tells_everything_but_why_passages_are_related() -> None:
    assert set(items(BUILT_IN, Choice(document="briefing"))) == {"passages"}
    assert items(bare(), Choice(document="briefing")) == {}


def test_a_timeline_names_what_it_has_no_place_for_with_ids() -> None:
    found = items(BUILT_IN, Choice(document="timeline"))
    assert set(found) == {"figures", "notes", "text", "passages", "witnesses"}
    assert found["figures"].where.ids == ("f01", "f02", "f03", "f04", "f05", "f06", "f07")
    assert found["figures"].message == "Not told in this document: 7 figures."


def test_what_was_not_asked_for_is_no_loss() -> None:
    found = items(BUILT_IN, Choice(document="timeline", only=("m01",), notes=False))
    assert set(found) == {"text", "passages"}


def test_a_text_cut_short_is_told_with_its_place() -> None:
    found = items(made_up([Made("One sentence. " * 100)]), Choice())
    assert found["cut"].message == "Ended before the end, which says so: 1 text."
    assert found["cut"].where.span is not None


def test_how_a_dossier_came_about_is_told_as_left_out() -> None:
    assert {"computed", "corrections", "original"} <= set(items(rich(), Choice(document="briefing")))
