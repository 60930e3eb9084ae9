from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage

from natopk_desktop.documents.choice import Choice
from natopk_desktop.dossier import store
from natopk_desktop.exporters import png

BUILT_IN = store.built_in()


@pytest.mark.parametrize(("paper", "size"), [("a4", (1240, 1754)), ("letter", (1275, 1650))])
def test_a_picture_has_the_size_of_its_paper_at_150_pixels_an_inch(paper: str, size: tuple[int, int]) -> None:
    (file,) = png.write(BUILT_IN, Choice(paper=paper)).files  # type: ignore[arg-type]
    image = QImage.fromData(QByteArray(file))
    assert (image.width(), image.height()) == pytest.approx(size, abs=1)


def test_the_same_input_gives_the_same_bytes() -> None:
    assert png.write(BUILT_IN, Choice()) == png.write(BUILT_IN, Choice())
