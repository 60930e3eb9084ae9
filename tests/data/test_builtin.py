"""The built-in dossier against its source, with the standard library alone."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[2] / "data" / "nato-pakistan-2010"
BYTES = (FOLDER / "source.txt").read_bytes()
TEXT = BYTES.decode()
RAW = (FOLDER / "dossier.json").read_bytes()
DOSSIER: dict[str, Any] = json.loads(RAW)
NOTES: dict[str, dict[str, Any]] = {note["id"]: note for note in DOSSIER["notes"]}
BLOCKS: dict[str, dict[str, Any]] = {block["id"]: block for block in DOSSIER["blocks"]}
WHITE = " \t\r\n\N{NO-BREAK SPACE}"

SHA256 = "fe903ccda0230c3f56b4727b87ab7258e4bf777311caeba756675842c9159710"

# The canonical order of keys, by where the object stands.
KEYS = {
    "": "format version id edition source original blocks topics milestones periods figures groups notes computed"
    " corrections",
    "edition": "date by",
    "source": "text sha256 publisher title url url_note language retrieved updated",
    "updated": "span edtf",
    "blocks": "id kind level span",
    "topics": "id name",
    "milestones": "id blocks date text topics related",
    "date": "edtf printed inferred",
    "inferred": "from reason",
    "related": "span section reason",
    "periods": "id name from to milestones",
    "from": "edtf span",
    "to": "edtf span",
    "figures": "id group span qualifier value number unit measured milestone",
    "groups": "id name",
    "notes": "id kind spans message reading witnesses",
    "witnesses": "title url date agrees sure says",
}

# Id, printed date, EDTF date, topic, then the heading and the first words of the most relevant passage.
MILESTONES = [
    ("m01", "March 2005", "2005-03", "visits", "Broader cooperation", "NATO’s Deputy Secretary General has visited"),
    ("m02", "October 2005", "2005-10", "relief", "How did relations", "After Pakistan was struck by"),
    ("m03", "December 2005", "2005-12", "visits", "How did relations", "After Pakistan was struck by"),
    ("m04", "January 2006", "2006-01", "relief", "How did relations", "Following the end of the mission"),
    ("m05", "May 2006", "2006-05", "visits", "Broader cooperation", "NATO’s Deputy Secretary General has visited"),
    ("m06", "September 2006", "2006-09", "training", "How did relations", "The relationship has gradually"),
    ("m07", "November 2006", "2006-11", "visits", "Broader cooperation", "Military contacts are also taking place"),
    ("m08", "January 2007", "2007-01", "military", "Cooperation on Afghanistan", "A joint Afghan, ISAF and Pakistani"),
    ("m09", None, "2007-01", "politics", "Cooperation on Afghanistan", "As Pakistan’s Prime Minister put it"),
    ("m10", "February 2007", "2007-02", "visits", "Broader cooperation", "Visits of Pakistani opinion leaders"),
    ("m11", "May 2007", "2007-05", "visits", "NATO-Pakistan relations", "In May 2007, during the first-ever visit by"),
]

# Milestone, qualifier, value, the number read, unit, what is measured.
FIGURES = [
    ("m02", None, "two", 2, "air bridges, from Germany and Turkey", None),
    ("m04", "Almost", "3500", 3500, "tons of relief supplies", "relief supplies"),
    ("m04", "over", "7600", 7600, "people moved", None),
    ("m04", "more than", "8000", 8000, "patients treated", None),
    ("m04", None, "roads cleared", None, None, None),
    ("m04", None, "schools", None, None, None),
    ("m04", None, "shelters built", None, None, None),
]

NOTES_OF_KIND = {"slip": 2, "discrepancy": 6, "inferred-date": 1, "gap": 8, "unconfirmed": 3, "witness": 25}

# What had to be said: the kind of note, words of the source it stands on, words of its message, how many witnesses.
FACTS = [
    # The list of milestones
    ("witness", "March 2005 Visit", "prints no year", 1),
    ("discrepancy", "Deputy Assistant Secretary General", "NATO’s biography", 3),
    ("witness", "October 2005 Start", "asked for on 10 October, approved on 11 October", 3),
    ("witness", "two air bridges, from Germany and Turkey", "names no air base", 3),
    ("unconfirmed", "General Ahsan Saleem Hyat", "four searches", 2),
    ("witness", "Vice Chief of Pakistani Army Staff", "Vice Chief of Army Staff", 2),
    ("discrepancy", "January 2006", "1 February 2006", 6),
    ("witness", "Almost 3500 tons", "3,435 tons", 4),
    ("witness", "over 7600 people moved", "NATO’s helicopters", 2),
    ("witness", "more than 8000 patients treated", "same number", 2),
    ("witness", "roads cleared, schools and shelters built", "same works", 2),
    ("gap", "NATO airlifts supplies", "no number of flights", 4),
    ("witness", "May 2006", "Hikmet Cetin", 1),
    ("unconfirmed", "Oberammergau", "low to medium", 2),
    ("witness", "General Ehsan ul Haq", "17 November 2006", 1),
    ("witness", "Opening of Joint Intelligence Operations Centre", "12 officers of ISAF, 6 Afghan and 6 Pakistani", 4),
    ("witness", "Visit to NATO by Prime Minister of Pakistan", "headline of NATO’s news item", 4),
    ("unconfirmed", "think-tank community", "two searches", 0),
    ("witness", "May 2007 First visit", "8 May 2007", 3),
    # The narrative and the photo
    ("witness", "shaking hands", "4 June 2010", 2),
    ("witness", "30 January 2007, “Pakistan is committed", "joins the two sentences with a comma", 2),
    ("witness", "In May 2007, during the first-ever visit", "the first such visit", 2),
    ("witness", "a devastating earthquake in October 2005", "8 October 2005", 2),
    ("witness", "assets of the NATO Response Force", "first use of the Response Force", 3),
    ("witness", "the end of the mission in February 2006", "1 February 2006", 3),
    ("witness", "opened in Kabul in January 2007", "25 January 2007", 3),
    ("witness", "Its four main areas", "How sure we are: medium", 3),
    ("witness", "brings together representatives", "ISAF joined in April 2006", 3),
    ("witness", "drug cultivation", "30 January 2007", 1),
    ("witness", "visited Pakistan twice since 2005", "a later one was not found", 2),
    ("witness", "selected training and education courses", "opened to Pakistani officers", 3),
    # Damage, and the page against itself
    ("slip", "Paki2000stan", "“Pakistan”", 0),
    ("slip", "armies. .", "“armies.”", 0),
    ("discrepancy", "intelligence centre that was opened in Kabul", "two names", 2),
    ("inferred-date", "Visit to NATO by Prime Minister", "placed under January 2007 by us", 3),
    ("discrepancy", "A massive air-bridge", "with a hyphen", 2),
    ("discrepancy", "relief-assistance operation", "four names", 0),
    ("discrepancy", "military officers and civilians", "Who attended differs", 0),
    ("gap", "3500 tons", "which ton it means", 2),
    ("gap", "Chairman of the Joint Chiefs of Staff", "our own knowledge", 1),
    ("gap", "Key milestones", "ends in May 2007", 5),
    ("gap", "Yousuf Raza Gilani", "was Shaukat Aziz", 3),
    ("gap", "Anders Fogh Rasmussen", "was Jaap de Hoop Scheffer", 2),
    ("gap", "instability, extremism and terrorism", "whose words these are", 1),
    ("gap", "27-Oct-2010 17:39", "no time zone", 0),
]


def words(span: list[int]) -> str:
    return TEXT[span[0] : span[1]]


def notes_like(kind: str, on: str, told: str) -> list[dict[str, Any]]:
    return [
        note
        for note in NOTES.values()
        if note["kind"] == kind and told in note["message"] and any(on in words(span) for span in note["spans"])
    ]


def test_the_source_is_the_captured_page() -> None:
    assert hashlib.sha256(BYTES).hexdigest() == SHA256
    assert DOSSIER["source"]["sha256"] == SHA256
    assert len(TEXT) == 5490
    assert TEXT.count("\N{NO-BREAK SPACE}") == 5
    assert not TEXT.endswith("\n")
    assert DOSSIER["source"]["text"] is None
    assert DOSSIER["source"]["retrieved"] is None
    assert words(DOSSIER["source"]["updated"]["span"]) == "27-Oct-2010 17:39"
    assert DOSSIER["source"]["updated"]["edtf"] == "2010-10-27"


def test_the_file_is_in_canonical_form() -> None:
    assert (json.dumps(DOSSIER, indent=2, ensure_ascii=False) + "\n").encode() == RAW

    def check(value: object, place: str) -> None:
        if isinstance(value, dict):
            assert " ".join(value) == KEYS[place]
            for key, inner in value.items():
                check(inner, key)
        elif isinstance(value, list):
            for inner in value:
                check(inner, place)

    check(DOSSIER, "")


def test_blocks_laid_end_to_end_are_the_source() -> None:
    spans = [block["span"] for block in DOSSIER["blocks"]]
    assert spans[0][0] == 0
    assert spans[-1][1] == len(TEXT)
    assert all(one[1] == other[0] for one, other in pairwise(spans))
    assert "".join(map(words, spans)).encode() == BYTES
    assert all(start < end for start, end in spans)


def test_thirty_one_blocks_hold_words_and_the_rest_is_spacing() -> None:
    kinds = Counter(block["kind"] for block in DOSSIER["blocks"])
    assert kinds.pop("spacing") == 30
    assert kinds == {
        "banner": 1,
        "title": 1,
        "caption": 1,
        "paragraph": 11,
        "heading": 5,
        "milestone": 11,
        "stamp": 1,
    }
    for block in DOSSIER["blocks"]:
        text = words(block["span"])
        if block["kind"] == "spacing":
            assert not text.strip(WHITE)
        else:
            assert text == text.strip(WHITE)
            assert "\n" not in text


def test_levels_are_those_of_the_title_and_the_headings() -> None:
    levels = {words(block["span"]): block["level"] for block in DOSSIER["blocks"] if block["level"] is not None}
    assert levels == {
        "NATO-Pakistan relations": 1,
        "How does cooperation work in practice?": 2,
        "Cooperation on Afghanistan": 3,
        "Broader cooperation": 3,
        "How did relations with Pakistan evolve?": 2,
        "Key milestones": 3,
    }


def test_milestones_have_their_dates_topics_and_first_passages() -> None:
    assert len(DOSSIER["milestones"]) == len(MILESTONES)
    for milestone, (name, printed, edtf, topic, heading, first) in zip(DOSSIER["milestones"], MILESTONES, strict=True):
        assert milestone["id"] == name
        assert [words(span) for span in milestone["date"]["printed"]] == ([printed] if printed else [])
        assert milestone["date"]["edtf"] == edtf
        assert milestone["topics"] == [topic]
        passage = milestone["related"][0]
        assert words(passage["span"]).startswith(first)
        assert words(BLOCKS[passage["section"]]["span"]).startswith(heading)


def test_date_blank_and_text_make_up_a_milestones_block() -> None:
    for milestone in DOSSIER["milestones"]:
        (block,) = (BLOCKS[name] for name in milestone["blocks"])
        assert block["kind"] == "milestone"
        pieces = [*milestone["date"]["printed"], *milestone["text"]]
        assert " ".join(map(words, pieces)) == words(block["span"])


def test_the_undated_milestone_says_that_its_date_is_ours() -> None:
    dated = [milestone for milestone in DOSSIER["milestones"] if milestone["date"]["inferred"] is None]
    (undated,) = (milestone for milestone in DOSSIER["milestones"] if milestone["date"]["inferred"])
    assert len(dated) == 10
    assert undated["id"] == "m09"
    (origin,) = undated["date"]["inferred"]["from"]
    assert words(origin) == "January 2007"
    assert origin == DOSSIER["milestones"][7]["date"]["printed"][0]
    assert undated["date"]["inferred"]["reason"]


def test_every_passage_stands_under_the_heading_it_names() -> None:
    heads = [block for block in DOSSIER["blocks"] if block["level"] is not None]
    for milestone in DOSSIER["milestones"]:
        assert milestone["related"]
        for passage in milestone["related"]:
            above = [block["id"] for block in heads if block["span"][1] <= passage["span"][0]]
            assert passage["section"] == above[-1]
            assert passage["reason"]
            (home,) = (b for b in BLOCKS.values() if b["span"][0] <= passage["span"][0] < b["span"][1])
            assert passage["span"][1] <= home["span"][1]


def test_the_prime_ministers_visit_leads_to_the_whole_quotation() -> None:
    passage = words(DOSSIER["milestones"][8]["related"][0]["span"])
    assert passage.endswith("will be Pakistan.”")


def test_figures_are_slices_of_the_source() -> None:
    for figure, (milestone, qualifier, value, number, unit, measured) in zip(DOSSIER["figures"], FIGURES, strict=True):
        parts = [figure[name] for name in ("qualifier", "value", "unit", "measured")]
        assert [part and words(part) for part in parts] == [qualifier, value, unit, measured]
        assert words(figure["span"]) == " ".join(part for part in (qualifier, value, unit) if part)
        assert figure["number"] == number
        assert figure["milestone"] == milestone
        (entry,) = (entry for entry in DOSSIER["milestones"] if entry["id"] == milestone)
        block = BLOCKS[entry["blocks"][0]]["span"]
        assert block[0] <= figure["span"][0] < figure["span"][1] <= block[1]
    assert {figure["group"] for figure in DOSSIER["figures"]} == {group["id"] for group in DOSSIER["groups"]}
    assert [group["name"] for group in DOSSIER["groups"]] == ["Relief statistics"]


def test_the_period_holds_every_date_the_page_gives() -> None:
    (period,) = DOSSIER["periods"]
    told = [(end["edtf"], words(end["span"])) for end in (*period["from"], *period["to"])]
    assert told == [("2005-10", "October 2005"), ("2006-01", "January 2006"), ("2006-02", "February 2006")]
    assert period["milestones"] == ["m02", "m03", "m04"]


def test_ids_are_unique_and_references_lead_somewhere() -> None:
    tables = ("blocks", "milestones", "periods", "figures", "notes")
    ids = [value["id"] for table in tables for value in DOSSIER[table]]
    assert len(ids) == len(set(ids))
    for table in ("topics", "groups"):
        names = [value["id"] for value in DOSSIER[table]]
        assert len(names) == len(set(names))
    topics = {topic["id"] for topic in DOSSIER["topics"]}
    milestones = {milestone["id"] for milestone in DOSSIER["milestones"]}
    assert {topic for milestone in DOSSIER["milestones"] for topic in milestone["topics"]} == topics
    assert {figure["milestone"] for figure in DOSSIER["figures"]} <= milestones
    assert {name for period in DOSSIER["periods"] for name in period["milestones"]} <= milestones


def test_ids_go_by_the_order_of_the_page() -> None:
    for letter, table in (("m", "milestones"), ("f", "figures"), ("n", "notes")):
        ids = [value["id"] for value in DOSSIER[table]]
        assert ids == [f"{letter}{number:02}" for number in range(1, len(ids) + 1)]


def test_notes_of_each_kind_are_as_many_as_told() -> None:
    assert Counter(note["kind"] for note in NOTES.values()) == NOTES_OF_KIND
    readme = (FOLDER.parent / "README.md").read_text(encoding="utf-8")
    for kind, count in NOTES_OF_KIND.items():
        (row,) = (line for line in readme.splitlines() if line.startswith(f"| {kind} |"))
        assert row.endswith(f"| {count} |")


def test_a_note_stands_on_words_and_says_something() -> None:
    for note in NOTES.values():
        assert note["spans"]
        for span in note["spans"]:
            assert words(span).strip(WHITE)
            assert words(span) == words(span).strip(WHITE)
        assert note["message"].endswith(".")


def test_only_slips_have_a_reading() -> None:
    read = {words(note["spans"][0]): note["reading"] for note in NOTES.values() if note["reading"] is not None}
    assert read == {"Paki2000stan": "Pakistan", "armies. .": "armies."}
    assert {note["kind"] for note in NOTES.values() if note["reading"] is not None} == {"slip"}


def test_witnesses_are_cited_and_say_something() -> None:
    dates: dict[str, str | None] = {}
    for witness in (witness for note in NOTES.values() for witness in note["witnesses"]):
        assert witness["title"]
        assert witness["url"].startswith(("http://", "https://"))
        assert witness["agrees"] in {"yes", "partly", "no"}
        assert witness["sure"] in {"high", "medium", "low"}
        assert witness["says"].endswith(".")
        assert dates.setdefault(witness["url"], witness["date"]) == witness["date"]


def test_every_witness_note_has_a_witness() -> None:
    assert all(note["witnesses"] for note in NOTES.values() if note["kind"] == "witness")


@pytest.mark.parametrize(("kind", "on", "told", "witnesses"), FACTS)
def test_every_fact_has_its_note(kind: str, on: str, told: str, witnesses: int) -> None:
    (note,) = notes_like(kind, on, told)
    assert len(note["witnesses"]) == witnesses


def test_no_note_is_without_a_fact() -> None:
    told = {note["id"] for kind, on, message, _ in FACTS for note in notes_like(kind, on, message)}
    assert told == set(NOTES)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Shaukat Aziz", ["Yousuf Raza Gilani", "Pakistan’s Prime Minister", "Prime Minister of Pakistan"]),
        ("Jaap de Hoop Scheffer", ["Anders Fogh Rasmussen", "a NATO Secretary General", "a NATO Secretary General"]),
    ],
)
def test_the_likeliest_misquotations_are_told_on_every_line_concerned(name: str, lines: list[str]) -> None:
    (note,) = (n for n in NOTES.values() if n["kind"] == "gap" and f"was {name}" in n["message"])
    told = sorted(note["spans"])
    assert len(told) == len(lines)
    assert all(line in words(span) for line, span in zip(lines, told, strict=True))


@pytest.mark.parametrize(("on", "sure"), [("Arja", "low"), ("Oberammergau", "low to medium"), ("think-tank", "low")])
def test_what_nobody_else_tells_is_not_called_sure(on: str, sure: str) -> None:
    (note,) = (n for n in NOTES.values() if n["kind"] == "unconfirmed" and on in words(n["spans"][0]))
    assert f"How sure we are: {sure}" in note["message"]
    assert all(witness["agrees"] == "partly" for witness in note["witnesses"])
