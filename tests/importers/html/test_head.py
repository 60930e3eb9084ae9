"""What a page says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from natopk_desktop.importers.html import declared, dom, head
from natopk_desktop.importers.imported import Options

if TYPE_CHECKING:
    from natopk_desktop.importers.pages.hints import Facts


def _facts(markup: str) -> Facts:
    return head.facts(dom.parse(markup), markup, "page.html", "2026-01-01", Options())


def test_title_publisher_address_and_language_are_the_marks_of_the_head() -> None:
    found = _facts(
        "<html lang=en-GB><head><title> Relations \n of two </title><link rel='shortlink canonical' href=https://a.example/x>"
        "<meta name=DC.Publisher content='The Agency'><meta property=og:site_name content=Other></head><body>"
    )
    assert (found.title, found.publisher) == ("Relations of two", "The Agency")
    assert (found.url, found.language) == ("https://a.example/x", "en-GB")


@pytest.mark.parametrize(
    ("note", "url", "retrieved"),
    [
        ("<!-- saved from url=(0022)http://agency.example/ -->", "http://agency.example/", None),
        (
            "<!--\n Page saved with SingleFile \n url: https://a.example/x \n saved date: Tue Nov 14 2023\n-->",
            "https://a.example/x",
            "2023-11-14",
        ),
        (
            "<!-- saved from url=(0055)https://web.archive.org/web/20101103120000/http://a.example/x -->",
            "http://a.example/x",
            "2010-11-03",
        ),
        ("<!-- saved from url=(0014)about:internet -->", None, None),
        ("<link rel=canonical href='javascript:alert(1)'>", None, None),
        ("<link rel=canonical href='file:///etc/passwd'>", None, None),
    ],
)
def test_notes_of_saving_programs_tell_address_and_day(note: str, url: str | None, retrieved: str | None) -> None:
    found = _facts(f"<!DOCTYPE html>{note}<p>x")
    assert (found.url, found.retrieved) == (url, retrieved)


@pytest.mark.parametrize(
    ("raw", "label"),
    [
        (b"<meta charset=utf-8>", "utf-8"),
        (b'<META http-equiv=Content-Type content="text/html; charset=ISO-8859-1">', "ISO-8859-1"),
        (b"<?xml version='1.0' encoding='windows-1251'?><html/>", "windows-1251"),
        (b"<!-- <meta charset=koi8-r> --><p>x", None),
        (b"<p>charset=utf-8", None),
    ],
)
def test_the_declared_encoding_is_found(raw: bytes, label: str | None) -> None:
    assert declared.label(raw) == label
