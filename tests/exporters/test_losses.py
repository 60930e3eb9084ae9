from __future__ import annotations

import re

import pytest

from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import store
from natopk_desktop.dossier.dossier import Dossier
from natopk_desktop.dossier.spans import Span
from natopk_desktop.exporters import losses
from natopk_desktop.exporters.scope import Scope
from tests.exporters.dossiers import Line, of_lines, rich


def test_nothing_lost_is_no_item() -> None:
    assert list(losses.lost("notes", [], "{n} notes")) == []
    assert list(losses.changed("glyph", [], "{n} characters")) == []


def test_an_item_tells_the_ids_and_their_number() -> None:
    (item,) = losses.lost("notes", (f"n{row}" for row in range(250)), "{n} notes are not in it.")
    assert item.message == "250 notes are not in it."
    assert item.where.ids[:2] == ("n0", "n1")
    assert len(item.where.ids) == losses.MOST_IDS


@pytest.mark.parametrize(("ids", "told"), [(["a"], "1 entry."), (["a", "b"], "2 entries.")])
def test_a_number_goes_with_its_noun(ids: list[str], told: str) -> None:
    (item,) = losses.lost("x", ids, "{n:entry|entries}.")
    assert item.message == told


def test_a_change_tells_its_first_place() -> None:
    (item,) = losses.changed("glyph", [Span(3, 4), Span(9, 10)], "{n} characters")
    assert item.where.span == Span(3, 4)
    assert item.severity == "lost"


def test_what_is_beside_the_milestones() -> None:
    names = losses.beside_milestones(store.built_in())
    assert len(names) == 31 - 11 - 1
    assert losses.beside_milestones(of_lines([Line("An entry.")])) == []


def test_entries_out_of_the_order_of_their_dates() -> None:
    lines = [Line("c", "3", "2003"), Line("a", "1", "2001"), Line("none", None, None), Line("b", "2", "2002")]
    dossier = of_lines(lines)
    (item,) = losses.reordered(Scope(dossier, Choice()), "the program")
    assert item.where.ids == ("m2", "m4")
    assert list(losses.reordered(Scope(dossier, Choice(order="date")), "the program")) == []
    assert list(losses.reordered(Scope(store.built_in(), Choice()), "the program")) == []


def test_characters_are_counted_once_at_their_places_and_by_id_in_words_of_ours() -> None:
    dossier = of_lines([Line("a\x07b\x07"), Line("c")], title="bell\x07")
    items = list(losses.characters(Scope(dossier, Choice()), re.compile("\x07"), "{n:bell|bells}"))
    assert (items[0].code, items[0].message) == ("characters", "2 bells")
    assert items[0].where.span == Span(dossier.text.index("\x07b"), dossier.text.index("\x07b") + 1)
    assert (items[1].code, items[1].where.ids) == ("own-characters", ("page",))


def test_marks_of_the_page_itself_are_told() -> None:
    (item,) = losses.marks_in_source(Scope(rich(), Choice()))
    assert item.where.span is not None
    assert item.where.span.of(rich().text) == "[Ours:"


def test_apparatus_of_a_part_is_that_of_the_part() -> None:
    codes = {item.code: item for item in losses.apparatus(Scope(rich(), Choice(only=("m1",))))}
    assert codes["computed"].where.ids == ("m1",)
    assert "corrections" not in codes


def test_fields_of_other_programs_are_counted() -> None:
    dossier = Dossier(rich().contents(), {(): {"x-a": 1, "x-b": 2}, ("milestones", 0): {"x-a": 3}})
    codes = {item.code: item for item in losses.apparatus(Scope(dossier, Choice()))}
    assert "3 fields" in codes["extras"].message
