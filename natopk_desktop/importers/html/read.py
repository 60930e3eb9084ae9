"""A saved web page (HTML, XHTML) -> a dossier."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import msgspec

from natopk_desktop.errors import InputError
from natopk_desktop.importers import encodings
from natopk_desktop.importers.building import edition
from natopk_desktop.importers.html import cost, declared, dom, head, telling, xhtml
from natopk_desktop.importers.html.extract import extract
from natopk_desktop.importers.imported import Imported
from natopk_desktop.importers.originals import original
from natopk_desktop.importers.pages.read_page import read_page
from natopk_desktop.report import Item, Where

if TYPE_CHECKING:
    from natopk_desktop.importers.encodings import Decoded
    from natopk_desktop.importers.imported import Options, Progress

MEDIA_TYPE: Final = "text/html"
SNIFFED: Final = 4096
START: Final = re.compile(
    r"\s*+(?:<\?xml[^>]*+>\s*+)?+(?:<!--(?:[^-]++|-(?!->))*-->\s*+)*+"
    r"<(?:!doctype\s+html|html|head|title|body|meta|script|style|link|base|h[1-6]|p|div|table|center|article|main|section|ul|ol|dl|font|iframe|a|b|br|img)\b",
    re.IGNORECASE,
)


def recognise(beginning: str) -> bool:
    """Tell by the beginning of a file's text whether it is a web page.

    A page begins with an element of HTML, after comments and declarations at the most, as browsers tell pages
    (https://mimesniff.spec.whatwg.org/).
    """
    return START.match(beginning.lstrip("\ufeff")[:SNIFFED]) is not None


def read(raw: bytes, name: str, options: Options, progress: Progress) -> Imported:
    """Read a saved web page.

    Raises:
        InputError: it holds no text, or more mark-up than can be read.
    """
    decoded = encodings.decode(raw, name, options, declared.label(raw))
    progress(0.1)
    found = read_markup(decoded, name, options, progress)
    kept = original(raw, MEDIA_TYPE, decoded.encoding)
    return msgspec.structs.replace(found, contents=msgspec.structs.replace(found.contents, original=kept))


def read_markup(
    decoded: Decoded, name: str, options: Options, progress: Progress, known: dict[str, str] | None = None
) -> Imported:
    """Read a page from its mark-up; the dossier has no ``original`` yet.

    Args:
        decoded: the mark-up.
        name: the file's name.
        options: what a person said about it.
        progress: called now and then with the share that is done.
        known: facts that what the page came in tells of it (``url``, ``retrieved``), before its own.

    Raises:
        InputError: it holds no text, or more mark-up than can be read.
    """
    # A browser puts this character for a NUL too, or drops it, by the place.
    markup = xhtml.as_html(decoded.text.replace("\0", "\N{REPLACEMENT CHARACTER}"))
    cost.check(markup, name)
    progress(0.2)
    root = dom.parse(markup)
    progress(0.35)
    facts = head.facts(root, markup, name, edition().date, options)
    facts = msgspec.structs.replace(facts, **(known or {}))
    found = extract(root, head.window_title(root), name)
    if not found.text.strip():
        raise InputError(_empty(root, name))
    progress(0.5)
    page = read_page(found.text, facts, found.hints, lambda share: progress(0.5 + share / 2))
    return Imported(
        page.contents,
        (*decoded.items(), *_nuls(decoded.text), *telling.items(found), *page.items),
        {**telling.counts(found), **page.counts},
    )


def _nuls(text: str) -> tuple[Item, ...]:
    count = text.count("\0")
    if not count:
        return ()
    return (Item("info", "nul-replaced", Where(), f"U+FFFD stands for a NUL character at {count} places."),)


def _empty(root: dom.Element, name: str) -> str:
    if root.find("frameset", "frame") is not None:
        return f"{name}: this page is a set of frames and has no words of its own; save the page that it shows."
    return f"{name}: this page has no words to read; it may be filled by a script: save it again from the browser."
