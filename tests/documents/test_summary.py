from __future__ import annotations

from natopk_desktop.documents.choice import Choice
from natopk_desktop.documents.chosen import rows
from natopk_desktop.documents.parts import Drawing, EntryTable, FigureGroup, Heading, NoteList, Paragraph
from natopk_desktop.documents.room import Room
from natopk_desktop.documents.summary import Summary, document
from natopk_desktop.dossier import store
from tests.documents.made_up import Made, made_up

BUILT_IN = store.built_in()


def summary(choice: Choice | None = None) -> Summary:
    choice = choice or Choice()
    return Summary(BUILT_IN, choice, rows(BUILT_IN, choice))


def test_it_tells_what_the_page_is_its_figures_and_its_milestones_in_this_order() -> None:
    parts = summary().made(summary().full()).parts
    assert [type(part) for part in parts] == [
        Heading,
        Paragraph,
        Paragraph,
        FigureGroup,
        Heading,
        Drawing,
        EntryTable,
        Heading,
        NoteList,
    ]


def test_the_introduction_is_the_first_paragraph() -> None:
    found = [part for part in summary().made(summary().full()).parts if isinstance(part, Paragraph)]
    assert [part.role for part in found] == ["caption", "paragraph"]
    assert found[1].runs[0].text.startswith("Since the Alliance’s relief-assistance operation")


def test_what_is_left_out_is_counted() -> None:
    parts = summary().made(Room(notes=1, milestones=4, figures=3, caption=False)).parts
    by_type = {type(part): part for part in parts}
    table, figures, notes = by_type[EntryTable], by_type[FigureGroup], by_type[NoteList]
    assert isinstance(table, EntryTable)
    assert (len(table.entries), table.more) == (4, 7)
    assert isinstance(figures, FigureGroup)
    assert (len(figures.figures), figures.more) == (3, 4)
    assert isinstance(notes, NoteList)
    assert len(notes.notes) == 1
    assert notes.more == summary().full().notes - 1
    assert not any(isinstance(part, Paragraph) and part.role == "caption" for part in parts)


def test_the_drawing_shows_all_milestones_even_where_the_table_does_not() -> None:
    parts = summary().made(Room(0, 2, 0, caption=False)).parts
    drawing = next(part for part in parts if isinstance(part, Drawing))
    assert len(drawing.scale.bands) == 11


def test_kept_milestones_stay_in_the_order_wanted() -> None:
    kept = summary().kept(Room(0, 6, 0, caption=False))
    assert kept == sorted(kept)


def test_a_page_with_a_title_alone_is_a_summary_too() -> None:
    bare = made_up(introduction=None, stamp=None)
    assert [type(part) for part in document(bare, Choice()).parts] == [Heading]


def test_years_have_a_column_where_every_date_ends_with_one() -> None:
    assert summary().has_years
    mixed = made_up([Made("a"), Made("b", "2001-05-03", "2001-05-03")])
    assert not Summary(mixed, Choice(), rows(mixed, Choice())).has_years
