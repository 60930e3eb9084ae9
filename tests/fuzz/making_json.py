"""JSON made at random in the form of each format, so that what lies behind its form is reached too."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.fuzz.words import NUMBERS, date, value, word

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random


def _object(random: Random, fields: dict[str, Callable[[Random], Any]]) -> dict[str, Any]:
    """Return an object with some of the fields, some of their values odd."""
    chosen = [name for name in fields if random.random() < 0.75]
    if random.random() < 0.1:
        chosen.append(word(random))
    return {
        name: value(random) if name not in fields or random.random() < 0.08 else fields[name](random) for name in chosen
    }


def _several(random: Random, make: Callable[[Random], Any]) -> Any:  # noqa: ANN401
    return [make(random) if random.random() < 0.95 else value(random) for _ in range(random.randrange(6))]


def _json(random: Random, whole: object) -> bytes:
    text = json.dumps(whole, ensure_ascii=random.random() < 0.5, indent=random.choice((None, 1)))
    if random.random() < 0.05:
        text = text.replace('"text":', '"text": 1, "text":')
    return text.encode(random.choice(("utf-8",) * 8 + ("utf-8-sig", "utf-16")), "surrogatepass")


def timelinejs(random: Random) -> bytes:
    """Make TimelineJS JSON."""
    parts: dict[str, Callable[[Random], Any]] = {
        name: (
            lambda random: random.choice(
                (random.choice(NUMBERS), str(random.choice(NUMBERS)), random.randrange(40), "10")
            )
        )
        for name in ("year", "month", "day", "hour", "minute")
    }
    dated = {**parts, "display_date": word}
    text: dict[str, Callable[[Random], Any]] = {"headline": word, "text": word}
    slide: dict[str, Callable[[Random], Any]] = {
        "start_date": lambda random: _object(random, dated),
        "end_date": lambda random: _object(random, dated),
        "text": lambda random: _object(random, text),
        "media": lambda random: _object(random, {"url": word, "caption": word, "credit": word}),
        "group": word,
        "display_date": word,
        "background": lambda random: _object(random, {"url": word, "color": word}),
        "unique_id": word,
    }
    old: dict[str, Callable[[Random], Any]] = {
        "startDate": date,
        "endDate": date,
        "headline": word,
        "text": word,
        "tag": word,
    }
    if random.random() < 0.15:
        inner = _object(
            random, {"headline": word, "date": lambda random: _several(random, lambda random: _object(random, old))}
        )
        return _json(random, {"timeline": inner})
    whole = _object(
        random,
        {
            "title": lambda random: _object(random, slide),
            "eras": lambda random: _several(random, lambda random: _object(random, slide)),
            "scale": word,
        },
    )
    return _json(random, {**whole, "events": _several(random, lambda random: _object(random, slide))})


def jsonld(random: Random) -> bytes:
    """Make schema.org events."""
    kinds = ("Event", "MusicEvent", "https://schema.org/Festival", "Person", "Article", "x:Event", ["Event", "Thing"])
    fields: dict[str, Callable[[Random], Any]] = {
        "@type": lambda random: random.choice(kinds),
        "name": word,
        "description": word,
        "startDate": date,
        "endDate": date,
        "keywords": word,
        "location": lambda random: _object(random, {"name": word, "address": word}),
        "temporalCoverage": date,
        "subEvent": lambda random: _object(random, {"@type": lambda _: "Event", "name": word, "startDate": date}),
    }
    events = _several(random, lambda random: _object(random, fields))
    whole = random.choice(
        (
            events,
            {"@context": "https://schema.org", "@graph": events},
            {"@context": "x", "@type": "ItemList", "item": events},
        )
    )
    return _json(random, whole)


def webannotation(random: Random) -> bytes:
    """Make Web Annotations."""

    def selector(random: Random, depth: int = 0) -> object:
        inner: dict[str, Callable[[Random], Any]] = {
            "exact": word,
            "prefix": word,
            "start": lambda random: random.randrange(99),
        }
        if depth < 5:
            inner["refinedBy"] = lambda random: selector(random, depth + 1)
        return _object(random, inner)

    fields: dict[str, Callable[[Random], Any]] = {
        "type": lambda _: "Annotation",
        "motivation": word,
        "created": date,
        "body": lambda random: _several(
            random, lambda random: _object(random, {"value": word, "purpose": word, "type": word})
        ),
        "bodyValue": word,
        "target": lambda random: _object(random, {"source": word, "selector": selector}),
    }
    items = _several(random, lambda random: _object(random, fields))
    page = {"type": "AnnotationPage", "items": items, "label": word(random)}
    context = "http://www.w3.org/ns/anno.jsonld"
    return _json(
        random,
        random.choice(
            (items, {"@context": context, **page}, {"@context": context, "type": "AnnotationCollection", "first": page})
        ),
    )
