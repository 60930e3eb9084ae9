"""Compiled code is written as the same bytes whatever else is loaded."""

from __future__ import annotations

import io
import marshal
import subprocess
import sys
from pathlib import Path
from types import CodeType, ModuleType

import pytest

from natopk_desktop.packaging import stable_code

ROOT = Path(__file__).resolve().parents[2]
SOURCE = """
TABLE = {"a name of some length": 1.5, "another": (2, "x y z")}
def f(a, b=frozenset({"p q"})):
    return a in TABLE
"""
ASKED = """
import marshal, pathlib, sys
from natopk_desktop.packaging import stable_code
folder = pathlib.Path(sys.argv[1])
code = compile("LETTERS = {'a b': 'ü'}", "x", "exec")
print(folder.parts and marshal.dumps(code).hex(), stable_code.dumps(code).hex())
"""


def _compiled() -> tuple[CodeType, list[object]]:
    """Compiled code, and its constants as somebody else might hold them."""
    code = compile(SOURCE, "x", "exec")
    return code, [*code.co_consts, *(item for value in code.co_consts if isinstance(value, tuple) for item in value)]


def test_who_else_holds_a_constant_changes_nothing() -> None:
    code, held = _compiled()
    alone, _ = _compiled()
    del _
    assert marshal.dumps(code) != marshal.dumps(alone), "the test has no difference to take away"
    assert stable_code.dumps(code) == stable_code.dumps(alone)
    del held


def test_a_folder_named_with_one_letter_changes_nothing() -> None:
    # Asked of processes of their own: once interned, a letter is so for good.
    told = [
        subprocess.run([sys.executable, "-c", ASKED, folder], capture_output=True, cwd=ROOT, check=True).stdout
        for folder in ("two letters", "ü")
    ]
    (plain, stable), (plain_in_folder, stable_in_folder) = (line.split() for line in told)
    assert plain != plain_in_folder or sys.version_info >= (3, 12), "the test has no difference to take away"
    assert stable == stable_in_folder


def test_what_is_written_does_what_the_code_does() -> None:
    code, _ = _compiled()
    file = io.BytesIO()
    stable_code.dump(code, file)
    assert marshal.loads(file.getvalue()) == code


def test_it_takes_the_place_of_marshal_in_a_module() -> None:
    writer = ModuleType("writer")
    writer.__dict__["marshal"] = marshal
    stable_code.use_in(writer)
    assert writer.__dict__["marshal"].dumps is stable_code.dumps
    with pytest.raises(LookupError, match="does not write"):
        stable_code.use_in(ModuleType("other"))
