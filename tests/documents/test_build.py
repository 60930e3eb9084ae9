from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import msgspec
import pytest

from natopk_desktop.documents.build import build
from natopk_desktop.documents.choice import Choice
from natopk_desktop.documents.parts import Document, DocumentKind, EntryTable, NoteList, Run
from natopk_desktop.dossier import store
from natopk_desktop.dossier.dossier import Dossier
from natopk_desktop.errors import InputError
from tests.documents.made_up import Made, made_up
from tests.generator import generated

if TYPE_CHECKING:
    from collections.abc import Iterator

KINDS = get_args(DocumentKind)
BUILT_IN = store.built_in()
URDU = made_up([Made("وزیر اعظم کا دورہ"), Made("no date at all", None, None), Made("placed", None, "2001-05")])


def runs(value: object) -> Iterator[Run]:
    """Every run anywhere in a document."""
    if isinstance(value, Run):
        yield value
    elif isinstance(value, msgspec.Struct) and not isinstance(value, Dossier):
        for field in value.__struct_fields__:
            if field != "what":
                yield from runs(getattr(value, field))
    elif isinstance(value, tuple):
        for item in value:
            yield from runs(item)


def entries(document: Document) -> list[str]:
    return [entry.id for part in document.parts if isinstance(part, EntryTable) for entry in part.entries]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("dossier", [BUILT_IN, generated(30), URDU, made_up()], ids=["built-in", "30", "urdu", "none"])
def test_every_run_of_the_source_is_a_slice_of_it(kind: DocumentKind, dossier: Dossier) -> None:
    told = list(runs(build(dossier, Choice(document=kind))))
    assert told
    for run in told:
        if run.owner == "source":
            assert run.span is not None
            assert run.text == run.span.of(dossier.text)
        else:
            assert run.span is None


@pytest.mark.parametrize("kind", KINDS)
def test_every_number_of_a_note_has_its_note(kind: DocumentKind) -> None:
    document = build(BUILT_IN, Choice(document=kind))
    called = {number for run in runs(document) for number in run.notes}
    listed = {note.number for part in document.parts if isinstance(part, NoteList) for note in part.notes}
    assert called == listed


@pytest.mark.parametrize("kind", KINDS)
def test_without_notes_there_is_no_word_of_them(kind: DocumentKind) -> None:
    document = build(BUILT_IN, Choice(document=kind, notes=False))
    assert not any(run.notes for run in runs(document))
    assert not any(isinstance(part, NoteList) for part in document.parts)
    assert document.label.endswith("without notes")


@pytest.mark.parametrize("kind", KINDS)
def test_a_filter_is_told_and_kept(kind: DocumentKind) -> None:
    document = build(BUILT_IN, Choice(document=kind, topics=frozenset({"relief"}), period="2005/2006"))
    assert entries(document) == ["m02", "m04"]
    assert "only milestones under Relief touching 2005 to 2006, 2 of 11" in document.label


@pytest.mark.parametrize("kind", KINDS)
def test_chosen_milestones_are_told_and_kept(kind: DocumentKind) -> None:
    document = build(BUILT_IN, Choice(document=kind, only=("m09",)))
    assert entries(document) == ["m09"]
    assert "only milestone m09, 1 of 11" in document.label


def test_milestones_by_date_are_told_so() -> None:
    document = build(BUILT_IN, Choice(document="briefing", order="date"))
    assert document.label == "briefing; milestones by date"


def test_a_choice_that_means_nothing_is_refused() -> None:
    with pytest.raises(InputError, match="m99"):
        build(BUILT_IN, Choice(only=("m99",)))


@pytest.mark.parametrize("kind", KINDS)
def test_the_origin_names_source_stamp_and_hash(kind: DocumentKind) -> None:
    origin = build(BUILT_IN, Choice(document=kind)).origin
    assert (origin.publisher, origin.title, origin.short_sha256) == ("NATO", "NATO-Pakistan relations", "fe903ccd")
    assert origin.stamp is not None
    assert origin.stamp.text == "Last updated: 27-Oct-2010 17:39"
    assert origin.stamp_label == ""
    assert origin.banner is not None
    assert origin.banner.text == "NATO - North Atlantic Treaty Organisation"
