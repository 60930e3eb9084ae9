"""Passages that bear on a milestone, with the reason in words."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from heapq import nsmallest
from math import log, sqrt
from typing import TYPE_CHECKING, Final, NamedTuple

from natopk_desktop.dossier import dates
from natopk_desktop.dossier.model import Related
from natopk_desktop.importers.meaning.passages import Passage, words_in
from natopk_desktop.importers.meaning.reasons import reason_for
from natopk_desktop.importers.meaning.words import Word, content_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from natopk_desktop.dossier.model import Milestone
    from natopk_desktop.dossier.spans import Span
    from natopk_desktop.importers.dating.lines import FoundDate

MOST: Final = 3
"""Passages offered for a milestone."""

LEAST: Final = 1.0
"""Score below which a passage is not offered."""

COMMONEST: Final = 150
"""Passages a word may stand in and still be followed."""

LOOKED_AT: Final = 24
"""Passages looked at closely for a milestone."""

USUAL: Final = 10
"""Words that carry sense in a sentence of usual length."""

SAME_TIME: Final = 3.0
SET_IN: Final = 2.3
WITHIN: Final = 0.8
NAME: Final = 1.3
ELSEWHERE: Final = 0.6
PAIR: Final = 0.7


class Bounds(NamedTuple):
    """First and last day a date may mean; very far where it is open."""

    first: int
    last: int

    @property
    def days(self) -> int:
        """How many days it spans."""
        return self.last - self.first + 1


class Index:
    """The passages of a page by their words."""

    def __init__(self, passages: Sequence[Passage], subject: AbstractSet[str] = frozenset()) -> None:
        """Count the words of all passages; ``subject`` are the stems of the names of what the page is about."""
        self.passages = passages
        self.subject = subject
        self.stems: dict[str, list[int]] = defaultdict(list)
        for number, passage in enumerate(passages):
            for stem in {word.stem for word in passage.words}:
                self.stems[stem].append(number)
        self.names = [{word.stem for word in passage.words if word.is_name} for passage in passages]
        self.pairs = [_pairs(passage.words) for passage in passages]
        self.times = [[bounds for date in passage.dates if (bounds := bounds_of(date))] for passage in passages]
        self.sentences: dict[int, list[tuple[set[str], int]]] = {}
        self.by_month: dict[int, list[int]] = defaultdict(list)
        for number, times in enumerate(self.times):
            for time in times:
                if time.days <= 62:
                    self.by_month[time.first // 31].append(number)

    def weight(self, stem: str) -> float:
        """Return how much a shared word says: the rarer on the page, the more."""
        return log((len(self.passages) + 1) / len(self.stems[stem])) if stem in self.stems else 0.0

    def related(self, text: str, milestone: Milestone) -> tuple[Related, ...]:
        """Return the passages that bear on a milestone, the best first."""
        words = [word for span in milestone.text for word in content_words(text, *span)]
        time = edtf_bounds(milestone.date.edtf)
        scores = self._scores(words, time)
        best = sorted(scores, key=lambda number: (-scores[number], number))[:MOST]
        kept = [number for number in best if scores[number] >= max(LEAST, 0.45 * scores[best[0]])]
        offered = (self._offered(text, self.passages[number], words, time) for number in kept)
        return tuple(passage for passage in offered if passage is not None)

    def _scores(self, words: Sequence[Word], time: Bounds | None) -> dict[int, float]:
        scores: dict[int, float] = defaultdict(float)
        named = {word.stem for word in words if word.is_name}
        for stem in {word.stem for word in words}:
            numbers = self.stems.get(stem, ())
            if len(numbers) <= COMMONEST:
                for number in numbers:
                    is_named = stem in named and stem in self.names[number]
                    scores[number] += self.weight(stem) * (NAME if is_named else 1.0)
        pairs = _pairs(words)
        stems = {word.stem for word in words}
        candidates = set(scores)
        if time is not None and time.days <= 62:
            candidates.update(
                n for key in (time.first // 31, time.last // 31) for n in self.by_month.get(key, ())[:LOOKED_AT]
            )
        rough = {number: _timed(scores[number], time, self.times[number]) for number in candidates}
        found: dict[int, float] = {}
        for number in nsmallest(LOOKED_AT, rough, key=lambda number: (-rough[number], number)):
            shared = scores[number] + PAIR * len(pairs & self.pairs[number])
            densest = self._densest(number, stems)
            found[number] = _timed((shared + densest) / 2, time, self.times[number])
        return found

    def _densest(self, number: int, stems: set[str]) -> float:
        """Return the weight of the words shared with the passage's best sentence, a long one's counting less."""
        best = 0.0
        for found, count in self._in_sentences(number):
            shared = sum(self.weight(stem) for stem in found & stems)
            best = max(best, shared / sqrt(max(1.0, count / USUAL)))
        return best

    def _in_sentences(self, number: int) -> list[tuple[set[str], int]]:
        """Return the stems of each sentence of a passage, and how many words it has."""
        if number not in self.sentences:
            passage = self.passages[number]
            rows = [words_in(passage.words, sentence) for sentence in passage.sentences]
            self.sentences[number] = [({word.stem for word in row}, len(row)) for row in rows]
        return self.sentences[number]

    def _offered(self, text: str, passage: Passage, words: Sequence[Word], time: Bounds | None) -> Related | None:
        """Return a passage with its reason; None where both merely name what the whole page is about."""
        stems = {word.stem for word in words}
        parts = [(self._part(passage, sentence, stems, time), sentence) for sentence in passage.sentences]
        total = sum(score for score, _ in parts)
        score, sentence = max(parts, key=lambda part: part[0])
        span = sentence if score > 0.65 * total and len(parts) > 1 else passage.span
        inside = [date for date in passage.dates if span.holds(date.printed)]
        same = [date for date in inside if (found := bounds_of(date)) and time and are_same(time, found)]
        shared = [word for word in words_in(passage.words, span) if word.stem in stems]
        if shared and not same and all(word.is_name and word.stem in self.subject for word in shared):
            return None
        return Related(span, passage.section, reason_for(text, shared, self.weight, same))

    def _part(self, passage: Passage, sentence: Span, stems: set[str], time: Bounds | None) -> float:
        shared = {word.stem for word in words_in(passage.words, sentence)} & stems
        times = [bounds for date in passage.dates if sentence.holds(date.printed) and (bounds := bounds_of(date))]
        return _timed(sum(map(self.weight, shared)), time, times)


def relate(
    text: str, title: str, milestones: Sequence[Milestone], passages: Sequence[Passage]
) -> Iterator[tuple[Related, ...]]:
    """Yield the passages that bear on each milestone of a page with this title."""
    index = Index(passages, _subject(text, title, milestones, passages))
    for milestone in milestones:
        yield index.related(text, milestone)


def _subject(text: str, title: str, milestones: Sequence[Milestone], passages: Sequence[Passage]) -> AbstractSet[str]:
    """Return the stems of what the page is about: the words of its title, and the names in most of its pieces."""
    pieces = [passage.words for passage in passages]
    pieces += [[word for span in one.text for word in content_words(text, *span)] for one in milestones]
    counts = Counter(stem for piece in pieces for stem in {word.stem for word in piece if word.is_name})
    titled = {word.stem for word in content_words(title, 0, len(title))}
    return titled | {stem for stem, count in counts.items() if 2 * count > len(pieces)}


def bounds_of(date: FoundDate) -> Bounds | None:
    """Return the first and last day a found date may mean; None where it cannot be told."""
    return edtf_bounds(date.value.edtf())


def edtf_bounds(edtf: str | None) -> Bounds | None:
    """Return the first and last day an EDTF date may mean; None for None."""
    if edtf is None:
        return None
    first, last = dates.bounds(edtf)
    return Bounds(-(10**9) if first is None else first, 10**9 if last is None else last)


def are_same(first: Bounds, second: Bounds) -> bool:
    """Tell whether two dates can mean the same time, none of them wider than a quarter."""
    return max(first.days, second.days) <= 92 and first.first <= second.last and second.first <= first.last


def _timed(shared: float, time: Bounds | None, times: Sequence[Bounds]) -> float:
    """Return a score of shared words with what the dates say.

    A passage that sets in earlier in the same year can go on to tell of the milestone; one that sets in later tells of
    something else, unless the two dates are near.
    """
    if time is None or not times:
        return shared
    if any(are_same(time, other) for other in times):
        return shared + SAME_TIME
    if any(other.days <= 62 and 0 < time.first - other.last <= 275 for other in times):
        return shared + SET_IN
    if any(other.first <= time.first and time.last <= other.last for other in times):
        return shared + WITHIN
    is_near = any(0 < other.first - time.last <= 62 for other in times)
    return shared if is_near else shared * ELSEWHERE


def _pairs(words: Sequence[Word]) -> set[tuple[str, str]]:
    """Return the pairs of stems that stand beside each other."""
    return {(first.stem, second.stem) for first, second in itertools.pairwise(words) if second.start - first.end <= 6}
