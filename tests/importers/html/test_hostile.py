"""Pages made to do harm: nothing is fetched or opened, all is answered soon, shown as characters or refused."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from natopk_desktop.dossier.validate import defects
from natopk_desktop.errors import InputError
from natopk_desktop.importers import registry
from natopk_desktop.importers.html import read as html
from natopk_desktop.importers.imported import Imported, Options
from natopk_desktop.importers.mhtml import read as mhtml
from tests.importers.html import made_up_pages
from tests.importers.html.saved_pages import FOLDER, PAGES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SAVED = [(FOLDER / name).read_bytes() for name in PAGES]

PIECES = [b"<", b">", b"</table>", b"--", b"<pre>", b"\r\n\r\n", b"<frameset>", b"<template>", b"&#0;"]

FETCHING = """<!DOCTYPE html [<!ENTITY x SYSTEM "file:///CANARY/entity"><!ENTITY % y SYSTEM "http://127.0.0.1:9/CANARY">]>
<html manifest="file:///CANARY/manifest"><head><base href="file:///CANARY/base/"><title>&x; %y;</title>
<meta http-equiv="refresh" content="0; url=file:///CANARY/refresh"><link rel="stylesheet" href="file:///CANARY/css">
<link rel="import" href="http://127.0.0.1:9/CANARY"><style>@import "file:///CANARY/import";</style>
<script src="file:///CANARY/script"></script></head>
<body background="file:///CANARY/background" onload="fetch('file:///CANARY/onload')">
<h1>Kept words</h1><img src="file:///CANARY/img" alt="A picture"><img srcset="file:///CANARY/srcset 2x">
<iframe src="file:///CANARY/frame"></iframe><object data="file:///CANARY/object"></object><embed src="file:///CANARY/embed">
<video src="file:///CANARY/video" poster="file:///CANARY/poster"></video><a href="javascript:alert(1)">a link</a>
<svg><image xlink:href="file:///CANARY/svg"/><use href="file:///CANARY/use#x"/><text>&x;drawn</text></svg>
<img src="data:image/svg+xml,<svg onload=alert(1)>"><a href="data:text/html,<script>1</script>">data</a>
<form action="file:///CANARY/form"><input type="image" src="file:///CANARY/input"></form>
<?xml-stylesheet href="file:///CANARY/pi"?><xi:include href="file:///CANARY/xi" xmlns:xi="http://www.w3.org/2001/XInclude"/>
<p>The <b>end</b> of it in June 2007.</p></body></html>"""


def _read(page: str | bytes, name: str = "page.html") -> Imported:
    return registry.read(page.encode() if isinstance(page, str) else page, name)


def _text(page: str | bytes) -> str:
    return _read(page).contents.source.text or ""


def test_nothing_a_page_names_is_in_its_text_as_more_than_characters() -> None:
    text = _text(FETCHING)
    assert "CANARY" not in text
    assert [
        word for word in ("Kept words", "A picture", "a link", "&x;drawn", "The end of it") if word not in text
    ] == []


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_a_hostile_page_opens_no_file_that_a_harmless_one_does_not(tmp_path: Path) -> None:
    harmless = _opened(tmp_path, "<h1>Kept words</h1><p>The end of it in June 2007.</p>")
    hostile = _opened(tmp_path, FETCHING)
    assert not any("CANARY" in line or "AF_INET" in line for line in hostile)
    paths = [{line.split('"')[1] for line in lines if '"' in line} for lines in (harmless, hostile)]
    assert paths[1] <= paths[0]


def _opened(folder: Path, page: str) -> Sequence[str]:
    file, log = folder / "page.html", folder / "log"
    file.write_text(page)
    code = "import sys, pathlib; from natopk_desktop.importers import registry; "
    code += "registry.read(pathlib.Path(sys.argv[1]).read_bytes(), 'page.html')"
    traced = ["strace", "-f", "-qq", "-e", "trace=%network,open,openat", "-o", str(log)]
    command = [*traced, sys.executable, "-B", "-c", code, str(file)]
    subprocess.run(command, check=True, capture_output=True)
    return [line for line in log.read_text().splitlines() if "ENOENT" not in line]


@pytest.mark.parametrize(
    "page",
    {
        "deep": "<div>" * 100_000 + "x",
        "deep lists": "<ul><li>" * 100_000 + "x",
        "deep formatting": "<b>" * 100_000 + "x",
        "formatting left open": "".join(f"<font size={size}><p>x" for size in range(20_000)),
        "attributes": "<div " + " ".join(f"a{number}=1" for number in range(1_000_000)) + ">x",
        "many with attributes": ("<div " + " ".join(f"a{number}" for number in range(2_500)) + ">x</div>") * 300,
        "tags": "<p>x" * 300_000,
        "a long line": "<p>" + "w" * 10_000_000,
        "long words": "<p>" + "word " * 2_000_000,
        "lines": "<br>x" * 30_000,
        "no words": "<p>" + " " * 1_000_000,
        "a script alone": "<body><script>x" + "x" * 1_000_000,
        "frames": "<frameset><frame src=a><frame src=b></frameset>",
    }.values(),
    ids=lambda page: f"{page[:12]}…",
)
def test_a_page_made_to_choke_a_reader_is_refused_in_one_sentence(page: str) -> None:
    with pytest.raises(InputError, match=r"^page\.html: ") as caught:
        html.read(page.encode(), "page.html", Options(), lambda _: None)
    assert "\n" not in caught.value.message
    assert len(caught.value.message) < 300


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>a&#xD800;b&#xDFFF;c&#0;d&#x110000;", "a\ufffdb\ufffdc\ufffdd\ufffd"),
        ("<p>a\0b", "a\ufffdb"),
        ("<p>&lol9;&amp;lt;&copy;&nosuch;", "&lol9;&lt;©&nosuch;"),
        ("<p>inv\u202efdp.exe", "inv\u202efdp.exe"),
        ("<p>a\ufeffb\u200bc\u00adde\u0301", "a\ufeffb\u200bc\u00adde\u0301"),
        ("<p>&lt;img src=file:///etc/passwd&gt;", "<img src=file:///etc/passwd>"),
        ("<p>x<!-- <p>not this -->y<![CDATA[z]]>", "xy"),
        ("<p>one<p>two</div></span><td>three", "one\n\ntwothree"),
        ("<table><p>before</p><tr><td>in", "before\n\nin"),
        ("<plaintext></p>x", "</p>x"),
    ],
)
def test_characters_come_through_as_a_browser_has_them(page: str, text: str) -> None:
    assert _text(page) == text


def test_a_flood_of_entities_is_just_text() -> None:
    assert _text("<p>" + "&amp;&lt;" * 100_000) == "&<" * 100_000


def test_names_in_reports_are_one_line_each() -> None:
    found = _read(
        '<div id="a\nb\u202e" class="menu"><a href=x>1</a><a href=x>2</a><a href=x>3\n\n\u202e4</a></div><h1>T</h1>x'
    )
    told = [item for item in found.items if item.code == "left-menu"]
    assert told
    for item in found.items:
        assert not {"\n", "\u202e"} & set(item.message + (item.where.path or ""))


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["html", "mhtml"]))
def test_any_bytes_become_a_sound_dossier_or_are_refused(raw: bytes, kind: str) -> None:
    _sound_or_refused(raw, kind)


@settings(max_examples=100, deadline=None)
@given(made_up_pages.pages())
def test_any_mark_up_becomes_a_sound_dossier_or_is_refused(markup: str) -> None:
    _sound_or_refused(markup.encode(), "html")


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(range(len(SAVED))), st.data())
def test_damaged_pages_become_sound_dossiers_or_are_refused(number: int, data: st.DataObject) -> None:
    raw = bytearray(SAVED[number])
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, max(0, len(raw) - 1)))
        size = data.draw(st.integers(0, 40))
        raw[at : at + size] = data.draw(
            st.one_of(st.binary(max_size=8), st.sampled_from([b"<", b">", b"</table>", b"--", b"<pre>"]))
        )
    _sound_or_refused(bytes(raw), "mhtml" if b"MultipartBoundary" in raw else "html")


def _sound_or_refused(raw: bytes, kind: str) -> None:
    read = html.read if kind == "html" else mhtml.read
    try:
        found = read(raw, "page", Options(), lambda _: None)
    except InputError as error:
        sentence = error.message
        assert "\n" not in sentence
        return
    assert not list(defects(found.contents))
    assert found.contents.original is not None
    assert found.contents.original.base64 == raw
