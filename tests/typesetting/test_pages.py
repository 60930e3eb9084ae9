from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from natopk_desktop.documents.build import build
from natopk_desktop.documents.choice import Choice
from natopk_desktop.documents.parts import DocumentKind
from natopk_desktop.dossier import store
from natopk_desktop.typesetting import pages
from tests.documents.made_up import Made, made_up
from tests.typesetting.pdf_tools import page_count, text_of

if TYPE_CHECKING:
    from natopk_desktop.documents.parts import Document

KINDS = get_args(DocumentKind)
BUILT_IN = store.built_in()
OPEN = made_up(
    [
        Made("from on", "since 2001", "2001/.."),
        Made("until", "until 1999", "../1999"),
        Made("day", "3 May 2000", "2000-05-03"),
    ]
)


def document(kind: DocumentKind) -> Document:
    return build(BUILT_IN, Choice(document=kind))


@pytest.mark.parametrize("kind", KINDS)
def test_pdf_and_pictures_have_the_same_pages(kind: DocumentKind) -> None:
    count = page_count(pages.pdf(document(kind), "a4", None, 0))
    assert len(pages.svg(document(kind), "a4")) == count
    assert len(pages.png(document(kind), "a4", 30)) == count


@pytest.mark.parametrize(("paper", "size"), [("a4", (595.28, 841.89)), ("letter", (612.0, 792.0))])
def test_the_paper_is_the_one_asked_for(paper: str, size: tuple[float, float]) -> None:
    (svg, *_) = pages.svg(document("summary"), paper)  # type: ignore[arg-type]
    box = QSvgRenderer(QByteArray(svg)).viewBoxF()
    assert (box.width(), box.height()) == pytest.approx(size, abs=0.1)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("kind", KINDS)
def test_qt_paints_the_vectors_as_typst_paints_the_pixels(kind: DocumentKind) -> None:
    ppi = 40
    for svg, png in zip(pages.svg(document(kind), "a4"), pages.png(document(kind), "a4", ppi), strict=True):
        assert b"<image" not in svg
        wanted = QImage.fromData(QByteArray(png)).convertToFormat(QImage.Format.Format_Grayscale8)
        painted = QImage(wanted.size(), QImage.Format.Format_Grayscale8)
        painted.fill(255)
        painter = QPainter(painted)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        QSvgRenderer(QByteArray(svg)).render(painter)
        painter.end()
        assert _darkness(painted) == pytest.approx(_darkness(wanted), rel=0.05)


@pytest.mark.usefixtures("qapp")
def test_open_dates_fade_for_qt_too() -> None:
    for kind in KINDS:
        found = pages.svg(build(OPEN, Choice(document=kind)), "a4")
        assert all(QSvgRenderer(QByteArray(svg)).isValid() for svg in found)
        assert any(b"linearGradient" in svg for svg in found)


def _darkness(image: QImage) -> float:
    """The mean of all pixels, 0 for white and 1 for black."""
    bits, wide = bytes(image.constBits()), image.bytesPerLine()
    lines = [bits[at : at + image.width()] for at in range(0, len(bits), wide)]
    return 1 - sum(map(sum, lines)) / (image.width() * image.height() * 255)


def test_within_one_setting_all_is_asked_of_the_same_pages() -> None:
    setting = pages.Setting(document("summary"), "letter")
    assert setting.end().page == len(setting.svg()) == len(setting.png(30)) == page_count(setting.pdf(0))


def test_a_letter_that_typst_refuses_is_boxed_in_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    from natopk_desktop.typesetting import glyphs

    monkeypatch.setattr(glyphs, "missing", lambda _: frozenset())
    setting = pages.Setting(build(made_up([Made("a 中 b")]), Choice(document="briefing")), "a4")
    assert "U+4E2D" in text_of(setting.pdf(0))
    assert setting.boxed["中"].times >= 1


@pytest.mark.parametrize("kind", ["summary", "briefing"])
def test_a_table_without_topics_has_no_column_for_them(kind: DocumentKind) -> None:
    def told(*topics: str) -> str:
        return text_of(pages.pdf(build(made_up([Made("a", topics=topics)]), Choice(document=kind)), "a4", None, 0))

    assert "Ours: topic" in told("relief")
    assert "Ours: topic" not in told()
