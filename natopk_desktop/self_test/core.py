"""The parts that need no Qt: versions, the built-in dossier, search, settings, and that nothing reaches the network."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from natopk_desktop import __version__, settings
from natopk_desktop.dossier import account, search, store, validate
from natopk_desktop.self_test.checks import Check, expect

if TYPE_CHECKING:
    from collections.abc import Iterator

NEVER_LOADED: Final = ("ssl", "http.client", "urllib.request", "PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick")
NEVER_MAPPED: Final = ("libQt6Network", "libQt6Qml", "libQt6Quick", "libgtk-", "libtcl", "libtk")
NEVER_MAPPED_IN_THE_PACKAGE: Final = ("libssl", "libcrypto")
"""Python's own modules may bring these along where the package's rules did not choose them."""

QUESTIONS: Final = (
    "pakistan",
    "almost 3500",
    '"air bridges"',
    "prime minister",
    "oberammergau",
    "no such words at all",
)
LIBRARIES: Final = (
    "typst",
    "msgspec",
    "docx",
    "icalendar",
    "rispy",
    "babel",
    "openpyxl",
    "charset_normalizer",
    "lxml",
    "selectolax",
)


def versions() -> Iterator[str]:
    """Tell the versions of what the program is made of, Qt's apart."""
    import platform
    from importlib import import_module, util
    from pyexpat import EXPAT_VERSION

    yield f"natopk_desktop {__version__}"
    yield f"Python {platform.python_version()}"
    # By its name alone, or the package would have it on this account.
    has_database = util.find_spec("sqlite3") is not None
    yield f"SQLite {import_module('sqlite3').sqlite_version if has_database else 'is not in the package'}"
    yield EXPAT_VERSION.replace("_", " ")
    for name in LIBRARIES:
        found = import_module(name)
        yield f"{name} {getattr(found, '__version__', 'of an unnamed version')}"
    yield f"{platform.system()} {platform.machine()}, {'packaged' if getattr(sys, 'frozen', False) else 'not packaged'}"


def built_in_dossier() -> Iterator[str]:
    """Open the built-in dossier, look for defects, and lay its blocks end to end."""
    dossier = store.built_in()
    found = next(validate.defects(dossier.contents()), None)
    expect(found is None, f"the built-in dossier has a defect: {found}")
    broken = next(account.breaks(len(dossier.text), dossier.blocks), None)
    expect(broken is None, f"the account of the built-in dossier does not close: {broken}")
    expect(account.restored(dossier.text, dossier.blocks) == dossier.text, "its blocks are not its text")
    expect(len(dossier.milestones) > 0, "the built-in dossier has no milestones")
    yield (
        f"{len(dossier.text)} code points in {len(dossier.blocks)} blocks, {len(dossier.milestones)} milestones, "
        f"{len(dossier.head.figures)} figures, {len(dossier.head.notes)} notes"
    )


def searching() -> Iterator[str]:
    """Ask the same questions of the words laid end to end and of the items one by one."""
    from natopk_desktop.dossier import search_text
    from natopk_desktop.dossier.search_run import TextRun

    items = search.Searchable(store.built_in())
    laid_out = search_text.of(items)
    hits = 0
    for words in QUESTIONS:
        query = search.parse_query(words)
        run = TextRun(laid_out, query)
        while not run.go_on(1.0):
            pass
        for kind in search.KINDS:
            read = [hit.row for hit in search.scan(items, query, (kind,))]
            expect(list(run.found[kind]) == read, f"two ways of searching give different hits for “{words}”")
            hits += len(read)
    expect(hits > 0, "the search finds nothing")
    yield f"{len(QUESTIONS)} questions, {hits} hits, the same in two ways"


def settings_kept() -> Iterator[str]:
    """Write settings, read them again, and read broken ones."""
    with TemporaryDirectory(prefix="natopk-") as folder:
        path = Path(folder, "natopk-desktop", settings.FILE)
        kept = settings.Settings(text_scale=1.5, scheme="dark").with_place("x", settings.Place("m05", ("relief",)))
        settings.save(kept, path)
        expect(settings.load(path) == settings.Loaded(kept), "settings are not read as they were written")
        path.write_bytes(b"\0broken")
        expect(settings.load(path).trouble == "broken", "broken settings are not noticed")
        expect(settings.load(path) == settings.Loaded(settings.Settings()), "broken settings are not set aside")
        yield "written, read back, broken ones set aside"


def offline() -> Iterator[str]:
    """Look for what could reach the network among all that has been loaded."""
    loaded = [name for name in NEVER_LOADED if name in sys.modules]
    expect(not loaded, f"loaded, and must not be: {', '.join(loaded)}")
    never = NEVER_MAPPED + (NEVER_MAPPED_IN_THE_PACKAGE if getattr(sys, "frozen", False) else ())
    maps = Path("/proc/self/maps")
    libraries = set()
    if maps.exists():
        lines = maps.read_text(encoding="utf-8", errors="replace").splitlines()
        libraries = {line.rpartition("/")[2] for line in lines if ".so" in line}
    mapped = sorted(library for library in libraries if library.startswith(never))
    expect(not mapped, f"loaded, and must not be: {', '.join(mapped)}")
    yield f"{len(sys.modules)} modules and {len(libraries)} libraries loaded, none for the network"


CHECKS: Final = (
    Check("versions", versions),
    Check("dossier", built_in_dossier),
    Check("search", searching),
    Check("settings", settings_kept),
)
LAST: Final = (Check("offline", offline),)
"""What looks back on all that the other checks have loaded."""
