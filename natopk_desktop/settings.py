"""What the app remembers between two starts: a typed, versioned value, kept as JSON in the user's settings folder.

The types of fields stand here as they are, not as text: msgspec would evaluate the text at every start.
"""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any, Final, Literal, NamedTuple, Self

import msgspec

from natopk_desktop import folders

APPLICATION: Final = "natopk-desktop"
FILE: Final = "settings.json"
VERSION: Final = 1
MOST_PLACES: Final = 100
MOST_RECENT: Final = 10
MOST_ASIDE: Final = 1000

Pixels = Annotated[int, msgspec.Meta(ge=-100_000, le=100_000)]
Scale = Annotated[float, msgspec.Meta(ge=0.5, le=4.0)]
Share = Annotated[float, msgspec.Meta(ge=0.0, le=1.0)]

MIGRATIONS: Final[tuple[Callable[[dict[str, Any]], dict[str, Any]], ...]] = ()
"""The change from version 1 to 2 first, then from 2 to 3, and so on; each takes and returns the file's fields."""


class Box(msgspec.Struct, frozen=True):
    """A window's place and size in pixels, without its frame."""

    x: Pixels
    y: Pixels
    width: Pixels
    height: Pixels


class Place(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where a reader left a dossier, and what they had narrowed it to."""

    milestone: str | None = None
    topics: tuple[str, ...] | None = None
    period: str | None = None


class Exported(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the last export was: the id of its format, and the folder it went to, None before the first."""

    format: str = "pdf"
    folder: str | None = None


class Settings(msgspec.Struct, frozen=True, omit_defaults=True):
    """Everything remembered.

    Attributes:
        version: the version of this form; always written.
        window: where the window stood, None before the first close.
        maximized: whether it filled the screen.
        list_width: pixels of the list where list and pane stand side by side, None for the usual share.
        list_share: share of the list's height where the pane stands under it, None for the usual one.
        text_scale: the text size, 1.0 is 100 %.
        scheme: the system's colours, light or dark.
        order: the order of the list.
        places: by dossier id, the one left last at the end.
        exported: the last export.
        recent: the files opened or saved, as absolute names, the last one first.
    """

    version: int = VERSION
    window: Box | None = None
    maximized: bool = False
    list_width: Pixels | None = None
    list_share: Share | None = None
    text_scale: Scale = 1.0
    scheme: Literal["system", "light", "dark"] = "system"
    order: Literal["source", "date"] = "source"
    places: dict[str, Place] = {}
    exported: Exported = Exported()
    recent: tuple[str, ...] = ()

    def place(self, dossier_id: str) -> Place:
        """Return where a dossier was left, its beginning where it is new."""
        return self.places.get(dossier_id, Place())

    def with_place(self, dossier_id: str, place: Place) -> Self:
        """Return these settings with a dossier's place; the one left longest ago goes when there are too many."""
        kept = {known: value for known, value in self.places.items() if known != dossier_id}
        kept[dossier_id] = place
        while len(kept) > MOST_PLACES:
            del kept[next(iter(kept))]
        return msgspec.structs.replace(self, places=kept)

    def with_recent(self, name: str) -> Self:
        """Return these settings with a file put first; one whose name is not text of Unicode cannot be kept."""
        if not name.isascii() and any("\ud800" <= letter <= "\udfff" for letter in name):
            return self
        others = (known for known in self.recent if known != name)
        return msgspec.structs.replace(self, recent=(name, *others)[:MOST_RECENT])


class Loaded(NamedTuple):
    """What a start finds.

    Attributes:
        settings: those of the file, or the usual ones.
        trouble: why the file could not be used: "broken", "newer" or "unreadable"; None where all is well.
        aside: where a file that could not be used lies now.
        may_save: whether saving loses nothing; False where an unusable file could not be set aside.
    """

    settings: Settings
    trouble: Literal["broken", "newer", "unreadable"] | None = None
    aside: Path | None = None
    may_save: bool = True


def folder() -> Path:
    """Return the settings folder of the app by the system's custom; it need not exist.

    On Linux and others that is ``$XDG_CONFIG_HOME`` or ``~/.config`` (XDG Base Directory Specification, which has
    relative paths ignored), on Windows ``%APPDATA%``, on macOS ``~/Library/Application Support``.
    """
    if sys.platform == "win32":
        base = os.environ.get("APPDATA") or _home("AppData", "Roaming")
    elif sys.platform == "darwin":
        base = _home("Library", "Application Support")
    else:
        wanted = os.environ.get("XDG_CONFIG_HOME", "")
        base = wanted if os.path.isabs(wanted) else _home(".config")  # noqa: PTH117  # no Path made in vain
    return Path(base, APPLICATION)


def _home(*parts: str) -> str:
    return os.path.join(folders.home(), *parts)  # noqa: PTH118  # no Path made in vain


def load(path: Path) -> Loaded:
    """Return the settings kept at ``path``; never raises for what the disk or the file holds.

    A file that is broken or of a newer version is renamed to ``settings.json.bad`` (or ``.bad-2`` …), not lost.
    """
    try:
        raw = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return Loaded(Settings())
    except OSError:
        return Loaded(Settings(), "unreadable", None, may_save=False)
    try:
        return Loaded(decode(raw))
    except (msgspec.DecodeError, UnicodeError, RecursionError, LookupError, TypeError, ValueError):
        aside = _set_aside(path)
        return Loaded(Settings(), "newer" if _is_newer(raw) else "broken", aside, may_save=aside is not None)


def decode(raw: bytes, migrations: Sequence[Callable[[dict[str, Any]], dict[str, Any]]] = MIGRATIONS) -> Settings:
    """Read a settings file of this version or an older one; unknown fields are passed over.

    Raises:
        msgspec.DecodeError, LookupError, TypeError, ValueError: ``raw`` is broken, or of a newer version.
    """
    fields = msgspec.json.decode(raw, type=dict[str, Any])
    version = fields.get("version")
    if isinstance(version, bool) or not isinstance(version, int) or not 1 <= version <= len(migrations) + 1:
        message = f"version {version!r} is not known"
        raise ValueError(message)
    for migrate in migrations[version - 1 :]:
        fields = migrate(fields)
    return msgspec.convert({**fields, "version": VERSION}, Settings)


def encode(settings: Settings) -> bytes:
    """Return the bytes of a settings file: the version and what differs from the usual."""
    fields = {"version": VERSION, **msgspec.to_builtins(settings)}
    return msgspec.json.format(msgspec.json.encode(fields), indent=2) + b"\n"


def save(settings: Settings, path: Path) -> None:
    """Write ``settings`` to ``path``, wholly or not at all, making the folder where it is missing.

    Raises:
        OperationError: it could not be done; the old file, if any, is as it was.
    """
    from natopk_desktop import saving  # late: a start that changes nothing needs no saving
    from natopk_desktop.errors import OperationError

    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        message = f"{path.parent}: could not be made ({error.strerror}); check that you may write there."
        raise OperationError(message) from error
    saving.save(path, encode(settings))


def _is_newer(raw: bytes) -> bool:
    try:
        version = msgspec.json.decode(raw, type=dict[str, Any]).get("version")
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return False
    return isinstance(version, int) and version > VERSION


def _set_aside(path: Path) -> Path | None:
    """Rename an unusable file; None where the system refuses or a thousand such files lie there already."""
    for number in range(1, MOST_ASIDE + 1):
        aside = path.with_name(f"{path.name}.bad" if number == 1 else f"{path.name}.bad-{number}")
        if os.path.lexists(aside):
            continue
        try:
            path.rename(aside)
        except OSError:
            return None
        return aside
    return None
