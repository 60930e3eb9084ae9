"""The package of a Word document: without what its template brought along, and the same bytes every time."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from natopk_desktop.exporters.texts.docx_styles import ARABIC, SANS, SERIF

if TYPE_CHECKING:
    from docx.document import Document as Word

UNWANTED: Final = ("thumbnail", "extended-properties", "stylesWithEffects", "customXml")
FIRST: Final = "[Content_Types].xml"
EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
"""Before this a ZIP archive has no time."""

MODERN: Final = "15"
"""Word's level of compatibility since 2013; an older one is shown in the title of its window."""

FONTS: Final = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:font w:name="{SERIF}"><w:altName w:val="Georgia"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>
<w:font w:name="{SANS}"><w:altName w:val="Arial"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>
<w:font w:name="{ARABIC}"><w:altName w:val="Arial"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>
</w:fonts>
""".encode()
"""What stands in for our fonts where a reader has not installed them."""


def lighten(word: Word) -> None:
    """Leave out the template's picture of itself, its program and its spare styles."""
    from docx.oxml.ns import qn

    for relations in (word.part.package.rels, word.part.rels):
        for name, relation in list(relations.items()):
            if relation.reltype.rpartition("/")[2] in UNWANTED:
                del relations[name]
    for relation in word.part.rels.values():
        if relation.reltype.endswith("/fontTable"):
            relation.target_part._blob = FONTS  # noqa: SLF001 - python-docx reads this part as mere bytes
    for zoom in word.settings.element.iter(qn("w:zoom")):
        zoom.set(qn("w:percent"), "100")
    for setting in word.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), MODERN)


def settled(package: bytes, moment: int) -> bytes:
    """Return a package whose members have ``moment`` (seconds since 1970) as their time, in a fixed order."""
    from datetime import UTC, datetime

    time = max(EARLIEST, datetime.fromtimestamp(moment, UTC).timetuple()[:6])
    made = BytesIO()
    with ZipFile(BytesIO(package)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != FIRST, name)):
            member = ZipInfo(name, time)
            member.compress_type = ZIP_DEFLATED
            # Fixed, since it would tell the system else.
            member.create_system = 3
            member.external_attr = 0o600 << 16
            new.writestr(member, old.read(name))
    return made.getvalue()
