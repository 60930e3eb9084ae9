"""The Word document, read back with python-docx and as a ZIP archive of XML."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, get_args
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from docx.table import Table
from hypothesis import example, given, settings

from natopk_desktop.documents.choice import Choice
from natopk_desktop.documents.parts import DocumentKind
from natopk_desktop.dossier import store
from natopk_desktop.exporters import docx_file
from natopk_desktop.exporters.texts.addresses import is_web
from tests.exporters.dossiers import Page, hostile, rich
from tests.exporters.stripped import restored, word
from tests.exporters.texts import NASTY_TEXTS
from tests.generator import generated

if TYPE_CHECKING:
    from natopk_desktop.dossier.dossier import Dossier

KINDS = get_args(DocumentKind)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def written(dossier: Dossier, kind: DocumentKind = "briefing") -> bytes:
    return docx_file.write(dossier, Choice(document=kind)).files[0]


def members(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body(content: bytes) -> ET.Element:
    return ET.fromstring(members(content)["word/document.xml"])


def assert_closed(content: bytes) -> None:
    """Everything parses, and nothing outside is named but addresses of the web that are links."""
    for name, data in members(content).items():
        if name.endswith((".xml", ".rels")):
            root = ET.fromstring(data)
            for relation in root.iter(RELATIONSHIP):
                if relation.get("TargetMode") == "External":
                    assert (relation.get("Type") or "").endswith("/hyperlink")
                    assert is_web(relation.get("Target") or "")
            codes = [(code.text or "").split()[0] for code in root.iter(f"{W}instrText")]
            assert set(codes) <= {"TOC", "PAGE", "NUMPAGES"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_is_closed_to_the_outside(kind: DocumentKind) -> None:
    assert_closed(written(store.built_in(), kind))
    assert_closed(written(rich(), kind))


@settings(max_examples=15)
@given(own=NASTY_TEXTS.filter(bool))
@example(own="http://a/b")
@example(own="file:///etc/passwd\0")
def test_hostile_words_name_nothing_outside(own: str) -> None:
    assert_closed(written(hostile("A", own, own)))


def test_title_language_and_date_are_the_dossiers(monkeypatch: pytest.MonkeyPatch) -> None:
    properties = word(written(store.built_in())).core_properties
    assert properties.title == "NATO-Pakistan relations"
    assert properties.author == "NATO"
    assert properties.language == "en"
    assert properties.created is not None
    assert f"{properties.created:%Y-%m-%d}" == store.built_in().head.edition.date
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    content = written(store.built_in())
    created = word(content).core_properties.created
    assert created is not None
    assert f"{created:%Y-%m-%d}" == "1970-01-02"
    with ZipFile(BytesIO(content)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_title_longer_than_word_takes_is_cut_in_the_properties_only() -> None:
    title = "A long title " * 40
    document = word(written(Page(title.strip()).finished()))
    assert len(document.core_properties.title) == 255
    assert document.paragraphs[0].text == title.strip()


def test_headings_are_headings_without_a_gap() -> None:
    document = word(written(store.built_in()))
    styles = [one.style.name or "" for one in document.paragraphs if one.style is not None]
    levels = [int(style[-1]) for style in styles if style.startswith("Heading")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_language_of_the_source_is_that_of_the_document_and_ours_says_english() -> None:
    page = Page("\u0627\u0631\u062f\u0648")
    page.add("paragraph", "\u0627\u0631\u062f\u0648")
    content = written(page.finished(source={"language": "ur"}))
    styles = ET.fromstring(members(content)["word/styles.xml"])
    (default,) = styles.iterfind(f"{W}docDefaults//{W}lang")
    assert (default.get(f"{W}val"), default.get(f"{W}bidi")) == ("ur", "ur")
    languages = {
        name.get(f"{W}val"): language.get(f"{W}val")
        for style in styles.iter(f"{W}style")
        if (name := style.find(f"{W}name")) is not None and (language := style.find(f"{W}rPr/{W}lang")) is not None
    }
    assert languages["Our words"] == languages["Our mark"] == "en-GB"
    assert list(body(content).iter(f"{W}bidi"))
    assert list(body(content).iter(f"{W}rtl"))


def test_the_heads_of_the_milestones_are_told_on_every_page() -> None:
    root = body(written(store.built_in()))
    table = next(root.iter(f"{W}tbl"))
    rows = list(table.iter(f"{W}tr"))
    assert len(rows) == 12
    assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
    assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in rows[1:])


def test_a_table_holds_each_milestone_exactly() -> None:
    dossier = store.built_in()
    document = word(written(dossier))
    table = next(part for part in document.iter_inner_content() if isinstance(part, Table))
    for milestone, row in zip(dossier.milestones, table.rows[1:], strict=True):
        date, text, topic = row.cells
        assert restored(text.text) == milestone.text[0].of(dossier.text)
        if milestone.date.printed:
            assert restored(date.text) == milestone.date.printed[0].of(dossier.text)
        assert topic.text.lower() == milestone.topics[0]


def test_every_page_names_source_stamp_text_and_its_number() -> None:
    content = written(store.built_in())
    section = word(content).sections[0]
    foot = "\n".join(paragraph.text for paragraph in section.footer.paragraphs)
    assert "NATO-Pakistan relations" in foot
    assert "Last updated: 27-Oct-2010 17:39" in foot
    assert "fe903ccd" in foot
    fields = ET.fromstring(next(data for name, data in members(content).items() if "footer" in name))
    assert [(code.text or "").strip() for code in fields.iter(f"{W}instrText")] == ["PAGE", "NUMPAGES"]


def test_owners_have_styles_of_their_own() -> None:
    dossier = store.built_in()
    root = body(written(dossier))
    for run in root.iter(f"{W}r"):
        style = run.find(f"{W}rPr/{W}rStyle")
        text = "".join(one.text or "" for one in run.iter(f"{W}t"))
        if style is not None and style.get(f"{W}val") == "Sourcewords":
            assert text in dossier.text


def test_the_drawing_is_a_picture_with_the_words_that_say_the_same() -> None:
    content = written(store.built_in(), "summary")
    assert [name for name in members(content) if name.endswith(".png")]
    described = [one.get("descr") or "" for one in body(content).iter() if one.tag.endswith("}docPr")]
    assert len(described) == 1
    assert described[0].startswith("Ours: A time line, drawn to scale, of January 2005 to July 2007.")
    assert "Paki2000stan" in described[0]


def test_marks_lead_to_their_notes() -> None:
    root = body(written(store.built_in()))
    names = [one.get(f"{W}name") for one in root.iter(f"{W}bookmarkStart")]
    anchors = {one.get(f"{W}anchor") for one in root.iter(f"{W}hyperlink")} - {None}
    assert len(names) == len(set(names))
    assert anchors <= set(names)
    assert {"note_1", "note_45"} <= anchors


def test_nothing_of_the_template_is_left() -> None:
    content = members(written(store.built_in()))
    assert not [name for name in content if "thumbnail" in name or "customXml" in name or "app.xml" in name]
    assert b"python-docx" not in content["docProps/core.xml"]


def test_many_milestones_take_no_more_than_their_share() -> None:
    dossier = generated(1000)
    table = next(body(written(dossier, "summary")).iter(f"{W}tbl"))
    assert len(list(table.iter(f"{W}tr"))) == 1001
