"""Compiled code written as the same bytes whoever else holds its constants.

`marshal` marks an object for later reference only where somebody besides the structure it writes holds it
(`w_ref` in CPython's Python/marshal.c). A string in a table of names may be held by any other module the building
process has loaded, so two builds from two environments would differ in such marks. Here every part is held by us too
while it is written, so all of them bear the mark.

It also marks strings that are interned. Which those are the compiler decides, but for strings of one Latin letter:
each is one object for the whole process, which a folder of that name is enough to intern, since `pathlib` interns the
parts of a path. So all of them are interned first.
"""

from __future__ import annotations

import marshal
import sys
from types import CodeType, SimpleNamespace
from typing import TYPE_CHECKING, Any, BinaryIO, cast

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType


def use_in(*modules: ModuleType) -> None:
    """Have modules that write compiled code, and name `marshal` to do so, write it this way."""
    stable = SimpleNamespace(dumps=dumps, dump=dump, loads=marshal.loads, load=marshal.load)
    for module in modules:
        if module.__dict__.get("marshal") is not marshal:
            message = f"{module.__name__} does not write compiled code with marshal (any more)"
            raise LookupError(message)
        module.__dict__["marshal"] = stable


def dumps(value: object) -> bytes:
    """As `marshal.dumps`."""
    held = [*_parts(value), *(sys.intern(chr(code)) for code in range(256))]
    data = marshal.dumps(cast("Any", value))
    del held
    return data


def dump(value: object, file: BinaryIO) -> None:
    """As `marshal.dump`."""
    file.write(dumps(value))


def _parts(value: object) -> Iterator[object]:
    """Yield the value and all that is reachable in it."""
    yield value
    if isinstance(value, tuple | frozenset | list):
        for item in value:
            yield from _parts(item)
    elif isinstance(value, dict):
        for pair in value.items():
            yield from _parts(pair)
    elif isinstance(value, CodeType):
        yield value.co_code
        yield value.co_linetable
        yield value.co_exceptiontable
        names = (value.co_names, value.co_varnames, value.co_freevars, value.co_cellvars)
        yield from _parts((value.co_filename, value.co_name, value.co_qualname, value.co_consts, *names))
