from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from natopk_desktop.dossier import corrections, store, validate
from natopk_desktop.dossier.dossier import Dossier
from natopk_desktop.dossier.model import Computed, Correction
from natopk_desktop.dossier.spans import Span
from natopk_desktop.errors import InputError
from tests import generator

if TYPE_CHECKING:
    from collections.abc import Callable

    from natopk_desktop.dossier.model import BlockKind


def computed(count: int = 8) -> Dossier:
    """Return a dossier all of whose milestones and headings were found by a program."""
    made = generator.contents(count)
    ids = [milestone.id for milestone in made.milestones] + [block.id for block in made.blocks if block.level]
    found = [Computed(name, 0.5, "looks like it") for name in ids]
    return Dossier(msgspec.structs.replace(made, computed=found))


def check_sound(dossier: Dossier) -> None:
    """Fail where a dossier has a defect, or differs from the one its file would give."""
    contents = dossier.contents()
    assert list(validate.defects(contents)) == []
    again = store.loads(store.dumps(dossier), "again")
    assert again.contents() == contents
    owners = {block for milestone in contents.milestones for block in milestone.blocks}
    assert {block.id for block in contents.blocks if block.kind == "milestone"} <= owners


def row(dossier: Dossier, name: str) -> int:
    found = dossier.milestones.row_of(name)
    assert found is not None
    return found


# One by one


def test_a_date_set_by_the_reader_replaces_what_was_computed() -> None:
    before = computed()
    after = corrections.set_date(before, "m3", "1950-05")

    check_sound(after)
    assert after.milestones[2].date.edtf == "1950-05"
    assert after.milestones[2].date.printed == before.milestones[2].date.printed  # the source's words stay
    assert after.head.corrections == [Correction("m3", "date.edtf", "1901-03", "1950-05")]
    assert "m3" not in {value.id for value in after.head.computed}
    assert len(after.head.computed) == len(before.head.computed) - 1
    assert before.milestones[2].date.edtf == "1901-03"
    assert before.head.corrections == []


def test_a_date_changed_twice_keeps_what_it_was_at_first() -> None:
    once = corrections.set_date(computed(), "m3", "1950-05")
    twice = corrections.set_date(once, "m3", None)

    assert twice.head.corrections == [Correction("m3", "date.edtf", "1901-03", None)]


@pytest.mark.parametrize("edtf", ["", "yesterday", "2005-13", "1950-5"])
def test_what_is_no_date_is_refused_with_a_sentence(edtf: str) -> None:
    with pytest.raises(InputError, match="2005-10 for a month"):
        corrections.set_date(computed(), "m3", edtf)


def test_the_same_date_is_accepted() -> None:
    before = computed()
    after = corrections.set_date(before, "m3", "1901-03")

    assert after.head.corrections == [Correction("m3", "computed", "looks like it", "accepted")]
    assert corrections.set_date(after, "m3", "1901-03") is after


def test_a_milestone_that_is_none_becomes_a_paragraph_and_loses_what_hung_on_it() -> None:
    before = corrections.set_date(computed(), "m4", "1950")
    block = before.milestones[3].blocks[0]
    assert any(figure.milestone == "m4" for figure in before.head.figures)

    after = corrections.not_milestone(before, "m4")

    check_sound(after)
    assert [milestone.id for milestone in after.milestones] == ["m1", "m2", "m3", "m5", "m6", "m7", "m8"]
    assert after.blocks[after.blocks.ids.index(block)].kind == "paragraph"
    assert after.head.corrections == [Correction(block, "kind", "milestone", "paragraph")]
    assert not any(figure.milestone == "m4" for figure in after.head.figures)


def test_a_paragraph_becomes_a_milestone_in_its_place() -> None:
    gone = corrections.not_milestone(computed(), "m4")
    block = gone.blocks[gone.blocks.row_at(computed().milestones[3].text[0].start)]
    after = corrections.make_milestone(gone, block.id, "1901-04")

    check_sound(after)
    assert [milestone.id for milestone in after.milestones][2:5] == ["m3", "reader-1", "m5"]
    made = after.milestones[3]
    assert made.text == (block.span,)
    assert made.date.printed == ()
    assert made.date.inferred is not None
    assert made.date.inferred.reason == corrections.BY_THE_READER
    assert Correction("reader-1", "date.edtf", None, "1901-04") in after.head.corrections


def test_a_printed_date_of_a_new_milestone_is_no_part_of_its_text() -> None:
    before = computed()
    gone = corrections.not_milestone(before, "m4")
    printed, text = before.milestones[3].date.printed[0], before.milestones[3].text[0]
    block = gone.blocks[gone.blocks.row_at(printed.start)]

    after = corrections.make_milestone(gone, block.id, "1901-04", printed)

    check_sound(after)
    assert after.milestones[3].date.printed == (printed,)
    assert after.milestones[3].date.inferred is None
    assert after.milestones[3].text == (text,)


def test_what_cannot_become_a_milestone_is_refused() -> None:
    dossier = computed()
    paragraph = next(block for block in dossier.blocks if block.kind == "paragraph")
    spacing = next(block for block in dossier.blocks if block.kind == "spacing")
    for block, printed in (
        (spacing.id, None),
        (dossier.milestones[0].blocks[0], None),
        (paragraph.id, Span(0, 1)),
        (paragraph.id, Span(paragraph.span.start, paragraph.span.start)),
    ):
        with pytest.raises(ValueError, match=r"cannot become|lies inside"):
            corrections.make_milestone(dossier, block, None, printed)
    with pytest.raises(LookupError):
        corrections.make_milestone(dossier, "nothing", None)


def test_passages_under_a_heading_that_is_none_go_to_the_heading_before() -> None:
    dossier = computed()
    title = dossier.blocks[0]
    headed = corrections.set_kind(dossier, dossier.blocks[2].id, "heading", 2)

    without_title = corrections.set_kind(headed, title.id, "paragraph")
    check_sound(without_title)
    assert all(not milestone.related for milestone in without_title.milestones)  # no heading stands before it

    demoted = corrections.set_kind(headed, next(b.id for b in headed.blocks if b.kind == "heading"), "caption")
    check_sound(demoted)
    assert [milestone.related for milestone in demoted.milestones] == [m.related for m in dossier.milestones]
    assert Correction(title.id, "kind", "title 1", "paragraph") in without_title.head.corrections


@pytest.mark.parametrize(
    ("kind", "level"), [("milestone", None), ("spacing", None), ("heading", None), ("paragraph", 2), ("heading", 0)]
)
def test_a_kind_that_is_not_the_reader_s_to_give_is_refused(kind: BlockKind, level: int | None) -> None:
    dossier = computed()
    with pytest.raises(ValueError, match=r"cannot be made|levels go"):
        corrections.set_kind(dossier, dossier.blocks[2].id, kind, level)


def test_accepting_keeps_the_reason_and_needs_something_to_accept() -> None:
    after = corrections.accept(computed(), "m1")

    check_sound(after)
    assert after.head.corrections == [Correction("m1", "computed", "looks like it", "accepted")]
    with pytest.raises(LookupError):
        corrections.accept(after, "m1")


def test_fields_of_others_stay_with_what_they_were_said_of() -> None:
    extras: dict[tuple[str | int, ...], dict[str, object]] = {
        (): {"x-all": 1},
        ("milestones", 1): {"x-one": 1},
        ("milestones", 3): {"x-gone": 1},
        ("milestones", 5, "date"): {"x-date": 1},
        ("computed", 3): {"x-gone": 1},
        ("computed", 4): {"x-computed": 1},
    }
    contents = computed().contents()
    after = corrections.not_milestone(Dossier(contents, extras), "m4")

    assert after.extras == {
        (): {"x-all": 1},
        ("milestones", 1): {"x-one": 1},
        ("milestones", 4, "date"): {"x-date": 1},
        ("computed", 3): {"x-computed": 1},
    }


# All together

Change = tuple[str, int, int]
changes = st.lists(
    st.tuples(
        st.sampled_from(["date", "make", "drop", "kind", "accept"]), st.integers(0, 10_000), st.integers(0, 10_000)
    ),
    max_size=12,
)


def applied(dossier: Dossier, change: Change) -> Dossier:
    """Do a change, with numbers for whatever it needs; what cannot be done is not done."""
    name, first, second = change
    blocks, milestones = dossier.blocks, dossier.milestones
    block = blocks[first % len(blocks)]
    edtf = [None, "1999", "2001-02", "2001-02-03/2002", "200X"[:3] + "0~"][second % 5]
    kind = corrections.KINDS[second % len(corrections.KINDS)]
    level = 1 + second % corrections.DEEPEST if kind in {"title", "heading"} else None
    doing: dict[str, Callable[[], Dossier]] = {
        "date": lambda: corrections.set_date(dossier, milestones.ids[first % len(milestones)], edtf),
        "make": lambda: corrections.make_milestone(dossier, block.id, edtf, _part(block.span, second)),
        "drop": lambda: corrections.not_milestone(dossier, milestones.ids[first % len(milestones)], kind, level),
        "kind": lambda: corrections.set_kind(dossier, block.id, kind, level),
        "accept": lambda: corrections.accept(dossier, dossier.head.computed[first % len(dossier.head.computed)].id),
    }
    try:
        return doing[name]()
    except (ValueError, LookupError, ZeroDivisionError):
        return dossier


def _part(span: Span, number: int) -> Span | None:
    return None if number % 2 else Span(span.start, min(span.end, span.start + number % 9))


@settings(max_examples=60)
@given(st.integers(0, 7), changes)
def test_whatever_is_corrected_the_dossier_stays_sound(count: int, wanted: list[Change]) -> None:
    before = computed(count)
    first = store.dumps(before)
    now = before
    for change in wanted:
        now = applied(now, change)
    check_sound(now)
    assert now.text == before.text
    assert store.dumps(before) == first  # nothing of the one before has moved
