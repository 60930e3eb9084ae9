from __future__ import annotations

from natopk_desktop.dossier.spans import Span
from natopk_desktop.exporters import losses


def test_nothing_lost_is_no_item() -> None:
    assert list(losses.lost("notes", [], "{n} notes")) == []
    assert list(losses.changed("glyph", [], "{n} characters")) == []


def test_an_item_tells_the_ids_and_their_number() -> None:
    (item,) = losses.lost("notes", (f"n{row}" for row in range(250)), "{n} notes are not in it.")
    assert item.message == "250 notes are not in it."
    assert item.where.ids[:2] == ("n0", "n1")
    assert len(item.where.ids) == losses.MOST_IDS


def test_a_change_tells_its_first_place() -> None:
    (item,) = losses.changed("glyph", [Span(3, 4), Span(9, 10)], "{n} characters")
    assert item.where.span == Span(3, 4)
    assert item.severity == "lost"
