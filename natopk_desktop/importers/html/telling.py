"""What a report says of an extraction: each part that was left out, why, and how long it is."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from natopk_desktop.plain import one_line
from natopk_desktop.report import Item, Where

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from natopk_desktop.importers.html.dom import Element
    from natopk_desktop.importers.html.extract import Extract
    from natopk_desktop.importers.html.ledger import Left, Reason

REASONS: Final[dict[Reason, str]] = {
    "script": "a script",
    "style": "a style sheet",
    "noscript": "words for browsers without scripts",
    "template": "a template, which is not shown",
    "frame": "words in place of a frame",
    "fallback": "words in place of what the browser shows otherwise",
    "form": "the fields of a form",
    "label": "the label of a drawing",
    "hidden": "a hidden part",
    "menu": "a menu",
    "breadcrumb": "the path to the page",
    "edit-link": "links for editing",
    "skip-link": "a link into the page",
    "cookie-notice": "a notice on cookies",
    "share-bar": "links for sharing",
    "calendar": "a calendar",
    "footer": "the links at the foot",
    "repeated-menu": "a menu that stood before",
    "archive-bar": "the bar of an archive",
    "window-title": "the title of the window",
    "repeats": "a tooltip that repeats the words it is for",
    "link-tooltip": "a tooltip of a link or control",
    "attribute": "words that browsers do not show",
}
SHOWN: Final = frozenset(REASONS) - {
    *("script", "style", "noscript", "template", "frame", "fallback", "label", "hidden"),
    *("window-title", "repeats", "link-tooltip", "attribute"),
}
"""Reasons for leaving out words that a reader of the page sees."""

MOST: Final = 50
"""Parts of one reason that are told one by one."""
QUOTED: Final = 60
LONGEST_PATH: Final = 200


def items(found: Extract) -> tuple[Item, ...]:
    """Return the items on what was left out and on what was kept though the page hides it."""
    return (*_left(found.ledger.left), *_folded(found.folded))


def counts(found: Extract) -> dict[str, int]:
    """Return how many characters of the page's words are in the text, and how many were left out by reason."""
    told = {"kept": sum(len(one.words) for one in found.ledger.kept)}
    for one in found.ledger.left:
        name = f"left-{one.reason}"
        told[name] = told.get(name, 0) + len(one.words)
    return told


def _left(left: Sequence[Left]) -> Iterator[Item]:
    places: dict[Reason, list[tuple[Element, list[Left]]]] = {}
    for _, group in groupby(left, key=lambda one: (one.reason, id(one.place))):
        part = list(group)
        places.setdefault(part[0].reason, []).append((part[0].place, part))
    for reason, parts in places.items():
        for place, part in parts[:MOST]:
            yield _item(reason, place.path(), f"Left out {REASONS[reason]}: {_length(part)}, {_quoted(part)}.")
        rest = [one for _, part in parts[MOST:] for one in part]
        if rest:
            many = f"{len(parts) - MOST} more places"
            yield _item(reason, None, f"Left out {REASONS[reason]} in {many}: {_length(rest)} in all.")


def _item(reason: Reason, path: str | None, message: str) -> Item:
    return Item(
        "lost" if reason in SHOWN else "info",
        f"left-{reason}",
        Where(path=None if path is None else one_line(path, 200)),
        message,
    )


def _folded(folded: Sequence[Element]) -> Iterator[Item]:
    for element in folded[:MOST]:
        message = (
            f"The page hides this part until a click: {element.size:,} characters. It was kept, since it reads like "
            "a part of the text."
        )
        yield Item("guessed", "folded", Where(path=one_line(element.path(), LONGEST_PATH)), message)


def _length(part: Sequence[Left]) -> str:
    length = sum(len(one.words) for one in part)
    characters = "1 character" if length == 1 else f"{length:,} characters"
    return characters if len(part) == 1 else f"{len(part):,} texts of {characters}"


def _quoted(part: Sequence[Left]) -> str:
    words = ""
    for one in part:
        words = f"{words} {' '.join(one.words[: 4 * QUOTED].split())}".strip()
        if len(words) > QUOTED:
            break
    return f"“{one_line(words, QUOTED)}”"
