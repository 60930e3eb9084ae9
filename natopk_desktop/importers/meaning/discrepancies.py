"""Events that a page dates twice, and not alike."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from natopk_desktop.dossier.model import Milestone
from natopk_desktop.dossier.spans import Span
from natopk_desktop.importers.dating.vocabulary import WORDS as DATE_WORDS
from natopk_desktop.importers.meaning.passages import Passage, words_in
from natopk_desktop.importers.meaning.related import Bounds, are_same, bounds_of, edtf_bounds
from natopk_desktop.importers.meaning.words import Word, content_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from natopk_desktop.importers.dating.lines import FoundDate

FURTHEST: Final = 366
"""Days that two dates of one event lie apart at the most."""

REACH: Final = 60
"""Code points between the word that names an event and the date of it."""

ARTICLES: Final = frozenset(DATE_WORDS["o"].split()) - {"of", "i", "von", "van"}
MOST_MENTIONS: Final = 200


class Discrepancy(NamedTuple):
    """One event with two dates.

    Attributes:
        milestone: the entry that dates it.
        entry: the span of the entry's date.
        told: the span of the other date.
        sentence: the span of the sentence, or the other entry, that has it.
        section: id of the heading the sentence stands under, None for another entry.
        message: what differs, in our words.
        reason: the same, for the passage beside the milestone.
        confidence: how sure it is that one event is meant.
    """

    milestone: str
    entry: Span
    told: Span
    sentence: Span
    section: str | None
    message: str
    reason: str
    confidence: float


class _Dated(NamedTuple):
    milestone: Milestone
    time: Bounds
    words: list[Word]


def discrepancies_of(text: str, milestones: Sequence[Milestone], passages: Sequence[Passage]) -> Iterator[Discrepancy]:
    """Yield each event that the list dates otherwise than the text does, and those that the list dates twice."""
    rows = [
        _Dated(milestone, time, [word for span in milestone.text for word in content_words(text, *span)])
        for milestone in milestones
        if milestone.date.printed and (time := edtf_bounds(milestone.date.edtf)) and time.days <= 366
    ]
    yield from _with_text(text, rows, passages)
    yield from _in_list(text, rows)


def _with_text(text: str, rows: Sequence[_Dated], passages: Sequence[Passage]) -> Iterator[Discrepancy]:
    """Compare the word an entry begins with ("End of …") with "the end of …, in February" in the text.

    It counts only where one entry alone begins with the word, so that it names one event, where the text speaks of it
    as of something known, and where no entry has the text's date.
    """
    heads: dict[str, list[_Dated]] = defaultdict(list)
    for row in rows:
        if row.words and not row.words[0].is_name:
            heads[row.words[0].stem].append(row)
    mentions: dict[str, int] = defaultdict(int)
    for passage in passages:
        for sentence in passage.sentences:
            dates = [date for date in passage.dates if sentence.holds(date.printed)]
            for word in words_in(passage.words, sentence) if dates else ():
                owners = heads.get(word.stem, [])
                mentions[word.stem] += 1
                if len(owners) != 1 or mentions[word.stem] > MOST_MENTIONS or not _is_known(text, sentence, word):
                    continue
                date = next((date for date in dates if 0 <= date.head - word.end <= REACH), None)
                if date is not None and _differs(owners[0], date, rows):
                    message, reason = _words(text, owners[0], date, word)
                    entry = owners[0].milestone.date.printed[0]
                    section = passage.section
                    yield Discrepancy(
                        owners[0].milestone.id, entry, date.printed, sentence, section, message, reason, 0.7
                    )


def _is_known(text: str, sentence: Span, word: Word) -> bool:
    """Tell whether an article makes the word something known."""
    before = text[max(sentence.start, word.start - 12) : word.start].lower().replace("’", " ").replace("'", " ").split()
    return bool(before) and before[-1] in ARTICLES


def _differs(row: _Dated, date: FoundDate, rows: Sequence[_Dated]) -> bool:
    told = bounds_of(date)
    if told is None or told.days > 366 or told.days > 3 * max(row.time.days, 31) or are_same(row.time, told):
        return False
    apart = max(told.first - row.time.last, row.time.first - told.last)
    if not 0 < apart <= FURTHEST:
        return False
    return not any(are_same(other.time, told) and _shares(other, row) for other in rows)


def _shares(other: _Dated, row: _Dated) -> bool:
    """Tell whether another entry can be the one the text means: it has the word too."""
    return other is not row and row.words[0].stem in {word.stem for word in other.words}


def _words(text: str, row: _Dated, date: FoundDate, word: Word) -> tuple[str, str]:
    """Say what differs: for a note, and for the passage beside the milestone."""
    printed, told = row.milestone.date.printed[0].of(text), date.printed.of(text)
    named = text[word.start : word.end]
    first = text[row.words[0].start : row.words[0].end]
    message = f"The list dates its “{first}” “{printed}”; the text has “{told}” for “the {named}” it speaks of."
    return message, f"both speak of “{named}”, but here it is dated “{told}”"


def _in_list(text: str, rows: Sequence[_Dated]) -> Iterator[Discrepancy]:
    """Compare entries with nearly the same words."""
    seen: dict[frozenset[str], _Dated] = {}
    for row in rows:
        stems = frozenset(word.stem for word in row.words)
        if len(stems) < 4:
            continue
        other = seen.setdefault(stems, row)
        apart = max(row.time.first - other.time.last, other.time.first - row.time.last)
        if other is not row and 0 < apart <= FURTHEST:
            first, second = other.milestone.date.printed[0], row.milestone.date.printed[0]
            message = f"Two entries say the same of “{first.of(text)}” and of “{second.of(text)}”."
            sentence = row.milestone.text[0]
            yield Discrepancy(other.milestone.id, first, second, sentence, None, message, "", 0.6)
