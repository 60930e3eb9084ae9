from __future__ import annotations

from typing import TYPE_CHECKING

from natopk_desktop.documents.build import build
from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import store
from natopk_desktop.exporters import document_losses
from natopk_desktop.exporters.scope import Scope
from tests.exporters.dossiers import Line, Page, bare

if TYPE_CHECKING:
    from natopk_desktop.documents.parts import DocumentKind
    from natopk_desktop.dossier.dossier import Dossier


def left_out(dossier: Dossier, kind: DocumentKind, code: str = "text") -> tuple[str, ...]:
    choice = Choice(document=kind)
    losses = document_losses.found(Scope(dossier, choice), build(dossier, choice))
    return next((item.where.ids for item in losses if item.code == code), ())


def test_a_bare_dossier_is_told_whole_by_a_summary_and_a_briefing() -> None:
    for kind in ("summary", "briefing"):
        choice = Choice(document=kind)
        assert not list(document_losses.found(Scope(bare(), choice), build(bare(), choice)))


def test_blocks_count_as_left_out_only_where_they_are_not_told_from_end_to_end() -> None:
    dossier = store.built_in()
    told = {"banner", "caption", "stamp"}
    rows = [row for row, kind in enumerate(dossier.blocks.kinds) if kind in {"paragraph", "heading", *told}]
    left = set(left_out(dossier, "summary"))
    expected = [row for row in rows if dossier.blocks.kinds[row] not in told]
    first, heading = dossier.blocks.kinds.index("paragraph"), dossier.outline.sections[-1].head
    assert left == {dossier.blocks.ids[row] for row in expected if row not in {first, heading}}
    assert left_out(dossier, "briefing") == ()


def test_a_passage_told_in_part_does_not_stand_for_its_block() -> None:
    page = Page("A page")
    paragraph = page.add("paragraph", "It began. It went on.")
    page.milestone(Line("It opens."))
    assert left_out(page.finished(), "timeline") == (paragraph.id,)
    assert left_out(page.finished(), "summary") == ()
