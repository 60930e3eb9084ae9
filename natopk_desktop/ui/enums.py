"""Making PySide's enums in a fraction of the time that Python's own machinery takes for them.

Shiboken makes all enums of a class when the class is first used, with Python's functional interface,
``Enum(name, [(member, value), …], boundary=KEEP)``. Up to the first paint these are two hundred enums with three
thousand members, a sixth of the start. Here such a call is answered by filling a copy of an empty enum of the same
base; any other call, and any Python whose enums were not compared yet, goes the usual way. What is filled is what
``_proto_member`` of the standard library's ``enum.py`` fills; tests/ui/test_enums.py compares all enums of the modules
we use with those made the usual way.
"""

from __future__ import annotations

import enum
import sys
from typing import Any, Final, TypeGuard, cast

EnumClass = Any
"""A class made by ``EnumType``, with the attributes that its bases' own code uses."""
Members = list[tuple[str, int]]
COMPARED: Final = frozenset({(3, 11), (3, 12), (3, 13)})
"""The versions of Python whose enums have been compared."""
CONTAINERS: Final = frozenset(
    ("_member_names_", "_member_map_", "_value2member_map_", "_unhashable_values_", "_unhashable_values_map_")
)
"""What keeps the members in the releases compared; a release with another one is none of them."""
USUAL: Final = "_create_"
"""What ``EnumType`` calls for the functional interface."""
SHIBOKENS: Final = {"module": None, "qualname": None, "type": None, "start": 1, "boundary": enum.KEEP}
"""How Shiboken asks; it names the module itself afterwards."""


def hasten() -> None:
    """Make enums so from here on, in this process."""
    kind = cast("Any", enum.EnumType)
    usual = kind.__dict__[USUAL]
    if usual.__module__ == __name__:
        return
    patterns = {base: Pattern(base) for base in (enum.Enum, enum.Flag, enum.IntEnum, enum.IntFlag)}
    if not all(pattern.is_compared() for pattern in patterns.values()):
        return

    def create(base: EnumClass, class_name: str, names: object, **how: object) -> EnumClass:
        """Stand in for ``EnumType._create_``, which later versions call with these names."""
        pattern = patterns.get(base)
        if pattern is not None and how == SHIBOKENS and pattern.fits(names):
            return pattern.filled(class_name, names)
        if how.get("module") is None:  # the usual way would look into this frame for it
            how["module"] = sys._getframe(2).f_globals.get("__name__")  # noqa: SLF001
        return usual(base, class_name, names, **how)

    setattr(kind, USUAL, create)


class Pattern:
    """An empty enum of one base, of which filled ones are made."""

    def __init__(self, base: EnumClass) -> None:
        """Make the empty one the usual way, which knows all that a base asks for."""
        empty: EnumClass = base("Empty", (), boundary=enum.KEEP)
        self._base = base
        self._is_flag = issubclass(base, enum.Flag)
        self._names_taken = frozenset(dir(base)) | {"name", "value", "mro", ""}
        self._new, self._has_value = empty._member_type_.__new__, empty._use_args_
        self._body = {name: value for name, value in vars(empty).items() if name != "__new__"}
        self._containers = [name for name, value in self._body.items() if isinstance(value, list | dict)]

    def is_compared(self) -> bool:
        """Tell whether this Python keeps what is filled here, and nothing else."""
        return sys.version_info[:2] in COMPARED and CONTAINERS.issuperset(self._containers)

    def fits(self, members: object) -> TypeGuard[Members]:
        """Tell whether these are ordinary members: numbers with names of their own, none with a meaning to Python."""
        if type(members) is not list or {*map(type, members)} != {tuple} or {*map(len, members)} != {2}:
            return False
        values = dict(members)
        return (
            len(values) == len(members)
            and {*map(type, values.values())} == {int}
            and not (self._is_flag and min(values.values()) < 0)
            and self._names_taken.isdisjoint(values)
            and "\0_" not in "\0" + "\0".join(values)
        )

    def filled(self, name: str, members: Members) -> EnumClass:
        """Return an enum with these members."""
        body = {**self._body, **{key: type(self._body[key])() for key in self._containers}}
        made: EnumClass = type.__new__(enum.EnumType, name, (self._base,), body)
        place = type.__setattr__  # the metaclass's looks first whether there is such a member
        place(made, "__new__", enum.Enum.__new__)
        names, by_name, by_value = made._member_names_, made._member_map_, made._value2member_map_
        for key, value in members:
            member = by_value.get(value)
            if member is None:
                member = self._new(made, value) if self._has_value else self._new(made)
                member._value_, member._name_ = value, key
                member.__objclass__, member._sort_order_ = made, len(names)
                by_value[value] = member
                if not self._is_flag or value.bit_count() == 1:
                    names.append(key)
            by_name[key] = member
            place(made, key, member)
        if self._is_flag:
            _set_masks(made)
        return made


def _set_masks(made: EnumClass) -> None:
    """Set what a flag knows of its bits, and the order it yields them in."""
    values = [member._value_ for member in made]
    everything = 0
    for value in made._value2member_map_:
        everything |= value
    made._flag_mask_, made._singles_mask_ = everything, sum(values)
    made._all_bits_ = 2 ** everything.bit_length() - 1
    if values != sorted(values):
        made._iter_member_ = made._iter_member_by_def_
