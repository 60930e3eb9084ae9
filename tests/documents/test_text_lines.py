from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QRawFont

from natopk_desktop import resources
from natopk_desktop.documents.text_lines import SANS, SERIF, lines, width

SIZE = 1000.0


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("table", "name"), [(SERIF, "SourceSerif4-Regular.ttf"), (SANS, "Inter-Regular.ttf")])
def test_the_tables_are_those_of_the_fonts(table: tuple[int, ...], name: str) -> None:
    path = str(resources.bundled("resources", "fonts", name))
    font = QRawFont(path, SIZE, QFont.HintingPreference.PreferNoHinting)
    glyphs = font.glyphIndexesForString("".join(map(chr, range(32, 127))))
    advances = [point.x() for point in font.advancesForGlyphIndexes(glyphs)]
    assert list(table) == pytest.approx(advances, abs=1.0)


def test_a_line_holds_what_its_width_allows() -> None:
    word = width("harbour") / 100
    assert lines("harbour harbour harbour", 10, word * 3 + 6) == 1
    assert lines("harbour harbour harbour", 10, word * 2 + 6) == 2
    assert lines("harbour harbour harbour", 10, word + 1) == 3


def test_a_word_longer_than_a_line_takes_several() -> None:
    assert lines("n" * 100, 10, width("n" * 30) / 100) == 4


def test_a_word_may_part_at_a_hyphen() -> None:
    assert lines("harbour-harbour", 10, width("harbour-") / 100 + 1) == 2
