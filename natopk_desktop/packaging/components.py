"""What the package is made of: every component with its version, its licences and the files that are its own."""

from __future__ import annotations

import platform
import re
from importlib import metadata
from pathlib import Path
from typing import Final, NamedTuple

from natopk_desktop import __version__, licences

PROGRAMS: Final = r"natopk(-desktop)?(\.exe)?"
"""The two programs; they hold Python's start and all modules that are written in Python."""
MODULES_ONLY: Final = PROGRAMS
_FONTS: Final = "_internal/natopk_desktop/_bundled/resources/fonts"


class Component(NamedTuple):
    """One of the things the package is made of.

    Attributes:
        name: as `licences` names it.
        version: as its makers count.
        address: its package URL (github.com/package-url), without the version.
        files: matches what is its own in the package's folder.
    """

    name: str
    version: str
    address: str
    files: re.Pattern[str]


_DISTRIBUTIONS: Final = {
    "PyInstaller’s bootloader": ("pyinstaller", PROGRAMS),
    "Qt, PySide6 and Shiboken": ("pyside6-essentials", r"_internal/(PySide6|shiboken6)/(?!.*libicu).*"),
    "Babel": ("babel", r"_internal/babel/.*"),
    "charset-normalizer": ("charset-normalizer", r"_internal/(charset_normalizer/.*|[0-9a-f]+__mypyc.*)"),
    "et_xmlfile": ("et-xmlfile", MODULES_ONLY),
    "icalendar": ("icalendar", MODULES_ONLY),
    "lxml": ("lxml", r"_internal/lxml/.*"),
    "msgspec": ("msgspec", r"_internal/msgspec/.*"),
    "openpyxl": ("openpyxl", MODULES_ONLY),
    "python-dateutil": ("python-dateutil", MODULES_ONLY),
    "python-docx": ("python-docx", r"_internal/docx/.*"),
    "selectolax": ("selectolax", r"_internal/selectolax/.*"),
    "rispy": ("rispy", MODULES_ONLY),
    "typing_extensions": ("typing-extensions", MODULES_ONLY),
    "typst": ("typst", r"_internal/typst/.*"),
    "tzdata": ("tzdata", r"_internal/tzdata/.*"),
}
"""What comes from Python's package index: its name there and its files."""


def components() -> list[Component]:
    """Return everything the package is made of, ourselves first."""
    own = r"_internal/(modules\.bin|natopk_desktop/_bundled/(?!resources/fonts/).*)"
    others = {
        "natopk_desktop": (__version__, "natopk-desktop", rf"{PROGRAMS}|{own}"),
        "Python": (
            platform.python_version(),
            "python",
            r"_internal/(libpython3[\d.]*\.so[\d.]*|base_library\.zip|python3\.\d+/.*)",
        ),
        "ICU": (_icu(), "icu", r"_internal/PySide6/.*libicu\w+\.so\.\d+"),
        # Of what the building system brings only the interface's number is known.
        "libffi": ("8", "libffi", r"_internal/libffi\.so\.\d+"),
        "XCB utilities": ("0", "xcb-util", r"_internal/libxcb-[\w-]+\.so\.\d+"),
        "Inter": ("4", "inter", rf"{_FONTS}/.*Inter\b.*"),
        "Noto Naskh Arabic": ("2", "noto-naskh-arabic", rf"{_FONTS}/.*NotoNaskhArabic\b.*"),
        "Source Serif 4": ("4", "source-serif", rf"{_FONTS}/.*SourceSerif4\b.*"),
    }
    found = [
        Component(name, version, f"pkg:generic/{address}", re.compile(files))
        for name, (version, address, files) in others.items()
    ]
    found += [
        Component(name, metadata.version(address), f"pkg:pypi/{address}", re.compile(files))
        for name, (address, files) in _DISTRIBUTIONS.items()
    ]
    return found


AMONG_PARTS: Final = {"ICU": "ICU", "XCB utilities": "MIT", "libffi": "MIT"}
"""The licences of what `licences` has in its lists of the parts of Qt and Python."""


def licence_names(component: str) -> list[str]:
    """Return the SPDX expressions a component is under; lists of its parts are no licences.

    Raises:
        KeyError: none is known.
    """
    found = (licence.name for licence in licences.LICENCES if licence.component == component)
    names = [name.replace(" and ", " AND ") for name in found if name != "parts"]
    return names or [AMONG_PARTS[component]]


def _icu() -> str:
    """Return the version of ICU that Qt's wheel brings, from the name of its file."""
    found = next(
        Path(str(metadata.distribution("pyside6-essentials").locate_file("PySide6"))).rglob("libicudata.so.*"), None
    )
    return found.name.rpartition(".")[2] if found is not None else "unknown"
