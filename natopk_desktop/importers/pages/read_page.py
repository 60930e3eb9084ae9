"""The text of a page, with or without hints from its mark-up -> a dossier."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from natopk_desktop.dossier.model import FORMAT, VERSION, Block, DossierFile, Edition, Source
from natopk_desktop.dossier.spans import Span
from natopk_desktop.importers.imported import Imported
from natopk_desktop.importers.pages.hints import Facts, Hint, check

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

BY = "natopk_desktop, read by the program"


def read_page(
    text: str, facts: Facts, hints: Sequence[Hint] = (), progress: Callable[[float], None] = lambda _: None
) -> Imported:
    """Read a page.

    Args:
        text: the page's text, every character of it, line ends as they are.
        facts: what is known of the page beside its text.
        hints: segments of the text in order, not overlapping; text outside of them is read as plain lines. Empty
            for a page of plain text.
        progress: called now and then with the share that is done.

    Returns:
        The dossier without ``original`` (the caller has the file's bytes), what was guessed, and counts: code points
        by block kind (``paragraph`` …), ``milestones``, ``dated``, ``figures``, ``notes``.

    Raises:
        InputError: the page is too long to be a page, or the hints are in disorder.
    """
    check(hints, len(text))
    blocks = []
    at = 0
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        start, end = at, at + len(line)
        at = end
        if line.strip():
            blocks.append(Block(f"b{number:02}", "paragraph", None, Span(start, end)))
        else:
            blocks.append(Block(f"s{number:02}", "spacing", None, Span(start, end)))
    progress(1.0)
    source = Source(
        text=text,
        sha256=sha256(text.encode()).hexdigest(),
        publisher=facts.publisher,
        title=facts.title or facts.name,
        url=facts.url,
        url_note=None,
        language=facts.language,
        retrieved=facts.retrieved,
        updated=None,
    )
    contents = DossierFile(
        format=FORMAT,
        version=VERSION,
        id="page",
        edition=Edition(facts.today, BY),
        source=source,
        original=None,
        blocks=blocks,
        topics=[],
        milestones=[],
        periods=[],
        figures=[],
        groups=[],
        notes=[],
        computed=[],
        corrections=[],
    )
    return Imported(contents)
