"""The parts of a document as data for the template."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from natopk_desktop.documents import parts as neutral
from natopk_desktop.documents.outlines import YEAR_LAST
from natopk_desktop.documents.pieces import UNGROUPED
from natopk_desktop.documents.telling import ours
from natopk_desktop.dossier import date_words
from natopk_desktop.typesetting.drawing_data import drawing_data, place_of, places
from natopk_desktop.typesetting.run_data import para

if TYPE_CHECKING:
    from natopk_desktop.documents.parts import Document, Entry, FigureItem, NoteItem, Part, Run, WitnessItem
    from natopk_desktop.typesetting.characters import Setter

KINDS: Final = {
    "inferred-date": "date inferred",
    "slip": "slip",
    "discrepancy": "discrepancy",
    "unconfirmed": "not confirmed",
    "gap": "gap",
    "witness": "witness",
}
AGREES: Final = {
    "yes": "agrees with the page",
    "partly": "agrees with the page in part",
    "no": "contradicts the page",
}


class PartSetter:
    """Turns the parts of one document into data, in their order."""

    def __init__(self, document: Document, setter: Setter) -> None:
        """Begin with the first part of ``document``."""
        self._document = document
        self._setter = setter
        self._level = 0
        self._noted: set[int] = set()
        self._drawing: neutral.Drawing | None = None

    def data(self, part: Part) -> dict[str, Any]:
        """Return the data of the next part."""
        match part:
            case neutral.Heading():
                return self._heading(part)
            case neutral.Paragraph():
                return {"kind": "paragraph", "role": part.role, "body": para(part.runs, self._setter)}
            case neutral.Reckoning():
                return {"kind": "reckoning", "body": para(part.runs, self._setter)}
            case neutral.Contents():
                return {"kind": "contents"}
            case neutral.SheetStart():
                self._drawing = None
                return {"kind": "sheet"}
            case _:
                return self._gathered(part)

    def _gathered(self, part: Part) -> dict[str, Any]:
        match part:
            case neutral.FigureGroup():
                return self._figures(part)
            case neutral.EntryTable():
                return self._table(part)
            case neutral.PassageList():
                return {"kind": "passages", "items": [self._passage(passage) for passage in part.passages]}
            case neutral.Drawing():
                self._drawing = part
                return drawing_data(part, self._setter)
            case neutral.NoteList():
                return {"kind": "notes", "items": [self._note(note) for note in part.notes], "more": part.more}
            case neutral.WitnessList():
                return {"kind": "witnesses", "items": [self._witness(one) for one in part.witnesses]}
            case _:
                return self._colophon()

    def _heading(self, part: neutral.Heading) -> dict[str, Any]:
        # PDF/UA asks for levels without a gap; a source may leave one.
        self._level = min(part.level, self._level + 1)
        is_ours = all(run.owner == "ours" for run in part.runs)
        return {"kind": "heading", "level": self._level, "ours": is_ours, "body": para(part.runs, self._setter)}

    def _figures(self, part: neutral.FigureGroup) -> dict[str, Any]:
        told = [self._figure(item) for item in part.figures if item.number is not None]
        works = [self._figure(item) for item in part.figures if item.number is None]
        return {
            "kind": "figures",
            "name": self._setter.pieces(part.name.text),
            "grouped": part.name.text != UNGROUPED,
            "items": told,
            "works": works,
            "more": part.more,
        }

    def _figure(self, item: FigureItem) -> dict[str, Any]:
        data: dict[str, Any] = {"value": para((item.value,), self._setter, narrow=True), "notes": item.notes}
        parts = (("qualifier", item.qualifier), ("value", item.value), ("unit", item.unit))
        told = sorted((run.span or (0, 0), name) for name, run in parts if run is not None)
        data["order"] = [name for _, name in told]
        data["long"] = len(item.value.text) > 11
        for name, run in (("qualifier", item.qualifier), ("unit", item.unit), ("rest", item.rest)):
            if run is not None:
                data[name] = para((run,), self._setter, narrow=True)
        return data

    def _table(self, part: neutral.EntryTable) -> dict[str, Any]:
        years = _years(part.entries) if self._document.kind == "summary" else None
        entries = [self._entry(entry, years[at] if years else None) for at, entry in enumerate(part.entries)]
        data: dict[str, Any] = {"kind": "table", "entries": entries, "more": part.more, "years": bool(years)}
        if years:
            data["groups"] = _groups(entries)
        if self._document.kind == "timeline" and self._drawing is not None:
            self._place(data, self._drawing)
        return data

    def _place(self, data: dict[str, Any], drawing: neutral.Drawing) -> None:
        known = places(drawing)
        for entry in data["entries"]:
            entry["at"] = known.get(entry["row"]) or place_of(drawing, entry["row"])

    def _entry(self, entry: Entry, year: tuple[Run, Run] | None) -> dict[str, Any]:
        data: dict[str, Any] = {
            "text": [para(runs, self._setter) for runs in entry.text],
            "topics": [[self._setter.pieces(topic.name, narrow=True), topic.row] for topic in entry.topics],
            "inferred": entry.inferred,
            "row": entry.row,
        }
        if year is not None:
            data["year"], data["date"] = year[0].text, para((year[1],), self._setter, narrow=True)
        else:
            data["date"] = para(_joined(entry.date), self._setter, narrow=True)
        return data

    def _passage(self, passage: neutral.Passage) -> dict[str, Any]:
        return {
            "heading": para((passage.heading,), self._setter),
            "body": para(passage.runs, self._setter),
            "reason": self._setter.pieces(passage.reason.text),
        }

    def _note(self, note: NoteItem) -> dict[str, Any]:
        is_first = note.number not in self._noted
        self._noted.add(note.number)
        data: dict[str, Any] = {
            "number": note.number,
            "anchor": is_first,
            "sort": KINDS[note.kind],
            "message": self._setter.pieces(note.message),
        }
        if self._document.kind in {"briefing", "milestone"}:
            data["witnesses"] = [self._said(witness) for witness in note.witnesses]
        return data

    def _said(self, witness: WitnessItem) -> list[Any]:
        dated = f" ({date_words.words(witness.date)})" if witness.date else ""
        text = f"{witness.title}{dated}, {AGREES[witness.agrees]}; how sure we are: {witness.sure}. {witness.says}"
        return self._setter.pieces(text)

    def _witness(self, witness: WitnessItem) -> dict[str, Any]:
        numbers = ", ".join(map(str, witness.notes))
        called = f"Note {numbers}." if len(witness.notes) == 1 else f"Notes {numbers}."
        return {
            "title": self._setter.pieces(
                f"{witness.title}{f', {date_words.words(witness.date)}' if witness.date else ''}."
            ),
            "url": self._setter.pieces(witness.url or "no address known"),
            "notes": called,
        }

    def _colophon(self) -> dict[str, Any]:
        origin = self._document.origin
        rows: list[tuple[str, tuple[Run, ...]]] = [("Publisher", (ours(origin.publisher or "not known"),))]
        rows.append(("Title", (neutral.Run(origin.title, "source"),)))
        if origin.stamp is not None:
            rows.append(("Stamp", (ours(origin.stamp_label), origin.stamp)))
        else:
            rows.append(("Stamp", (ours("no date of update is printed"),)))
        rows.append(("Address", (ours(origin.url or "not known"),)))
        rows.append(("Remark", (ours(origin.note),))) if origin.note else None
        rows.append(("Captured", (ours(origin.retrieved or "the day is not known"),)))
        rows.append(("Text", (ours(f"SHA-256 {origin.sha256}"),)))
        rows.append(("Edition", (ours(self._document.date),)))
        return {"kind": "colophon", "rows": [[name, para(runs, self._setter)] for name, runs in rows]}


def _joined(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return the pieces of a printed date with a blank between them."""
    joined: list[Run] = []
    for run in runs:
        joined += [ours(" "), run] if joined else [run]
    return tuple(joined)


def _years(entries: tuple[Entry, ...]) -> list[tuple[Run, Run] | None] | None:
    """Return year and rest of each printed date, None for one without; None for all where any prints it otherwise."""
    years: list[tuple[Run, Run] | None] = []
    for entry in entries:
        years.append(None)
        if entry.date[0].owner == "source":
            match = YEAR_LAST.match(entry.date[0].text) if len(entry.date) == 1 else None
            if match is None:
                return None
            run = entry.date[0]
            years[-1] = neutral.Run(match[2], "source"), neutral.Run(match[1], "source", run.span, run.notes)
    return years if any(years) else None


def _groups(entries: list[dict[str, Any]]) -> list[list[Any]]:
    """Return the years in turn, each with how many rows it spans; an undated row stays with the row before it."""
    groups: list[list[Any]] = []
    for entry in entries:
        year = entry.get("year")
        if groups and year in {None, groups[-1][0]}:
            groups[-1][1] += 1
        else:
            groups.append([year, 1])
    return groups
