from __future__ import annotations

import itertools
from typing import get_args

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from natopk_desktop.dossier.account import restored
from natopk_desktop.dossier.columns import BlockTable
from natopk_desktop.dossier.spans import Span
from natopk_desktop.dossier.validate import defects
from natopk_desktop.importers.pages.hints import Facts, Hint, HintKind
from natopk_desktop.importers.pages.read_page import read_page

FACTS = Facts("page.txt", "2026-11-26")
PIECES = st.sampled_from(
    [
        *(
            "March 2005",
            "3 March",
            "2005",
            "1988-9",
            "Since 1995",
            "03/04/2005",
            "1970s",
            "5 mars 2005",
            "۵ مارچ ۲۰۰۵",
            "May",
        ),
        *(
            "Key dates",
            "Timeline",
            "Last updated: 3-Mar-2010 17:39",
            "More...",
            "|",
            "* ",
            "- ",
            "1. ",
            "    ",
            ": ",
            " – ",
            ", ",
        ),
        *(
            "Visit of the council to the harbour",
            "Almost 3500 tons of rice were moved.",
            "How did it end?",
            "a. .",
            "Roa12ds",
        ),
        *(
            "\n",
            "\n\n",
            "\r\n",
            "\r",
            "\t",
            "\xa0",
            "\x00",
            "\u2028",
            "\ufeff",
            "\u202e",
            "(",
            ")",
            "(2005)",
            "?",
            "…",
            "In ",
        ),
    ]
)
KINDS: tuple[HintKind | None, ...] = (*get_args(HintKind), None)
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map("".join))


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_any_text_becomes_a_sound_dossier_that_tiles_it(text: str) -> None:
    contents = read_page(text, FACTS).contents

    assert list(defects(contents)) == []
    assert restored(text, BlockTable(contents.blocks)) == text
    for block in contents.blocks:
        words = block.span.of(text)
        assert (not words.strip()) if block.kind == "spacing" else words == words.strip()


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.data())
def test_any_hints_become_a_sound_dossier(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=12)))
    hints: list[Hint] = []
    for start, end in itertools.pairwise(cuts):
        kind = data.draw(st.sampled_from(KINDS))
        if kind is not None:
            level = data.draw(st.integers(1, 6)) if kind in ("heading", "list-item") else None
            row = data.draw(st.integers(0, 3)) if kind == "cell" else None
            hints.append(Hint(Span(start, end), kind, level, row))

    contents = read_page(text, FACTS, hints).contents

    assert list(defects(contents)) == []


def test_same_text_gives_the_same_dossier() -> None:
    text = "Timeline\n\nMarch 2005 A visit.\nMay 2005 Another.\n"

    assert read_page(text, FACTS) == read_page(text, FACTS)
