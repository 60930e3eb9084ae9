from __future__ import annotations

import pytest

from natopk_desktop.errors import InputError
from natopk_desktop.exporters import registry

CONTRACT = "pdf svg png html docx md txt json csv timelinejs timeline ics jsonld webannotation csl bibtex ris"


def test_every_format_of_the_command_line_is_there() -> None:
    assert [known.id for known in registry.FORMATS] == CONTRACT.split()


def test_no_two_formats_share_an_ending() -> None:
    endings = [suffix for known in registry.FORMATS for suffix in known.suffixes]
    assert len(set(endings)) == len(endings)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.pdf", "pdf"),
        ("a.PDF", "pdf"),
        ("a.json", "json"),
        ("a.dossier.json", "json"),
        ("a.csl.json", "csl"),
        ("a.timelinejs.json", "timelinejs"),
        ("a.jsonld", "jsonld"),
        ("a.annotations.jsonld", "webannotation"),
    ],
)
def test_the_longest_ending_tells_the_format(name: str, expected: str) -> None:
    assert registry.by_file_name(name).id == expected


@pytest.mark.parametrize("name", ["a", "a.exe", "pdf"])
def test_an_unknown_ending_is_refused_with_the_remedy(name: str) -> None:
    with pytest.raises(InputError, match="--format"):
        registry.by_file_name(name)


def test_an_unknown_name_is_refused_with_those_there_are() -> None:
    with pytest.raises(InputError, match="pdf, svg"):
        registry.by_id("doc")
