"""A page saved as a single file."""

from __future__ import annotations

import pytest

from natopk_desktop.dossier.validate import defects
from natopk_desktop.errors import InputError
from natopk_desktop.importers import registry
from natopk_desktop.importers.html import read as html
from natopk_desktop.importers.mhtml.read import recognise

OLD = (
    b'From: "Saved by Windows Internet Explorer 8"\r\nSubject: =?windows-1252?Q?Page?=\r\n'
    b"Date: Tue, 3 Nov 2009 10:11:12 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
    b'\ttype="text/html";\r\n\tboundary="----=_NextPart_000_0000"\r\nX-MimeOLE: Produced By Microsoft MimeOLE\r\n\r\n'
    b"This is a multi-part message in MIME format.\r\n\r\n"
)
BETWEEN = b"------=_NextPart_000_0000"


def _part(
    kind: bytes, body: bytes, encoding: bytes = b"8bit", location: bytes = b"http://agency.example/page"
) -> bytes:
    head = (
        b"Content-Type: " + kind + b"\r\nContent-Transfer-Encoding: " + encoding + b"\r\nContent-Location: " + location
    )
    return BETWEEN + b"\r\n" + head + b"\r\n\r\n" + body + b"\r\n"


def test_an_old_archive_is_read_with_its_address_day_and_encoding() -> None:
    page = (
        b"<html><head><title>Visites</title></head><body><h1>Visites</h1><p>=C9t=E9 2005 =\r\n: d=E9part.</body></html>"
    )
    raw = OLD + _part(b'text/html; charset="windows-1252"', page, b"quoted-printable")
    raw += _part(b"image/gif", b"R0lGODlhAQABAAAAACw=", b"base64", b"http://agency.example/x.gif") + BETWEEN + b"--\r\n"
    found = registry.read(raw, "page.mht")
    source, original = found.contents.source, found.contents.original
    assert source.text == "Visites\n\nÉté 2005 : départ."
    assert (source.url, source.retrieved) == ("http://agency.example/page", "2009-11-03")
    assert original is not None
    assert (original.media_type, original.encoding, original.base64) == ("multipart/related", "windows-1252", raw)
    assert any(item.code == "other-parts" for item in found.items)
    assert not list(defects(found.contents))


def test_a_page_in_a_frame_is_told_and_that_of_a_frame_set_is_read() -> None:
    main = _part(b"text/html", b"<html><body><p>The page itself.</body></html>")
    frame = _part(b"text/html", b"<html><body><p>The words of the frame.</body></html>", location=b"http://ad.example/")
    found = registry.read(OLD + main + frame, "page.mhtml")
    assert found.contents.source.text == "The page itself."
    told = [item for item in found.items if item.code == "frame"]
    assert len(told) == 1
    assert "http://ad.example/" in told[0].message
    frames = _part(b"text/html", b"<html><frameset cols=*><frame src=a></frameset></html>")
    assert registry.read(OLD + frames + frame, "page.mhtml").contents.source.text == "The words of the frame."


@pytest.mark.parametrize("body", [b"", _part(b"image/png", b"x"), BETWEEN + b"--\r\n", _part(b"text/html", b"<p> ")])
def test_an_archive_without_a_page_is_refused_in_one_sentence(body: bytes) -> None:
    with pytest.raises(InputError, match=r"^page\.mht: ") as caught:
        registry.read(OLD + body, "page.mht")
    assert "\n" not in caught.value.message


def test_floods_of_headers_and_comments_are_told_apart_at_once() -> None:
    assert not recognise("a:b\r\n c\r\n" * 800 + "x")
    assert not html.recognise("<!---->" * 600 + "x")
    assert recognise("A: b\r\n" * 700 + "Content-Type: multipart/related; x\r\n")
