"""A picture in a Word document. python-docx's own way compares each with all before, which takes ever longer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.oxml.shape import CT_Inline


def inline(word: Word, png: bytes, number: int, width: float, alternative: str) -> CT_Inline:
    """Add a picture to the package and return the element that shows it, ``width`` points wide.

    Args:
        word: the document.
        png: the picture.
        number: of the picture in the document, from 1 on.
        width: in points.
        alternative: the words that say what it shows.
    """
    from docx.image.image import Image
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.oxml.shape import CT_Inline
    from docx.parts.image import ImagePart
    from docx.shared import Emu, Pt

    image = Image.from_blob(png)
    part = ImagePart.from_image(image, PackURI(f"/word/media/timeline{number}.png"))
    relation = word.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    height = Emu(Pt(width) * image.px_height // image.px_width)
    made = CT_Inline.new_pic_inline(number, relation, f"timeline{number}.png", Pt(width), height)
    for side in "TBLR":
        made.set(f"dist{side}", "0")
    made.docPr.set("name", f"Timeline {number}")
    made.docPr.set("title", "Ours: the drawn timeline")
    made.docPr.set("descr", alternative)
    return made
