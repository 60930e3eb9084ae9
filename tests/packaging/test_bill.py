"""The bill of materials is valid CycloneDX and names everything, with its licence."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from natopk_desktop import __version__
from natopk_desktop.packaging.components import components

if TYPE_CHECKING:
    from tests.packaging.built import Package


def _bill(package: Package) -> dict[str, Any]:
    return dict(json.loads(package.bill.read_text(encoding="utf-8")))


def test_it_is_valid(package: Package) -> None:
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    text = package.bill.read_text(encoding="utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None


def test_it_names_every_component_with_version_and_licence(package: Package) -> None:
    bill = _bill(package)
    assert bill["metadata"]["component"]["version"] == __version__
    parts = {part["name"]: part for part in bill["components"]}
    assert set(parts) == {component.name for component in components()} - {"natopk_desktop"}
    assert all(part["version"] and part["licenses"] for part in parts.values())


def test_its_hashes_are_those_of_the_files(package: Package) -> None:
    files = [file for part in _bill(package)["components"] for file in part.get("components", [])]
    assert len(files) > 50
    for file in files:
        content = (package.folder / file["name"]).read_bytes()
        assert file["hashes"] == [{"alg": "SHA-256", "content": hashlib.sha256(content).hexdigest()}]
