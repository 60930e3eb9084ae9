"""Dossiers for the tests of the exporters: one that uses nothing a format may lack, one that uses all of it."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from natopk_desktop.dossier import validate
from natopk_desktop.dossier.dossier import Dossier
from natopk_desktop.dossier.model import (
    FORMAT,
    VERSION,
    Block,
    Computed,
    Correction,
    DossierFile,
    Edition,
    Figure,
    Group,
    Inferred,
    Milestone,
    Note,
    Original,
    Period,
    PeriodEnd,
    PrintedDate,
    Related,
    Source,
    Topic,
    Updated,
    Witness,
)
from natopk_desktop.dossier.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from natopk_desktop.dossier.model import BlockKind


class Line(NamedTuple):
    """A milestone to be: its words, the words that print its date (None for none), and what they mean."""

    text: str
    printed: str | None = "1 May 2001"
    edtf: str | None = "2001-05-01"
    topics: tuple[str, ...] = ()


class Page:
    """A page in the making: blocks laid end to end, with white space between."""

    def __init__(self, title: str = "A page") -> None:
        self.text = ""
        self.blocks: list[Block] = []
        self.milestones: list[Milestone] = []
        self.title = self.add("title", title, 1)

    def add(self, kind: BlockKind, words: str, level: int | None = None) -> Block:
        """Lay a block of words after a line end."""
        if self.text:
            self._lay("spacing", "\n")
        return self._lay(kind, words, level)

    def _lay(self, kind: BlockKind, words: str, level: int | None = None) -> Block:
        span = Span(len(self.text), len(self.text) + len(words))
        self.blocks.append(Block(f"b{len(self.blocks)}", kind, level, span))
        self.text += words
        return self.blocks[-1]

    def milestone(self, line: Line) -> Milestone:
        """Lay a milestone: its date, a blank, its text."""
        date = "" if line.printed is None else f"{line.printed} "
        block = self.add("milestone", date + line.text)
        start = block.span.start + len(date)
        printed = () if line.printed is None else (Span(block.span.start, start - 1),)
        inferred = Inferred((), "It stands where it stands.") if line.printed is None and line.edtf else None
        made = Milestone(
            f"m{len(self.milestones) + 1}",
            (block.id,),
            PrintedDate(line.edtf, printed, inferred),
            (Span(start, block.span.end),),
            line.topics,
            (),
        )
        self.milestones.append(made)
        return made

    def finished(self, **changes: object) -> Dossier:
        """Return the dossier, with these fields of its file; it is a sound one."""
        known = changes.pop("source", {})
        assert isinstance(known, dict)
        empty = dict.fromkeys(("publisher", "url", "url_note", "language", "retrieved", "updated"))
        hashed = sha256(self.text.encode()).hexdigest()
        fields = {"text": self.text, "sha256": hashed, "title": self.title.span.of(self.text), **empty, **known}
        contents = DossierFile(
            FORMAT, VERSION, "page", Edition("2026-11-24", "a tester"), msgspec.convert(fields, Source), None,
            self.blocks, [], self.milestones, [], [], [], [], [], [],
        )  # fmt: skip
        contents = msgspec.structs.replace(contents, **changes)
        assert list(validate.defects(contents)) == []
        return Dossier(contents)


def of_lines(lines: Sequence[Line], title: str = "A page", **changes: object) -> Dossier:
    """Return a dossier of a title and these milestones."""
    page = Page(title)
    for line in lines:
        page.milestone(line)
    return page.finished(**changes)


def bare() -> Dossier:
    """Return a dossier that is a title and entries with a day each, and nothing else."""
    dates = (("1 May 2001", "2001-05-01"), ("2 May 2001", "2001-05-02"), ("29 February 2004", "2004-02-29"))
    return of_lines([Line(f"It opens, for the {printed} time.", printed, edtf) for printed, edtf in dates])


DATES = (
    ("December 2003", "2003-12"),
    ("about 1984", "1984~"),
    ("spring 2002", "2002-21"),
    ("the 1970s", "197X"),
    ("2001 to 2003", "2001/2003-06"),
    ("since 2005", "2005/.."),
    ("until 2005", "../2005"),
    ("44 BC", "-0043"),
    ("long ago", "Y-300000"),
    ("in 5 billion years", "Y5000000000"),
    ("noon", "2001-05-01T12:00:00"),
    (None, "2007-01"),
    (None, None),
)


def rich() -> Dossier:
    """Return a dossier that uses everything: every kind of date, notes, figures, periods, signs that bite."""
    page = Page("A <rich> page, 3 > 2 & more")
    intro = page.add("paragraph", "It began in 2001. [Ours: not ours at all] Over 20 ships came.")
    for row, (printed, edtf) in enumerate(DATES):
        topics = (("a", "b"), ("b",), ())[row % 3]
        page.milestone(Line(f"Entry {row}: almost 7 tons of it\x00 moved.", printed, edtf, topics))
    for words in ("(bracket)", " [blank", "=1+1", "a\r\nb\u2028c", "]]></text>", "<b>&amp;</b>"):
        page.milestone(Line(words, "<2001>", "2001-02-03"))
    at = page.text.index("almost 7 tons")
    pieces = page.milestones[1]
    start, end = pieces.text[0]
    page.milestones[1] = msgspec.structs.replace(pieces, text=(Span(start, start + 5), Span(start + 6, end)))
    related = Related(Span(intro.span.start, intro.span.start + 17), page.title.id, "the same [event")
    page.milestones[0] = msgspec.structs.replace(page.milestones[0], related=(related,))
    figure = Figure("f1", "g", Span(at, at + 13), Span(at, at + 6), Span(at + 7, at + 8), 7, Span(at + 9, at + 13),
                    None, "m1")  # fmt: skip
    ships = page.text.index("20 ships")
    beside = Figure("f2", None, Span(ships, ships + 8), None, Span(ships, ships + 2), 20, None, None, None)
    witness = Witness("Other <page>", "https://example.org/?a=1&b=2", "2001-05", "no", "low", "Says \x07 otherwise.")
    notes = [
        Note("n1", "slip", (Span(at, at + 6),), "A slip] of theirs.", "almost", (witness,)),
        Note("n2", "gap", (intro.span,), "A gap.", None, ()),
    ]
    ends = (PeriodEnd("2001", Span(0, 1)), PeriodEnd("2002-03", Span(2, 3)))
    periods = [
        Period("p1", "the <work>", ends, (PeriodEnd("2003", Span(0, 1)), *ends), ("m1",)),
        Period("p2", "without an end", ends, (), ("m2",)),
        Period("p3", "one day", (PeriodEnd("2001-05-01", Span(0, 1)),), (PeriodEnd("2001-05-01", Span(0, 1)),), ()),
        Period("p4", "one month", (PeriodEnd("2001-05", Span(0, 1)),), (PeriodEnd("2001-05", Span(0, 1)),), ()),
    ]
    return page.finished(
        source={
            "publisher": "Publisher, Inc; \\",
            "url": "https://example.org/page?a=1&b=2",
            "url_note": "now elsewhere",
            "language": "en-GB",
            "retrieved": "2026-01-02",
            "updated": Updated(Span(2, 3), "2010-10"),
        },
        topics=[Topic("a", "Ships"), Topic("b", "Ships"), Topic("c", "<i>, & more")],
        notes=notes,
        figures=[figure, beside],
        groups=[Group("g", "Goods")],
        periods=periods,
        computed=[Computed("m1", 0.5, "by its form")],
        corrections=[Correction("m2", "date", None, "1984~")],
        original=Original("text/plain", "utf-8", "0" * 64, b"It began."),
    )


def hostile(title: str, words: str, own: str) -> Dossier:
    """A page of which ``title`` and ``words`` are the source's, with ``own`` wherever words are ours."""
    page = Page(title)
    paragraph = page.add("paragraph", words)
    page.add("heading", words, 2)
    page.add("list-item", words)
    for _ in range(2):
        page.milestone(Line(words, topics=("t",)))
    page.milestone(Line(words, None, None))
    witness = Witness(own, f"http://x/{own}", None, "yes", "low", own)
    note = Note("n1", "gap", (paragraph.span, page.milestones[1].text[0]), own, own, (witness,))
    return page.finished(
        source={"publisher": own, "url": own, "url_note": own, "language": "ur"}, topics=[Topic("t", own)], notes=[note]
    )


def outside_marks(text: str) -> list[str]:
    """Return what stands outside ``[Ours: …]``, whose brackets pair, in a text without any formatting."""
    found, kept, depth, at = [], "", 0, 0
    while at < len(text):
        if depth == 0 and text.startswith("[Ours:", at):
            found.append(kept)
            kept, depth = "", 1
        elif depth:
            depth += (text[at] == "[") - (text[at] == "]")
        else:
            kept += text[at]
        at += 1
    assert depth == 0, f"a mark is not closed: {text}"
    return [piece.strip() for piece in (*found, kept) if piece.strip()]
