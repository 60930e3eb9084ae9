"""A drawing of ours as PNG, painted by Typst with our fonts, for formats that take no SVG."""

from __future__ import annotations

from typing import Final

from natopk_desktop.errors import OperationError
from natopk_desktop.typesetting import fence

PPI: Final = 220.0
"""Pixels per inch, enough for print."""

TEMPLATE: Final = b"""#set page(width: auto, height: auto, margin: 0pt, fill: white)
#image(bytes(sys.inputs.svg), format: "svg", width: float(sys.inputs.width) * 1pt)
"""


def png(svg: str, width: float) -> bytes:
    """Return ``svg`` painted ``width`` points wide, on white; the same bytes for the same arguments.

    Raises:
        OperationError: Typst refused it.
    """
    from typst import TypstError

    try:
        (made,) = fence.pictures({"svg": svg, "width": f"{width:g}"}, "png", PPI, TEMPLATE)
    except TypstError as error:
        message = f"The drawing could not be painted ({error.message}); export PDF or HTML instead."
        raise OperationError(message) from error
    return made
