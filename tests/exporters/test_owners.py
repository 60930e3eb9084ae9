"""Promise one: without any formatting, each sentence of each text file still tells whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest

from natopk_desktop.documents.choice import Choice
from natopk_desktop.documents.parts import DocumentKind
from natopk_desktop.dossier import store
from natopk_desktop.exporters import registry
from tests.exporters.stripped import READERS, without_marks
from tests.generator import generated

if TYPE_CHECKING:
    from natopk_desktop.dossier.dossier import Dossier

KINDS = get_args(DocumentKind)


def assert_owners_told(dossier: Dossier, choice: Choice, format_id: str) -> None:
    content = registry.by_id(format_id).write(dossier, choice).files[0]
    lines = READERS[format_id](content)
    assert any(line.is_ours for line in lines)
    for line in lines:
        if not line.is_ours:
            left = without_marks(line.text).strip()
            assert left in dossier.text, f"neither a slice of the source nor marked as ours: {line.text!r}"


@pytest.mark.parametrize("notes", [True, False])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("format_id", READERS)
def test_each_sentence_is_a_slice_of_the_source_or_says_that_it_is_ours(
    format_id: str, kind: DocumentKind, notes: bool
) -> None:
    assert_owners_told(store.built_in(), Choice(document=kind, notes=notes), format_id)


@pytest.mark.parametrize(
    "choice", [Choice(only=("m02", "m09")), Choice(topics=frozenset({"relief"})), Choice(order="date")]
)
@pytest.mark.parametrize("format_id", READERS)
def test_so_do_those_of_a_part_of_the_milestones(format_id: str, choice: Choice) -> None:
    assert_owners_told(store.built_in(), choice, format_id)


@pytest.mark.parametrize("count", [0, 1, 200])
@pytest.mark.parametrize("format_id", READERS)
def test_so_do_those_of_any_number_of_milestones(format_id: str, count: int) -> None:
    for kind in KINDS:
        assert_owners_told(generated(count), Choice(document=kind), format_id)


@pytest.mark.parametrize("format_id", READERS)
def test_our_words_do_not_pass_for_the_sources_and_its_words_not_for_ours(format_id: str) -> None:
    dossier = store.built_in()
    content = registry.by_id(format_id).write(dossier, Choice(document="briefing")).files[0]
    lines = READERS[format_id](content)
    ours = "\n".join(line.text for line in lines if line.is_ours)
    source = "\n".join(without_marks(line.text) for line in lines if not line.is_ours)
    for note in dossier.head.notes:
        assert note.message in ours
        assert note.message not in source
    for block in dossier.blocks:
        if block.kind in {"paragraph", "caption", "banner", "stamp", "heading", "title"}:
            assert block.span.of(dossier.text) in source
