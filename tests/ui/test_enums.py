"""PySide's enums made quickly are the enums that Python makes, to the last attribute."""

from __future__ import annotations

import copy
import enum
import pickle
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest

from natopk_desktop.packaging.rules import QT_MODULES
from natopk_desktop.ui import enums

if TYPE_CHECKING:
    from collections.abc import Iterator

    from natopk_desktop.ui.enums import EnumClass

ROOT = Path(__file__).resolve().parents[2]
BASES = (enum.Enum, enum.Flag, enum.IntEnum, enum.IntFlag)
FRESH = "import sys; from natopk_desktop.ui import binding, enums; binding.load(binding.SupportCode('')); "


def _of_pyside() -> Iterator[Any]:
    """Every enum of the modules of Qt that the program uses."""
    for module in map(import_module, QT_MODULES):
        classes = [value for name in dir(module) if isinstance(value := getattr(module, name), type)]
        for owner in [module, *classes]:
            for name in dir(owner):
                value = getattr(owner, name, None)
                if isinstance(value, enum.EnumType) and value.__module__.startswith("PySide6"):
                    yield value


def _usual(base: EnumClass, name: str, members: object) -> EnumClass:
    """Make an enum with the standard library's own machinery, whatever stands in for it now."""
    kind = cast("Any", enum.EnumType)
    prepared = kind.__prepare__(name, (base,))
    for key, value in cast("list[tuple[str, int]]", members):
        prepared[key] = value
    return kind.__new__(kind, name, (base,), prepared, boundary=enum.KEEP)


def _same(made: EnumClass, usual: EnumClass) -> None:
    """Assert that no attribute, no member and no order differs."""
    cast("Any", enum)._test_simple_enum(usual, made)
    ours, theirs = ({**vars(one)} for one in (made, usual))
    for one in (ours, theirs):
        for name in ("__dict__", "__weakref__", "__doc__", "__module__"):
            one.pop(name, None)
    assert {name: type(value) for name, value in ours.items() if name not in made.__members__} == {
        name: type(value) for name, value in theirs.items() if name not in made.__members__
    }
    plain = [name for name, value in ours.items() if type(value) in {int, list, str, bool, type(None)}]
    assert [ours[name] for name in plain] == [theirs[name] for name in plain]
    assert list(map(repr, made)) == list(map(repr, usual))
    assert [(name, member.name, member._sort_order_) for name, member in made.__members__.items()] == [
        (name, member.name, member._sort_order_) for name, member in usual.__members__.items()
    ]
    assert list(made._value2member_map_) == list(usual._value2member_map_)
    assert [getattr(made, name) is made[name] for name in made.__members__] == [True] * len(made.__members__)


def test_all_enums_of_qt_are_as_python_makes_them() -> None:
    patterns = {base: enums.Pattern(base) for base in BASES}
    if not patterns[enum.Enum].is_compared():
        pytest.skip("this Python makes its enums itself")
    seen = 0
    for theirs in _of_pyside():
        base = theirs.__mro__[1]
        members = [(name, member.value) for name, member in theirs.__members__.items()]
        if base not in patterns or not patterns[base].fits(members):
            continue
        seen += 1
        _same(patterns[base].filled(theirs.__name__, members), _usual(base, theirs.__name__, members))
    assert seen > 500


@pytest.mark.parametrize("base", BASES)
@pytest.mark.skipif(not enums.Pattern(enum.Enum).is_compared(), reason="this Python makes its enums itself")
def test_aliases_gaps_and_orders_are_kept(base: EnumClass) -> None:
    members = [("B", 4), ("A", 1), ("Also", 4), ("Both", 5), ("Nothing", 0), ("Wide", 1 << 40)]
    pattern = enums.Pattern(base)
    assert pattern.fits(members)
    _same(pattern.filled("Made", members), _usual(base, "Made", members))


@pytest.mark.parametrize(
    "members",
    [
        (("A", 1),),
        [],
        [("A", 1), ("A", 2)],
        [("name", 1)],
        [("_hidden", 1)],
        [("mro", 1)],
        [("A", True)],
        [("A", "x")],
        ["A", "B"],
        "A B",
    ],
)
def test_what_is_out_of_the_ordinary_goes_the_usual_way(members: object) -> None:
    assert not enums.Pattern(enum.Enum).fits(members)


def test_a_flag_with_all_bits_goes_the_usual_way() -> None:
    assert not enums.Pattern(enum.Flag).fits([("A", 1), ("All", -1)])
    assert enums.Pattern(enum.Enum).fits([("A", 1), ("All", -1)])


def _fresh(code: str) -> str:
    """Run code in a process of its own, in which PySide is loaded as the app loads it."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", FRESH + code], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    return done.stdout.strip()


def test_enums_of_a_start_have_their_places_and_can_be_kept() -> None:
    code = (
        "import copy, pickle; from PySide6.QtCore import Qt; "
        "one = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop; "
        "print(Qt.Key.__module__, Qt.Key.__qualname__, pickle.loads(pickle.dumps(Qt.Key.Key_A)) is Qt.Key.Key_A, "
        "copy.deepcopy(one) is one, repr(one), Qt.Key(65).name, ~one & Qt.AlignmentFlag.AlignLeft)"
    )
    told = _fresh(code)
    assert told.startswith("PySide6.QtCore Qt.Key True True <AlignmentFlag.AlignLeft|AlignTop: 33> Key_A")


def test_other_enums_are_made_the_usual_way_with_the_module_they_are_made_in() -> None:
    code = (
        "import enum; E = enum.Enum('E', 'A B'); F = enum.Flag('F', ['A', 'B'], module='x', qualname='y.F'); "
        "print(E.__module__, E.A.value, F.__module__, F.__qualname__, F.B.value); enums.hasten(); "
        "print(enum.IntEnum('I', {'A': 7}).A + 1)"
    )
    assert _fresh(code).split() == ["__main__", "1", "x", "y.F", "2", "8"]


def test_it_is_in_force_where_it_was_compared() -> None:
    told = _fresh("import enum; print(enum.EnumType._create_.__module__)")
    assert told == ("natopk_desktop.ui.enums" if enums.Pattern(enum.Enum).is_compared() else "enum")
    assert sys.version_info[:2] != (3, 11) or told != "enum"


def test_copies_and_pickles_of_members_are_the_members() -> None:
    made = enums.Pattern(enum.IntFlag).filled("Made", [("A", 1), ("B", 2)])
    assert copy.deepcopy(made.A) is made.A
    assert copy.copy(made.A | made.B) == 3
    with pytest.raises(pickle.PicklingError):  # it has no place of its own, as an enum made the usual way has not
        pickle.dumps(made.A)
