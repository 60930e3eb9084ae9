from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from natopk_desktop.documents.scale import Drawing, Subject, draw, subject
from natopk_desktop.documents.scale_words import quoted, sentences
from natopk_desktop.documents.view import Measures
from natopk_desktop.dossier import store
from tests.documents.dated import dated, period

if TYPE_CHECKING:
    from natopk_desktop.dossier.dossier import Dossier

WIDE = Measures(1232.0)


def draw_all(dossier: Dossier, measures: Measures = WIDE, shown: bytearray | None = None) -> tuple[Subject, Drawing]:
    what = subject(dossier)
    view = what.full_view()
    assert view is not None
    return what, draw(what, view, measures, shown=shown)


def test_every_band_and_period_of_the_built_in_page_has_its_sentence_in_the_same_order() -> None:
    dossier = store.built_in()
    what, drawing = draw_all(dossier)
    said = list(sentences(what, drawing))
    assert said[0] == "A time line, drawn to scale, of January 2005 to July 2007."
    assert len(said) == 1 + len(drawing.bands) + len(drawing.periods)
    for band, sentence in zip(drawing.bands, said[1:], strict=False):
        assert quoted(dossier, band.row) in sentence
        assert dossier.head.topics[band.topic or 0].name in sentence
    assert said[2].startswith("October 2005: “Start of Paki2000stan earthquake relief operation; NATO")
    assert said[9].startswith("No date; placed under January 2007 by us: “Visit to NATO by Prime Minister of Pakistan;")
    assert said[-1] == "Period, relief operation: from “October 2005” to “January 2006” or “February 2006”."


def test_what_stands_between_quotation_marks_is_the_sources_letter_for_letter() -> None:
    dossier = store.built_in()
    for row in range(len(dossier.milestones)):
        assert quoted(dossier, row).split("“")[1].split("”")[0] in dossier.text


@pytest.mark.parametrize("longest", [1, 5, 20, 10_000])
def test_quotations_are_as_long_as_asked_and_say_when_there_is_more(longest: int) -> None:
    dossier = dated(["2005"])
    whole = dossier.text[slice(*dossier.milestones.text.spans(0)[0])]
    said = quoted(dossier, 0, longest)
    inside = said[1 : said.index("”")]
    assert whole.startswith(inside)
    assert len(inside) <= longest
    assert said.endswith("” …") == (inside != whole)


def test_clusters_undated_and_hidden_milestones_are_said() -> None:
    what, drawing = draw_all(dated(["2005-10"] * 6 + [None, None]), shown=bytearray([1, 0, 1, 1, 1, 0, 1, 1]))
    said = list(sentences(what, drawing))
    assert [": “" in sentence for sentence in said] == [False, *[True] * 6, False, False]
    assert ["hidden by the filter" in sentence for sentence in said[1:7]] == [False, True, False, False, False, True]
    assert said[-2] == "Of these, 2 are drawn as one bar, within October 2005."
    assert said[-1] == "2 milestones without a date are not drawn."


def test_a_crowd_is_counted_by_the_labels_of_the_axis() -> None:
    dossier = dated([f"{1990 + row % 40}-{row % 12 + 1:02}" for row in range(2_000)])
    what, drawing = draw_all(dossier)
    assert drawing.density is not None
    said = list(sentences(what, drawing))
    assert said[1].startswith("2000 milestones, too many to draw apart")
    assert f"{drawing.density.most} at the most" in said[1]
    counts = [int(sentence.rsplit(": ", 1)[1].split()[0]) for sentence in said[2:]]
    assert sum(counts) == 2_000


def test_periods_say_every_date_printed_and_those_left_out_are_counted() -> None:
    dossier = dated(["2005"], periods=[period(["2005-01", "2005-02"], []), *[period(["2005"], ["2005"])] * 9])
    what, drawing = draw_all(dossier)
    said = list(sentences(what, drawing))
    first, second = dossier.text[0:3], dossier.text[1:4]
    assert f"Period, the long talks: from “{first}” or “{second}” to an open end." in said
    assert said[-1] == f"{drawing.periods_left_out} more periods do not fit the drawing."


def test_an_item_out_of_view_is_not_said() -> None:
    dossier = dated(["2005-01", "2005-06"])
    what, drawing = draw_all(dossier)
    half = draw(what, drawing.view._replace(end=drawing.bands[0].days.end), WIDE)
    assert len(list(sentences(what, half))) == 2
