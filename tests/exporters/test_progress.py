from __future__ import annotations

from natopk_desktop.exporters.progress import Meter


def test_shares_rise_from_first_to_last_a_hundred_times_at_the_most() -> None:
    told: list[float] = []
    meter = Meter(told.append, 1000, 0.5, 0.9)
    assert list(meter.each(range(600))) == list(range(600))
    assert list(meter.each(range(400))) == list(range(400))
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.5, 0.9)
    assert len(told) == 101


def test_nothing_to_do_and_more_than_was_said_are_no_trouble() -> None:
    told: list[float] = []
    assert list(Meter(told.append, 0).each(range(3))) == [0, 1, 2]
    assert max(told) == 1.0
