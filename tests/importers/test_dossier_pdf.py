from __future__ import annotations

import zlib

import pytest

from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import store
from natopk_desktop.errors import InputError
from natopk_desktop.exporters import pdf
from natopk_desktop.importers import registry

BUILT_IN = store.dumps(store.built_in())


def of(*streams: bytes, dictionary: bytes = b"/Type /EmbeddedFile /Filter /FlateDecode /Length 9 0 R") -> bytes:
    parts = [
        b"%d 0 obj\n<< %s >>\nstream\r\n%s\r\nendstream\nendobj\n" % (at, dictionary, one)
        for at, one in enumerate(streams)
    ]
    return b"%PDF-1.7\n" + b"".join(parts) + b"%%EOF\n"


def test_our_pdf_opens_as_the_dossier_it_was_made_of() -> None:
    made = registry.read(pdf.write(store.built_in(), Choice()).files[0], "summary.pdf")
    assert made.contents == store.built_in().contents()
    assert made.items[0].code == "attached"


def test_a_pdf_that_another_program_wrote_anew_opens_too_and_the_newest_dossier_counts() -> None:
    older = BUILT_IN.replace(b"Key milestones", b"Kez milestones")
    assert (
        registry.read(of(zlib.compress(older), zlib.compress(BUILT_IN)), "a.pdf").contents
        == store.built_in().contents()
    )
    plain = of(b"something else", BUILT_IN, dictionary=b"/Type/EmbeddedFile")
    assert registry.read(plain, "a.pdf").contents == store.built_in().contents()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (of(), "carries no dossier"),
        (of(zlib.compress(b"words")), "carries no dossier"),
        (of(b"\x00damaged"), "is damaged"),
        (of(zlib.compress(BUILT_IN)[:-500]), "JSON"),
        (of(zlib.compress(b" " * 80_000_000)), "far more"),
        (b"%PDF-1.7\n" + b"/Type/EmbeddedFile stream\n" * 50_000, "carries no dossier"),
    ],
)
def test_other_pdfs_are_refused_in_one_sentence(content: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        registry.read(content, "a.pdf")
