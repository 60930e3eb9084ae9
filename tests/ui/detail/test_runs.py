from __future__ import annotations

from natopk_desktop.dossier.spans import Span
from natopk_desktop.ui.detail.runs import Runs


def runs(*parts: tuple[int, int, int, int]) -> Runs:
    made = Runs()
    for position, end, start, stop in parts:
        made.add(position, end, Span(start, stop))
    return made


def test_a_run_of_plain_letters_maps_one_to_one() -> None:
    plain = runs((3, 10, 100, 107))
    assert plain.spans(4, 6) == [Span(101, 103)]
    assert plain.ranges(Span(101, 103)) == [(4, 6)]
    assert plain.position_of(106) == 9
    assert plain.position_of(107) is None
    assert plain.offset_at(3) == 100


def test_letters_of_two_units_are_never_cut_in_half() -> None:
    astral = runs((0, 4, 0, 2))
    assert astral.spans(1, 2) == [Span(0, 1)]
    assert astral.spans(1, 3) == [Span(0, 2)]
    assert astral.ranges(Span(1, 2)) == [(2, 4)]


def test_a_line_end_of_two_characters_is_one_position() -> None:
    ends = runs((5, 7, 5, 9))
    assert ends.spans(5, 6) == [Span(5, 7)]
    assert ends.ranges(Span(6, 7)) == [(5, 6)]


def test_neighbouring_runs_join_and_words_of_ours_between_runs_map_to_nothing() -> None:
    mixed = runs((0, 5, 10, 15), (5, 6, 15, 17), (20, 22, 17, 19))
    assert mixed.spans(2, 21) == [Span(12, 18)]
    assert mixed.ranges(Span(14, 18)) == [(4, 6), (20, 21)]
    assert mixed.spans(6, 20) == []
    assert mixed.offset_at(8) == 17


def test_runs_put_before_others_move_these_on() -> None:
    late, early = runs((0, 5, 10, 15)), runs((0, 4, 6, 10))
    late.prepend(early, 4)
    assert late.spans(0, 9) == [Span(6, 15)]
    assert late.position_of(10) == 4
    assert late.held == Span(6, 15)
    assert len(late) == 2


def test_an_empty_record_holds_nothing() -> None:
    assert Runs().held == Span(0, 0)
    assert Runs().spans(0, 10) == []
    assert Runs().offset_at(0) is None
