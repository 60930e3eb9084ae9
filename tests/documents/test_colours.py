from __future__ import annotations

import re

import msgspec
import pytest

from natopk_desktop.documents.colours import DARK, LIGHT, Colours

TEXT = 4.5
"""WCAG 2.2, success criterion 1.4.3: contrast of text, level AA."""
MARK = 3.0
"""Success criterion 1.4.11: parts of controls, and marks that carry meaning; 2.4.7 with it for the focus ring."""

THEMES = {"light": LIGHT, "dark": DARK}

TEXTS = [
    ("ink", "ground"),
    ("ink", "panel"),
    ("ink", "selection"),
    ("ink", "marked"),
    ("ink", "note_ground"),
    ("soft_ink", "ground"),
    ("soft_ink", "panel"),
    ("soft_ink", "selection"),
    ("soft_ink", "note_ground"),
    ("accent", "ground"),
    ("accent", "panel"),
    ("accent", "selection"),
    ("accent", "note_ground"),
    ("note", "ground"),
    ("note", "panel"),
    ("note", "selection"),
    ("note", "note_ground"),
    ("ground", "accent"),  # chosen text in fields
]

MARKS = [
    ("accent", "ground"),  # focus ring, the box around the chosen entry, the spine at the chosen entry
    ("accent", "panel"),
    ("accent", "selection"),
    ("outline", "ground"),  # outlines of fields and buttons, milestones that the filter hides
    ("outline", "panel"),
    ("outline", "selection"),
    ("soft_ink", "panel"),  # the density strip
    ("ink", "outline"),  # what the filter shows of it, before all of it
    ("soft_ink", "selection"),
    ("note", "ground"),
    ("note", "note_ground"),  # the bar of a note
]

TOPIC_GROUNDS = ["ground", "panel", "selection"]


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, from 1 to 21, as WCAG 2.2 defines it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=THEMES)
def colours(request: pytest.FixtureRequest) -> Colours:
    return THEMES[request.param]


def test_the_formula_gives_the_ratios_that_wcag_names() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_text_can_be_read(colours: Colours, text: str, ground: str) -> None:
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= TEXT


@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_marks_can_be_seen(colours: Colours, mark: str, ground: str) -> None:
    assert contrast(getattr(colours, mark), getattr(colours, ground)) >= MARK


@pytest.mark.parametrize("ground", TOPIC_GROUNDS)
@pytest.mark.parametrize("topic", range(5))
def test_topics_can_be_seen(colours: Colours, topic: int, ground: str) -> None:
    assert contrast(colours.topics[topic], getattr(colours, ground)) >= MARK


@pytest.mark.parametrize("topic", range(5))
def test_names_of_topics_can_be_read_in_their_colour(colours: Colours, topic: int) -> None:
    assert contrast(colours.topics[topic], colours.ground) >= TEXT


def test_topics_differ_and_begin_again_after_the_last(colours: Colours) -> None:
    assert len(set(colours.topics)) == 5
    assert colours.topic(7) == colours.topics[2]


def test_every_colour_is_written_in_full(colours: Colours) -> None:
    values = msgspec.structs.asdict(colours)
    flat = [value for value in values.values() if isinstance(value, str)] + list(colours.topics)
    assert all(re.fullmatch(r"#[0-9a-f]{6}", value) for value in flat)


def test_the_themes_name_the_same_roles_in_other_colours() -> None:
    assert all(getattr(LIGHT, role) != getattr(DARK, role) for role in LIGHT.__struct_fields__)
