"""Why a passage is set beside a milestone, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from natopk_desktop.importers.dating.lines import FoundDate
    from natopk_desktop.importers.meaning.words import Word

MOST_WORDS: Final = 3


def reason_for(text: str, shared: Sequence[Word], weight: Callable[[str], float], same: Sequence[FoundDate]) -> str:
    """Return the reason: the names and the date that both have, else the words.

    Args:
        text: the page's text.
        shared: the passage's words that the milestone has too.
        weight: how much a stem says.
        same: the passage's dates that can mean the milestone's time.
    """
    names: dict[str, str] = {}
    others: dict[str, str] = {}
    for word in sorted(shared, key=lambda word: (-weight(word.stem), word.start)):
        printed = text[word.start : word.end]
        (names if word.is_name else others).setdefault(word.stem, printed)
    told = [*list(names.values())[:MOST_WORDS]]
    if same:
        told.append(" ".join(same[0].printed.of(text).split()))
    words = [f"“{word}”" for word in list(others.values())[: MOST_WORDS if not told else 2]]
    if told and words:
        return f"both name {_listed(told)}, and speak of {_listed(words)}"
    if told:
        return f"both name {_listed(told)}"
    return f"both speak of {_listed(words)}" if words else "the same time"


def _listed(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
