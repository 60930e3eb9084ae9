"""Promise one on paper: poppler's text of a PDF's structure, without any look, still tells whose each piece is.

What the foot of each page says counts: heads of columns, topics, names of periods and numbers in brackets are ours.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, get_args

import pytest

from natopk_desktop.documents.choice import Choice
from natopk_desktop.documents.parts import DocumentKind
from natopk_desktop.dossier import store
from natopk_desktop.exporters import pdf
from tests.generator import generated
from tests.typesetting.pdf_tools import POPPLER, poppler

if TYPE_CHECKING:
    from natopk_desktop.dossier.dossier import Dossier

KINDS = get_args(DocumentKind)
LINE = re.compile(r'( *)(?:"(.*)"|([A-Za-z0-9]+)\b.*)')
SAYS_SO = re.compile(r"(?i)\[?ours\b|.*\bby us\b|.*, ours\]")
OUR_HEADS = ("Ours: notes", "Ours: contents", "Ours: source", "Ours: other sources")
NOTE_CALL = re.compile(r"\[?[\d, ]*\]?")


class Piece(NamedTuple):
    """A piece of text, the elements it stands in, the heading above it, and all that stands in the same element."""

    text: str
    within: tuple[str, ...]
    heading: str
    line: str = ""


def squeezed(text: str) -> str:
    """Return a text without white space: pages break lines where they will."""
    return "".join(text.split())


@cache
def pieces(content: bytes) -> list[Piece]:
    """Return what the structure of a PDF holds, in its order."""
    elements: list[list[Piece]] = [[]]
    stack: list[tuple[int, str]] = []
    heading = ""
    for line in poppler(content, "pdfinfo", "-struct-text").splitlines():
        found = LINE.fullmatch(line)
        if found is None or line.lstrip().startswith(("/", "Object")):
            continue
        depth = len(found[1])
        while stack and stack[-1][0] >= depth:
            stack.pop()
        if found[3]:
            stack.append((depth, found[3]))
            elements.append([])
            continue
        names = tuple(name for _, name in stack)
        if re.fullmatch(r"H\d", names[-1]):
            heading = found[2]
        elements[-1].append(Piece(found[2], names, heading))
    return [one._replace(line="".join(piece.text for piece in told)) for told in elements for one in told]


def owner(piece: Piece, source: str, ours: frozenset[str]) -> str:
    """Return whose a piece is by its own words and by what stands over it; nothing where they do not tell."""
    words = squeezed(piece.text)
    if NOTE_CALL.fullmatch(piece.text.strip()) or not any(map(str.isalnum, words)):
        return "ours"
    if SAYS_SO.match(piece.text.strip()) or {"TH", "Figure"} & set(piece.within):
        return "ours"
    if piece.heading.startswith(OUR_HEADS) or words in ours:
        return "ours"
    if words in source:
        return "source"
    # Poppler gives a sentence line by line, and what it quotes of the source as pieces of their own.
    return "ours" if SAYS_SO.match(piece.line.strip()) or "Ours: " in piece.line else ""


def assert_told(dossier: Dossier, choice: Choice) -> list[tuple[str, str]]:
    source = squeezed(dossier.text)
    ours = frozenset(squeezed(topic.name) for topic in dossier.head.topics)
    told = [(owner(piece, source, ours), piece.text) for piece in pieces(pdf.write(dossier, choice).files[0])]
    assert [text for whose, text in told if not whose] == []
    return told


def choice(kind: DocumentKind) -> Choice:
    """Ask for a few milestones where there would be many notes: poppler takes long over many tags."""
    return Choice(document=kind, only=("m02", "m09") if kind in {"briefing", "milestone"} else None)


@POPPLER
@pytest.mark.parametrize("kind", KINDS)
def test_each_piece_of_a_page_says_whose_it_is(kind: DocumentKind) -> None:
    dossier, wanted = store.built_in(), choice(kind)
    told = assert_told(dossier, wanted)
    source = squeezed("".join(text for whose, text in told if whose == "source"))
    for milestone in dossier.milestones:
        if wanted.only is None or milestone.id in wanted.only:
            assert squeezed(dossier.words(milestone.text)[0])[:12] in source
    for note in dossier.head.notes:
        assert squeezed(note.message) not in source


@POPPLER
@pytest.mark.parametrize(("kind", "count"), [("briefing", 12), ("milestone", 3), ("timeline", 30)])
def test_so_does_each_of_other_milestones(kind: DocumentKind, count: int) -> None:
    assert_told(generated(count), Choice(document=kind))


@POPPLER
def test_each_paragraph_of_the_page_is_tagged_as_one() -> None:
    dossier = store.built_in()
    made = pieces(pdf.write(dossier, choice("briefing")).files[0])
    told = {squeezed(piece.line)[:20] for piece in made if piece.within[-1] == "P"}
    for block in dossier.blocks:
        if block.kind == "paragraph":
            assert squeezed(block.span.of(dossier.text))[:20] in told
