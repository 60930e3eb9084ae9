"""CSV: one row a milestone. Each column's name tells whose words stand in it."""

from __future__ import annotations

import csv
import re
from io import StringIO
from itertools import chain
from typing import TYPE_CHECKING, Final

from natopk_desktop.documents import marks
from natopk_desktop.documents.citation_line import citation_line
from natopk_desktop.exporters import losses, own_words
from natopk_desktop.exporters.entries import place
from natopk_desktop.exporters.progress import Meter, unheard
from natopk_desktop.exporters.scope import Scope
from natopk_desktop.exporters.written import Written
from natopk_desktop.formats import csv_cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from natopk_desktop.documents.choice import Choice
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.model import Figure
    from natopk_desktop.dossier.spans import Span
    from natopk_desktop.exporters.progress import Progress
    from natopk_desktop.report import Item

COLUMNS: Final = (
    "id (ours)",
    "date (ours, EDTF)",
    "date (source)",
    "date where the source prints none (ours)",
    "reason for that date (ours)",
    "text (source)",
    "topics (ours)",
    "figures (source)",
    "figures as numbers (ours)",
    "related passages (source)",
    "headings of these (source)",
    "reasons for these (ours)",
    "notes (ours)",
    "place of the date (ours, characters)",
    "place of the text (ours, characters)",
    "places of the passages (ours, characters)",
    "citation (ours)",
    "dossier (ours)",
)
"""Several values in a cell stand one a line. Places are counted from 1, both ends inclusive."""

NUL: Final = re.compile(csv_cells.NUL)
REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"


def write(dossier: Dossier, choice: Choice, progress: Progress = unheard) -> Written:
    """Write the milestones that ``choice`` asks for.

    Raises:
        InputError: the choice means nothing in this dossier.
    """
    scope = Scope(dossier, choice)
    file = StringIO(newline="")
    file.write(csv_cells.MARK)
    writer = csv.writer(file, csv_cells.DIALECT)
    meter = Meter(progress, len(scope.rows))
    for row in chain((COLUMNS,), _rows(scope, meter)):
        writer.writerow([csv_cells.guard(NUL.sub(REPLACEMENT, cell)) for cell in row])
    return Written((file.getvalue().encode(),), tuple(_losses(scope)))


def _rows(scope: Scope, meter: Meter) -> Iterator[tuple[str, ...]]:
    dossier = scope.dossier
    names = {topic.id: topic.name for topic in dossier.head.topics}
    about = own_words.about(dossier)
    for row in meter.each(scope.rows):
        one = dossier.milestones[row]
        date, is_ours = marks.date_words(dossier, one)
        figures = dossier.bearings.figures_of(one.id)
        notes = dossier.bearings.notes_on_milestone(row) if scope.choice.notes else ()
        sections = [dossier.blocks.span(dossier.blocks.row_of(related.section) or 0) for related in one.related]
        spans = [related.span for related in one.related]
        yield (
            one.id,
            one.date.edtf or "",
            "\n".join(dossier.words(one.date.printed)),
            date if is_ours else "",
            own_words.inference(dossier, one) or "",
            "\n".join(dossier.words(one.text)),
            "\n".join(names[topic] for topic in one.topics),
            "\n".join(dossier.words(figure.span for figure in figures)),
            "\n".join(map(_number, figures)),
            "\n".join(dossier.words(spans)),
            "\n".join(dossier.words(sections)),
            "\n".join(related.reason for related in one.related),
            "\n".join(map(own_words.note, notes)),
            _places(one.date.printed),
            _places(one.text),
            _places(spans),
            citation_line(dossier, place(dossier, one)),
            about,
        )


def _number(figure: Figure) -> str:
    return "" if figure.number is None else str(figure.number)


def _places(spans: Iterable[Span]) -> str:
    return "\n".join(f"{span.start + 1}-{span.end}" for span in spans)


def _losses(scope: Scope) -> Iterator[Item]:
    yield from losses.apparatus(scope)
    yield from losses.notes_left(scope)
    yield from losses.note_parts(scope)
    own = [figure.id for figure in scope.figures if figure.milestone is not None]
    message = "Not told apart: the qualifier, value, unit and group of {n:figure|figures}."
    yield from losses.lost("figures", own, message)
    yield from losses.figures_beside(scope)
    periods = [period.id for period in scope.periods]
    yield from losses.lost("periods", periods, "Not in this file: {n:period|periods}.", losses.IN_FULL)
    message = "Written as U+FFFD, since no program reads a NUL in a table: {n:character|characters}."
    yield from losses.characters(scope, NUL, message, note=own_words.note)
