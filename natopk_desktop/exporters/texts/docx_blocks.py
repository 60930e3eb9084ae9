"""The blocks of a document as the body of a Word document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from natopk_desktop.documents.colours import LIGHT
from natopk_desktop.documents.telling import ours
from natopk_desktop.errors import OperationError
from natopk_desktop.exporters.texts import blocks, docx_picture, telling
from natopk_desktop.exporters.texts.blocks import Words
from natopk_desktop.exporters.texts.docx_xml import child, close_field
from natopk_desktop.exporters.texts.timeline_svg import Drawings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.document import Document as Word

    from natopk_desktop.documents.parts import TopicMark
    from natopk_desktop.exporters.texts.blocks import Block, Entry, Figure, Laid
    from natopk_desktop.exporters.texts.docx_words import DocxWords

TEXT_WIDTH: Final = 487
"""Points between the margins."""

ENTRY_COLUMNS: Final = (82, 335, 70)
PAIR_COLUMNS: Final = (112, 375)
"""Widths of columns, in points."""

BESIDE: Final = frozenset(("banner", "caption", "residue", "stamp"))
OURS_ROLES: Final = frozenset(("ours", "reckoning", "more", "label"))
HAIRLINE: Final = LIGHT.hairline.removeprefix("#").upper()


class DocxBlocks:
    """Writes the blocks of one document.

    Attributes:
        undrawn: drawings that could not be painted and are told in sentences instead.
    """

    def __init__(self, document: Laid, word: Word, words: DocxWords) -> None:
        """Write ``document`` into ``word``, an empty one, with ``words``."""
        self.undrawn = 0
        self._document = document
        self._word = word
        self._words = words
        self._body: Any = word.element.body
        self._section = self._body.sectPr
        self._breaks = False
        self._pictures = 0
        self._drawings = Drawings(lambda text: words.characters.plain(ours(text)))

    def write(self) -> None:
        """Add all blocks."""
        self._body.remove(self._section)
        for block in self._document.blocks:
            self._block(block)
        # The properties of the last section end the body.
        self._body.append(self._section)

    def _block(self, block: Block) -> None:
        match block:
            case blocks.Title():
                self._paragraph(f"Heading {min(block.level, 6)}", block.words)
            case blocks.Line():
                self._paragraph(_style(block.role), block.words)
            case blocks.Points():
                self._points(block)
            case blocks.Figures():
                for figure in block.figures:
                    self._figure(figure)
            case blocks.Entries():
                self._entries(block)
            case blocks.Passage():
                self._paragraph("Ours, before a passage", block.told)
                self._paragraph("Passage", block.words)
            case blocks.Pairs():
                self._pairs(block)
            case blocks.Picture():
                self._picture(block)
            case blocks.ContentsPlace():
                self._contents()
            case blocks.Break():
                self._breaks = True

    def _paragraph(self, style: str, words: Words | None = None) -> Any:  # noqa: ANN401 - lxml
        element = self._words.paragraph(self._body, style, words)
        if self._breaks:
            child(element.pPr, "w:pageBreakBefore")
            # The schema has it right after the style and what keeps the paragraph together.
            element.pPr.insert(1, element.pPr[-1])
            self._breaks = False
        return element

    def _points(self, block: blocks.Points) -> None:
        for item in block.items:
            self._paragraph("Note" if block.role == "notes" else "Ours", item.words)
            for words in item.under:
                self._paragraph("Witness", words)

    def _figure(self, figure: Figure) -> None:
        element = self._paragraph("Figure")
        self._words.marked(element, figure.before)
        self._words.marked(element, (figure.value,), "value" if figure.is_number else "")
        self._words.marked(element, figure.after)

    def _entries(self, block: blocks.Entries) -> None:
        entries = self._document.meter.each(block.entries)
        if block.is_table:
            self._table(entries)
            return
        for entry in entries:
            for words in entry.text:
                self._paragraph("Entry", words)
            if entry.topics:
                self._paragraph("Ours", telling.topics(entry))

    def _table(self, entries: Iterable[Entry]) -> None:
        table = self._new_table(ENTRY_COLUMNS, "Ours: milestones")
        row = child(table, "w:tr")
        properties = child(row, "w:trPr")
        child(properties, "w:cantSplit")
        child(properties, "w:tblHeader")
        date, text, topic = (self._cell(row, width) for width in ENTRY_COLUMNS)
        self._words.paragraph(date, "Head of a column", Words((ours("date"), ours(" "))))
        self._words.paragraph(text, "Head of a column", Words((ours("entry"), ours(" "))))
        self._words.paragraph(topic, "Head of a column", Words((ours("topic"),), "ours"))
        for entry in entries:
            row = child(table, "w:tr")
            child(child(row, "w:trPr"), "w:cantSplit")
            date, text, topic = (self._cell(row, width) for width in ENTRY_COLUMNS)
            self._words.paragraph(date, "Cell" if entry.date.owner == "source" else "Our cell", entry.date)
            for words in entry.text or (None,):
                self._words.paragraph(text, "Cell", words)
            self._topics(topic, entry.topics)
        self._after_table()

    def _topics(self, cell: Any, topics: tuple[TopicMark, ...]) -> None:  # noqa: ANN401 - lxml
        element = self._words.paragraph(cell, "Our cell")
        self._words.own(element, (ours(", ".join(topic.name for topic in topics)),) if topics else ())

    def _pairs(self, block: blocks.Pairs) -> None:
        table = self._new_table(PAIR_COLUMNS, "Ours: of the source")
        for pair in block.pairs:
            row = child(table, "w:tr")
            child(child(row, "w:trPr"), "w:cantSplit")
            name, value = (self._cell(row, width) for width in PAIR_COLUMNS)
            self._words.paragraph(name, "Head of a column", Words((ours(pair.name),), "ours"))
            self._words.own(self._words.paragraph(value, "Our cell"), pair.runs)
        self._after_table()

    def _new_table(self, columns: tuple[int, ...], title: str) -> Any:  # noqa: ANN401 - lxml
        if self._breaks:
            self._paragraph("Normal")
        table = child(self._body, "w:tbl")
        properties = child(table, "w:tblPr")
        child(properties, "w:tblW", w=str(TEXT_WIDTH * 20), type="dxa")
        borders = child(properties, "w:tblBorders")
        for side in ("bottom", "insideH"):
            child(borders, f"w:{side}", val="single", sz="4", space="0", color=HAIRLINE)
        child(properties, "w:tblLayout", type="fixed")
        margins = child(properties, "w:tblCellMar")
        child(margins, "w:left", w="0", type="dxa")
        child(margins, "w:right", w="120", type="dxa")
        child(properties, "w:tblLook", val="00A0", firstRow="1", lastRow="0", firstColumn="1", lastColumn="0",
              noHBand="1", noVBand="1")  # fmt: skip
        child(properties, "w:tblCaption", val=title)
        grid = child(table, "w:tblGrid")
        for width in columns:
            child(grid, "w:gridCol", w=str(width * 20))
        return table

    def _cell(self, row: Any, width: int) -> Any:  # noqa: ANN401 - lxml
        cell = child(row, "w:tc")
        child(child(cell, "w:tcPr"), "w:tcW", w=str(width * 20), type="dxa")
        return cell

    def _after_table(self) -> None:
        """Part a table from what follows, which Word would join to it were that a table too."""
        self._paragraph("Normal")

    def _picture(self, block: blocks.Picture) -> None:
        from natopk_desktop.typesetting import picture

        told = self._drawings.alternative(block.part)
        try:
            drawn = picture.png(self._drawings.picture(block.part), TEXT_WIDTH)
        except OperationError:
            # A letter that no font of ours draws is no reason to refuse the document.
            self.undrawn += 1
            for sentence in told:
                self._paragraph("Ours", Words((ours(sentence),), "ours"))
            return
        self._pictures += 1
        run = child(self._paragraph("Drawing"), "w:r")
        run.add_drawing(docx_picture.inline(self._word, drawn, self._pictures, TEXT_WIDTH, f"Ours: {' '.join(told)}"))

    def _contents(self) -> None:
        """Add a table of contents that Word can bring up to date, and that shows the headings until it does."""
        self._paragraph("Ours", Words((ours("contents"),), "ours"))
        titles = list(telling.listed(self._document))
        for at, title in enumerate(titles):
            element = self._paragraph(f"toc {title.level - 1}")
            if not at:
                for kind, code in (
                    ("begin", ""),
                    ("", f' TOC \\o "2-{telling.DEEPEST}" \\n \\h \\z \\u '),
                    ("separate", ""),
                ):
                    run = child(element, "w:r")
                    if kind:
                        child(run, "w:fldChar", fldCharType=kind)
                    else:
                        child(run, "w:instrText").text = code
            self._words.leading(element, title.words.anchor, telling.bare(title))
            if at == len(titles) - 1:
                close_field(element)


def _style(role: str) -> str:
    """Return the style of a paragraph of this role."""
    if role == "list-item":
        return "List Bullet"
    return "Beside the text" if role in BESIDE else "Ours" if role in OURS_ROLES else "Normal"
