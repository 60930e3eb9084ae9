from __future__ import annotations

from natopk_desktop.documents import marks
from natopk_desktop.dossier import store
from natopk_desktop.exporters import own_words
from tests.exporters.dossiers import bare, rich


def test_a_date_is_told_as_exactly_as_it_is_known_and_no_more() -> None:
    dossier = rich()
    told = [own_words.date(one, *marks.date_words(dossier, one)) for one in dossier.milestones]
    assert told[0] == "printed date “December 2003”, read as December 2003 (EDTF 2003-12); the day is not known"
    assert told[4] == "printed date “2001 to 2003”, read as 2001 to June 2003 (EDTF 2001/2003-06)"
    assert told[11] == "no date; placed under January 2007 by us (EDTF 2007-01); the day is not known"
    assert told[12] == "no date"
    exact = bare().milestones[0]
    assert own_words.date(exact, "1 May 2001", is_ours=False).endswith("read as 1 May 2001 (EDTF 2001-05-01)")


def test_an_inference_quotes_what_it_was_made_from() -> None:
    dossier = store.built_in()
    assert own_words.inference(dossier, dossier.milestones[0]) is None
    told = own_words.inference(dossier, dossier.milestones[8])
    assert told is not None
    assert told.startswith("the date is inferred from “January 2007”: ")


def test_notes_in_full_and_in_short() -> None:
    note = rich().head.notes[0]
    assert own_words.note(note) == (
        "note n1 (slip): A slip] of theirs. Reads: “almost”. "
        "Witness: Other <page> (2001-05, https://example.org/?a=1&b=2): Says \x07 otherwise. "
        "Agrees with the page: no; how sure: low."
    )
    assert own_words.brief_note(note).endswith("Reads: “almost”. Contradicting the page: Other <page>.")


def test_a_period_is_told_with_every_date_of_its_ends() -> None:
    dossier = store.built_in()
    assert own_words.period(dossier, dossier.head.periods[0]) == (
        "period “relief operation”, from “October 2005” (2005-10) "
        "to “January 2006” (2006-01) or “February 2006” (2006-02)"
    )
