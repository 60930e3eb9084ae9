"""Which files make the app known to a desktop, and where they lie below a data folder such as `/usr/share`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from natopk_desktop import APPLICATION_ID, resources

if TYPE_CHECKING:
    from collections.abc import Iterator

ICON_SIZES: Final = (16, 24, 32, 48, 64, 128, 256, 512)
ENTRY: Final = f"applications/{APPLICATION_ID}.desktop"
KIND_OF_FILE: Final = "application/x-natopk-dossier+json"


class Shared(NamedTuple):
    """A file of the app's that desktops read.

    Attributes:
        place: where it lies below the data folder.
        source: the bundled file it comes from.
    """

    place: str
    source: Path


def shared() -> Iterator[Shared]:
    """Yield the files, the menu entry first; that one starts `natopk-desktop` from the search path."""
    desktop, icons = resources.bundled("resources", "desktop"), resources.bundled("resources", "icons")
    yield Shared(ENTRY, desktop / f"{APPLICATION_ID}.desktop")
    yield Shared(f"metainfo/{APPLICATION_ID}.metainfo.xml", desktop / f"{APPLICATION_ID}.metainfo.xml")
    yield Shared(f"mime/packages/{APPLICATION_ID}.xml", desktop / f"{APPLICATION_ID}.mime.xml")
    for size in ICON_SIZES:
        place = f"icons/hicolor/{size}x{size}/apps/{APPLICATION_ID}.png"
        yield Shared(place, icons / f"natopk-desktop-{size}.png")
    yield Shared(f"icons/hicolor/scalable/apps/{APPLICATION_ID}.svg", icons / "natopk-desktop.svg")
