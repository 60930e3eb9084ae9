"""A checkout with a tiny lock whose packages lie in a folder: set-ups in seconds, without a network."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping

PACKAGE = Path(__file__).resolve().parents[2] / "natopk_desktop"
# Stands in for __main__.py: goes through the door and tells where it came out.
DOOR = """
import json, sys
sys.path.insert(0, sys.argv[1])
from natopk_desktop import bootstrap
from natopk_desktop.errors import UserError
try:
    bootstrap.enter(sys.argv[2].split(","), __file__)
except UserError as error:
    sys.exit(f"{type(error).__name__}: {error.message}")
import natopk_tiny
print(json.dumps({"prefix": sys.prefix, "arguments": sys.argv[3:], "tiny": natopk_tiny.VERSION}))
"""


class Checkout:
    """A checkout in miniature.

    Attributes:
        root: its folder.
        wheels: the folder that stands for the package index.
        variables: the environment variables of every start from it.
    """

    def __init__(self, root: Path, wheels: Path, variables: Mapping[str, str]) -> None:
        self.root = root
        self.wheels = wheels
        self.variables = dict(variables)

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    @property
    def stamp(self) -> Path:
        return self.venv / "natopk-desktop.stamp"

    def write_lock(self, **parts: str) -> None:
        """A lock whose parts hold one package each, `name==version`; its wheel appears in the index."""
        text = ""
        for part, pin in parts.items():
            name, _, version = pin.partition("==")
            digest = hashlib.sha256(_wheel(self.wheels, name, version).read_bytes()).hexdigest()
            text += f"\n# part: {part}\n{pin} \\\n    --hash=sha256:{digest}\n"
        (self.root / "requirements.lock").write_text(text, encoding="utf-8")

    def command(self, *arguments: str, parts: str = "run", python: str = sys.executable) -> list[str]:
        return [python, str(self.root / "door.py"), str(self.root), parts, *arguments]

    def start(self, *arguments: str, parts: str = "run", python: str = sys.executable) -> Start:
        done = subprocess.run(
            self.command(*arguments, parts=parts, python=python),
            env=self.variables,
            capture_output=True,
            encoding="utf-8",
            check=False,
            stdin=subprocess.DEVNULL,
        )
        return Start(done.returncode, done.stdout, done.stderr)

    def moved_to(self, place: Path) -> Checkout:
        """The same checkout under another path."""
        place.parent.mkdir(parents=True, exist_ok=True)
        self.root.rename(place)
        return Checkout(place, self.wheels, self.variables)

    def without_network(self) -> Checkout:
        """The same checkout with an index that cannot be reached."""
        variables = {name: value for name, value in self.variables.items() if not name.startswith("PIP_")}
        index = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_CONFIG_FILE": os.devnull}
        return Checkout(self.root, self.wheels, variables | index)


class Start:
    """How one start ended."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code = code
        self.out = out
        self.err = err

    @property
    def told(self) -> dict[str, Any]:
        """What the program behind the door said."""
        assert self.code == 0, self.err
        told: dict[str, Any] = json.loads(self.out)
        return told


@pytest.fixture(scope="session")
def made_checkout(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    """A checkout whose environment was made, once for all tests; not to be changed."""
    folder = tmp_path_factory.mktemp("made")
    checkout = _checkout(folder, folder)
    assert checkout.start().code == 0
    return checkout


@pytest.fixture
def checkout(tmp_path: Path, home: Path) -> Checkout:
    """A fresh checkout, in a folder whose name is hard to handle."""
    return _checkout(tmp_path / "mit Leerzeichen und ü", home)


@pytest.fixture
def ready_checkout(made_checkout: Checkout, tmp_path: Path, home: Path) -> Checkout:
    """A checkout with its environment, to be changed at will."""
    root = tmp_path / "ready" / "checkout"
    shutil.copytree(made_checkout.root, root, symlinks=True)
    wheels = tmp_path / "wheels of the ready"
    shutil.copytree(made_checkout.wheels, wheels)
    checkout = Checkout(root, wheels, _variables(home, wheels))
    assert checkout.start().err == ""
    return checkout


def _checkout(folder: Path, home: Path) -> Checkout:
    root = folder / "checkout"
    ignore = shutil.ignore_patterns("__pycache__", "ui", "documents", "dossier", "typesetting")
    shutil.copytree(PACKAGE, root / "natopk_desktop", ignore=ignore)
    (root / "door.py").write_text(DOOR, encoding="utf-8")
    wheels = folder / "wheels"
    wheels.mkdir()
    checkout = Checkout(root, wheels, _variables(home, wheels))
    checkout.write_lock(run="natopk-tiny==1.0", test="natopk-more==2.0")
    return checkout


def _variables(home: Path, wheels: Path) -> dict[str, str]:
    """All environment variables of a start: a home of its own, and a folder for an index."""
    keep = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TEMP", "LC_ALL") if name in os.environ}
    own = {"HOME": str(home), "LOCALAPPDATA": str(home / "AppData"), "XDG_CACHE_HOME": str(home / ".cache")}
    index = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": wheels.as_uri(), "PIP_CONFIG_FILE": os.devnull}
    return keep | own | index


def _wheel(folder: Path, name: str, version: str) -> Path:
    """Write the smallest wheel there can be."""
    module = name.replace("-", "_")
    path = folder / f"{module}-{version}-py3-none-any.whl"
    info = f"{module}-{version}.dist-info"
    files = {
        f"{module}.py": f"VERSION = {version!r}\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/entry_points.txt": f"[console_scripts]\n{name} = {module}:VERSION.strip\n",
    }
    files[f"{info}/RECORD"] = "".join(f"{file},,\n" for file in [*files, f"{info}/RECORD"])
    with zipfile.ZipFile(path, "w") as archive:
        for file, text in files.items():
            archive.writestr(file, text)
    return path
