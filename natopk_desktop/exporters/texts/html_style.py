"""The style sheet of a web page: our colours for light and dark, and a line on the source at the foot of each page."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from natopk_desktop import resources
from natopk_desktop.documents.colours import DARK, LIGHT

if TYPE_CHECKING:
    from natopk_desktop.documents.colours import Colours

NOT_PLAIN: Final = re.compile(r"[^A-Za-z0-9]")
PLAIN_NAMES: Final = (
    "ground", "ink", "soft_ink", "hairline", "outline", "accent", "marked", "note", "note_ground",
)  # fmt: skip


def style_sheet(foot: str) -> str:
    """Return the style sheet of a page that has ``foot`` at the foot of each sheet of paper."""
    numbers = r'" \b7  page " counter(page) " of " counter(pages)'.replace("\\b7", "\\B7 ")
    pages = f"@page {{ margin: 18mm 16mm 20mm; @bottom-left {{ content: {_string(foot)} {numbers}; {FOOT_STYLE} }} }}\n"
    topics = "".join(f".topic-{row} {{ color: var(--topic-{row}); }}\n" for row in range(len(LIGHT.topics)))
    dark = f"@media screen and (prefers-color-scheme: dark) {{ {_colours(DARK)} }}\n"
    return (
        "\n"
        + _colours(LIGHT)
        + dark
        + topics
        + pages
        + resources.bundled("resources", "html", "page.css").read_text("utf-8")
    )


FOOT_STYLE: Final = "font: 7.5pt sans-serif; width: 100%;"


def policy(style: str) -> str:
    """Return the content security policy of a page: nothing is loaded or run, and of styles only this sheet."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _colours(colours: Colours) -> str:
    named = [f"--{name.replace('_', '-')}: {getattr(colours, name)}; " for name in PLAIN_NAMES]
    topics = [f"--topic-{row}: {colour}; " for row, colour in enumerate(colours.topics)]
    return f":root {{ {''.join(named)}{''.join(topics)}}}\n"


def _string(text: str) -> str:
    """Return a text as a CSS string; all but plain letters and digits as numbers."""
    return '"' + NOT_PLAIN.sub(lambda match: f"\\{ord(match[0]):x} ", text) + '"'
