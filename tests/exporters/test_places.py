from __future__ import annotations

import msgspec
import pytest

from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import store
from natopk_desktop.dossier.dossier import Dossier
from natopk_desktop.exporters import places, registry


def named(dossier_id: str) -> Dossier:
    return Dossier(msgspec.structs.replace(store.built_in().contents(), id=dossier_id))


@pytest.mark.parametrize(
    ("format_id", "choice", "expected"),
    [
        ("pdf", Choice(), "nato-pakistan-2010-summary.pdf"),
        ("docx", Choice(document="milestone", only=("m02",)), "nato-pakistan-2010-milestone-m02.docx"),
        ("csv", Choice(topics=frozenset({"relief"})), "nato-pakistan-2010-part.csv"),
        ("json", Choice(), "nato-pakistan-2010.dossier.json"),
        ("ris", Choice(only=("m02",)), "nato-pakistan-2010-m02.ris"),
    ],
)
def test_a_name_tells_what_is_in_the_file(format_id: str, choice: Choice, expected: str) -> None:
    assert places.suggested(store.built_in(), choice, registry.by_id(format_id)) == expected


@pytest.mark.parametrize(
    ("dossier_id", "expected"),
    [
        ("../../etc/passwd", "etc-passwd.csv"),
        ("a\0b\u202ec", "a-b-c.csv"),
        ("...", "dossier.csv"),
        ("CON", "CON-page.csv"),
        ("x" * 500, "x" * 40 + ".csv"),
        ("مرحبا", "مرحبا.csv"),
    ],
)
def test_no_id_makes_a_name_that_a_system_refuses(dossier_id: str, expected: str) -> None:
    assert places.suggested(named(dossier_id), Choice(), registry.by_id("csv")) == expected


@pytest.mark.parametrize(
    ("name", "format_id", "expected"),
    [
        ("a.pdf", "pdf", None),
        ("a.docx", "pdf", "docx"),
        ("a.json", "timelinejs", None),
        ("a.json", "csv", "json"),
        ("a.jsonld", "webannotation", None),
        ("a.csl.json", "pdf", "csl"),
        ("a.htm", "html", None),
        ("v1.2", "md", None),
    ],
)
def test_a_name_promises_no_other_format(name: str, format_id: str, expected: str | None) -> None:
    other = places.promised(name, registry.by_id(format_id))
    assert (other and other.id) == expected
