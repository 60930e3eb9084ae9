"""No word of the built-in page stands in the code that reads pages: what it finds there it can find elsewhere."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import natopk_desktop.importers
from natopk_desktop.dossier import store
from natopk_desktop.dossier.date_words import MONTHS
from natopk_desktop.importers.meaning.words import SMALL

CODE = Path(natopk_desktop.importers.__file__).parent
MODULES = sorted(path for folder in ("pages", "meaning", "dating") for path in (CODE / folder).glob("*.py"))
WORD = re.compile(r"[^\W\d_]{2,}")
# What a dossier calls its own parts, and what every page calls its stamp and its list of dates.
OWN_TERMS = frozenset({"key", "milestones", "last", "updated", "text", "may"})
# Ordinary words of reports, dates and numbers; none says what the page is about.
ORDINARY = frozenset(
    {
        *("almost", "end", "four", "one", "people", "start", "time", "twice", "two"),
        *("contacts", "general", "go", "it", "left", "main", "open", "opened", "place", "top"),
    }
)


def _names(text: str) -> set[str]:
    """Return the words that the page prints with a capital within a sentence, and its abbreviations."""
    inner = re.findall(r"(?<=[a-z,’] )[A-Z]\w+", text)
    return {word for word in [*inner, *re.findall(r"\b[A-Z]{3,}\b", text)] if word not in MONTHS}


def _strings(path: Path) -> list[str]:
    """Return the string constants of a module that are no docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs
    ]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_name_of_the_page_stands_in_the_code(path: Path) -> None:
    text = store.built_in(is_checked=False).text
    words = set(WORD.findall(path.read_text("utf-8")))

    assert not _names(text) & words


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_word_of_the_page_stands_in_what_the_code_looks_for(path: Path) -> None:
    text = store.built_in(is_checked=False).text
    page = {word.lower() for word in WORD.findall(text)} - {month.lower() for month in MONTHS} - SMALL - OWN_TERMS
    found = {word.lower() for value in _strings(path) for word in WORD.findall(value)}

    assert not (page - ORDINARY) & found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_phrase_of_the_page_stands_in_the_code(path: Path) -> None:
    def phrases(text: str) -> set[tuple[str, ...]]:
        words = [word.lower() for word in WORD.findall(text)]
        return {tuple(words[at : at + 4]) for at in range(len(words) - 3)}

    assert not phrases(store.built_in(is_checked=False).text) & phrases(path.read_text("utf-8"))
