from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from natopk_desktop.errors import InputError
from natopk_desktop.self_test.checks import Check, expect, run

if TYPE_CHECKING:
    from collections.abc import Iterator


def sound() -> Iterator[str]:
    yield "all is well"


def broken() -> Iterator[str]:
    yield "the first half"
    expect(False, "the second half is missing")


def raising() -> Iterator[str]:
    yield {"a": "first"}["a"]
    yield {"a": "first"}["x"]


def refusing() -> Iterator[str]:
    yield "first"
    message = "a.json: there is no such file."
    raise InputError(message)


def test_a_sound_part_is_told_of() -> None:
    report = run([Check("one", sound)])

    assert (report.kind, report.ok) == ("self-test", True)
    assert [(item.severity, item.code, item.message) for item in report.items] == [("info", "one", "all is well")]
    assert (report.counts["checks"], report.counts["failed"]) == (1, 0)


@pytest.mark.parametrize(
    ("part", "message"),
    [(broken, "the second half is missing."), (raising, "KeyError"), (refusing, "a.json: there is no such file.")],
)
def test_whatever_breaks_the_others_are_still_tried(part: object, message: str) -> None:
    report = run([Check("two", part), Check("one", sound)])  # type: ignore[arg-type]

    assert not report.ok
    assert report.counts["failed"] == 1
    (error,) = (item for item in report.items if item.severity == "error")
    assert error.code == "two"
    assert error.message.startswith(message)
    assert report.items[-1].message == "all is well"


def test_what_libraries_write_on_standard_error_is_reported(capfd: pytest.CaptureFixture[str]) -> None:
    def talking() -> Iterator[str]:
        os.write(2, b"Fontconfig error\nFontconfig error\n\xff\n")
        yield "done"

    report = run([Check("one", talking)])

    assert [item.message for item in report.items if item.code == "standard-error"] == ["Fontconfig error", "\ufffd"]
    assert capfd.readouterr().err == ""
