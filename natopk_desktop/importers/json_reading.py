"""JSON as files have it: read strictly and fast where it is sound, leniently where it is not, and told either way."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec

from natopk_desktop.errors import InputError
from natopk_desktop.importers import encodings
from natopk_desktop.importers.imported import Options
from natopk_desktop.importers.remarks import braced
from natopk_desktop.plain import REPLACEMENT
from natopk_desktop.report import Item

if TYPE_CHECKING:
    from collections.abc import Iterable

    from natopk_desktop.importers.remarks import Remarks

LOOSE_COLON: Final = re.compile(rb'"\s+:')
KEY: Final = b'":'
NO_KEY: Final = b'\\":'
"""A quotation mark within a text."""
SCRIPT: Final = re.compile(r"\s*[\w.$]{1,80}\s*[=(]\s*(?=[{\[])")
"""What makes a script of JSON: ``name = {…}`` or ``name({…})``."""
SURROGATE: Final = re.compile("[\ud800-\udfff]")
LONGEST_NUMBER: Final = 18
"""Digits of a whole number; a longer one is kept as it is written."""


class Repaired(NamedTuple):
    """A JSON file that a strict reader takes.

    Attributes:
        content: its JSON in UTF-8.
        fault: what a strict reader had against the file; None where nothing.
        twice: names that one object had several times, where the file had to be put right; else they show later.
        encoding: the encoding that the file is in.
        items: what there is to say of that encoding.
        replaced: how many halves of surrogate pairs stand as U+FFFD.
    """

    content: bytes
    fault: str | None = None
    twice: frozenset[str] = frozenset()
    encoding: str = "utf-8"
    items: tuple[Item, ...] = ()
    replaced: int = 0


class Objects:
    """Reads the objects of one file, and tells where one has a name twice."""

    def __init__(self, remarks: Remarks, file: Repaired) -> None:
        """Take the whole file, and tell what was wrong with it.

        Args:
            remarks: where it is told.
            file: the file.
        """
        self._remarks = remarks
        self._is_loose = LOOSE_COLON.search(file.content) is not None
        if file.fault is not None:
            remarks.add(
                "guessed", "json", f"Not written as JSON has to be ({braced(file.fault)}); read as far as it goes."
            )
        if file.replaced:
            message = "Shown as U+FFFD, since they are halves of characters: {n:surrogate|surrogates}."
            remarks.add("lost", "surrogates", message, count=file.replaced)
        remarks.take(file.items)
        self._tell(file.twice, None)

    def read(self, raw: msgspec.Raw | bytes, where: str | None = None) -> Any:  # noqa: ANN401 - any JSON value
        """Read a value; of two fields of one name the last counts, as everywhere, and the other is told.

        Args:
            raw: its JSON.
            where: the id of the entry that it belongs to.
        """
        try:
            value = msgspec.json.decode(raw)
        except msgspec.DecodeError:
            value, twice = _lenient(bytes(raw).decode("utf-8", "replace"))
            self._tell(twice, where)
            return value
        if isinstance(value, (dict, list)):
            content = bytes(raw)
            if self._is_loose or content.count(KEY) > _names(value) + content.count(NO_KEY):
                self._tell(_lenient(content.decode("utf-8", "replace"))[1], where)
        return value

    def _tell(self, twice: Iterable[str], where: str | None) -> None:
        names = ", ".join(f"“{name}”" for name in sorted(twice))
        if names:
            message = f"Only the last of several fields of one name counts ({braced(names)}): {{n:time|times}}."
            self._remarks.add("lost", "duplicate-keys", message, id=where)


def repaired(raw: bytes, name: str, chosen: str | None = None) -> Repaired | None:
    """Return a JSON file in UTF-8 that a strict reader takes, None where it is no JSON.

    A byte-order mark and another encoding go; NaN, line ends within texts and a script around the JSON become what a
    lenient reader makes of them; halves of surrogate pairs become U+FFFD.

    Args:
        raw: the file's bytes.
        name: what to call the file in a sentence.
        chosen: the encoding that a person chose, None to find it out.
    """
    sound = raw.removeprefix(b"\xef\xbb\xbf")
    fault = ""
    if chosen is None or chosen.lower().replace("-", "") == "utf8":
        fault = _fault(sound)
        if not fault:
            return Repaired(sound)
    try:
        found = encodings.decode(raw, name, Options(encoding=chosen))
        script = SCRIPT.match(found.text)
        value, twice = _lenient(found.text[script.end() if script else 0 :].lstrip())
        text, replaced = SURROGATE.subn(REPLACEMENT, json.dumps(value, ensure_ascii=False, allow_nan=False))
    except (ValueError, RecursionError, MemoryError, InputError):
        return None
    is_sound = chosen is not None or found.how in {"bom", "units"}
    told = () if found.encoding == "utf-8" and not found.unread.count else found.items()
    return Repaired(text.encode(), None if is_sound else fault, frozenset(twice), found.encoding, told, replaced)


def opened(raw: bytes, name: str, options: Options) -> Repaired:
    """Return a JSON file as ``repaired`` does, in the encoding that a person chose if one did.

    Raises:
        InputError: it is no JSON; the sentence tells the line.
    """
    result = repaired(raw, name, options.encoding)
    if result is None:
        if options.encoding is not None:
            encodings.decode(raw, name, options)  # where the encoding is none, that is what is wrong
        raise InputError(damage(raw, name))
    return result


def _fault(content: bytes) -> str:
    """Return what a strict reader has against JSON, nothing where it takes it."""
    try:
        if not content.isascii():
            content.decode()
        msgspec.json.decode(content, type=msgspec.Raw)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        return str(error)
    return ""


def damage(raw: bytes, name: str) -> str:
    """Return the sentence on a file that cannot be read as JSON: where it breaks, and what to do."""
    text = encodings.decode(raw, name, Options()).text
    try:
        json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        place, reason = f", line {error.lineno}", error.msg[:1].lower() + error.msg[1:]
    except RecursionError:
        place, reason = "", "its parts are nested too deeply"
    except ValueError as error:
        place, reason = "", str(error)
    else:
        place, reason = "", "it holds what no reader takes"
    return f"{name}{place}: this is not readable as JSON ({reason}); see that the file is whole, or write it anew."


def _lenient(text: str) -> tuple[Any, set[str]]:
    """Read JSON as Python does, and return it with the names that one object had several times."""
    twice: set[str] = set()

    def paired(pairs: list[tuple[str, object]]) -> dict[str, object]:
        found = dict(pairs)
        if len(found) < len(pairs):
            names = [name for name, _ in pairs]
            twice.update(name for name in found if names.count(name) > 1)
        return found

    decoder = json.JSONDecoder(
        object_pairs_hook=paired, parse_int=_number, parse_float=_fraction, parse_constant=_none, strict=False
    )
    value, _ = decoder.raw_decode(text)
    return value, twice


def _number(digits: str) -> int | str:
    return int(digits) if len(digits) <= LONGEST_NUMBER else digits


def _fraction(digits: str) -> float | str:
    number = float(digits)
    return number if abs(number) < 1e300 else digits


def _none(_: str) -> None:
    """NaN and the infinities are no JSON, and say nothing."""


def _names(value: dict[str, object] | list[object]) -> int:
    """Return how many fields the objects within a value have; fewer where they nest deeply."""
    count = 0
    for one in (value,) if type(value) is dict else value:
        if type(one) is dict:
            count += len(one)
            for inner in one.values():
                if type(inner) is dict:
                    count += len(inner)
                    for child in inner.values():
                        if type(child) is dict:
                            count += len(child)
    return count
