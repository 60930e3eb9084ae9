"""Words that have broken files elsewhere, through every writer: a valid file or one sentence, and no injection."""

from __future__ import annotations

import json
from io import BytesIO
from typing import TYPE_CHECKING, Any, get_args
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from natopk_desktop.documents.choice import Choice
from natopk_desktop.documents.parts import DocumentKind
from natopk_desktop.dossier import store
from natopk_desktop.errors import InputError, UserError
from natopk_desktop.exporters import registry
from natopk_desktop.self_test import read_back
from tests.exporters.dossiers import hostile
from tests.exporters.texts import NASTY_TEXTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from natopk_desktop.dossier.dossier import Dossier

KINDS = get_args(DocumentKind)
WORDS = NASTY_TEXTS.filter(bool)
DANGEROUS = {"/JavaScript", "/JS", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/RichMedia"}
SVG = "{http://www.w3.org/2000/svg}"
EXAMPLE = ("]]></script>\0\u202e=1+1\r\nATTACH:x", '#read("/etc/passwd") $x$ <tag> @preview/x \\write18{a}',
           "\r\nEND:VEVENT\r\nER  - \n}, a = {javascript:alert(1)")  # fmt: skip


def pdf(content: bytes) -> str:
    """Read a PDF with pypdf; what runs or leads anywhere but the web is an error."""
    file = PdfReader(BytesIO(content))
    for page in file.pages:
        for annotation in page.get("/Annots") or ():
            action = annotation.get_object().get("/A") or {}
            assert str(action.get("/URI", "http")).startswith("http"), action
    for thing in range(1, len(file.xref[0]) + 1):
        held: Any = file.get_object(thing)
        if isinstance(held, dict):
            assert not DANGEROUS & {*held, str(held.get("/S"))}
    assert len(file.attachments) == 1
    return "\n".join(page.extract_text() for page in file.pages)


def svg(content: bytes) -> str:
    """Read a picture as XML; it holds drawings alone."""
    root = ET.fromstring(content)
    assert root.tag == f"{SVG}svg"
    for element in root.iter():
        assert element.tag not in {f"{SVG}{name}" for name in ("script", "foreignObject", "image", "animate", "set")}
        assert not any(name.startswith("on") for name in element.attrib)
        assert all(value.startswith("#") for name, value in element.attrib.items() if name.endswith("href"))
    return ""


def bibtex(content: bytes) -> str:
    """Read references with pybtex."""
    import pybtex.database

    found = pybtex.database.parse_string(content.decode(), "bibtex")
    assert len(found.entries) == 1
    return ""


VALID: dict[str, Callable[[bytes], str]] = {
    "pdf": pdf, "svg": svg, "png": read_back.png, "html": read_back.html, "docx": read_back.docx,
    "md": read_back.text, "txt": read_back.text, "json": read_back.dossier_json, "csv": read_back.csv_table,
    "timelinejs": read_back.any_json, "timeline": read_back.xml, "ics": read_back.icalendar,
    "jsonld": read_back.any_json, "webannotation": read_back.any_json, "csl": read_back.any_json, "bibtex": bibtex,
    "ris": read_back.ris,
}  # fmt: skip


def written_or_refused(known: registry.Format, dossier: Dossier, choice: Choice) -> tuple[bytes, ...]:
    """Return the files, or none where one clear sentence says why there are none."""
    refused: list[str] = []
    try:
        return known.write(dossier, choice).files
    except UserError as error:
        refused.append(error.message)
    assert refused[0].endswith(".")
    assert "\n" not in refused[0]
    return ()


@pytest.mark.parametrize("known", registry.FORMATS, ids=lambda known: known.id)
@settings(max_examples=15)
@given(title=WORDS, words=WORDS, own=WORDS, kind=st.sampled_from(KINDS))
@example(*EXAMPLE, "briefing")
@example(*reversed(EXAMPLE), "summary")
@example("<b>", "\ufeff\ufffe\uffff\U0010ffff\ud7ff\ue000", "\u2066\u202e\u200f", "milestone")
def test_it_is_a_valid_file_or_one_sentence(
    known: registry.Format, title: str, words: str, own: str, kind: DocumentKind
) -> None:
    dossier = hostile(title, words, own)
    choice = Choice(document=kind) if "document" in known.uses else Choice()
    for file in written_or_refused(known, dossier, choice):
        VALID[known.id](file)


@settings(max_examples=40)
@given(title=WORDS, words=WORDS, own=WORDS)
@example(*EXAMPLE)
def test_linked_data_holds_the_very_characters(title: str, words: str, own: str) -> None:
    dossier = hostile(title, words, own)
    page, *events = json.loads(registry.by_id("jsonld").write(dossier, Choice()).files[0])["@graph"]
    assert page["headline"] == title
    assert [event["name"] for event in events] == [words] * 3
    assert {value["value"] for event in events for value in event.get("additionalProperty", ())} == {own}


@settings(max_examples=40)
@given(title=WORDS, words=WORDS, own=WORDS)
@example(*EXAMPLE)
def test_annotations_quote_the_very_characters(title: str, words: str, own: str) -> None:
    dossier = hostile(title, words, own)
    made: dict[str, Any] = json.loads(registry.by_id("webannotation").write(dossier, Choice()).files[0])
    for item in made["first"]["items"]:
        for target in item["target"]:
            position, quote = target["selector"]
            assert dossier.text[position["start"] : position["end"]] == quote["exact"]
        assert all(body["value"].startswith("Ours: ") for body in item["body"] if body["type"] == "TextualBody")


@settings(max_examples=40)
@given(title=WORDS, words=WORDS, own=WORDS)
@example(*EXAMPLE)
def test_a_dossier_comes_back_as_it_was(title: str, words: str, own: str) -> None:
    dossier = hostile(title, words, own)
    (content,) = registry.by_id("json").write(dossier, Choice()).files
    assert store.loads(content, "x").contents() == dossier.contents()
    assert json.loads(content)["source"]["text"] == dossier.text


@pytest.mark.parametrize("half", ["\\ud800", "\\udfff"])
def test_halves_of_characters_never_reach_a_writer(half: str) -> None:
    content = store.dumps(hostile("A page", "words", "HERE")).replace(b"HERE", half.encode())
    with pytest.raises(InputError, match="JSON"):
        store.loads(content, "x")
