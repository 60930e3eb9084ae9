"""WordprocessingML elements, made one by one: python-docx's own tables take ever longer as they grow."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


@cache
def _tools() -> tuple[Callable[..., Any], Callable[[str], str]]:
    """Return what makes an element, and what spells out a name; python-docx is imported when first asked for."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    return OxmlElement, cache(qn)


def child(parent: Any, name: str, /, **attributes: str) -> Any:  # noqa: ANN401 - python-docx's elements are lxml's
    """Add an element ``w:name`` at the end of ``parent``, with attributes of the same namespace, and return it."""
    make, spelled = _tools()
    element = make(name, {spelled(f"w:{key}"): value for key, value in attributes.items()})
    parent.append(element)
    return element


def spaced_text(run: Any, text: str) -> None:  # noqa: ANN401 - as above
    """Add text to a run of Word's; tabs and line ends are elements of their own."""
    for number, line in enumerate(text.split("\n")):
        if number:
            child(run, "w:br")
        for column, piece in enumerate(line.split("\t")):
            if column:
                child(run, "w:tab")
            if piece:
                element = child(run, "w:t")
                element.text = piece
                element.set(SPACE, "preserve")


def open_field(paragraph: Any, code: str) -> None:  # noqa: ANN401 - as above
    """Begin a field, such as the number of the page; what it shows until it is reckoned anew comes next."""
    child(child(paragraph, "w:r"), "w:fldChar", fldCharType="begin")
    element = child(child(paragraph, "w:r"), "w:instrText")
    element.text = f" {code} "
    element.set(SPACE, "preserve")
    child(child(paragraph, "w:r"), "w:fldChar", fldCharType="separate")


def close_field(paragraph: Any) -> None:  # noqa: ANN401 - as above
    """End a field."""
    child(child(paragraph, "w:r"), "w:fldChar", fldCharType="end")
