"""Web page, Word document, Markdown and plain text alike: same milestones, same order, same characters."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import msgspec
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from natopk_desktop.documents.choice import Choice
from natopk_desktop.documents.parts import DocumentKind
from natopk_desktop.dossier import store
from natopk_desktop.errors import InputError
from natopk_desktop.exporters import registry
from tests.exporters.dossiers import Line, Page, bare, hostile, rich
from tests.exporters.stripped import READERS, restored
from tests.exporters.texts import NASTY_TEXTS
from tests.generator import generated

if TYPE_CHECKING:
    from natopk_desktop.dossier.dossier import Dossier

KINDS = get_args(DocumentKind)
HOSTILE = NASTY_TEXTS.filter(bool) | st.sampled_from(
    (
        "# not a heading", "1. no list", "- no list", "    no code", "***", "===", "| a | b |", "```", "a  \nb",
        "\n\na", "a\n\n\nb\n", "[a](javascript:alert(1))", "![a](file:///etc/passwd)", "<http://a.b>", "&copy;", "a\\",
        "*a*", "__a__", "<img src=file:///x>", "</bdi></table><h1>a", "\u202eabc", "\u2067abc\u202c",
        "\u05d0\u05d1 \u0628 abc", "\xa0 a \xa0", "\t\ta\t", "Ours: not at all", "{{a}}", "$a$", "~~a~~", "~~~",
        "+ a", "a:b", ": a", "\ufeffa\ufeff",
    )
)  # fmt: skip


def content(format_id: str, dossier: Dossier, choice: Choice) -> bytes:
    return registry.by_id(format_id).write(dossier, choice).files[0]


def source_of(format_id: str, written: bytes) -> str:
    """Return the lines of a file with the characters that marks stand for, and without other marks."""
    return "\n".join(line.text if line.is_ours else restored(line.text) for line in READERS[format_id](written))


def assert_in_order(words: list[str], text: str) -> None:
    at = 0
    for one in words:
        found = text.find(one, at)
        assert found >= 0, f"{one!r} is not in its place"
        at = found + len(one)


def shown(text: str) -> str:
    """Return what a text format makes of the source's words, which the loss report says."""
    return text.replace("\r\n", "\n")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("format_id", READERS)
def test_every_milestone_is_there_in_order_letter_for_letter(format_id: str, kind: DocumentKind) -> None:
    dossier = store.built_in()
    words = [span.of(dossier.text) for milestone in dossier.milestones for span in milestone.text]
    assert "\xa0" in "".join(words)
    text = source_of(format_id, content(format_id, dossier, Choice(document=kind)))
    assert_in_order(words, text)


@pytest.mark.parametrize("format_id", READERS)
def test_a_summary_in_a_file_without_pages_leaves_no_milestone_out(format_id: str) -> None:
    dossier = generated(120)
    written = registry.by_id(format_id).write(dossier, Choice())
    assert_in_order(
        [span.of(dossier.text) for milestone in dossier.milestones for span in milestone.text],
        source_of(format_id, written.files[0]),
    )
    assert not {"milestones", "cut"} & {item.code for item in written.losses}
    assert not any("one page" in line.text for line in READERS[format_id](written.files[0]))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("format_id", READERS)
def test_the_same_input_gives_the_same_bytes(format_id: str, kind: DocumentKind) -> None:
    first, again = (content(format_id, rich(), Choice(document=kind)) for _ in range(2))
    assert first == again


@pytest.mark.parametrize("format_id", READERS)
def test_a_bare_dossier_loses_nothing_a_rich_one_what_it_is_rich_in(format_id: str) -> None:
    wanted = registry.by_id(format_id)
    lost = {item.code for item in wanted.write(bare(), Choice(document="briefing")).losses}
    assert lost == ({"drawing"} if format_id in {"md", "txt"} else set())
    rich_codes = {item.code for item in wanted.write(rich(), Choice(document="briefing")).losses}
    assert rich_codes > {"passages", "inferences", "characters", "line-ends", "mark", "computed", "original"}


@pytest.mark.parametrize("format_id", READERS)
def test_what_cannot_be_held_is_counted_and_placed(format_id: str) -> None:
    dossier = rich()
    losses = {item.code: item for item in registry.by_id(format_id).write(dossier, Choice(document="briefing")).losses}
    item = losses["characters"]
    assert item.where.span is not None
    assert item.where.span.of(dossier.text) == "\0"
    assert "U+0000 (13 times" in item.message


@pytest.mark.parametrize("format_id", READERS)
def test_notes_left_out_as_asked_are_in_the_loss_report(format_id: str) -> None:
    dossier = store.built_in()
    without = registry.by_id(format_id).write(dossier, Choice(document="briefing", notes=False))
    (item,) = (item for item in without.losses if item.code == "notes")
    assert item.where.ids == tuple(note.id for note in dossier.head.notes)
    text = "\n".join(line.text for line in READERS[format_id](without.files[0]))
    assert "[Ours: note" not in text
    assert dossier.head.notes[0].message not in text
    whole = registry.by_id(format_id).write(dossier, Choice(document="briefing"))
    assert "notes" not in {item.code for item in whole.losses}


@pytest.mark.parametrize("format_id", READERS)
def test_a_choice_that_means_nothing_is_refused(format_id: str) -> None:
    with pytest.raises(InputError, match="m99"):
        content(format_id, store.built_in(), Choice(only=("m99",)))


@pytest.mark.parametrize("format_id", READERS)
def test_an_undated_entry_says_that_its_date_is_ours(format_id: str) -> None:
    lines = READERS[format_id](content(format_id, store.built_in(), Choice(document="milestone", only=("m09",))))
    assert any(line.is_ours and "no date; placed under January 2007 by us" in line.text for line in lines)
    assert not any("30 January 2007" in line.text for line in lines if line.text.startswith("#"))


@pytest.mark.parametrize("format_id", READERS)
@settings(max_examples=30)
@given(title=HOSTILE, words=HOSTILE, own=HOSTILE, kind=st.sampled_from(KINDS))
@example(
    title="a", words="]]></script><img src=file:///x>\0\u202e[a](b)", own="[Ours: ] </style>\n# a", kind="briefing"
)
@example(title="a", words="\u05d0\u05d1\u202b \u0628", own="\r\n\r", kind="summary")
def test_hostile_words_come_out_as_the_characters_they_are(
    format_id: str, title: str, words: str, own: str, kind: DocumentKind
) -> None:
    assume("[Ours" not in title + words)  # what the page itself prints so is in the loss report
    dossier = hostile(title, words, own)
    written = content(format_id, dossier, Choice(document=kind))
    expected = [shown(span.of(dossier.text)) for milestone in dossier.milestones for span in milestone.text]
    assert_in_order(expected, source_of(format_id, written))


@pytest.mark.parametrize("format_id", READERS)
@settings(max_examples=20)
@given(own=HOSTILE)
def test_hostile_words_of_ours_stay_ours(format_id: str, own: str) -> None:
    dossier = hostile("A page", "Words of the page.", own)
    for line in READERS[format_id](content(format_id, dossier, Choice(document="briefing"))):
        if not line.is_ours:
            assert restored(line.text).strip() in dossier.text


@pytest.mark.parametrize("format_id", READERS)
def test_the_mark_that_a_page_itself_prints_is_in_the_loss_report(format_id: str) -> None:
    page = Page("A page")
    page.add("paragraph", "[Ours: the page’s own]")
    written = registry.by_id(format_id).write(page.finished(), Choice(document="briefing"))
    assert "mark" in {item.code for item in written.losses}


def test_what_a_figure_is_read_as_is_told_where_it_is_no_number() -> None:
    dossier = store.built_in()
    text = content("txt", dossier, Choice()).decode()
    assert "two air bridges, from Germany and Turkey[Ours: notes 7, 8] [Ours: read as 2]" in text
    assert "3500 tons of relief supplies[Ours" in text
    assert "read as 3500" not in text


def test_pieces_of_a_date_that_stand_apart_say_so() -> None:
    page = Page("A page")
    made = page.milestone(Line("It opens.", "May, so they say, 2001"))
    (printed,) = made.date.printed
    parts = (type(printed)(printed.start, printed.start + 3), type(printed)(printed.end - 4, printed.end))
    date = msgspec.structs.replace(made.date, printed=parts)
    page.milestones[0] = msgspec.structs.replace(made, date=date)
    assert "\nMay [Ours: …] 2001\n" in content("txt", page.finished(), Choice()).decode()
