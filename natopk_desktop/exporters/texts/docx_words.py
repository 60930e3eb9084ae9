"""Words as runs of Word's: each in the style of its owner, our marks within the source's words as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from natopk_desktop.documents import marks
from natopk_desktop.documents.parts import Run
from natopk_desktop.exporters.texts.addresses import is_web
from natopk_desktop.exporters.texts.blocks import Link
from natopk_desktop.exporters.texts.characters import XML, Characters, note_words
from natopk_desktop.exporters.texts.docx_styles import MARK, OUR_HEADING, OURS, SOURCE
from natopk_desktop.exporters.texts.docx_xml import child, spaced_text
from natopk_desktop.exporters.texts.laying import note_anchor
from natopk_desktop.exporters.texts.lines import OURS as OPENING
from natopk_desktop.typesetting.characters import is_right_to_left

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.document import Document as Word

    from natopk_desktop.exporters.texts.blocks import Words


def bookmark(anchor: str) -> str:
    """Return an anchor as a bookmark's name, which takes letters, digits and low lines."""
    return anchor.replace("-", "_")


class DocxWords:
    """Writes words into one document.

    Attributes:
        characters: makes texts ready.
    """

    def __init__(self, word: Word) -> None:
        """Begin with an empty document that has its styles."""
        self.characters = Characters(XML, isolates=False)
        self._part = word.part
        self._styles: dict[str, str] = {style.name: style.style_id for style in word.styles if style.name}
        self._bookmarks = 0

    def paragraph(self, parent: Any, style: str, words: Words | None = None) -> Any:  # noqa: ANN401 - lxml
        """Add a paragraph in ``style`` with ``words``; ours alone are in our own style of letters."""
        element = child(parent, "w:p")
        properties = child(element, "w:pPr")
        child(properties, "w:pStyle", val=self.style(style))
        if words is not None:
            runs = tuple(run for run in words.runs if isinstance(run, Run) and run.owner == words.owner)
            if is_right_to_left(runs):
                child(properties, "w:bidi")
            self.add(element, words, OUR_HEADING if style.startswith("Heading") else OURS)
        return element

    def style(self, name: str) -> str:
        """Return the id of a style."""
        return self._styles[name]

    def add(self, paragraph: Any, words: Words, ours: str = OURS) -> None:  # noqa: ANN401 - lxml
        """Add a line to a paragraph, with its bookmark; a line of ours in the style ``ours``."""
        number = self._begin(paragraph, words.anchor)
        if words.owner == "ours":
            self.own(paragraph, words.runs, OPENING, ours)
        else:
            self.marked(paragraph, words.runs)
        if number:
            child(paragraph, "w:bookmarkEnd", id=number)

    def _begin(self, paragraph: Any, anchor: str) -> str:  # noqa: ANN401 - lxml
        if not anchor:
            return ""
        self._bookmarks += 1
        child(paragraph, "w:bookmarkStart", id=str(self._bookmarks), name=bookmark(anchor))
        return str(self._bookmarks)

    def own(self, paragraph: Any, runs: Iterable[Run | Link], before: str = "", ours: str = OURS) -> None:  # noqa: ANN401
        """Add words of ours, and of the source's that we quote."""
        if before:
            self._text(paragraph, before, ours)
        for run in runs:
            if isinstance(run, Link):
                self.link(paragraph, run)
            else:
                text = self.characters.plain(run)
                self._text(paragraph, text, ours if run.owner == "ours" else SOURCE, is_turned=is_right_to_left((run,)))

    def marked(self, paragraph: Any, runs: Iterable[Run | Link], look: str = "") -> None:  # noqa: ANN401 - lxml
        """Add words of the source's, ours marked among them; ``look`` is "value" for a figure's value."""
        for run in runs:
            if not isinstance(run, Run) or run.owner == "ours":
                self._text(paragraph, self.characters.marked(run), MARK)
                continue
            for text, is_box in self.characters.pieces(run):
                if is_box:
                    self._text(paragraph, marks.ours(text), MARK)
                else:
                    self._text(paragraph, text, SOURCE, look, is_turned=is_right_to_left((run,)))
            if run.notes:
                self._call(paragraph, run.notes)

    def link(self, paragraph: Any, link: Link) -> None:  # noqa: ANN401 - lxml
        """Add an address in full; a link where it is one of the web."""
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.oxml.ns import qn

        text = self.characters.plain(link)
        if not is_web(link.url):
            self._text(paragraph, text, OURS)
            return
        element = child(paragraph, "w:hyperlink")
        element.set(qn("r:id"), self._part.relate_to(link.url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        self._text(element, text, OURS, "link")

    def leading(self, paragraph: Any, anchor: str, words: Words) -> None:  # noqa: ANN401 - lxml
        """Add a line that leads to a place in the document."""
        self.add(child(paragraph, "w:hyperlink", anchor=bookmark(anchor)), words)

    def _call(self, paragraph: Any, numbers: tuple[int, ...]) -> None:  # noqa: ANN401 - lxml
        """Add a mark whose numbers lead to notes."""
        opening = marks.ours(note_words(numbers)).removesuffix("]").rstrip("0123456789, ")
        self._text(paragraph, f"{opening} ", MARK)
        for at, number in enumerate(numbers):
            if at:
                self._text(paragraph, ", ", MARK)
            self._text(child(paragraph, "w:hyperlink", anchor=bookmark(note_anchor(number))), str(number), MARK)
        self._text(paragraph, "]", MARK)

    def _text(self, parent: Any, text: str, style: str, look: str = "", *, is_turned: bool = False) -> None:  # noqa: ANN401
        run = child(parent, "w:r")
        properties = child(run, "w:rPr")
        child(properties, "w:rStyle", val=self.style(style))
        if look == "value":
            child(properties, "w:b")
            child(properties, "w:sz", val="32")
        if look == "link":
            child(properties, "w:u", val="single")
        if is_turned:
            child(properties, "w:rtl")
        spaced_text(run, text)
