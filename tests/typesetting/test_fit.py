"""The summary is one page, whatever the dossier: each limit of the promise is driven here."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, get_args

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from natopk_desktop.documents.choice import Choice, Paper
from natopk_desktop.documents.chosen import rows
from natopk_desktop.documents.estimate import capped
from natopk_desktop.documents.parts import Document, EntryTable, FigureGroup, Heading, NoteList, Paragraph
from natopk_desktop.documents.room import steps
from natopk_desktop.documents.summary import Summary
from natopk_desktop.dossier import store
from natopk_desktop.typesetting.characters import Setter
from natopk_desktop.typesetting.fit import fitted
from natopk_desktop.typesetting.pages import Setting
from tests.documents.made_up import Made, made_up
from tests.documents.test_build import runs
from tests.generator import generated
from tests.typesetting.pdf_tools import page_count, sizes, text_of

if TYPE_CHECKING:
    from natopk_desktop.dossier.dossier import Dossier

PAPERS = get_args(Paper)
SENTENCE = "The committee met again at the harbour and agreed on the next steps of its work. "
LEAST_SOURCE = 8.5
LEAST = 7.0
SOURCE_FONT = "SourceSerif4"
Kind = TypeVar("Kind")


def set_on_one_page(dossier: Dossier, choice: Choice) -> Document:
    """Set a summary and hold it to all that is promised of any."""
    setting = fitted(dossier, choice)
    pdf, document = setting.pdf(0), setting.document
    assert page_count(pdf) == 1
    for font, size in sizes(pdf):
        assert size >= (LEAST_SOURCE if font.startswith(SOURCE_FONT) else LEAST) - 0.01, (font, size)
    told = " ".join(text_of(pdf).split())
    for run in runs(document):
        if run.owner == "source":
            assert run.span is not None
            assert run.text == run.span.of(dossier.text)
    assert "page 1 of 1" in told
    assert document.origin.short_sha256 in told
    return document


def only(document: Document, kind: type[Kind]) -> Kind:
    (found,) = [part for part in document.parts if isinstance(part, kind)]
    return found


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("notes", [True, False])
def test_the_built_in_page_keeps_all_its_milestones_and_figures(paper: Paper, notes: bool) -> None:
    document = set_on_one_page(store.built_in(), Choice(paper=paper, notes=notes))
    assert only(document, EntryTable).more == 0
    assert only(document, FigureGroup).more == 0
    assert any(isinstance(part, Paragraph) and part.role == "caption" for part in document.parts)
    if notes:
        assert len(only(document, NoteList).notes) >= 3


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("count", [1, 11, 200, 10_000])
def test_any_number_of_milestones(paper: Paper, count: int) -> None:
    table = only(set_on_one_page(generated(count), Choice(paper=paper)), EntryTable)
    assert len(table.entries) + table.more == count
    assert len(table.entries) >= min(count, 11)


@pytest.mark.parametrize("paper", PAPERS)
def test_an_entry_longer_than_a_page_ends_after_a_sentence(paper: Paper) -> None:
    document = set_on_one_page(made_up([Made(SENTENCE * 200), Made("Short.")]), Choice(paper=paper))
    entry = only(document, EntryTable).entries[0]
    assert entry.text[0][0].text.endswith("next steps of its work.")
    assert entry.text[0][-1].text == f" [… {entry.cut} more characters, ours]"


@pytest.mark.parametrize("paper", PAPERS)
def test_a_word_longer_than_a_page_ends_anywhere(paper: Paper) -> None:
    entry = only(set_on_one_page(made_up([Made("x" * 20_000)]), Choice(paper=paper)), EntryTable).entries[0]
    assert entry.cut > 19_000


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("word", ["word ", "W", "中", "ݐ "])
def test_a_title_of_two_thousand_characters(paper: Paper, word: str) -> None:
    title = (word * 2000)[:1999] + "."
    document = set_on_one_page(made_up([Made("Entry.")], title=title, caption=title), Choice(paper=paper))
    heading = next(part for part in document.parts if isinstance(part, Heading))
    assert "more characters, ours]" in heading.runs[-1].text
    assert only(document, EntryTable).more == 0


@pytest.mark.parametrize("paper", PAPERS)
def test_sixty_figures_stay_as_long_as_milestones_can_go(paper: Paper) -> None:
    figures = [f"Almost {number + 10} tons of supplies" for number in range(60)]
    document = set_on_one_page(made_up([Made("Entry.")] * 3, figures=figures), Choice(paper=paper))
    group = only(document, FigureGroup)
    assert len(group.figures) + group.more == 60
    assert len(group.figures) >= 6


@pytest.mark.parametrize("paper", PAPERS)
def test_figures_beyond_six_go_after_milestones_and_before_the_caption(paper: Paper) -> None:
    figures = [f"{number + 10} {'very long names of units ' * 12}" for number in range(60)]
    dossier = made_up([Made(SENTENCE * 4)] * 30, figures=figures, caption="A caption.")
    document = set_on_one_page(dossier, Choice(paper=paper))
    table, group = only(document, EntryTable), only(document, FigureGroup)
    assert (len(table.entries), table.more) == (4, 26)
    assert group.more > 0
    assert len(group.figures) >= 6
    assert any(isinstance(part, Paragraph) and part.role == "caption" for part in document.parts)


@pytest.mark.parametrize("paper", PAPERS)
def test_notes_go_first_then_the_least_connected_milestones(paper: Paper) -> None:
    entries = [Made(SENTENCE, noted="gap" if row % 2 else None, related=row % 3 == 0) for row in range(60)]
    document = set_on_one_page(made_up(entries), Choice(paper=paper))
    table, notes = only(document, EntryTable), only(document, NoteList)
    assert notes.notes == ()
    assert notes.more == 30
    least = min((row % 2) + (row % 3 == 0) for row in (entry.row for entry in table.entries))
    gone = {*range(60)} - {entry.row for entry in table.entries}
    assert max((row % 2) + (row % 3 == 0) for row in gone) <= least


def test_all_that_fits_is_set_at_the_usual_size_and_all_else_smaller() -> None:
    assert not set_on_one_page(generated(11), Choice()).dense
    assert set_on_one_page(generated(200), Choice()).dense


def test_nothing_is_left_out_that_one_step_more_would_fit() -> None:
    dossier, choice = store.built_in(), Choice()
    summary = Summary(dossier, choice, rows(dossier, choice), Setter().reach)
    setting = fitted(dossier, choice)
    told = len(only(setting.document, NoteList).notes)
    rooms = steps(capped(summary))
    at = next(at for at, room in enumerate(rooms) if room.notes == told)
    fuller = msgspec.structs.replace(summary.made(rooms[at - 1]), dense=True)
    setting = Setting(fuller, "a4")
    assert setting.end().page == 2


TEXTS = st.text(max_size=400)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TEXTS.filter(bool), min_size=1, max_size=12), TEXTS, st.sampled_from(PAPERS))
def test_any_text_gives_one_page(entries: list[str], introduction: str, paper: Paper) -> None:
    title = introduction[:50] or "Title"
    encodable = [text.encode("utf-8", "ignore").decode() or "x" for text in (title, introduction or "y", *entries)]
    made = [Made(text) for text in encodable[2:]]
    setting = fitted(made_up(made, title=encodable[0], introduction=encodable[1]), Choice(paper=paper))
    assert setting.end().page == 1
    assert page_count(setting.pdf(0)) == 1
