"""Whole files that mutations start from, for each reader, and the makers of files in its form."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import store
from natopk_desktop.exporters import registry as exporters
from natopk_desktop.importers import registry
from tests.fuzz import making_archives, making_json, making_texts

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

HERE: Final = Path(__file__).parent
FIXTURES: Final = HERE.parent / "importers" / "fixtures"

EXPORTED: Final = {
    "json": "json",
    "timelinejs": "timelinejs",
    "timeline": "timeline",
    "ics": "ics",
    "csv": "csv",
    "jsonld": "jsonld",
    "webannotation": "webannotation",
    "pdf": "pdf",
    "html": "html",
}
"""Readers and the formats written by this app that they read."""
MAKERS: Final[dict[str, Callable[[Random], bytes]]] = {
    "timelinejs": making_json.timelinejs,
    "timeline": making_texts.timeline,
    "ics": making_texts.ics,
    "csv": making_texts.table,
    "xlsx": making_archives.workbook,
    "jsonld": making_json.jsonld,
    "webannotation": making_json.webannotation,
}
PAGE: Final = (
    b"<!DOCTYPE html><html lang=en><head><title>A page</title><meta charset=utf-8><script>x</script></head><body>"
    b"<nav><a href=/>Home</a></nav><h1>A page</h1><p>Last updated: 27 Oct. 2010</p><h2>Key milestones</h2>"
    b"<ul><li>March 2005 &ndash; A <b>visit</b></li><li>2006: Another"
    b"<img src='file:///CANARY' alt='A picture'></ul>"
    b"<table><tr><th>Date<th>Event<tr><td>May 2007<td>A third</table></body></html>"
)
SINGLE_FILE: Final = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/\r\nSubject: =?utf-8?Q?A=20page?=\r\n"
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="--x"\r\n\r\n'
    b"----x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    b"Content-Location: https://example.org/\r\n\r\n" + PAGE.replace(b"=", b"=3D") + b"\r\n----x--\r\n"
)
SINGLE: Final = {"html": PAGE, "mhtml": SINGLE_FILE}


def names() -> list[str]:
    """Return the readers that can be tried: one a format, and the registry that chooses among them."""
    return [*(known.id for known in registry.FORMATS), "registry"]


def seeds_of(reader: str) -> list[bytes]:
    """Return whole files for a reader, at least one."""
    if reader == "registry":
        return [seed for name in names()[:-1] for seed in seeds_of(name)]
    found = [path.read_bytes() for path in sorted(HERE.glob(f"cases/{reader}/*"))]
    found += [path.read_bytes() for path in sorted(FIXTURES.glob(f"*.{reader}"))]
    if reader in EXPORTED:
        few = Choice(only=("m01", "m09", "m11"))
        wanted = exporters.by_id(EXPORTED[reader])
        found.append(wanted.write(store.built_in(), few if "only" in wanted.uses else Choice()).files[0])
    if reader in SINGLE:
        found.append(SINGLE[reader])
    if reader in MAKERS:
        from random import Random

        found += [MAKERS[reader](Random(number)) for number in range(20)]
    return found or [(HERE.parent.parent / "data" / "nato-pakistan-2010" / "source.txt").read_bytes(), PAGE]


def made(random: Random, reader: str, dossiers: list[bytes]) -> bytes | None:
    """Return a file made in the form that a reader reads; None where there is no maker for it."""
    if reader == "registry":
        reader = random.choice(list(MAKERS))
    if reader == "pdf":
        return making_archives.pdf(random, dossiers)
    return MAKERS[reader](random) if reader in MAKERS else None
