"""The lock file: pip's requirements format, exact versions with hashes, in marked parts.

A part begins with a line `# part: NAME` and holds what that part needs beyond the part `run`.
"""

from __future__ import annotations

import ast
import os
import platform
import re
import sys
from pathlib import Path
from typing import NamedTuple

from natopk_desktop.errors import OperationError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_PART = re.compile(r"# part: (\w+)")
_REQUIREMENT = re.compile(r"(?P<name>[A-Za-z0-9][\w.-]*)==(?P<version>[^\s;\\]+)(?:\s*;\s*(?P<marker>[^\\]+))?")
_VERSION_NAMES = {"python_version", "python_full_version"}
_COMPARISONS: dict[type[ast.cmpop], Callable[[object, object], bool]] = {
    ast.Eq: lambda left, right: left == right,
    ast.NotEq: lambda left, right: left != right,
    ast.Lt: lambda left, right: left < right,  # type: ignore[operator]
    ast.LtE: lambda left, right: left <= right,  # type: ignore[operator]
    ast.Gt: lambda left, right: left > right,  # type: ignore[operator]
    ast.GtE: lambda left, right: left >= right,  # type: ignore[operator]
}


class Requirement(NamedTuple):
    """One package of the lock.

    Attributes:
        name: its name, in the index's spelling.
        version: its exact version.
        marker: the environment marker of PEP 508, or "" where every computer needs it.
        text: its lines in the lock, hashes included.
    """

    name: str
    version: str
    marker: str
    text: str

    @property
    def key(self) -> str:
        """Name and version as an installed package's folder spells them, in one normal form."""
        return f"{normal(self.name)}-{self.version}"


def read(path: Path) -> dict[str, list[Requirement]]:
    """The requirements of each part, in the file's order."""
    parts: dict[str, list[Requirement]] = {}
    current: list[Requirement] = []
    joined = re.sub(r"\\\n\s*", "\\\n    ", path.read_text(encoding="utf-8"))
    for line in re.split(r"\n(?!    )", joined):
        if part := _PART.match(line):
            current = parts.setdefault(part[1], [])
        elif match := _REQUIREMENT.match(line):
            marker = (match["marker"] or "").strip()
            current.append(Requirement(match["name"], match["version"], marker, line))
    return parts


def wanted(path: Path, parts: Iterable[str]) -> list[Requirement]:
    """What this computer needs of the lock's `parts`, each package once.

    Raises:
        OperationError: the lock has no such part.
    """
    known = read(path)
    found: dict[str, Requirement] = {}
    for part in parts:
        if part not in known:
            raise OperationError(f"{path} has no part “{part}”; restore the file from the project.")
        found.update({item.key: item for item in known[part] if applies(item.marker)})
    return list(found.values())


def missing(requirements: Sequence[Requirement], folders: Iterable[str]) -> list[Requirement]:
    """Those that none of these folders of installed packages holds in exactly that version."""
    installed = set()
    for folder in folders:
        try:
            names = [path.name for path in Path(folder).iterdir()]
        except OSError:
            continue
        for name in names:
            if name.endswith(".dist-info"):
                project, _, version = name.removesuffix(".dist-info").rpartition("-")
                installed.add(f"{normal(project)}-{version}")
    return [item for item in requirements if item.key not in installed]


def normal(name: str) -> str:
    """A package's name in one spelling (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def applies(marker: str) -> bool:
    """Whether an environment marker (PEP 508) holds here; one that cannot be read counts as holding."""
    if not marker:
        return True
    try:
        return _holds(ast.parse(marker, mode="eval").body)
    except (SyntaxError, KeyError, TypeError, ValueError):
        return True


def _holds(node: ast.expr) -> bool:
    if isinstance(node, ast.BoolOp):
        results = map(_holds, node.values)
        return all(results) if isinstance(node.op, ast.And) else any(results)
    if not isinstance(node, ast.Compare) or len(node.ops) != 1:
        raise TypeError(ast.dump(node))
    sides = (node.left, node.comparators[0])
    versions = any(isinstance(side, ast.Name) and side.id in _VERSION_NAMES for side in sides)
    left, right = (_value(side, versions=versions) for side in sides)
    return _COMPARISONS[type(node.ops[0])](left, right)


def _value(node: ast.expr, *, versions: bool) -> object:
    """A marker's name or string; as numbers where versions are compared."""
    if isinstance(node, ast.Name):
        text = {
            "implementation_name": sys.implementation.name,
            "os_name": os.name,
            "platform_machine": platform.machine(),
            "platform_python_implementation": platform.python_implementation(),
            "platform_system": platform.system(),
            "python_full_version": platform.python_version(),
            "python_version": ".".join(platform.python_version_tuple()[:2]),
            "sys_platform": sys.platform,
        }[node.id]
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        text = node.value
    else:
        raise TypeError(ast.dump(node))
    return tuple(int(digits) for digits in re.findall(r"\d+", text)) if versions else text
