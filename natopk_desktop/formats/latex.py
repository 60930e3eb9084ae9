"""Escapes of BibTeX and biblatex field values."""

from __future__ import annotations

from typing import Final

ESCAPES: Final = {
    "\\": r"\textbackslash{}",
    # BibTeX counts braces even behind a backslash, so a single one must not stand in a field.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "\N{NO-BREAK SPACE}": "~",
}


def escaped(text: str) -> str:
    """Return ``text`` as LaTeX that sets these characters; line ends become blanks, which LaTeX takes them for."""
    return "".join(ESCAPES.get(character, character) for character in " ".join(text.split("\n")))


def address(url: str) -> str:
    """Return a URL for a field that is read verbatim, in which braces must pair and blanks cannot stand."""
    encoded = {"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20", "\n": "%0A", "\r": "%0D"}
    return "".join(encoded.get(character, character) for character in url)
