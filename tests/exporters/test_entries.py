from __future__ import annotations

import msgspec

from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import store
from natopk_desktop.dossier.spans import Span
from natopk_desktop.exporters.entries import entries, place
from natopk_desktop.exporters.progress import Meter, unheard
from natopk_desktop.exporters.scope import Scope
from tests.exporters.dossiers import Line, of_lines


def test_an_entry_is_told_date_first_and_cited_last() -> None:
    dossier = store.built_in()
    (entry,) = entries(Scope(dossier, Choice(only=("m09",))), Meter(unheard, 1))
    told = list(entry.paragraphs())
    assert told[0].startswith("[Ours: no date; placed under January 2007 by us (EDTF 2007-01)")
    assert told[1].startswith("[Ours: the date is inferred from “January 2007”")
    assert told[2] == "[Ours: topic Politics]"
    line, words = told[3].split("\n", 1)
    assert line.startswith("[Ours: related passage, under “Cooperation on Afghanistan”")
    assert words == dossier.text[slice(*dossier.milestones[8].related[0].span)]
    assert told[-1].startswith("[Ours: NATO, “NATO-Pakistan relations”")


def test_the_place_of_an_entry_without_words_is_that_of_its_blocks() -> None:
    dossier = of_lines([Line("words")])
    milestone = dossier.milestones[0]
    assert place(dossier, milestone).of(dossier.text) == "1 May 2001 words"
    silent = msgspec.structs.replace(
        milestone, text=(), date=msgspec.structs.replace(milestone.date, printed=(), edtf=None)
    )
    assert place(dossier, silent).of(dossier.text) == "1 May 2001 words"
    assert place(dossier, msgspec.structs.replace(silent, blocks=())) == Span(0, 0)
