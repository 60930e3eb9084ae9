from __future__ import annotations

from natopk_desktop.documents import pieces
from natopk_desktop.documents.telling import Teller
from natopk_desktop.dossier import store
from tests.documents.made_up import Made, made_up

BUILT_IN = store.built_in()


def test_a_date_is_the_printed_one_or_words_of_ours() -> None:
    teller = Teller(BUILT_IN, notes=())
    assert [(run.text, run.owner) for run in pieces.date(teller, 7)] == [("January 2007", "source")]
    assert [(run.text, run.owner) for run in pieces.date(teller, 8)] == [
        ("no date; placed under January 2007 by us", "ours")
    ]


def test_a_figure_is_letter_for_letter_with_its_qualifier() -> None:
    (group,) = pieces.figure_groups(Teller(BUILT_IN, notes=()), pieces.figures(BUILT_IN, None))
    figure = group.figures[1]
    assert figure.qualifier is not None
    assert figure.unit is not None
    assert (figure.qualifier.text, figure.value.text, figure.unit.text, figure.number) == (
        "Almost",
        "3500",
        "tons of relief supplies",
        "3500",
    )
    assert (group.name.text, group.name.owner) == ("Relief statistics", "ours")


def test_figures_stand_in_source_order() -> None:
    starts = [figure.span.start for figure in pieces.figures(BUILT_IN, None)]
    assert starts == sorted(starts)


def test_a_long_entry_is_cut_and_counts_what_is_left() -> None:
    dossier = made_up([Made("A first sentence. " + "word " * 500)])
    entry = pieces.entry(Teller(dossier), 0, 60)
    assert entry.text[0][0].text == "A first sentence."
    assert entry.text[0][-1].text == f" [… {entry.cut} more characters, ours]"
    assert len("A first sentence.") + entry.cut == len(dossier.words(dossier.milestones.text.spans(0))[0])


def test_a_message_is_cut_in_words() -> None:
    assert pieces.shortened("One two. Three four five six.", 12) == ("One two. [… 21 more characters, ours]", 21)
    assert pieces.shortened("One two.", 12) == ("One two.", 0)


def test_a_stamp_within_a_text_is_told_with_a_label_of_ours() -> None:
    assert pieces.origin(made_up(stamp=None)).stamp is None
    whole = pieces.origin(made_up())
    assert whole.stamp is not None
    assert (whole.stamp.text, whole.stamp_label) == ("Last updated: 3 May 2010", "")
