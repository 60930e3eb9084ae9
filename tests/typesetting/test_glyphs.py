from __future__ import annotations

import pytest
from PySide6.QtGui import QRawFont

from natopk_desktop import resources
from natopk_desktop.typesetting.glyphs import FAMILIES, PLAIN, code_points, coverage, missing

NAMES = [name for names in FAMILIES for name in names]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", NAMES)
def test_the_fonts_have_the_glyphs_that_qt_finds_in_them(name: str) -> None:
    path = resources.bundled("resources", "fonts", name)
    font = QRawFont(str(path), 12.0)
    ours = code_points(path.read_bytes())
    for code in [*range(0x20, 0x2200), *range(0xFB00, 0xFE00), 0x4E2D, 0x1F600, 0x10FFFF]:
        if not 0xD800 <= code < 0xE000:
            assert (code in ours) == font.supportsCharacter(code), f"U+{code:04X}"


def test_plain_letters_are_in_both_latin_families() -> None:
    serif, sans, _ = coverage()
    assert all(ord(one) in serif and ord(one) in sans for one in PLAIN)


def test_letters_are_missing_that_no_family_has() -> None:
    assert missing(frozenset("aé’ سα中😀")) == frozenset("中😀")
