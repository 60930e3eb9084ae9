"""The styles of a Word document: ours and the source's told apart, after the colours and fonts of paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from natopk_desktop.documents.colours import LIGHT

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.styles.style import ParagraphStyle

SERIF: Final = "Source Serif 4"
SANS: Final = "Inter"
ARABIC: Final = "Noto Naskh Arabic"

SOURCE: Final = "Source words"
OURS: Final = "Our words"
MARK: Final = "Our mark"
OUR_HEADING: Final = "Our heading"


class Look(msgspec.Struct, frozen=True):
    """How a style looks: its size and spaces in points, its colour as ``#rrggbb``."""

    size: float = 10.5
    before: float = 0
    after: float = 6
    colour: str = LIGHT.ink
    font: str = SERIF
    bold: bool = False
    indent: float = 0
    keep: bool = False


PARAGRAPHS: Final = {
    "Normal": Look(),
    "Heading 1": Look(24, 0, 12, bold=True, keep=True),
    "Heading 2": Look(15, 18, 8, bold=True, keep=True),
    "Heading 3": Look(12.5, 14, 6, bold=True, keep=True),
    "Heading 4": Look(11, 12, 4, bold=True, keep=True),
    "Heading 5": Look(10.5, 10, 4, bold=True, keep=True),
    "Heading 6": Look(10.5, 10, 4, bold=True, keep=True),
    "Header": Look(8.5, 0, 0, LIGHT.soft_ink),
    "Footer": Look(8.5, 0, 0, LIGHT.soft_ink),
    "Beside the text": Look(9, 6, 6, LIGHT.soft_ink),
    "Entry": Look(14, 0, 8),
    "Cell": Look(10, 2, 2),
    "Our cell": Look(8.5, 2, 2, font=SANS),
    "Figure": Look(10, 0, 3),
    "Passage": Look(10.5, 0, 10, indent=14),
    "Ours": Look(9, 0, 6, font=SANS),
    "Ours, before a passage": Look(9, 6, 3, font=SANS, keep=True),
    "Note": Look(9, 4, 3, font=SANS),
    "Witness": Look(8, 0, 3, LIGHT.soft_ink, SANS, indent=14),
    "Head of a column": Look(7.5, 0, 2, LIGHT.soft_ink, SANS),
    "Drawing": Look(10, 4, 8, keep=True),
    "toc 1": Look(10, 0, 3),
    "toc 2": Look(10, 0, 3, indent=14),
    "toc 3": Look(10, 0, 3, indent=28),
}
"""Styles of paragraphs by name."""


def lay(word: Word, language: str) -> None:
    """Give an empty document our styles, and the language of its source."""
    from docx.enum.style import WD_STYLE_TYPE

    known = {style.name for style in word.styles}
    for name, look in PARAGRAPHS.items():
        if name in known:
            style = word.styles[name]
        else:
            style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name.startswith("toc"))
            style.base_style = word.styles["Normal"]
        _paragraph(style, look)
    for name, font, colour, size in (
        (SOURCE, SERIF, None, None), (OURS, SANS, None, None), (MARK, SANS, LIGHT.note, 7.5),
        (OUR_HEADING, SANS, LIGHT.note, 11),
    ):  # fmt: skip
        style = word.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        _letters(style.element.get_or_add_rPr(), font, colour, size, language="" if name == SOURCE else "en-GB")
    _defaults(word, language)


def _paragraph(style: ParagraphStyle, look: Look) -> None:
    from docx.shared import Pt

    properties = style.element.get_or_add_rPr()
    properties.clear()
    _letters(properties, look.font, look.colour, look.size, bold=look.bold)
    shape = style.paragraph_format
    shape.space_before, shape.space_after = Pt(look.before), Pt(look.after)
    shape.left_indent = Pt(look.indent) if look.indent else None
    shape.keep_with_next = look.keep or None
    shape.line_spacing = 1.15


def _letters(
    properties: object, font: str, colour: str | None, size: float | None, *, bold: bool = False, language: str = ""
) -> None:
    """Fill the properties of letters, in the order that the schema asks for."""
    from natopk_desktop.exporters.texts.docx_xml import child

    child(properties, "w:rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=ARABIC)
    if bold:
        child(properties, "w:b")
        child(properties, "w:bCs")
    if colour is not None:
        child(properties, "w:color", val=colour.removeprefix("#").upper())
    if size is not None:
        child(properties, "w:sz", val=f"{size * 2:g}")
        child(properties, "w:szCs", val=f"{size * 2:g}")
    if language:
        child(properties, "w:lang", val=language)


def _defaults(word: Word, language: str) -> None:
    """Set the language of all words that no style gives another."""
    from docx.oxml.ns import qn

    for found in word.styles.element.iter(qn("w:lang")):
        if found.getparent().getparent().tag == qn("w:rPrDefault"):
            for name in ("val", "eastAsia", "bidi"):
                found.set(qn(f"w:{name}"), language)
