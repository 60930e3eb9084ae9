"""HTML: a web page in one file, which runs nothing and loads nothing."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from natopk_desktop.documents.parts import Run
from natopk_desktop.documents.uncut import uncut
from natopk_desktop.exporters.progress import unheard
from natopk_desktop.exporters.texts import losses
from natopk_desktop.exporters.texts.html_blocks import HtmlBlocks
from natopk_desktop.exporters.texts.html_style import policy, style_sheet
from natopk_desktop.exporters.texts.html_words import HtmlWords
from natopk_desktop.exporters.texts.laying import laid
from natopk_desktop.exporters.texts.lines import Lines
from natopk_desktop.exporters.written import Written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.exporters.progress import Progress
    from natopk_desktop.exporters.texts.blocks import Laid


def write(dossier: Dossier, choice: Choice, progress: Progress = unheard) -> Written:
    """Write the document that ``choice`` asks for.

    Raises:
        InputError: the choice means nothing in this dossier.
    """
    document = uncut(dossier, choice)
    words = HtmlWords(document.language)
    page = "\n".join(_page(laid(dossier, document, progress), words))
    return Written((page.encode(),), losses.found(dossier, choice, document, words.characters, draws=True))


def _page(document: Laid, words: HtmlWords) -> Iterator[str]:
    blocks = HtmlBlocks(document, words)
    style = style_sheet(Lines(words.characters).of(document.foot[0]))
    title = words.characters.plain(Run(document.title, "source"))
    yield "<!DOCTYPE html>"
    yield f'<html lang="{words.language}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy(style)}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield '<meta name="referrer" content="no-referrer">'
    yield '<meta name="generator" content="natopk_desktop">'
    yield f"<title>{escape(title, quote=False)}</title>"
    yield f"<style>{style}</style>"
    yield "</head>"
    yield "<body>"
    yield "<header>"
    yield from map(blocks.line, document.head)
    yield f"<p>{words.line(document.foot[-1])}</p>"
    yield "</header>"
    yield "<main>"
    yield from blocks.main()
    yield "</main>"
    yield "<footer>"
    yield from (f"<p>{words.line(line)}</p>" for line in document.foot[:-1])
    yield "</footer>"
    yield "</body>"
    yield "</html>"
    yield ""
