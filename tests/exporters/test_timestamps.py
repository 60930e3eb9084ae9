from __future__ import annotations

import msgspec
import pytest

from natopk_desktop.dossier.dossier import Dossier
from natopk_desktop.dossier.model import Edition
from natopk_desktop.errors import InputError
from natopk_desktop.exporters.timestamps import timestamp
from tests.generator import contents


def edited(date: str) -> Dossier:
    return Dossier(msgspec.structs.replace(contents(1), edition=Edition(date, "a tester")))


@pytest.mark.parametrize(
    ("date", "seconds"),
    [
        ("1970-01-02", 86_400),
        ("2026-11-24", 1_795_478_400),
        ("1970-02", 31 * 86_400),
        ("1969", 0),
        ("../2005", 0),
        ("Y50000", 0),
    ],
)
def test_the_first_moment_of_the_edition(date: str, seconds: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert timestamp(edited(date)) == seconds


def test_the_variable_goes_before_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "7")
    assert timestamp(edited("2026-11-24")) == 7
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    assert timestamp(edited("1970-01-02")) == 86_400


@pytest.mark.parametrize("value", ["now", "-1", "1.5", "9" * 30, "٣", " 1"])
def test_what_is_no_moment_is_refused(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    with pytest.raises(InputError, match="SOURCE_DATE_EPOCH"):
        timestamp(edited("2026-11-24"))
