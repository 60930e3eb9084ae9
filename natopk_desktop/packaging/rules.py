"""What may lie in the package: lists of what is allowed, and their use on what PyInstaller has found.

Used by `build.spec` for the app and by the benchmark's spec for the bare window it is measured against. Of Qt and of
the system's libraries nothing is taken that is not named here; Python modules come in by being imported, less the
ones the program must not have.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Entry = tuple[str, str, str]
"""An entry of PyInstaller's tables: the place in the package, the file it comes from, its kind."""

EXCLUDED_MODULES: Final = (
    # The program never uses the network.
    *("ssl", "_ssl", "http", "urllib.request", "urllib.error", "urllib.robotparser", "ftplib", "smtplib", "imaplib"),
    *("poplib", "nntplib", "telnetlib", "socketserver", "xmlrpc", "asyncio", "webbrowser", "http.server"),
    # A database; the program keeps none.
    *("sqlite3", "_sqlite3"),
    # OpenSSL; hashlib has digests of its own.
    "_hashlib",
    # Asks for a library that not every system has; `uuid` makes its numbers without it.
    "_uuid",
    # python-docx uses `lxml.etree` alone.
    *("lxml.html", "lxml.objectify", "lxml.sax", "lxml.builder", "lxml.isoschematron", "lxml.cssselect"),
    *("lxml.ElementInclude", "lxml.doctestcompare", "lxml.usedoctest", "lxml.pyclasslookup"),
    # Libraries look for these and do without.
    *("socket", "_socket", "bz2", "_bz2", "lzma", "_lzma", "readline", "curses", "_curses", "numpy"),
    *("pandas", "PIL", "defusedxml", "tkinter", "_tkinter", "pytz", "yaml", "IPython", "dateutil.tz.win"),
    # Tools of whoever writes programs.
    *("pip", "setuptools", "pkg_resources", "distutils", "ensurepip", "venv", "unittest", "doctest", "pdb", "pydoc"),
    *("test", "tests", "lib2to3", "idlelib", "turtledemo", "pytest", "_pytest", "mypy", "hypothesis", "PyInstaller"),
    *("cProfile", "profile", "pstats", "antigravity", "this", "multiprocessing", "concurrent"),
    # Parts of Qt the program does not have.
    *("PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtOpenGL", "PySide6.QtTest", "PySide6.QtSql"),
    # How the package is built, and how a checkout gets its environment.
    *("natopk_desktop.packaging.build", "natopk_desktop.provision.environment", "natopk_desktop.provision.packages"),
    *("natopk_desktop.provision.lock", "natopk_desktop.provision.relocation", "natopk_desktop.provision.guard"),
)

PACKAGES: Final = frozenset({
    *("natopk_desktop", "PySide6", "shiboken6", "typst", "msgspec", "selectolax", "charset_normalizer", "babel"),
    *("docx", "lxml", "typing_extensions", "icalendar", "dateutil", "rispy", "openpyxl", "et_xmlfile"),
})  # fmt: skip
"""Where modules may come from besides Python's own library. Libraries look for others and use them where they are, as
msgspec does with attrs; the package must not depend on what else its environment holds."""

PLUGINS: Final = {
    "linux": (
        "platforms/libqxcb.so",
        "platforms/libqwayland.so",
        "platforms/libqoffscreen.so",
        "platformthemes/libqxdgdesktopportal.so",
        "platforminputcontexts/libcomposeplatforminputcontextplugin.so",
        "platforminputcontexts/libibusplatforminputcontextplugin.so",
        "printsupport/libcupsprintersupport.so",
        "wayland-shell-integration/libxdg-shell.so",
        # Where the compositor draws no frame (GNOME's does not), the window needs one of its own.
        "wayland-decoration-client/libadwaita.so",
        "wayland-decoration-client/libbradient.so",
    ),
    "win32": ("platforms/qwindows.dll", "platforms/qoffscreen.dll", "styles/qmodernwindowsstyle.dll"),
    "darwin": ("platforms/libqcocoa.dylib", "platforms/libqoffscreen.dylib", "styles/libqmacstyle.dylib"),
}
"""Qt's plugins, below its plugin folder. PNG, which all the icons are, is built into Qt."""

QT_MODULES: Final = tuple(f"PySide6.Qt{name}" for name in ("Core", "Gui", "Widgets", "PrintSupport", "Svg"))
"""The modules of Qt that the program imports; tests/packaging/test_rules.py compares them with its sources."""

QT_LIBRARIES: Final = {
    "linux": re.compile(
        r"libQt6(Core|Gui|Widgets|DBus|PrintSupport|Svg|XcbQpa|WaylandClient)\.so\.6|libicu\w+\.so\.\d+"
    ),
    "win32": re.compile(r"Qt6(Core|Gui|Widgets|PrintSupport|Svg)\.dll|icu\w*\.dll"),
    "darwin": re.compile(r"Qt(Core|Gui|Widgets|DBus|PrintSupport|Svg)"),
}
"""Qt's libraries; the last of each group of names are what Qt's own distribution brings for them."""

BINDINGS: Final = re.compile(
    r"(PySide6|shiboken6)/("
    r"(Qt(Core|Gui|Widgets|PrintSupport|Svg)|Shiboken)\.(abi3\.so|pyd)"
    r"|(lib)?(pyside6|shiboken6)\.(abi3\.so\.[\d.]+|abi3\.[\d.]+\.dylib|abi3\.dll)"
    r"|(msvcp140|vcruntime140|concrt140)\w*\.dll)"
)
"""The modules and libraries of PySide6 and Shiboken."""

SYSTEM_LIBRARIES: Final = {
    # Taken from the building system because many desktops lack them: four small helpers of Qt's X11 plugin, and what
    # Python's own modules need. All else is the system's, as `LEFT_TO_THE_SYSTEM` says.
    "linux": re.compile(
        r"libxcb-(cursor|icccm|image|keysyms|render-util|util)\.so\.\d+|libffi\.so\.\d+|libpython3\.\d+\.so\.1\.0"
    ),
    "win32": re.compile(r"python3\d*\.dll|vcruntime140\w*\.dll|msvcp140\w*\.dll|libffi[\w-]*\.dll|ucrtbase\.dll"),
    "darwin": re.compile(r"Python|libpython3\.\d+\.dylib|libffi[\w.]*\.dylib"),
}
"""Shared libraries that are neither Qt's nor a Python module's."""


class Left(NamedTuple):
    """Libraries that the package expects on a system.

    Attributes:
        names: what a file of the package asks for.
        why: the reason for leaving them out.
    """

    names: re.Pattern[str]
    why: str


LEFT_TO_THE_SYSTEM: Final = (
    Left(re.compile(r"(libc|libm|libdl|libpthread|librt|libutil|ld-linux-[\w-]+)\.so\.\d"), "the C library"),
    Left(re.compile(r"(libstdc\+\+|libgcc_s)\.so\.\d"), "must be as new as the graphics drivers'"),
    Left(re.compile(r"lib(GL|EGL)\.so\.1"), "belong to the graphics driver"),
    Left(re.compile(r"libfontconfig\.so\.1|libfreetype\.so\.6"), "read the system's own set-up of fonts"),
    Left(re.compile(r"lib(X11|X11-xcb|xcb|xcb-(randr|render|shape|shm|sync|xfixes|xkb))\.so\.\d"), "come with X11"),
    Left(re.compile(r"libxkbcommon(-x11)?\.so\.0"), "read the system's keyboards"),
    Left(re.compile(r"libwayland-(client|cursor)\.so\.0"), "come with Wayland"),
    Left(
        re.compile(r"lib(glib|gthread)-2\.0\.so\.0|libdbus-1\.so\.3|libcups\.so\.2"), "speak to the desktop's services"
    ),
    Left(re.compile(r"lib(z|zstd)\.so\.1"), "are part of every distribution"),
)
"""What `ldd` must find outside the package on Linux."""

DATA: Final = re.compile(
    r"natopk_desktop/_bundled/.*|docx/templates/default[\w-]*\.(docx|xml)|base_library\.zip|modules\.bin|"
    r"docx/parts/__init__\.py|shiboken6/files\.dir/shibokensupport/.*\.pyc|"
    r"babel/locale-data/(root|en|fr|de|es|it|pt|nl|sv|da|nb|no|fi|pl|cs|sk|hu|ro|hr|sl|sq|tr|et|lv|lt|az|ru|uk|bg|sr|mk|"
    r"ar(_SY|_DZ)?|ur|fa|ps|el|he|hi|ka|hy)\.dat|babel/global\.dat"
)
"""Files that are not programs; translations of Qt are not among them, since the app is in English alone."""

SHIPPED_RESOURCES: Final = ("fonts", "html", "icons", "licences", "typst", "desktop", "translations")
"""The folders of `resources` that the program reads; the others are for the project's own pages."""


def platform() -> str:
    """The system the package is for, which is the one it is built on."""
    return "linux" if sys.platform.startswith("linux") else sys.platform


def plugins(pyside: Path) -> list[Entry]:
    """The plugins to take from PySide6's folder, as entries.

    Raises:
        FileNotFoundError: PySide6 has no such plugin (any more).
    """
    # Qt's wheels for Windows have no folder `Qt` between.
    inner = PurePath("plugins") if platform() == "win32" else PurePath("Qt", "plugins")
    entries = []
    for name in PLUGINS[platform()]:
        source = pyside / inner / name
        if not source.is_file():
            raise FileNotFoundError(source)
        entries.append((str(PurePath("PySide6") / inner / name), str(source), "BINARY"))
    return entries


def allowed_binaries(found: Iterable[Entry], pyside: Path) -> list[Entry]:
    """Of the programs and libraries PyInstaller found, those that may come in, with exactly our plugins of Qt."""
    kept = [entry for entry in found if entry[2] != "SYMLINK" and _is_allowed(entry)]
    return sorted(kept + plugins(pyside))


def _is_allowed(entry: Entry) -> bool:
    place, _, kind = entry
    path = PurePath(place)
    if "plugins" in path.parts:
        return False  # they are taken by name
    if path.parts[0] in {"PySide6", "shiboken6"}:
        is_qt = QT_LIBRARIES[platform()].fullmatch(path.name) is not None
        return is_qt or BINDINGS.fullmatch(path.as_posix()) is not None
    if kind == "EXTENSION":
        return _is_allowed_module(path.parts[-1] if "lib-dynload" in path.parts else path.parts[0])
    library = SYSTEM_LIBRARIES[platform()].fullmatch(path.name) is not None
    return library or path.parts[0] in {"typst", "msgspec", "lxml", "charset_normalizer", "selectolax"}


def allowed_modules(found: Iterable[Entry]) -> list[Entry]:
    """Of the Python modules PyInstaller found, those of Python's own library and of `PACKAGES`."""
    return [entry for entry in found if _is_allowed_module(entry[0])]


def _is_allowed_module(name: str) -> bool:
    """Whether the module, or the file of one, may come in; Python's record of its own build has names of all kinds."""
    top = name.partition(".")[0]
    return top in PACKAGES or top in sys.stdlib_module_names or top.startswith("_sysconfigdata_")


def allowed_data(found: Iterable[Entry]) -> list[Entry]:
    """Of the other files PyInstaller found, those that the program reads."""
    return sorted(entry for entry in found if DATA.fullmatch(PurePath(entry[0]).as_posix()))


def allowed_scripts(found: Iterable[Entry], entry_point: str) -> list[Entry]:
    """The script a program begins with, without PyInstaller's own beginnings.

    Those set places that Qt's wheels know by themselves, and import `inspect` and `pkgutil` on every start.
    """
    return [entry for entry in found if entry[0] == entry_point]


def bundled(root: Path) -> list[tuple[str, str]]:
    """The files of the checkout that the program reads, each with the folder of the package it goes to."""
    files: list[Path] = []
    for folder in (root / "data", *(root / "resources" / name for name in SHIPPED_RESOURCES)):
        files += (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    target = PurePath("natopk_desktop", "_bundled")
    return [(str(path), str(target / path.relative_to(root).parent)) for path in sorted(files)] + _docx_parts()


def _docx_parts() -> list[tuple[str, str]]:
    """A file for the folder `docx/parts`, since python-docx finds its templates as `docx/parts/../templates`."""
    import docx.parts

    return [(str(docx.parts.__file__), "docx/parts")]


def left_out(found: Sequence[Entry], kept: Sequence[Entry]) -> list[str]:
    """The places of what was found and not taken, for the build's log."""
    names = {entry[0] for entry in kept}
    return sorted(entry[0] for entry in found if entry[0] not in names)


def own_modules(root: Path) -> list[str]:
    """Return the names of all modules of ours that the package has."""
    package = root / "natopk_desktop"
    modules = (path.relative_to(root).with_suffix("").parts for path in sorted(package.rglob("*.py")))
    names = (".".join(parts[:-1] if parts[-1] == "__init__" else parts) for parts in modules)
    return [name for name in names if not name.startswith(("natopk_desktop.packaging.", "natopk_desktop.provision."))]


def hidden_imports(root: Path) -> list[str]:
    """Qt's modules, the libraries the self-test asks for, and all of ours, which are imported by name when asked."""
    from natopk_desktop.self_test.core import LIBRARIES

    return [*QT_MODULES, *LIBRARIES, *own_modules(root)]


def list_of_modules(root: Path, folder: Path) -> Entry:
    """Write the list that the self-test goes by into ``folder`` and return it as an entry."""
    from natopk_desktop.self_test.modules import LIST

    path = folder / LIST
    path.write_text("\n".join(own_modules(root)), encoding="utf-8")
    return (str(PurePath("natopk_desktop", "_bundled", LIST)), str(path), "DATA")
