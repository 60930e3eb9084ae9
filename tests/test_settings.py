from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from natopk_desktop import settings
from natopk_desktop.errors import OperationError
from natopk_desktop.settings import Box, Exported, Place, Settings

FULL = Settings(
    window=Box(10, 20, 900, 700),
    maximized=True,
    list_width=400,
    list_share=0.5,
    text_scale=1.4,
    scheme="dark",
    order="date",
    places={"a": Place("m03", ("relief", "visits"), "2005/2006")},
    exported=Exported("docx", "/there"),
)


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / settings.FILE

    settings.save(FULL, path)

    assert settings.load(path) == settings.Loaded(FULL)


def test_a_first_start_has_no_file_and_makes_none(tmp_path: Path) -> None:
    assert settings.load(tmp_path / settings.FILE) == settings.Loaded(Settings())
    assert list(tmp_path.iterdir()) == []


def test_the_file_holds_its_version_and_no_more_than_was_changed() -> None:
    assert msgspec.json.decode(settings.encode(Settings(text_scale=1.2))) == {"version": 1, "text_scale": 1.2}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\x00\x00\x00",
        b"\xff\xfe",
        b'{"text_scale": 1.2}',
        b'{"version": true}',
        b'{"version": 0}',
        b'{"version": "1"}',
        b'{"version": 1, "text_scale": "big"}',
        b'{"version": 1, "text_scale": 1e300}',
        b'{"version": 1, "window": {"x": 0, "y": 0, "width": 1000000000000, "height": 3}}',
        b'{"version": 1, "scheme": "pink"}',
        b'{"version": 1, "places": {"a": []}}',
        b"[" * 100_000,
        b'{"version": ' + b"9" * 1_000_000 + b"}",
    ],
)
def test_a_broken_file_is_set_aside_and_the_start_goes_on(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / settings.FILE
    path.write_bytes(content)

    loaded = settings.load(path)

    assert (loaded.settings, loaded.trouble) == (Settings(), "broken")
    assert loaded.aside == tmp_path / "settings.json.bad"
    assert loaded.aside.read_bytes() == content
    assert not path.exists()


def test_a_newer_file_is_set_aside_as_newer(tmp_path: Path) -> None:
    path = tmp_path / settings.FILE
    path.write_bytes(b'{"version": 2, "window": "a new thing"}')

    loaded = settings.load(path)

    assert (loaded.trouble, loaded.aside) == ("newer", tmp_path / "settings.json.bad")


def test_no_file_set_aside_before_is_overwritten(tmp_path: Path) -> None:
    path = tmp_path / settings.FILE
    for content in (b"first", b"second", b"third"):
        path.write_bytes(content)
        settings.load(path)

    kept = {file.name: file.read_bytes() for file in tmp_path.iterdir()}

    assert kept == {
        "settings.json.bad": b"first",
        "settings.json.bad-2": b"second",
        "settings.json.bad-3": b"third",
    }


def test_a_folder_in_the_place_of_the_file_is_left_and_nothing_is_saved(tmp_path: Path) -> None:
    path = tmp_path / settings.FILE
    path.mkdir()

    loaded = settings.load(path)

    assert (loaded.settings, loaded.trouble, loaded.may_save) == (Settings(), "unreadable", False)
    assert path.is_dir()


@given(st.binary(max_size=200))
def test_no_content_stops_the_start(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("settings") / settings.FILE
    path.write_bytes(content)

    assert settings.load(path).settings == Settings()


@given(st.data())
def test_a_file_with_a_flipped_byte_loads_or_is_kept(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    whole = bytearray(settings.encode(FULL))
    whole[data.draw(st.integers(0, len(whole) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    path = tmp_path_factory.mktemp("settings") / settings.FILE
    path.write_bytes(whole)

    loaded = settings.load(path)

    assert (loaded.aside or path).read_bytes() == bytes(whole)


def test_unknown_fields_are_passed_over() -> None:
    assert settings.decode(b'{"version": 1, "later": [1], "text_scale": 1.5}') == Settings(text_scale=1.5)


def test_older_files_go_through_each_migration_from_theirs_on() -> None:
    def first(fields: dict[str, Any]) -> dict[str, Any]:
        return {**fields, "text_scale": fields.pop("zoom") / 100}

    def second(fields: dict[str, Any]) -> dict[str, Any]:
        return {**fields, "scheme": "dark"}

    assert settings.decode(b'{"version": 1, "zoom": 150}', [first, second]) == Settings(text_scale=1.5, scheme="dark")
    assert settings.decode(b'{"version": 2, "text_scale": 2.0}', [first, second]).text_scale == 2.0
    assert settings.decode(b'{"version": 3}', [first, second]) == Settings()
    with pytest.raises(ValueError, match="version 4"):
        settings.decode(b'{"version": 4}', [first, second])


def test_each_version_before_this_one_has_its_migration() -> None:
    assert len(settings.MIGRATIONS) == settings.VERSION - 1


def test_the_dossier_left_longest_ago_is_forgotten_first() -> None:
    kept = Settings()
    for number in range(settings.MOST_PLACES + 2):
        kept = kept.with_place(str(number), Place("m01"))
    kept = kept.with_place("2", Place("m02")).with_place("new", Place())

    assert len(kept.places) == settings.MOST_PLACES
    assert kept.place("2") == Place("m02")
    assert kept.place("3") == Place()
    assert "3" not in kept.places


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="the XDG folders are those of Linux and others")
@pytest.mark.parametrize(
    ("value", "expected"),
    [("/there", "/there/natopk-desktop"), ("", "~/.config/natopk-desktop"), ("here", "~/.config/natopk-desktop")],
)
def test_the_folder_follows_the_system(monkeypatch: pytest.MonkeyPatch, value: str, expected: str) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", value)

    assert settings.folder() == Path(expected).expanduser()


def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")

    with pytest.raises(OperationError, match="file"):
        settings.save(FULL, tmp_path / "file" / "natopk-desktop" / settings.FILE)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user whom file modes hold back")
def test_a_read_only_folder_keeps_the_bad_file_where_it_is(tmp_path: Path) -> None:
    path = tmp_path / settings.FILE
    path.write_bytes(b"broken")
    tmp_path.chmod(0o500)
    try:
        loaded = settings.load(path)
    finally:
        tmp_path.chmod(0o700)

    assert (loaded.trouble, loaded.aside, loaded.may_save) == ("broken", None, False)
    assert path.read_bytes() == b"broken"


def test_recent_files_are_kept_in_order_without_doubles_and_not_too_many() -> None:
    kept = Settings()
    for number in range(14):
        kept = kept.with_recent(f"/f{number}")
    kept = kept.with_recent("/f9").with_recent("/\udcff")

    assert kept.recent[:3] == ("/f9", "/f13", "/f12")
    assert len(kept.recent) == settings.MOST_RECENT == len(set(kept.recent))
    assert settings.decode(settings.encode(kept)) == kept
