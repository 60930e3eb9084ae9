"""CSL-JSON, BibTeX and RIS, read back by other people's parsers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
import rispy
from hypothesis import example, given
from hypothesis import strategies as st
from pybtex.database import parse_string

from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import store
from natopk_desktop.dossier.dossier import Dossier
from natopk_desktop.exporters import bibtex, csl, ris
from natopk_desktop.exporters.progress import unheard
from natopk_desktop.plain import one_line
from tests.generator import contents

if TYPE_CHECKING:
    from natopk_desktop.exporters.written import Writer

ADDRESS = "http://www.nato.int/cps/uk/SID-06060C15-2AA355FC/natolive/topics_50071.htm"
WRITERS: dict[str, Writer] = {"csl": csl.write, "bibtex": bibtex.write, "ris": ris.write}
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def written(writer: Writer, dossier: Dossier, choice: Choice = Choice()) -> str:  # noqa: B008 - frozen
    return writer(dossier, choice, unheard).files[0].decode()


def titled(title: str, retrieved: str | None = None) -> Dossier:
    made = contents(2)
    source = msgspec.structs.replace(made.source, title=title, publisher=title or None, retrieved=retrieved)
    return Dossier(msgspec.structs.replace(made, source=source))


def test_csl_json() -> None:
    (item,) = json.loads(written(csl.write, store.built_in()))
    assert (item["type"], item["title"], item["URL"]) == ("webpage", "NATO-Pakistan relations", ADDRESS)
    assert item["issued"] == {"date-parts": [[2010, 10, 27]]}
    assert item["author"] == [{"literal": "NATO"}]
    assert "accessed" not in item


def test_bibtex() -> None:
    ((key, entry),) = parse_string(written(bibtex.write, store.built_in()), "bibtex").entries.items()
    assert (entry.type, key) == ("online", "nato-pakistan-2010")
    assert entry.fields["title"] == "{NATO-Pakistan relations}"
    assert [str(person) for person in entry.persons["author"]] == ["{NATO}"]
    assert (entry.fields["date"], entry.fields["url"]) == ("2010-10-27", ADDRESS)
    assert entry.fields["month"] == "October"
    assert "urldate" not in entry.fields


def test_ris() -> None:
    (entry,) = rispy.loads(written(ris.write, store.built_in()))
    assert entry["type_of_reference"] == "ELEC"
    assert entry["title"] == "NATO-Pakistan relations"
    assert entry["urls"] == [ADDRESS]
    assert entry["date"] == "2010/10/27/"
    assert "access_date" not in entry


def test_one_reference_for_each_milestone_chosen() -> None:
    choice = Choice(only=("m02", "m09"))
    made: list[dict[str, Any]] = json.loads(written(csl.write, store.built_in(), choice))
    assert [item["id"] for item in made] == ["nato-pakistan-2010-m02", "nato-pakistan-2010-m09"]
    assert made[0]["section"] == "Key milestones"
    assert len(rispy.loads(written(ris.write, store.built_in(), choice))) == 2
    assert written(bibtex.write, store.built_in(), choice).count("@online{") == 2


@pytest.mark.parametrize(
    ("name", "told"), [("csl", '"accessed": {'), ("bibtex", "urldate = {2011-03}"), ("ris", "Y2  - 2011/03//")]
)
def test_the_day_of_access_is_the_sources_or_left_out(name: str, told: str) -> None:
    unknown = WRITERS[name](titled("A"), Choice(), unheard)
    assert "no-access-date" in {item.code for item in unknown.losses}
    assert told not in unknown.files[0].decode()
    known = WRITERS[name](titled("A", "2011-03"), Choice(), unheard)
    assert "no-access-date" not in {item.code for item in known.losses}
    assert told in known.files[0].decode()


@given(TEXT)
@example("x\r\nER  - \r\nTY  - BOOK")
@example("a}, note = {b")
@example("100 % of \\input{/etc/passwd} $x_1^2$ & ~ #")
def test_a_title_of_any_characters_makes_a_file_with_one_reference(title: str) -> None:
    dossier = titled(title)
    (item,) = json.loads(written(csl.write, dossier))
    assert item["title"] == title
    (entry,) = rispy.loads(written(ris.write, dossier))
    assert entry.get("title", "") == one_line(title).strip()
    assert len(parse_string(written(bibtex.write, dossier), "bibtex").entries) == 1
    assert "\\input" not in written(bibtex.write, dossier)


def test_changed_characters_are_in_the_loss_report() -> None:
    assert "characters" in {item.code for item in ris.write(titled("a\nb"), Choice()).losses}
    assert "characters" not in {item.code for item in csl.write(titled("a\nb"), Choice()).losses}
