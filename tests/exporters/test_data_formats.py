"""What holds for every data format that tells milestones one by one."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import store
from natopk_desktop.exporters import registry
from tests.generator import generated

if TYPE_CHECKING:
    from types import FrameType

FORMATS = ("csv", "timelinejs", "timeline", "ics")
BEGINNINGS = {
    "csv": b"\r\nm",
    "timelinejs": b'"start_date"',
    "timeline": b"<event>",
    "ics": b"BEGIN:VEVENT",
}
ROOT = Path(__file__).parents[2]
HASHES = f"""
import hashlib
from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import store
from natopk_desktop.exporters import registry
for name in {FORMATS!r}:
    written = registry.by_id(name).write(store.built_in(), Choice())
    print(name, hashlib.sha256(written.files[0]).hexdigest(), [item.code for item in written.losses])
"""


@pytest.mark.parametrize(
    "surroundings",
    [
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "1"},
        {"TZ": "America/St_Johns", "LC_ALL": "C", "PYTHONHASHSEED": "2", "PYTHONUTF8": "0"},
        {"TZ": "Asia/Kolkata", "LC_ALL": "ar_EG.UTF-8", "PYTHONHASHSEED": "3"},
    ],
)
def test_the_same_bytes_wherever_and_whenever(surroundings: dict[str, str]) -> None:
    environment = {**os.environ, **surroundings, "PYTHONPATH": str(ROOT)}
    environment.pop("SOURCE_DATE_EPOCH", None)
    done = subprocess.run([sys.executable, "-c", HASHES], env=environment, cwd=ROOT, capture_output=True, check=True)
    expected = []
    for name in FORMATS:
        written = registry.by_id(name).write(store.built_in(), Choice())
        digest = hashlib.sha256(written.files[0]).hexdigest()
        expected.append(f"{name} {digest} {[item.code for item in written.losses]}")
    assert done.stdout.decode().splitlines() == expected


@pytest.mark.parametrize("name", FORMATS)
def test_ten_thousand_milestones_are_all_there(name: str) -> None:
    written = registry.by_id(name).write(generated(10_000), Choice())
    assert written.files[0].count(BEGINNINGS[name]) == 10_000
    assert all(len(item.where.ids) <= 100 for item in written.losses)


def calls(name: str, count: int) -> int:
    """Return how many calls, in Python and in C, an export of ``count`` milestones takes."""
    dossier = generated(count)
    made = 0

    def count_call(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal made
        made += event in {"call", "c_call"}

    sys.setprofile(count_call)
    try:
        registry.by_id(name).write(dossier, Choice())
    finally:
        sys.setprofile(None)
    return made


@pytest.mark.parametrize("name", [*FORMATS, "jsonld", "webannotation", "json", "md", "txt", "html", "docx"])
def test_twice_the_milestones_take_twice_the_work(name: str) -> None:
    registry.by_id(name).write(generated(2), Choice())
    assert calls(name, 400) <= 2.2 * calls(name, 200)


@pytest.mark.parametrize("name", FORMATS)
def test_without_notes_there_are_none_and_they_are_no_loss(name: str) -> None:
    written = registry.by_id(name).write(store.built_in(), Choice(notes=False))
    assert b"note n0" not in written.files[0]
    assert not {"notes", "note-places", "witnesses"} & {item.code for item in written.losses}


@pytest.mark.parametrize("name", FORMATS)
def test_a_loss_report_is_of_this_choice(name: str) -> None:
    written = registry.by_id(name).write(store.built_in(), Choice(only=("m03",)))
    codes = {item.code: item for item in written.losses}
    assert "figures" not in codes
    told = {note.id for note in store.built_in().bearings.notes_on_milestone(2)}
    assert set(codes["note-places"].where.ids) == told if told else "note-places" not in codes


@pytest.mark.parametrize("name", FORMATS)
def test_the_day_that_only_witnesses_give_is_no_entrys_date(name: str) -> None:
    content = registry.by_id(name).write(store.built_in(), Choice(only=("m09",), notes=False)).files[0].decode()
    for form in ("2007-01-30", "20070130", '"day"'):
        assert form not in content
