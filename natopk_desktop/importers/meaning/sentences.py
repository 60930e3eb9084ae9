"""The sentences of a stretch of text."""

from __future__ import annotations

import re
from typing import Final

from natopk_desktop.dossier.spans import Span

_END: Final = re.compile(r"(?:[.!?…]|[。؟۔।])[\"'”’»)\]]*(?=\s|$)|[。۔।]")
_SHORTENED: Final = re.compile(r"(?:^|[\s(])(?:[^\W\d_]|[A-Z][a-z]{1,3}|[a-z]{1,3})\.$")


def sentences_of(text: str, span: Span) -> list[Span]:
    """Return the sentences in a span, without the white space between them.

    A full stop after an initial or a title, or before a small letter, ends none.
    """
    found: list[Span] = []
    start = span.start
    for match in _END.finditer(text, span.start, span.end):
        if match.group()[0] == "." and not _is_end(text, start, match.end(), span.end):
            continue
        found.append(Span(start, match.end()))
        start = match.end()
        while start < span.end and text[start].isspace():
            start += 1
    if start < span.end:
        found.append(Span(start, span.end))
    return found


def _is_end(text: str, start: int, stop: int, end: int) -> bool:
    after = text[stop : min(end, stop + 40)].lstrip()
    first = after.lstrip("\"'“‘«([")[:1]
    if first.islower():
        return False
    before = text[max(start, stop - 6) : stop]
    return not (after and _SHORTENED.search(before))
