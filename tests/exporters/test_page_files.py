from __future__ import annotations

from natopk_desktop.documents.build import build
from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier.spans import Span
from natopk_desktop.exporters.page_files import losses
from natopk_desktop.typesetting.characters import Place
from tests.exporters.dossiers import bare

BRIEFING = Choice(document="briefing")


def test_boxed_characters_are_one_item_with_count_and_first_place() -> None:
    boxed = {"中": Place(3, Span(9, 10)), "😀": Place(1, None)}
    (item,) = losses(bare(), BRIEFING, build(bare(), BRIEFING), boxed)
    assert item.severity == "lost"
    assert item.where.span == Span(9, 10)
    assert item.message == (
        "Set as numbers in boxes, for our fonts have no such letters: 2 different ones, 4 times in all: "
        "U+4E2D (3 times, first at character 10 of the source), U+1F600 (once, in words of ours)."
    )


def test_very_many_are_told_by_their_number() -> None:
    boxed = {chr(0x4E00 + number): Place(1, None) for number in range(100)}
    (item,) = losses(bare(), BRIEFING, build(bare(), BRIEFING), boxed)
    assert item.message.endswith(" and 60 others.")


def test_nothing_boxed_is_no_item() -> None:
    assert losses(bare(), BRIEFING, build(bare(), BRIEFING), {}) == ()
