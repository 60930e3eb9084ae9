"""Files built to do harm, one by one beside a harmless file of the same format; every outside place is CANARY."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Final, NamedTuple

import openpyxl

IMAGE: Final = '<img src="file:///tmp/CANARY/image.png" onerror="x">'
LINK: Final = '<link rel="stylesheet" href="http://canary.invalid/CANARY.css">'
FRAME: Final = "<iframe src='https://canary.invalid/CANARY'></iframe>"
BIDI: Final = "inv\u202efdp.exe\u2066x"
FORMULA: Final = '=HYPERLINK("http://canary.invalid/CANARY")'
PATHS: Final = ("../../tmp/CANARY", "/tmp/CANARY", "C:\\CANARY", "\\\\canary.invalid\\CANARY", "file:///tmp/CANARY")
EVIL: Final = (IMAGE, LINK, FRAME, BIDI, FORMULA, *PATHS)


class Case(NamedTuple):
    """A file and a harmless one of its format."""

    name: str
    hostile: bytes
    harmless: bytes


def cases() -> list[Case]:
    """Return all cases."""
    return [
        *(Case(f"timelinejs {number}", _timelinejs(words), _timelinejs("words")) for number, words in enumerate(EVIL)),
        Case("jsonld", _jsonld("http://canary.invalid/CANARY"), _jsonld("https://schema.org")),
        Case("webannotation", _annotation("file:///tmp/CANARY"), _annotation("http://www.w3.org/ns/anno.jsonld")),
        Case("timeline", _timeline(IMAGE.replace("<", "&lt;"), "/tmp/CANARY"), _timeline("words", "x")),
        Case("timeline doctype", _doctype(_timeline("&x;", "x")), _timeline("words", "x")),
        Case("ics", _ics("FREQ=SECONDLY", "file:///tmp/CANARY"), _ics("FREQ=YEARLY;COUNT=2", "x")),
        Case(
            "csv",
            "\n".join(("Date,Title", *(f'2005,"{one}"' for one in _quoted()))).encode(),
            b"Date,Title\n2005,words\n2006,more\n",
        ),
        Case("xlsx", _workbook(*EVIL), _workbook("words")),
        Case("xlsx outside", _outside(), _workbook("words")),
        Case("html", _page(IMAGE + LINK + FRAME + _doctype(b"").decode()), _page("words")),
        Case("json", _dossier(IMAGE), _dossier("words")),
    ]


def _quoted() -> list[str]:
    return [words.replace('"', '""') for words in EVIL]


def _timelinejs(words: str) -> bytes:
    text = {"headline": words, "text": words}
    media = dict.fromkeys(("url", "caption", "credit", "thumbnail", "link", "alt"), words)
    date = {"year": "2005", "display_date": words}
    event = {"start_date": date, "text": text, "media": media, "group": words, "background": {"url": words}}
    return json.dumps({"title": {"text": text, "media": media}, "events": [event], "eras": [{"text": text}]}).encode()


def _jsonld(context: str) -> bytes:
    event = {"@type": "Event", "name": IMAGE, "startDate": "2005", "image": context, "url": context, "@id": context}
    return json.dumps({"@context": context, "@graph": [event]}).encode()


def _annotation(context: str) -> bytes:
    target = {"source": context, "selector": {"type": "TextQuoteSelector", "exact": IMAGE}}
    note = {"type": "Annotation", "body": context, "target": target, "stylesheet": {"id": context}}
    return json.dumps({"@context": [context, "http://www.w3.org/ns/anno.jsonld"], **note}).encode()


def _timeline(words: str, place: str) -> bytes:
    event = f"<start>2005-10-08 00:00:00</start><end>2005-10-09 00:00:00</end><text>{words}</text>"
    rest = f"<description>{words}</description><hyperlink>{place}</hyperlink><icon>{place}</icon>"
    head = (
        '<?xml version="1.0" encoding="utf-8"?>\n<timeline><version>1.0.0</version><timetype>gregoriantime</timetype>'
    )
    return f"{head}<categories></categories><events><event>{event}{rest}</event></events></timeline>".encode()


def _doctype(content: bytes) -> bytes:
    doctype = b'<!DOCTYPE timeline SYSTEM "http://canary.invalid/CANARY" [<!ENTITY x SYSTEM "file:///tmp/CANARY">]>'
    return content.replace(b"\n", b"\n" + doctype, 1) if content else doctype


def _ics(rule: str, place: str) -> bytes:
    lines = (
        "BEGIN:VCALENDAR",
        "BEGIN:VEVENT",
        "SUMMARY:x",
        "DTSTART;TZID=../../tmp/CANARY:20051008T000000",
        f"RRULE:{rule}",
        f"ATTACH:{place}",
        f"URL:{place}",
        "DTEND:99999999T999999",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "\r\n".join(lines).encode()


def _workbook(*words: str) -> bytes:
    book = openpyxl.Workbook()
    book.active.append(("Date", "Title"))
    for one in words:
        book.active.append(("2005", one))
        if one.startswith("file:"):
            book.active.cell(2, 2).hyperlink = one
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _outside() -> bytes:
    file = io.BytesIO(_workbook("words"))
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("../../../tmp/CANARY", b"x")
    return file.getvalue()


def _page(words: str) -> bytes:
    head = "<!DOCTYPE html><html><head><title>T</title></head>"
    return f"{head}<body><h1>T</h1><p>March 2005 {words}</p></body></html>".encode()


def _dossier(words: str) -> bytes:
    from hashlib import sha256

    from natopk_desktop.dossier import store
    from natopk_desktop.dossier.dossier import Dossier
    from natopk_desktop.dossier.model import FORMAT, VERSION, Block, DossierFile, Edition, Source
    from natopk_desktop.dossier.spans import Span

    source = Source(words, sha256(words.encode()).hexdigest(), words, words, words, words, "en", None, None)
    block = Block("b1", "title", 1, Span(0, len(words)))
    contents = DossierFile(
        FORMAT, VERSION, "x", Edition("2005", words), source, None, [block], [], [], [], [], [], [], [], []
    )
    return store.dumps(Dossier(contents))
