from __future__ import annotations

from typing import TYPE_CHECKING

from natopk_desktop.documents.telling import Teller
from natopk_desktop.dossier import store

if TYPE_CHECKING:
    from natopk_desktop.dossier.spans import Span

BUILT_IN = store.built_in()


def entry(row: int) -> Span:
    return BUILT_IN.milestones.text.spans(row)[0]


def test_a_note_is_numbered_right_after_its_words() -> None:
    slip = next(row for row, note in enumerate(BUILT_IN.head.notes) if note.id == "n01")
    runs = Teller(BUILT_IN, notes=[slip]).runs(entry(1))
    assert [run.notes for run in runs] == [(1,), ()]
    assert runs[0].text.endswith("Paki2000stan")


def test_runs_laid_end_to_end_are_the_source() -> None:
    runs = Teller(BUILT_IN).runs(entry(3))
    assert "".join(run.text for run in runs) == entry(3).of(BUILT_IN.text)
    assert all(run.span is not None and run.text == run.span.of(BUILT_IN.text) for run in runs)


def test_numbers_count_up_in_the_order_of_the_words() -> None:
    teller = Teller(BUILT_IN)
    for row in range(len(BUILT_IN.milestones)):
        teller.runs(entry(row))
    assert list(teller.numbers.values()) == list(range(1, len(teller.numbers) + 1))


def test_a_note_keeps_its_number_where_it_comes_again() -> None:
    teller = Teller(BUILT_IN)
    assert teller.runs(entry(1)) == teller.runs(entry(1))


def test_a_cut_text_ends_with_a_remark_of_ours() -> None:
    runs = Teller(BUILT_IN, notes=()).runs(entry(3), 60)
    assert [run.owner for run in runs] == ["source", "ours"]
    assert runs[0].text == "End of NATO’s earthquake relief operation in Pakistan."
    assert runs[1].text == f" [… {len(entry(3).of(BUILT_IN.text)) - len(runs[0].text)} more characters, ours]"


def test_a_note_beyond_the_cut_is_numbered_only_if_its_words_are_begun() -> None:
    works = next(row for row, note in enumerate(BUILT_IN.head.notes) if note.id == "n40")
    whole, cut = (Teller(BUILT_IN, notes=[works]) for _ in range(2))
    whole.runs(entry(3))
    cut.runs(entry(3), 60)
    assert (whole.numbers, cut.numbers) == ({works: 1}, {})


def test_told_gives_the_notes_of_one_sheet() -> None:
    teller = Teller(BUILT_IN)
    teller.runs(entry(1))
    first = teller.told()
    assert first
    assert teller.told() == []
    teller.runs(entry(1))
    assert teller.told() == first
