from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from natopk_desktop.provision import guard

if TYPE_CHECKING:
    from pathlib import Path


def test_a_folder_is_made_held_and_taken_away(tmp_path: Path) -> None:
    place = tmp_path / "far" / "away"
    with guard.held(str(place)) as descriptor:
        assert descriptor is not None
        (place / "half").mkdir()
        guard.clear(str(place))
        assert [path.name for path in place.iterdir()] == [guard.NAME]
        guard.remove(str(place))
    assert not place.exists()


def test_clearing_does_not_follow_links(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept").touch()
    place = tmp_path / "place"
    with guard.held(str(place)):
        (place / "link").symlink_to(outside, target_is_directory=True)
        guard.clear(str(place))
    assert (outside / "kept").exists()
    assert not (place / "link").is_symlink()


def test_a_folder_of_somebody_else_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "pyvenv.cfg").write_text("mine")
    with guard.held(str(tmp_path)) as descriptor:
        assert descriptor is None
    assert [path.name for path in tmp_path.iterdir()] == ["pyvenv.cfg"]


def test_a_folder_that_cannot_be_made_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with guard.held(str(tmp_path / "file" / "place")) as descriptor:
        assert descriptor is None


def test_the_next_start_may_take_it_after_the_last(tmp_path: Path) -> None:
    for _ in range(2):
        with guard.held(str(tmp_path / "place")) as descriptor:
            assert descriptor is not None
            os.fstat(descriptor)


def test_many_starts_at_once_hold_it_one_after_the_other(tmp_path: Path) -> None:
    holders: list[int] = []
    most = 0

    def start(number: int) -> bool:
        nonlocal most
        with guard.held(str(tmp_path / "place")) as descriptor:
            holders.append(number)
            most = max(most, len(holders))
            holders.remove(number)
            guard.remove(str(tmp_path / "place"))
        return descriptor is not None

    with ThreadPoolExecutor(16) as pool:
        assert all(pool.map(start, range(200)))
    assert most == 1
