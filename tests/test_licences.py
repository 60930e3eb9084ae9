"""Everything shipped has its licence in the app."""

from __future__ import annotations

import re

from natopk_desktop import resources
from natopk_desktop.licences import LICENCES


def test_every_licence_named_has_its_text() -> None:
    for licence in LICENCES:
        assert len(licence.text()) > 200, licence.file


def test_every_licence_text_is_named() -> None:
    lying = {path.name for path in resources.bundled("resources", "licences").iterdir()}
    lying |= {path.name for path in resources.bundled("resources", "fonts").glob("*.txt")}
    assert lying == {licence.file for licence in LICENCES}


def test_the_own_licence_is_that_of_the_project() -> None:
    own = next(licence for licence in LICENCES if licence.component == "natopk_desktop")
    assert own.text() == resources.bundled("LICENSE").read_text(encoding="utf-8")


def test_every_font_has_its_licence() -> None:
    fonts = {path.name.split("-")[0] for path in resources.bundled("resources", "fonts").glob("*.ttf")}
    assert fonts == {licence.component.replace(" ", "") for licence in LICENCES if licence.folder == "fonts"}


def test_every_locked_package_that_is_shipped_has_its_licence() -> None:
    lock = resources.bundled("requirements.lock").read_text(encoding="utf-8")
    shipped = lock.partition("# part: run")[2].partition("# part: test")[0]
    packages = set(re.findall(r"^([a-z0-9-]+)==", shipped, re.MULTILINE)) - {"pyside6-essentials", "shiboken6"}
    named = {licence.component.lower().replace("_", "-") for licence in LICENCES}
    assert packages
    assert packages <= named
