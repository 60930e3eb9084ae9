"""Dossiers from and to their JSON files; the only module of this package that touches the disk."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from natopk_desktop import resources
from natopk_desktop.dossier.dossier import Dossier, Extras
from natopk_desktop.dossier.model import FORMAT, VERSION, DossierFile
from natopk_desktop.dossier.repeated import repeated_field
from natopk_desktop.dossier.validate import Defect, defects
from natopk_desktop.errors import InputError, OperationError

if TYPE_CHECKING:
    from collections.abc import Iterator

BUILT_IN = "nato-pakistan-2010"
EXTRA = "x-"
# A broken file can have one defect a milestone; nobody reads on after so many.
MOST_DEFECTS = 1000
MOST_BYTES = 2_000_000_000
# Code points of the file that a sentence quotes.
LONGEST = 200


class DamagedError(InputError):
    """A file that is no sound dossier.

    Attributes:
        defects: everything found wrong with it, at least one; the sentence tells the first.
    """

    def __init__(self, name: str, found: list[Defect]) -> None:
        from natopk_desktop.plain import one_line  # late: no sound dossier needs it

        self.defects = found
        first = found[0]
        place = f", at {first.where}" if first.where else ""
        more = f" ({len(found) - 1} more: “natopk check --json” lists them)" if len(found) > 1 else ""
        message = f"{one_line(place, LONGEST)}: {one_line(first.message, LONGEST)}; {first.remedy}{more}."
        super().__init__(name + message)


class _Header(msgspec.Struct):
    """The two fields that tell whether a file is a dossier, and of which version."""

    format: str = ""
    version: Any = None


def built_in(*, is_checked: bool = True) -> Dossier:
    """Load the dossier that comes with the app; its text lies in a file of its own, whose bytes are the source.

    Args:
        is_checked: whether to look for defects first; the window looks for them as soon as it stands.

    Raises:
        InputError: the installation is damaged.
    """
    folder = resources.bundled("data", BUILT_IN)
    text = read(folder / "source.txt").decode()
    return loads(read(folder / "dossier.json"), str(folder / "dossier.json"), text, is_checked=is_checked)


def load(path: str | Path) -> Dossier:
    """Load the dossier JSON file at ``path``.

    Raises:
        InputError: the file is missing, or no sound dossier; the sentence names the file, the place and the remedy.
        OperationError: the file could not be read.
    """
    return loads(read(Path(path)), str(path))


def check_there(path: Path) -> None:
    """Look whether there is an ordinary file at ``path`` that may be read, without reading it.

    Raises:
        InputError: there is no such file, or it is a folder, a device or the like.
        OperationError: the system would not hand it over.
    """
    with _told(path):
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise IsADirectoryError
        if not os.access(path, os.R_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    if not stat.S_ISREG(mode):
        message = f"{path}: this is no ordinary file but a device or the like; choose another."
        raise InputError(message)


def read(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        InputError: there is no such file, it is a folder, a device or the like, or larger than can be read.
        OperationError: the system refused to hand it over, or has no memory for it.
    """
    check_there(path)
    with _told(path):
        size = path.stat().st_size
        if size > MOST_BYTES:
            message = f"{path}: this file has {size / 1e9:.1f} GB, and up to 2 GB can be read; cut it into parts."
            raise InputError(message)
        return path.read_bytes()


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what goes wrong with a file into a sentence."""
    try:
        yield
    except (FileNotFoundError, NotADirectoryError) as error:
        message = f"{path}: there is no such file; check the name."
        raise InputError(message) from error
    except IsADirectoryError as error:
        message = f"{path}: this is a folder; name a file in it."
        raise InputError(message) from error
    except ValueError as error:
        message = f"{path!s}: this is not a name that a file can have; check the name."
        raise InputError(message) from error
    except MemoryError as error:
        message = f"{path}: this file needs more memory than there is; close other programs, or cut it into parts."
        raise OperationError(message) from error
    except OSError as error:
        message = f"{path}: could not be read ({error.strerror}); check that you may read it."
        raise OperationError(message) from error


def loads(raw: bytes, name: str, text: str | None = None, *, is_checked: bool = True) -> Dossier:
    """Make a dossier of the bytes of a dossier JSON file called ``name``.

    Args:
        raw: the file's bytes, UTF-8 with or without a byte-order mark.
        name: what to call the file in a sentence.
        text: the source's text, for the built-in dossier alone, whose own ``source.text`` is null.
        is_checked: whether to look for defects beyond the types of fields; False for the built-in dossier alone.

    Raises:
        DamagedError: ``raw`` is no sound dossier.
    """
    contents, extras = parse(raw, name)
    if contents.source.text is None and text is not None:
        contents = msgspec.structs.replace(contents, source=msgspec.structs.replace(contents.source, text=text))
    if contents.source.text is None:
        raise DamagedError(name, [Defect("type", "source.text", "the text of the source is missing")])
    found = list(islice(defects(contents), MOST_DEFECTS)) if is_checked else []
    if found:
        raise DamagedError(name, found)
    return Dossier(contents, extras)


def parse(raw: bytes, name: str) -> tuple[DossierFile, Extras]:
    """Read ``raw`` into typed fields, with the fields named ``x-…`` apart; what they mean is not checked.

    Raises:
        DamagedError: ``raw`` is not JSON, not a dossier, of a newer version, or has a wrong, unknown or repeated field.
    """
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    try:
        _check_header(raw, name)
        has_extras = b'"' + EXTRA.encode() in raw
        if has_extras:
            plain = msgspec.json.decode(raw)
            extras = dict(_taken_extras(plain, ()))
            contents = msgspec.convert(plain, DossierFile)
        else:
            contents, extras = msgspec.json.decode(raw, type=DossierFile), {}
        repeated = repeated_field(raw, None if has_extras else contents)
    except msgspec.ValidationError as error:
        message, _, place = str(error).partition(" - at ")
        where = place.strip("`").removeprefix("$").removeprefix(".")
        raise DamagedError(name, [Defect("type", where, _decapitalized(message))]) from error
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        cause = _decapitalized(str(error)).removeprefix("jSON is malformed: ")
        raise DamagedError(name, [Defect("json", "", f"this is not readable as JSON ({cause})")]) from error
    if repeated is not None:
        raise DamagedError(name, [Defect("repeated", "", f"the field “{repeated}” stands twice in one object")])
    return contents, extras


def _check_header(raw: bytes, name: str) -> None:
    header = msgspec.json.decode(raw, type=_Header)
    if header.format != FORMAT:
        message = f"this JSON file is not a dossier, since its “format” is not “{FORMAT}”"
        raise DamagedError(name, [Defect("format", "", message, "choose a *.dossier.json file")])
    if type(header.version) is int and header.version > VERSION:
        from natopk_desktop.plain import one_line  # late: a sound dossier needs none of it

        number = one_line(str(header.version), 24)
        message = f"this dossier is of version {number}, and this app reads up to version {VERSION}"
        raise DamagedError(name, [Defect("version", "", message, "open it with a newer release of the app")])
    if type(header.version) is not int or header.version != VERSION:
        raise DamagedError(name, [Defect("version", "version", f"the version must be {VERSION}")])


def dumps(dossier: Dossier) -> bytes:
    """Return a dossier in canonical form: UTF-8, fixed key order, two-space indent, final newline."""
    contents: object = dossier.contents()
    if dossier.extras:
        contents = msgspec.to_builtins(contents)
        _put_extras(contents, dossier.extras)
    return msgspec.json.format(msgspec.json.encode(contents), indent=2) + b"\n"


def save(dossier: Dossier, path: str | Path) -> None:
    """Write a dossier in canonical form to ``path``, wholly or not at all.

    Raises:
        OperationError: it could not be written; what stood at ``path`` is as it was.
    """
    from natopk_desktop import saving  # late: reading needs none of it

    saving.save(Path(path), dumps(dossier))


def _taken_extras(
    value: object, path: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], dict[str, object]]]:
    if isinstance(value, dict):
        names = [name for name in value if name.startswith(EXTRA)]
        if names:
            yield path, {name: value.pop(name) for name in names}
        for name, inner in value.items():
            yield from _taken_extras(inner, (*path, name))
    elif isinstance(value, list):
        for row, inner in enumerate(value):
            if isinstance(inner, (dict, list)):
                yield from _taken_extras(inner, (*path, row))


def _put_extras(contents: object, extras: Extras) -> None:
    for path, fields in extras.items():
        place: Any = contents
        for step in path:
            place = place[step]
        place.update(fields)


def _decapitalized(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
