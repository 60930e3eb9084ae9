"""What the app ships that others have made, and where the text of each licence lies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from natopk_desktop import resources

if TYPE_CHECKING:
    from pathlib import Path


class Licence(msgspec.Struct, frozen=True):
    """One licence of one component.

    Attributes:
        component: what is licensed, by its own name.
        name: the licence's SPDX identifier, or "parts" for a list of what a component holds.
        folder: the folder under ``resources`` that holds the text.
        file: the name of the text there.
    """

    component: str
    name: str
    file: str
    folder: str = "licences"

    @property
    def path(self) -> Path:
        """Where the text lies."""
        return resources.bundled("resources", self.folder, self.file)

    def text(self) -> str:
        """Return the licence, word for word.

        Raises:
            OSError: the installation is damaged.
        """
        return self.path.read_text(encoding="utf-8")


LICENCES: Final = (
    Licence("natopk_desktop", "MIT", "natopk_desktop-MIT.txt"),
    Licence("Qt, PySide6 and Shiboken", "LGPL-3.0-only", "Qt-LGPL-3.0.txt"),
    Licence("Qt, PySide6 and Shiboken", "GPL-3.0-only", "Qt-GPL-3.0.txt"),
    Licence("Qt, PySide6 and Shiboken", "parts", "Qt-parts.txt"),
    Licence("Python", "PSF-2.0", "Python-PSF-2.0.txt"),
    Licence("Python", "parts", "Python-parts.txt"),
    # In the packaged app alone: what starts its two programs.
    Licence(
        "PyInstaller’s bootloader",
        "GPL-2.0-or-later WITH Bootloader-exception",
        "PyInstaller-GPL-2.0-or-later-with-exception.txt",
    ),
    Licence("Inter", "OFL-1.1", "OFL-Inter.txt", "fonts"),
    Licence("Noto Naskh Arabic", "OFL-1.1", "OFL-NotoNaskhArabic.txt", "fonts"),
    Licence("Source Serif 4", "OFL-1.1", "OFL-SourceSerif4.txt", "fonts"),
    Licence("Babel", "BSD-3-Clause", "Babel-BSD-3-Clause.txt"),
    Licence("Babel", "Unicode-3.0", "Babel-Unicode-3.0.txt"),
    Licence("charset-normalizer", "MIT", "charset-normalizer-MIT.txt"),
    Licence("et_xmlfile", "MIT", "et_xmlfile-MIT.txt"),
    Licence("et_xmlfile", "PSF-2.0", "et_xmlfile-PSF-2.0.txt"),
    Licence("icalendar", "BSD-2-Clause", "icalendar-BSD-2-Clause.txt"),
    Licence("lxml", "BSD-3-Clause", "lxml-BSD-3-Clause.txt"),
    Licence("lxml", "parts", "lxml-parts.txt"),
    Licence("msgspec", "BSD-3-Clause", "msgspec-BSD-3-Clause.txt"),
    Licence("openpyxl", "MIT", "openpyxl-MIT.txt"),
    Licence("python-dateutil", "Apache-2.0 and BSD-3-Clause", "python-dateutil-Apache-2.0-and-BSD-3-Clause.txt"),
    Licence("python-docx", "MIT", "python-docx-MIT.txt"),
    Licence("rispy", "MIT", "rispy-MIT.txt"),
    Licence("selectolax", "MIT", "selectolax-MIT.txt"),
    Licence("selectolax", "Apache-2.0", "selectolax-lexbor-Apache-2.0.txt"),
    Licence("typing_extensions", "PSF-2.0", "typing_extensions-PSF-2.0.txt"),
    Licence("typst", "Apache-2.0", "typst-Apache-2.0.txt"),
    Licence("typst", "MPL-2.0", "typst-MPL-2.0.txt"),
    Licence("typst", "parts", "typst-parts.txt"),
    Licence("tzdata", "Apache-2.0", "tzdata-Apache-2.0.txt"),
)
