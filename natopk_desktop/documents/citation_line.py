"""One line that says where words of a dossier stand: publisher, title, stamp, address, place, text hash. Ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from natopk_desktop.documents import marks

if TYPE_CHECKING:
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.spans import Span

HASH_DIGITS: Final = 12


def with_citation(dossier: Dossier, span: Span) -> str:
    """Return the source's words at ``span``, letter for letter, and the line that cites them under a blank line."""
    return f"{span.of(dossier.text)}\n\n{citation_line(dossier, span)}"


def citation_line(dossier: Dossier, span: Span) -> str:
    """Return ``[Ours: …]`` that names the source and the place of ``span`` in it.

    Of the parts only the title, the stamp and the heading are the source's words; what the dossier does not know is
    left out, never filled in.
    """
    source = dossier.head.source
    updated = None if source.updated is None else source.updated.span.of(dossier.text)
    parts = (
        source.publisher,
        f"“{source.title}”",
        updated and f"last updated {updated}",
        source.url,
        place(dossier, span),
        f"text SHA-256 {source.sha256[:HASH_DIGITS]}…",
    )
    return marks.ours(", ".join(part for part in parts if part))


def place(dossier: Dossier, span: Span) -> str:
    """Return where ``span`` begins: its section's heading, and the entry's number where it stands in a milestone."""
    row = dossier.blocks.row_at(span.start)
    section = dossier.outline.of_block(row)
    entry = dossier.bearings.milestone_of_block(row)
    parts = []
    if section is not None:
        parts.append(f"under “{dossier.blocks.span(section.head).of(dossier.text)}”")
    if entry is not None:
        parts.append(f"entry {entry + 1} of {len(dossier.milestones)}")
    parts.append(f"characters {span.start + 1} to {span.end}")
    return ", ".join(parts)
