"""Small files that would take a careless reader hours, and large ones: answered soon, or refused."""

from __future__ import annotations

import json

import pytest

from tests.fuzz.judging import judge

MANY = 100_000
HANGS = 600
"""Seconds, for the slowest machine; what is not mended takes far longer."""
LONG = "x " * MANY


def _event(**fields: object) -> bytes:
    return json.dumps({"events": [{"text": {"headline": "x", "text": "y"}, **fields}]}).encode()


def _ld(**fields: object) -> bytes:
    return json.dumps({"@context": "https://schema.org", "@type": "Event", "name": "x", **fields}).encode()


def _ics(line: str) -> bytes:
    return f"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\n{line}\nEND:VEVENT\nEND:VCALENDAR\n".encode()


def _xml(words: str) -> bytes:
    head = "<timeline><version>1.0.0</version><timetype>gregoriantime</timetype><events><event>"
    return f"{head}<start>{words}</start><text>{words}</text></event></events></timeline>".encode()


CASES = {
    "timelinejs": [
        _event(text={"headline": "<p " + "style=" * MANY + ">", "text": "<a " * MANY}),
        _event(text={"headline": "\n \t" * MANY + "<b>", "text": "&#" * MANY}),
        _event(**{f"field {number}": number for number in range(5_000)}),
        _event(start_date="2005" + " " * MANY, group=LONG),
        b'{"events": [' + b"{}," * MANY + b"{}]}",
        b'{"events": ' + b"[" * MANY,
        b'{"events": [{"a":' + b" " * MANY + b"1" * MANY + b"}]}",
    ],
    "jsonld": [_ld(keywords=" " * MANY + "x,"), _ld(startDate=" " * MANY), _ld(name=["x"] * MANY)],
    "webannotation": [json.dumps([{"type": "Annotation", "target": "x", "bodyValue": LONG}]).encode()],
    "ics": [
        _ics("SUMMARY;a=" + "," * MANY),
        _ics('X;a="' + '",' * MANY),
        _ics("CATEGORIES:" + "\\" * MANY + ","),
        _ics("DESCRIPTION:" + LONG),
        _ics("DURATION:P" + "9" * MANY + "D"),
        b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\n" * MANY,
        b"BEGIN:VCALENDAR\n" + b"\n " * MANY,
    ],
    "timeline": [_xml(" " * MANY), _xml(LONG), _xml("(1" * MANY), b"<timeline>" + b"<events>" * MANY],
    "csv": [
        b'Date,Title\n2005,"' + LONG.encode() + b'"\n2006,x\n2007,y\n',
        b"Date,Tags\n2005," + b" " * MANY + b"x\n",
        b"Date,Title\n" + b"," * MANY,
        b'"' * MANY,
        b"Date,Title\n" + b"\r" * MANY,
        ",".join(f"c{number}" for number in range(MANY)).encode() + b"\n2005\n",
    ],
    "pdf": [b"%PDF-1.7" + b"/Type/EmbeddedFile stream\n" * MANY],
}


@pytest.mark.parametrize(("reader", "content"), [(reader, one) for reader, some in CASES.items() for one in some])
def test_no_file_takes_more_time_than_its_size(reader: str, content: bytes) -> None:
    judge(reader, content, patience=HANGS)
    judge("registry", content, patience=HANGS)
