"""What a document tells less of than the dossier holds: what did not fit it, and what its kind has no place for."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from natopk_desktop.documents import parts
from natopk_desktop.dossier.spans import Span
from natopk_desktop.exporters.losses import IN_FULL, beside_milestones, changed, lost
from natopk_desktop.report import Item, Where

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopk_desktop.documents.parts import Document, Run
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.exporters.scope import Scope

WITNESSES_TOLD: Final = frozenset(("briefing", "milestone"))
PASSAGES_TOLD: Final = frozenset(("milestone",))


class _Told:
    """What a document tells.

    Attributes:
        milestones: ids of its entries.
        figures: ids of its figures.
        notes: ids of its notes.
        cut: places of the source where a text ends before its end.
        cut_notes: ids of the notes whose message does.
        spans: places of the source that are told.
    """

    def __init__(self, document: Document) -> None:
        self.milestones: set[str] = set()
        self.figures: set[str] = set()
        self.notes: set[str] = set()
        self.cut: list[Span] = []
        self.cut_notes: list[str] = []
        self.spans: set[Span] = {
            run.span for run in (document.origin.banner, document.origin.stamp) if run and run.span
        }
        for part in document.parts:
            self._take(part)

    def _take(self, part: parts.Part) -> None:
        match part:
            case parts.EntryTable():
                self.milestones.update(entry.id for entry in part.entries)
                for entry in part.entries:
                    self._take_runs(tuple(run for runs in entry.text for run in runs))
            case parts.FigureGroup():
                self.figures.update(figure.id for figure in part.figures)
            case parts.NoteList():
                self.notes.update(note.id for note in part.notes)
                self.cut_notes += [note.id for note in part.notes if note.cut]
            case parts.Heading() | parts.Paragraph():
                self._take_runs(part.runs)
            case parts.PassageList():
                self.spans.update(run.span for one in part.passages for run in one.runs if run.span)
            case _:
                pass

    def _take_runs(self, runs: tuple[Run, ...]) -> None:
        """Remember what is told, and where words of the source end in a remark of ours on those left out."""
        self.spans.update(run.span for run in runs if run.span)
        if len(runs) > 1 and runs[-1].owner == "ours" and runs[-2].span is not None:
            self.cut.append(runs[-2].span)

    def without(self, dossier: Dossier) -> list[str]:
        """Return the ids of the blocks beside the milestones that are not told from end to end."""
        whole: list[Span] = []
        for span in sorted(self.spans):
            if whole and span.start <= whole[-1].end:
                whole[-1] = Span(whole[-1].start, max(whole[-1].end, span.end))
            else:
                whole.append(span)
        left = []
        for name in beside_milestones(dossier):
            block = dossier.blocks.span(dossier.blocks.row_of(name) or 0)
            at = bisect_right(whole, block.start, key=lambda span: span.start) - 1
            if at < 0 or not whole[at].holds(block):
                left.append(name)
        return left


def found(scope: Scope, document: Document, remedy: str = IN_FULL) -> Iterator[Item]:
    """Yield what ``document`` does not tell of what ``scope`` asked for.

    Args:
        scope: what was asked for.
        document: what came of it.
        remedy: where the rest can be had.
    """
    told = _Told(document)
    milestones = [
        name for name in (scope.dossier.milestones.ids[row] for row in scope.rows) if name not in told.milestones
    ]
    yield from lost("milestones", milestones, "Not told for want of room: {n:milestone|milestones}.", remedy)
    figures = [figure.id for figure in scope.figures if figure.id not in told.figures]
    why = "for want of room" if document.kind == "summary" else "in this document"
    yield from lost("figures", figures, f"Not told {why}: {{n:figure|figures}}.", remedy)
    notes = [note.id for note in scope.notes if note.id not in told.notes]
    yield from lost("notes", notes, f"Not told {why}, or on words that are not told: {{n:note|notes}} of ours.", remedy)
    yield from changed("cut", sorted(told.cut), "Ended before the end, which says so: {n:text|texts}.", remedy)
    yield from lost("cut-notes", told.cut_notes, "Ended before the end: {n:note|notes} of ours.", remedy)
    yield from _by_kind(scope, document, told, remedy)
    yield from _beside(scope, remedy)


def _by_kind(scope: Scope, document: Document, told: _Told, remedy: str) -> Iterator[Item]:
    blocks = "Not told in this document, at least not whole: {n:block|blocks} of the page beside its milestones."
    yield from lost("text", told.without(scope.dossier), blocks, remedy)
    if document.kind not in PASSAGES_TOLD:
        table = scope.dossier.milestones
        ids = [table.ids[row] for row in scope.rows if table.has_related(row)]
        yield from lost("passages", ids, "Without its related passages: {n:milestone|milestones}.", remedy)
    if document.kind not in WITNESSES_TOLD:
        ids = [note.id for note in scope.notes if note.witnesses and note.id in told.notes]
        yield from lost("witnesses", ids, "Without the sources it calls: {n:note|notes} of ours.", remedy)


def _beside(scope: Scope, remedy: str) -> Iterator[Item]:
    """Yield what no document tells: how the dossier came about."""
    head = scope.dossier.head
    yield from lost(
        "computed", [one.id for one in head.computed], "Not told: how {n:object was|objects were} found.", remedy
    )
    made = [one.id for one in head.corrections]
    yield from lost("corrections", made, "Not told: the record of {n:correction|corrections}.", remedy)
    if head.original is not None:
        yield Item("lost", "original", Where(), "Not in these pages: the file that the dossier was made of.", remedy)
    extras = sum(map(len, scope.dossier.extras.values()))
    if extras:
        yield Item(
            "lost",
            "extras",
            Where(),
            f"Not told: fields named x-… that other programs added, {extras} of them.",
            remedy,
        )
