from __future__ import annotations

import os
import re
import subprocess
import sys
from functools import cache
from typing import TYPE_CHECKING, Any, cast, get_args

import pytest

from natopk_desktop import resources
from natopk_desktop.documents.choice import Choice, Paper
from natopk_desktop.documents.parts import DocumentKind
from natopk_desktop.dossier import selection, store
from natopk_desktop.errors import InputError
from natopk_desktop.exporters import pdf
from tests.documents.made_up import Made, made_up
from tests.exporters.dossiers import bare, rich
from tests.generator import generated
from tests.typesetting.pdf_tools import POPPLER, page_count, poppler, reader, sizes, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from pypdf import PdfReader

    from natopk_desktop.dossier.location import Order

KINDS = get_args(DocumentKind)
PAPERS = get_args(Paper)
BUILT_IN = store.built_in()
OURS = re.compile(r"[A-Z]{6}\+(SourceSerif4|Inter|NotoNaskhArabic)-")


def root_of(file: PdfReader) -> dict[str, Any]:
    return cast("dict[str, Any]", file.trailer["/Root"].get_object())


@cache
def made(kind: DocumentKind, paper: Paper = "a4") -> bytes:
    return fresh(kind, paper)


def fresh(kind: DocumentKind, paper: Paper = "a4", order: Order = "source") -> bytes:
    return pdf.write(BUILT_IN, Choice(document=kind, paper=paper, order=order)).files[0]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("paper", PAPERS)
def test_it_is_tagged_archival_titled_and_in_the_language_of_the_page(kind: DocumentKind, paper: Paper) -> None:
    file = reader(made(kind, paper))
    root = root_of(file)
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert file.metadata is not None
    assert file.metadata.title == "NATO-Pakistan relations"
    packet = root["/Metadata"].get_data().decode()
    assert "<pdfaid:part>3</pdfaid:part>" in packet
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in packet
    assert "<pdfuaid:part>1</pdfuaid:part>" in packet


@POPPLER
@pytest.mark.parametrize("kind", KINDS)
def test_poppler_finds_tags_and_only_our_fonts_embedded(kind: DocumentKind) -> None:
    file = made(kind)
    assert re.search(r"Tagged: +yes", poppler(file, "pdfinfo"))
    lines = poppler(file, "pdffonts").splitlines()[2:]
    assert lines
    for line in lines:
        assert OURS.match(line), line
        assert " yes yes yes " in line


@pytest.mark.parametrize("kind", KINDS)
def test_the_app_opens_its_own_pdf_as_the_same_dossier(kind: DocumentKind) -> None:
    attached = reader(made(kind)).attachments
    ((content,),) = attached.values()
    assert content == store.dumps(BUILT_IN)
    assert store.dumps(store.loads(content, "attached")) == content


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_input_gives_the_same_bytes(kind: DocumentKind) -> None:
    assert fresh(kind) == made(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_the_words_of_the_source_are_never_below_eight_and_a_half_points_and_ours_never_below_seven(
    kind: DocumentKind,
) -> None:
    for font, size in sizes(made(kind)):
        assert size >= (8.5 if font.startswith("SourceSerif4") else 7.0) - 0.01, (font, size)


PROGRAM = """
import sys
from natopk_desktop.documents.choice import Choice
from natopk_desktop import resources
from natopk_desktop.dossier import selection, store
from natopk_desktop.exporters import pdf
sys.stdout.buffer.write(pdf.write(store.built_in(), Choice(document=sys.argv[1])).files[0])
"""


@pytest.mark.parametrize("kind", KINDS)
def test_another_process_in_another_place_and_time_zone_gives_the_same_bytes(
    kind: DocumentKind, tmp_path: Path
) -> None:
    root = str(resources.bundled("data").parent)
    environment = os.environ | {"PYTHONPATH": root, "PYTHONHASHSEED": "7", "TZ": "Asia/Karachi", "LC_ALL": "C"}
    environment.pop("SOURCE_DATE_EPOCH", None)
    command = [sys.executable, "-c", PROGRAM, kind]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True)
    assert done.stdout == made(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_the_dossier_is_attached_as_what_the_pages_are_made_of(kind: DocumentKind) -> None:
    """PDF/A-3 wants to know how a file and the pages hang together, and of what type it is."""
    (told,) = root_of(reader(made(kind)))["/AF"]
    specification = told.get_object()
    assert specification["/AFRelationship"] == "/Source"
    assert specification["/UF"] == "source.dossier.json"
    assert specification["/EF"]["/F"].get_object()["/Subtype"] == "/application/json"


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_in_it_leads_out_of_it_or_runs(kind: DocumentKind) -> None:
    file = reader(made(kind))
    assert {"/OpenAction", "/AA", "/AcroForm"}.isdisjoint(root_of(file))
    for page in file.pages:
        for annotation in page.get("/Annots", []):
            one = annotation.get_object()
            assert one["/Subtype"] == "/Link"
            assert one.get("/A", {}).get("/S", "/GoTo") == "/GoTo"


def test_its_date_is_that_of_the_edition_or_the_one_given(monkeypatch: pytest.MonkeyPatch) -> None:
    def date() -> str:
        information = reader(fresh("summary")).metadata
        assert information is not None
        return str(information["/CreationDate"])

    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert date().startswith("D:20261124000000")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert date().startswith("D:19700102000000")


@POPPLER
@pytest.mark.parametrize(
    ("kind", "start", "order"),
    [("summary", "TBody", "source"), ("briefing", "TBody", "date"), ("timeline", "H2", "source")],
)
def test_it_is_read_in_the_order_of_the_list(kind: DocumentKind, start: str, order: Order) -> None:
    """The list's order, but for a timeline, which is by date whatever is asked for."""
    told = " ".join(poppler(fresh(kind, order=order), "pdfinfo", "-struct-text").split())
    place = told.index(start)
    for row in selection.in_order(BUILT_IN, "date" if kind == "timeline" else order):
        (words,) = BUILT_IN.words(BUILT_IN.milestones.text.spans(row))
        place = told.index(words[:20], place) + 1


@pytest.mark.parametrize("kind", KINDS)
def test_each_drawing_has_words_that_say_the_same(kind: DocumentKind) -> None:
    elements = _elements(root_of(reader(made(kind)))["/StructTreeRoot"])
    drawings = [element for element in elements if element["/S"] == "/Figure"]
    assert drawings
    for drawing in drawings:
        words = str(drawing["/Alt"])
        assert words.startswith("A time line, drawn to scale")
        assert "January 2005 to July 2007" in words
        if kind != "milestone":
            assert "October 2005" in words
            assert "No date; placed under January 2007 by us" in words


@POPPLER
@pytest.mark.parametrize("kind", ["summary", "briefing"])
def test_milestones_are_a_table_with_heads_and_the_drawing_has_its_words(kind: DocumentKind) -> None:
    told = poppler(made(kind), "pdfinfo", "-struct-text")
    assert "TH <" in told
    assert "/Scope /Column" in told
    assert "H1 " in told
    assert "Figure" in told
    file = reader(made(kind))
    words = [str(element.get("/Alt")) for element in _elements(root_of(file)["/StructTreeRoot"])]
    assert any(alternative.startswith("A time line, drawn to scale") for alternative in words)


def _elements(node: object) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    waiting = [node]
    while waiting:
        one = waiting.pop()
        one = one.get_object() if hasattr(one, "get_object") else one
        if isinstance(one, dict):
            if "/S" in one:
                found.append(one)
            waiting.append(one.get("/K"))
        elif isinstance(one, list):
            waiting.extend(one)
    return found


def test_the_headings_are_bookmarks() -> None:
    def titles(outline: list[object]) -> list[str]:
        return [
            title
            for one in outline
            for title in (titles(one) if isinstance(one, list) else [str(getattr(one, "title", ""))])
        ]

    told = titles(reader(made("briefing")).outline)  # type: ignore[arg-type]  # pypdf's type names itself
    assert told[:3] == [
        "NATO-Pakistan relations",
        "How does cooperation work in practice?",
        "Cooperation on Afghanistan",
    ]
    assert "Ours: notes on the source" in told
    assert not any("[" in title for title in told)


def test_a_title_as_long_as_a_text_stays_out_of_the_contents_alone() -> None:
    title = "Relations of many kinds " * 40
    file = reader(pdf.write(made_up([Made("Entry.")], title=title.strip()), Choice(document="briefing")).files[0])
    first = file.outline[0]
    assert str(getattr(first, "title", "")).startswith("Relations of many kinds")
    told = " ".join(" ".join(page.extract_text() for page in file.pages).split())
    twice, running = 2 * 40, 10  # as the title, in the table on the source; at the foot of each page
    assert told.count("Relations of many kinds") < twice + running


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("paper", PAPERS)
def test_every_page_names_source_stamp_hash_and_number_and_what_is_ours(kind: DocumentKind, paper: Paper) -> None:
    file = made(kind, paper)
    count = page_count(file)
    for number, page in enumerate(reader(file).pages, 1):
        told = " ".join(page.extract_text().split())
        for words in (
            "NATO-Pakistan relations",
            "Last updated: 27-Oct-2010 17:39",
            "fe903ccd…",
            f"page {number} of {count}",
            "Ours: what says so",
        ):
            assert words in told, (number, words)


def test_the_languages_of_page_and_remarks_are_told() -> None:
    urdu = made_up([Made("وزیر اعظم کا دورہ")], title="تعلقات", introduction="پاکستان اور نیٹو", language="ur")
    file = reader(pdf.write(urdu, Choice()).files[0])
    assert root_of(file)["/Lang"] == "ur"
    assert any(element.get("/Lang") == "en" for element in _elements(root_of(file)["/StructTreeRoot"]))


def test_no_character_is_refused_and_each_box_is_told_of() -> None:
    text = "😀 中 \ue000 \x00 \x07 \ufeff \ufffe \u202e \U0010fffd سلام ɐ̃̈"
    written = pdf.write(made_up([Made(text)], title=f"Title {text}"), Choice(document="briefing"))
    told = text_of(written.files[0])
    for number in ("U+1F600", "U+4E2D", "U+E000", "U+0000", "U+0007", "U+FEFF", "U+FFFE", "U+202E", "U+10FFFD"):
        assert number in told
    (item,) = [item for item in written.losses if item.code == "glyphs"]
    assert "U+1F600 (" in item.message
    assert "first at character 7 of the source" in item.message
    assert item.where.span == (6, 7)


def test_a_bare_dossier_loses_nothing_in_a_briefing_and_a_rich_one_does() -> None:
    briefing = Choice(document="briefing")
    assert pdf.write(bare(), briefing).losses == ()
    assert pdf.write(rich(), briefing).losses


def test_a_summary_tells_what_did_not_fit_with_its_number() -> None:
    items = {item.code: item for item in pdf.write(generated(200), Choice()).losses}
    assert items["milestones"].message.startswith("Not told for want of room: ")
    assert items["milestones"].remedy == pdf.ATTACHED


def test_a_choice_that_means_nothing_is_refused() -> None:
    with pytest.raises(InputError):
        pdf.write(BUILT_IN, Choice(period="soon"))
