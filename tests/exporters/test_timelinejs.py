from __future__ import annotations

import json

import pytest
from hypothesis import given

from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import store
from natopk_desktop.errors import InputError
from natopk_desktop.exporters import timelinejs
from tests.exporters.dossiers import DATES, Line, bare, of_lines, outside_marks, rich
from tests.exporters.texts import NASTY_TEXTS
from tests.exporters.timelinejs_rules import Shown, shown

TAGS = {"p", "br", "blockquote"}


def entry_text(slide: dict[str, dict[str, str]], size: int) -> str:
    """Return the words of a slide that are the entry's: its headline, and the text after it up to ``size``."""
    headline, tags = shown(slide["text"]["headline"])
    assert tags == set()
    text, tags = shown(slide["text"]["text"])
    assert tags <= TAGS
    return headline + text[: size - len(headline)]


def test_the_entries_of_the_page_letter_for_letter_and_in_order() -> None:
    dossier = store.built_in()
    timeline = Shown(timelinejs.write(dossier, Choice()).files[0])
    assert timeline.errors == []
    assert [slide["unique_id"] for slide in timeline.events] == dossier.milestones.ids
    for slide, milestone in zip(timeline.events, dossier.milestones, strict=True):
        words = "\n".join(dossier.words(milestone.text))
        assert entry_text(slide, len(words)) == words
        year, month = map(int, (milestone.date.edtf or "").split("-"))
        assert slide["start_date"] == {"year": year, "month": month, "display_date": slide["display_date"]}
        printed = " ".join(dossier.words(milestone.date.printed))
        assert slide["display_date"] == (printed or "no date; placed under January 2007 by us")
        assert slide["autolink"] is False


def test_a_period_with_two_ends_reaches_to_the_later_and_tells_both() -> None:
    (era,) = Shown(timelinejs.write(store.built_in(), Choice()).files[0]).eras
    assert (era["start_date"], era["end_date"]) == ({"year": 2005, "month": 10}, {"year": 2006, "month": 2})
    headline, _ = shown(era["text"]["headline"])
    assert outside_marks(headline) == []
    assert "January 2006" in headline
    assert "February 2006" in headline


def test_the_title_slide_tells_the_source() -> None:
    dossier = store.built_in()
    title = Shown(timelinejs.write(dossier, Choice()).files[0]).title
    assert shown(title["text"]["headline"])[0] == dossier.title
    told, _ = shown(title["text"]["text"])
    assert outside_marks(told) == []
    assert dossier.head.source.sha256 in told
    assert "27-Oct-2010 17:39" in told


@pytest.mark.parametrize("choice", [Choice(), Choice(notes=False), Choice(order="date", topics=frozenset({"relief"}))])
def test_without_formatting_every_sentence_still_tells_its_owner(choice: Choice) -> None:
    dossier = store.built_in()
    timeline = Shown(timelinejs.write(dossier, choice).files[0])
    for slide in timeline.events:
        text, _ = shown(slide["text"]["text"])
        for piece in (*outside_marks(text), *outside_marks(shown(slide["text"]["headline"])[0])):
            assert piece in dossier.text
        assert slide["display_date"] in dossier.text or slide["display_date"].endswith(" by us")
        assert choice.notes or "note n" not in text


def test_dates_as_coarse_as_they_are_known() -> None:
    dossier = rich()
    timeline = Shown(timelinejs.write(dossier, Choice()).files[0])
    assert timeline.errors == []
    found = {slide["unique_id"]: (slide["start_date"], slide.get("end_date")) for slide in timeline.events}
    for start, _ in found.values():
        start.pop("display_date")
    assert found["m1"] == ({"year": 2003, "month": 12}, None)
    assert found["m2"] == ({"year": 1984}, None)
    assert found["m3"] == ({"year": 2002, "month": 3}, {"year": 2002, "month": 5})
    assert found["m4"] == ({"year": 1970}, {"year": 1979})
    assert found["m5"] == ({"year": 2001}, {"year": 2003, "month": 6})
    assert found["m6"] == ({"year": 2005}, None)
    assert found["m8"] == ({"year": -43}, None)
    assert found["m14"] == ({"year": 2001, "month": 2, "day": 3}, None)
    told, _ = shown(timeline.title["text"]["text"])
    left = {
        f"m{row + 1}" for row, (_, edtf) in enumerate(DATES) if edtf in {"../2005", "Y-300000", "Y5000000000", None}
    }
    assert left == set(dossier.milestones.ids) - set(found)
    assert [piece.replace("\ufffd", "\0") for piece in outside_marks(told)] == [
        f"Entry {row}: almost 7 tons of it\x00 moved." for row in (6, 8, 9, 12)
    ]


def test_a_long_text_goes_on_below_its_headline() -> None:
    words = "A first sentence. " * 10 + "A second one that is cut. " * 20
    dossier = of_lines([Line(words.strip())])
    (slide,) = Shown(timelinejs.write(dossier, Choice()).files[0]).events
    headline, _ = shown(slide["text"]["headline"])
    assert headline.endswith(".")
    assert len(headline) <= timelinejs.LONGEST_HEADLINE
    assert entry_text(slide, len(words.strip())) == words.strip()


def test_nothing_in_a_bare_dossier_is_lost_and_much_in_a_rich_one() -> None:
    assert timelinejs.write(bare(), Choice()).losses == ()
    codes = {item.code: item for item in timelinejs.write(rich(), Choice()).losses}
    assert set(codes) == {
        "text", "computed", "corrections", "original", "notes", "note-places", "witnesses", "passages", "figures",
        "figures-beside", "pieces", "order", "mark", "undated", "precision", "inferred", "date-signs", "topics",
        "periods", "period-ends", "characters",
    }  # fmt: skip
    assert codes["periods"].where.ids == ("p2", "p3")
    assert codes["precision"].where.ids == ("m2", "m3", "m4", "m6", "m11")
    assert codes["inferred"].where.ids == ("m12",)
    assert codes["undated"].where.ids == ("m7", "m9", "m10", "m13")
    assert codes["mark"].where.span is not None


def test_without_a_dated_entry_there_is_a_clear_refusal() -> None:
    with pytest.raises(InputError, match="dated entry"):
        timelinejs.write(of_lines([Line("No date.", None, None)]), Choice())


@given(NASTY_TEXTS, NASTY_TEXTS)
def test_any_words_come_back_and_no_mark_up_with_them(words: str, date: str) -> None:
    dossier = of_lines([Line(words, date)], title=f"{words}.")
    made = timelinejs.write(dossier, Choice())
    raw = made.files[0].decode()
    data = json.loads(raw)
    (slide,) = data["events"]
    for name in ("headline", "text"):
        assert shown_tags(slide["text"][name]) <= TAGS
        assert shown_tags(data["title"]["text"][name]) <= TAGS
    pieces = f"{slide['text']['headline']}{slide['text']['text']}"
    words, date = words.replace("\0", "\ufffd"), date.replace("\0", "\ufffd")
    assert plain(pieces).startswith(words)
    assert plain(slide["display_date"]) == date.replace("<", "‹").replace(">", "›")
    # Decoded once more, as one of its fields is, it is still no mark-up.
    assert "<" not in plain(slide["display_date"])
    assert "</script" not in raw


def plain(html: str) -> str:
    """Return text from the HTML that we write, whose only tags are ``TAGS`` and whose only references are three."""
    for tag in TAGS:
        html = html.replace(f"<{tag}>", "").replace(f"</{tag}>", "")
    return html.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def shown_tags(html: str) -> set[str]:
    return shown(html)[1]
