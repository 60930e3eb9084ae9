"""What TimelineJS 3 does with a file, done here after its source code (core/TimelineConfig.js, date/TLDate.js)."""

from __future__ import annotations

import json
import re
from datetime import date
from html.parser import HTMLParser
from typing import Any

SLIDE = {"unique_id", "start_date", "end_date", "display_date", "text", "group", "autolink"}
WHOLE_NUMBER = re.compile(r"-?\d+")


class Shown:
    """A timeline as the program shows it: slides by date, eras, and what it complains of."""

    def __init__(self, content: bytes) -> None:
        data = json.loads(content)
        assert set(data) <= {"scale", "title", "events", "eras"}
        assert data["scale"] == "human"
        self.title: dict[str, Any] = data["title"]
        self.errors: list[str] = []
        self.events = [self._dated(slide) for slide in data["events"]]
        self.eras = [self._dated(era) for era in data.get("eras", [])]
        if not self.events:
            self.errors.append("Timeline configuration has no events.")
        for era in self.eras:
            if "end_date" not in era:
                self.errors.append("All eras must have start and end dates.")
        ids = [self.title["unique_id"], *(slide["unique_id"] for slide in self.events)]
        assert len(set(ids)) == len(ids)
        assert all(identifier.strip() for identifier in ids)
        self.events.sort(key=lambda slide: sort_key(slide["start_date"]))

    def _dated(self, slide: dict[str, Any]) -> dict[str, Any]:
        assert set(slide) <= SLIDE
        assert "media" not in slide
        assert "background" not in slide
        start = slide["start_date"]
        check(start)
        if "end_date" in slide:
            check(slide["end_date"])
            # Compared by the properties of the start alone.
            if all(slide["end_date"].get(name) == value for name, value in start.items()):
                del slide["end_date"]
        return slide


def check(parts: dict[str, Any]) -> None:
    """Refuse a date whose parts roll over, or that names a day without a month."""
    assert set(parts) <= {"year", "month", "day", "display_date"}
    numbers = [parts.get(name) for name in ("year", "month", "day")]
    assert all(number is None or WHOLE_NUMBER.fullmatch(str(number)) for number in numbers)
    assert numbers[0] is not None
    assert numbers[1] is not None or numbers[2] is None
    assert -271_820 <= numbers[0] <= 275_759
    # The calendar repeats itself after 400 years, of which Python knows some.
    date(2000 + numbers[0] % 400, numbers[1] or 1, numbers[2] or 1)


def sort_key(parts: dict[str, Any]) -> tuple[int, int, int]:
    return parts["year"], parts.get("month", 1), parts.get("day", 1)


class _Text(HTMLParser):
    """Collects text, and the tags and attributes met."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


def shown(html: str) -> tuple[str, set[str]]:
    """Return the text of some HTML and the names of its elements, of which none may have an attribute."""
    parser = _Text()
    parser.feed(html)
    parser.close()
    assert parser.attributes == []
    return parser.text, parser.tags
