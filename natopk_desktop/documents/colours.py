"""The colours of screen and paper, as names for their roles; a test holds every pair to WCAG 2.2 AA."""

from __future__ import annotations

from typing import Final

import msgspec


class Colours(msgspec.Struct, frozen=True):
    """One theme's colours as ``#rrggbb``.

    Attributes:
        ground: behind the source's words.
        panel: behind the interface (tool bar, overview, status).
        ink: text.
        soft_ink: secondary text; never on a marked passage.
        hairline: separators, which carry no meaning.
        outline: outlines of controls.
        accent: links, the focus ring, dates.
        selection: behind the chosen entry.
        marked: behind a marked passage or a match.
        note: text and bar of our notes.
        note_ground: behind our notes.
        topics: the five topic colours, in the order of a dossier's topics, used again from the first after the last.
    """

    ground: str
    panel: str
    ink: str
    soft_ink: str
    hairline: str
    outline: str
    accent: str
    selection: str
    marked: str
    note: str
    note_ground: str
    topics: tuple[str, ...]

    def topic(self, row: int) -> str:
        """Return the colour of the topic in ``row`` of a dossier's topics."""
        return self.topics[row % len(self.topics)]


LIGHT: Final = Colours(
    ground="#fbfaf7",
    panel="#f4f2ec",
    ink="#1d2430",
    soft_ink="#5a6270",
    hairline="#dcd8cd",
    outline="#8a8678",
    accent="#1c5d8c",
    selection="#e3eef6",
    marked="#fdf0c4",
    note="#8a4b08",
    note_ground="#fbf3e6",
    topics=("#b4552d", "#1c5d8c", "#4c7a34", "#6c5094", "#8a6d12"),
)

DARK: Final = Colours(
    ground="#16191e",
    panel="#1c2026",
    ink="#e8e6e1",
    soft_ink="#a3a9b3",
    hairline="#2f353d",
    outline="#747d89",
    accent="#7cb8e4",
    selection="#1f3445",
    marked="#4d4217",
    note="#e3a75f",
    note_ground="#2a2319",
    topics=("#e08a62", "#7cb8e4", "#8fc16f", "#b79be0", "#d0ae45"),
)
