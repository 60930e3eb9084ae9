"""The built-in page with seeded changes, and where each code point of it went."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from natopk_desktop.dossier import store
from natopk_desktop.dossier.date_words import MONTHS
from natopk_desktop.dossier.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from random import Random

    from natopk_desktop.dossier.dossier import Dossier

NAMES = {
    "Pakistan": ("Vardania", "Kestoria", "Ulmeria"),
    "Afghanistan": ("Torvia", "Meldavia", "Quarria"),
    "Afghan": ("Torvian", "Meldavian", "Quarrian"),
    "Kabul": ("Brinn", "Ostel", "Varmouth"),
    "Islamabad": ("Lindport", "Halmstead", "Corvo"),
    "Arja": ("Dunwall", "Esk", "Pell"),
    "Oberammergau": ("Sankt Lauren", "Niederfeld", "Altmark"),
    "Germany": ("Norland", "Westmark", "Polania"),
    "Turkey": ("Anadol", "Southsea", "Lydia"),
}
DATE = re.compile(rf"(?P<month>{'|'.join(MONTHS)}) (?P<year>20\d\d)|(?<=in )(?P<alone>2005)|(?<=since )(?P<since>2005)")


class Changed(NamedTuple):
    """A changed page.

    Attributes:
        text: its text.
        place: where each code point of the built-in page stands in it, -1 where it is gone.
        shift: by how many months its dates were moved.
        slips: the words at fault in it.
    """

    text: str
    place: list[int]
    shift: int
    slips: list[str]

    def span(self, span: Span) -> Span:
        """Return where a span of the built-in page stands."""
        places = [place for place in self.place[span.start : span.end] if place >= 0]
        return Span(min(places), max(places) + 1)

    def edtf(self, edtf: str) -> str:
        """Return a month of the built-in page as it is dated here."""
        return moved(int(edtf[:4]), int(edtf[5:7]), self.shift)


def moved(year: int, month: int, shift: int) -> str:
    count = year * 12 + month - 1 + shift
    return f"{count // 12}-{count % 12 + 1:02}"


def unchanged(dossier: Dossier) -> Changed:
    words = [dossier.text[a:b] for note in dossier.head.notes if note.kind == "slip" for a, b in note.spans]
    return Changed(dossier.text, list(range(len(dossier.text))), 0, words)


def replaced(page: Changed, pieces: Iterable[tuple[int, int, str]]) -> Changed:
    """Replace parts of a page; what is replaced stands where its replacement begins and ends."""
    text: list[str] = []
    moved_to = [-1] * len(page.text)
    at = length = 0
    for start, end, new in [*sorted(pieces), (len(page.text), len(page.text), "")]:
        for place in range(at, start):
            moved_to[place] = length + place - at
        length += start - at
        text += [page.text[at:start], new]
        for place in range(start, end):
            moved_to[place] = length + min(place - start, len(new) - 1) if new else -1
        if new and end > start:
            moved_to[end - 1] = length + len(new) - 1
        length += len(new)
        at = end
    return page._replace(text="".join(text), place=[moved_to[place] if place >= 0 else -1 for place in page.place])


def other_names(page: Changed, random: Random, _: Dossier) -> Changed:
    chosen = {name: random.choice(others) for name, others in NAMES.items()}
    # "Paki2000stan" is the planted slip of the page: it gets the digits in the middle of the new name.
    new = chosen["Pakistan"]
    slip = f"{new[:3]}2000{new[3:]}"
    pieces = [(m.start(), m.end(), slip) for m in re.finditer("Paki2000stan", page.text)]
    taken = {place for start, end, _ in pieces for place in range(start, end)}
    for name in sorted(chosen, key=len, reverse=True):
        for match in re.finditer(name, page.text):
            if match.start() not in taken:
                pieces.append((match.start(), match.end(), chosen[name]))
                taken.update(range(*match.span()))
    slips = [slip if word == "Paki2000stan" else word for word in page.slips]
    return replaced(page, pieces)._replace(slips=slips)


def other_dates(page: Changed, random: Random, _: Dossier) -> Changed:
    shift = random.randint(-40 * 12, 9 * 12)
    pieces = []
    for match in DATE.finditer(page.text):
        if match.group("month"):
            edtf = moved(int(match.group("year")), MONTHS.index(match.group("month")) + 1, shift)
            new = f"{MONTHS[int(edtf[5:]) - 1]} {edtf[:4]}"
        else:
            new = moved(2005, 1, shift)[:4]
        pieces.append((match.start(), match.end(), new))
    return replaced(page, pieces)._replace(shift=shift)


def _entries(page: Changed, dossier: Dossier) -> list[Span]:
    rows = {block.id: block.span for block in dossier.blocks if block.kind == "milestone"}
    return [page.span(rows[milestone.blocks[0]]) for milestone in dossier.milestones]


def backwards(page: Changed, _: Random, dossier: Dossier) -> Changed:
    spans = _entries(page, dossier)
    groups: list[Span] = []
    for span, milestone in zip(spans, dossier.milestones, strict=True):
        if milestone.date.printed:
            groups.append(span)
        else:  # it stays under the entry that dates it
            groups[-1] = Span(groups[-1].start, span.end)
    order = [*range(groups[0].start)]
    for number, group in enumerate(reversed(groups)):
        order += [*range(*group)]
        if number < len(groups) - 1:
            order.append(-1)
    order += [*range(groups[-1].end, len(page.text))]
    where = {place: new for new, place in enumerate(order) if place >= 0}
    text = "".join("\n" if place < 0 else page.text[place] for place in order)
    return page._replace(text=text, place=[where.get(place, -1) if place >= 0 else -1 for place in page.place])


def _after_dates(page: Changed, dossier: Dossier, sign: str) -> Changed:
    pieces = []
    for milestone in dossier.milestones:
        for printed in milestone.date.printed:
            end = page.span(printed).end
            pieces.append((end, end + 1, sign))
    return replaced(page, pieces)


def colons(page: Changed, _: Random, dossier: Dossier) -> Changed:
    return _after_dates(page, dossier, ": ")


def dashes(page: Changed, _: Random, dossier: Dossier) -> Changed:
    return _after_dates(page, dossier, " – ")


def own_lines(page: Changed, _: Random, dossier: Dossier) -> Changed:
    return _after_dates(page, dossier, "\n")


def other_slips(page: Changed, random: Random, dossier: Dossier) -> Changed:
    pieces = []
    words = {"Paki2000stan": "Pakistan", "armies. .": "armies."}
    for slip in page.slips:
        at = page.text.index(slip)
        pieces.append((at, at + len(slip), words.get(slip) or re.sub(r"\d", "", slip)))
    row = random.choice([block for block in dossier.blocks if block.kind == "paragraph"])
    span = page.span(row.span)
    word = random.choice(list(re.finditer(r"[A-Za-z]{7,}", page.text[span.start : span.end])))
    at = span.start + word.start() + 4
    digits = str(random.randint(100, 9999))
    other = random.choice([entry for entry in _entries(page, dossier)[2:7] if page.text[entry.end - 1] == "."])
    last = page.text[: other.end].split()[-1]
    sign = random.choice([".", " ."])
    pieces += [(at, at, digits), (other.end, other.end, sign)]
    slip = word.group()[:4] + digits + word.group()[4:]
    return replaced(page, pieces)._replace(slips=[slip, last + sign])


def crlf(page: Changed, _: Random, __: Dossier) -> Changed:
    return replaced(page, [(m.start(), m.start(), "\r") for m in re.finditer("\n", page.text)])


def bullets(page: Changed, random: Random, dossier: Dossier) -> Changed:
    sign = random.choice(["* ", "- ", "  * ", "• "])
    starts = [page.text.rfind("\n", 0, span.start) + 1 for span in _entries(page, dossier)]
    return replaced(page, [(start, start, sign) for start in starts])


def no_headings(page: Changed, _: Random, dossier: Dossier) -> Changed:
    pieces = []
    for block in dossier.blocks:
        if block.kind == "heading":
            span = page.span(block.span)
            end = span.end
            while page.text[end : end + 1].isspace():
                end += 1
            pieces.append((span.start, end, ""))
    return replaced(page, pieces)


CHANGES: dict[str, list[Callable[[Changed, Random, Dossier], Changed]]] = {
    "as it is": [],
    "other names": [other_names],
    "other months and years": [other_dates],
    "entries in reverse": [backwards],
    "dates followed by a colon": [colons],
    "dates followed by a dash": [dashes],
    "dates on lines of their own": [own_lines],
    "two slips planted elsewhere": [other_slips],
    "CRLF": [crlf],
    "bullets": [bullets],
    "no headings": [no_headings],
    "names, dates, reverse, colon": [other_names, other_dates, backwards, colons],
    "slips, bullets, CRLF": [other_slips, bullets, crlf],
    "names, dates, own lines, slips": [other_names, other_dates, own_lines, other_slips],
    "names, reverse, no headings": [other_names, backwards, no_headings],
}


def changed(name: str, random: Random) -> tuple[Dossier, Changed]:
    """Return the built-in dossier, and its page with the changes of that name."""
    dossier = store.built_in(is_checked=False)
    page = unchanged(dossier)
    for change in CHANGES[name]:
        page = change(page, random, dossier)
    return dossier, page
