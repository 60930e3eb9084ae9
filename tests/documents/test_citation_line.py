from __future__ import annotations

import msgspec
import pytest

from natopk_desktop.documents.citation_line import citation_line, place, with_citation
from natopk_desktop.dossier import store
from natopk_desktop.dossier.dossier import Dossier
from natopk_desktop.dossier.spans import Span


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return store.built_in()


def test_an_entry_is_cited_with_all_that_is_known(dossier: Dossier) -> None:
    span = dossier.milestones[1].text[0]

    assert citation_line(dossier, span) == (
        "[Ours: NATO, “NATO-Pakistan relations”, last updated 27-Oct-2010 17:39, "
        "http://www.nato.int/cps/uk/SID-06060C15-2AA355FC/natolive/topics_50071.htm, "
        f"under “Key milestones”, entry 2 of 11, characters {span.start + 1} to {span.end}, "
        "text SHA-256 fe903ccda023…]"
    )


def test_the_words_stand_before_the_citation_letter_for_letter(dossier: Dossier) -> None:
    span = dossier.milestones[1].text[0]

    words, gap, ours = with_citation(dossier, span).partition("\n\n")

    assert words == dossier.text[span.start : span.end]
    assert gap
    assert ours.startswith("[Ours: ")
    assert ours.endswith("]")


def test_a_paragraph_is_placed_under_its_heading(dossier: Dossier) -> None:
    start = dossier.text.index("After Pakistan was struck by")

    assert place(dossier, Span(start, start + 5)) == (
        f"under “How did relations with Pakistan evolve?”, characters {start + 1} to {start + 5}"
    )


def test_words_before_any_heading_have_their_characters_alone(dossier: Dossier) -> None:
    assert place(dossier, Span(0, 4)) == "characters 1 to 4"


def test_what_is_not_known_is_left_out(dossier: Dossier) -> None:
    contents = dossier.contents()
    source = msgspec.structs.replace(contents.source, publisher=None, url=None, updated=None)
    bare = Dossier(msgspec.structs.replace(contents, source=source))

    assert citation_line(bare, Span(0, 4)) == (
        "[Ours: “NATO-Pakistan relations”, characters 1 to 4, text SHA-256 fe903ccda023…]"
    )
