"""DOCX: a Word document with real headings, tables and styles, the same bytes for the same dossier."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from natopk_desktop.documents.parts import Run
from natopk_desktop.documents.telling import ours
from natopk_desktop.documents.uncut import uncut
from natopk_desktop.exporters.progress import unheard
from natopk_desktop.exporters.texts import docx_package, docx_styles, losses
from natopk_desktop.exporters.texts.docx_blocks import TEXT_WIDTH, DocxBlocks
from natopk_desktop.exporters.texts.docx_words import DocxWords
from natopk_desktop.exporters.texts.docx_xml import close_field, open_field
from natopk_desktop.exporters.texts.html_words import LANGUAGE
from natopk_desktop.exporters.texts.laying import laid
from natopk_desktop.exporters.timestamps import timestamp
from natopk_desktop.exporters.written import Written

if TYPE_CHECKING:
    from docx.document import Document as Word

    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.documents.parts import Document
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.exporters.progress import Progress
    from natopk_desktop.exporters.texts.blocks import Laid

UNKNOWN: Final = "x-none"
"""What Word calls no language."""

LONGEST_PROPERTY: Final = 255


def write(dossier: Dossier, choice: Choice, progress: Progress = unheard) -> Written:
    """Write the document that ``choice`` asks for.

    Raises:
        InputError: the choice means nothing in this dossier.
    """
    # python-docx and lxml take a tenth of a second to import.
    import docx

    document = uncut(dossier, choice)
    told = laid(dossier, document, progress)
    language = document.language if document.language and LANGUAGE.fullmatch(document.language) else ""
    word = docx.Document()
    docx_styles.lay(word, language or UNKNOWN)
    words = DocxWords(word)
    _page(word, told, words)
    blocks = DocxBlocks(told, word, words)
    blocks.write()
    moment = timestamp(dossier)
    _properties(word, document, words, language, moment)
    file = BytesIO()
    docx_package.lighten(word)
    word.save(file)
    content = docx_package.settled(file.getvalue(), moment)
    return Written((content,), losses.found(dossier, choice, document, words.characters, draws=not blocks.undrawn))


def _page(word: Word, document: Laid, words: DocxWords) -> None:
    """Set the paper, and what stands at the head and the foot of every page."""
    from docx.shared import Pt

    section = word.sections[0]
    section.page_width, section.page_height = Pt(595), Pt(842)
    section.left_margin = section.right_margin = Pt((595 - TEXT_WIDTH) / 2)
    section.top_margin, section.bottom_margin = Pt(72), Pt(72)
    section.header_distance = section.footer_distance = Pt(30)
    head: Any = section.header._element  # noqa: SLF001 - filled element by element, as the body is
    foot: Any = section.footer._element  # noqa: SLF001
    for part in (head, foot):
        part.remove(part[0])
    for line in document.head:
        words.paragraph(head, "Header", line.words)
    last = [words.paragraph(foot, "Footer", told) for told in document.foot][-1]
    for text, code in (("  Page ", "PAGE"), (" of ", "NUMPAGES")):
        words.own(last, (ours(text),))
        open_field(last, code)
        words.own(last, (ours("1"),))
        close_field(last)


def _properties(word: Word, document: Document, words: DocxWords, language: str, moment: int) -> None:
    from datetime import UTC, datetime

    def short(text: str) -> str:
        plain = words.characters.plain(Run(text, "ours"))
        return plain if len(plain) <= LONGEST_PROPERTY else f"{plain[: LONGEST_PROPERTY - 1]}…"

    known = word.core_properties
    known.title = short(document.title)
    known.author = short(document.origin.publisher or "")
    known.subject = short(document.label)
    known.language = language
    known.comments = ""
    known.last_modified_by = "natopk_desktop"
    known.revision = 1
    known.created = known.modified = datetime.fromtimestamp(moment, UTC).replace(tzinfo=None)
