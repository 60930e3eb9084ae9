"""The blocks of a document as HTML elements."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from natopk_desktop.documents.telling import ours
from natopk_desktop.exporters.texts import blocks, telling
from natopk_desktop.exporters.texts.timeline_painter import topic_class
from natopk_desktop.exporters.texts.timeline_svg import Drawings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from natopk_desktop.exporters.texts.blocks import Block, Entry, Figure, Item, Laid, Title, Words
    from natopk_desktop.exporters.texts.html_words import HtmlWords

HEADS: Final = ("[Ours: date]", "[Ours: entry]", "Ours: topic")


class HtmlBlocks:
    """Writes the blocks of one page."""

    def __init__(self, document: Laid, words: HtmlWords) -> None:
        """Write ``document`` with ``words``."""
        self._document = document
        self._words = words
        self._drawings = Drawings(words.plain)
        self._entries: set[int] = set()

    def main(self) -> Iterator[str]:
        """Yield the elements of the document."""
        points: list[str] = []
        for block in self._document.blocks:
            # Points of the source's own lists stand block for block.
            if isinstance(block, blocks.Line) and block.role == "list-item":
                points.append(f"<li{self._words.direction(block.words)}>{self._words.line(block.words)}</li>")
                continue
            if points:
                yield self._list("", points)
                points = []
            yield from self._block(block)
        if points:
            yield self._list("", points)

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case blocks.Title():
                yield self._title(block)
            case blocks.Line():
                yield self.line(block)
            case blocks.Points():
                yield self._list(block.role, map(self._item, block.items))
            case blocks.Figures():
                yield self._list("figures", map(self._figure, block.figures))
            case blocks.Entries():
                entries = self._document.meter.each(block.entries)
                yield from [self._table(entries)] if block.is_table else map(self._sheet_entry, entries)
            case blocks.Passage():
                yield f'<div class="passage">{self._paragraph("told", block.told)}'
                yield f"<blockquote>{self._paragraph('', block.words)}</blockquote></div>"
            case blocks.Pairs():
                yield self._pairs(block)
            case blocks.Picture():
                yield self._picture(block)
            case blocks.ContentsPlace():
                yield self._contents()
            case blocks.Break():
                yield '<hr class="sheet">'

    def line(self, line: blocks.Line) -> str:
        """Return a paragraph."""
        return self._paragraph(line.role if line.role != "paragraph" else "", line.words)

    def _paragraph(self, role: str, words: Words) -> str:
        named = f' class="{role}"' if role else ""
        return f"<p{named}{self._words.direction(words)}>{self._words.line(words)}</p>"

    def _title(self, title: Title) -> str:
        name = f"h{min(title.level, 6)}"
        anchor = f' id="{title.words.anchor}"'
        return f"<{name}{anchor}{self._words.direction(title.words)}>{self._words.line(title.words)}</{name}>"

    def _list(self, role: str, points: Iterable[str]) -> str:
        named = f' class="{role}"' if role else ""
        return f"<ul{named}>" + "\n".join(("", *points, "")) + "</ul>"

    def _item(self, item: Item) -> str:
        anchor = f' id="{item.words.anchor}"' if item.words.anchor else ""
        under = "".join(f"<li>{self._words.line(words)}</li>" for words in item.under)
        return f"<li{anchor}>{self._words.line(item.words)}{f'<ul>{under}</ul>' if under else ''}</li>"

    def _figure(self, figure: Figure) -> str:
        before, after = ("".join(map(self._words.run, runs)) for runs in (figure.before, figure.after))
        kind = "number" if figure.is_number else "work"
        return f'<li class="{kind}">{before}<b>{self._words.run(figure.value)}</b>{after}</li>'

    def _table(self, entries: Iterable[Entry]) -> str:
        # The roles stay where a narrow window shows the cells one under the other.
        ours_attribute = self._words.ours
        heads = "".join(
            f'<th scope="col" role="columnheader"><span class="ours"{ours_attribute}>{head}</span></th>'
            for head in HEADS
        )
        rows = "\n".join(map(self._row, entries))
        return (
            f'<table class="entries" role="table"><caption class="ours"{ours_attribute}>Ours: milestones</caption>\n'
            f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>\n'
            f'<tbody role="rowgroup">\n{rows}\n</tbody></table>'
        )

    def _row(self, entry: Entry) -> str:
        text = "".join(self._paragraph("", words) for words in entry.text)
        direction = self._words.direction(entry.date)
        date = f'<th scope="row" role="rowheader"{direction}>{self._words.line(entry.date)}</th>'
        topics = f'<td class="topics" role="cell">{self._topics(entry)}</td>'
        return f'<tr role="row"{self._anchor(entry)}>{date}<td role="cell">{text}</td>{topics}</tr>'

    def _sheet_entry(self, entry: Entry) -> str:
        text = "".join(self._paragraph("entry", words) for words in entry.text)
        if not entry.topics:
            return text
        return f"{text}<p>{self._words.own((ours('topic '),), 'Ours: ')}{self._topics(entry)}</p>"

    def _anchor(self, entry: Entry) -> str:
        if entry.row in self._entries:
            return ""
        self._entries.add(entry.row)
        return f' id="entry-{entry.row + 1}"'

    def _topics(self, entry: Entry) -> str:
        return " ".join(
            f'<span class="ours {topic_class(topic.row)}"{self._words.ours}>'
            f"{escape(self._words.plain(topic.name), quote=False)}</span>"
            for topic in entry.topics
        )

    def _pairs(self, block: blocks.Pairs) -> str:
        rows = "\n".join(
            f'<tr><th scope="row">{self._words.own((ours(pair.name),), "Ours: ")}</th>'
            f"<td>{self._words.own(pair.runs)}</td></tr>"
            for pair in block.pairs
        )
        return f'<table class="pairs"><tbody>\n{rows}\n</tbody></table>'

    def _picture(self, block: blocks.Picture) -> str:
        drawn = self._drawings.web(block.part, self._words.ours)
        # A drawing wider than the window is scrolled, by keyboard too.
        return f'<figure class="ours" tabindex="0" role="group" aria-label="Ours: the drawn timeline">{drawn}</figure>'

    def _contents(self) -> str:
        told: list[str] = []
        level = 1
        for title in telling.listed(self._document):
            told += ["<ul>"] * (title.level - level) or [*["</li></ul>"] * (level - title.level), "</li>"]
            level = title.level
            told.append(f'<li><a href="#{title.words.anchor}">{self._words.line(telling.bare(title))}</a>')
        told += ["</li></ul>"] * (level - 1)
        heading = self._words.own((ours("contents"),), "Ours: ")
        return f'<nav aria-labelledby="contents"><h2 id="contents">{heading}</h2>{"".join(told)}</nav>'
