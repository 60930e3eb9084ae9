"""The bill of materials in CycloneDX (cyclonedx.org): what the package is made of, under which licences, and hashes."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component as Part
from cyclonedx.model.component import ComponentType
from cyclonedx.model.dependency import Dependency
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from natopk_desktop import __version__
from natopk_desktop.packaging.components import Component, components, licence_names

if TYPE_CHECKING:
    from pathlib import Path

FONTS: Final = frozenset({"Inter", "Noto Naskh Arabic", "Source Serif 4"})


def write(folder: Path, place: Path, moment: int) -> None:
    """Write the bill of a folder app; the same files give the same bill.

    Args:
        folder: the folder app.
        place: the file.
        moment: when it says it was written, in seconds since 1970.
    """
    own, *others = components()
    hashes = {
        path.relative_to(folder).as_posix(): _sha256(path) for path in sorted(folder.rglob("*")) if path.is_file()
    }
    bom = Bom()
    bom.metadata.component = _part(own, {}, ComponentType.APPLICATION)
    kinds = {True: ComponentType.DATA, False: ComponentType.LIBRARY}
    parts = [_part(other, hashes, kinds[other.name in FONTS]) for other in others]
    bom.components.update(parts)
    bom.dependencies.add(Dependency(bom.metadata.component.bom_ref, [Dependency(part.bom_ref) for part in parts]))
    content = "\n".join(f"{name} {value}" for name, value in hashes.items())
    bom.serial_number = uuid5(NAMESPACE_URL, f"natopk-desktop {__version__}\n{content}")
    bom.metadata.timestamp = datetime.fromtimestamp(moment, UTC)
    place.write_text(f"{JsonV1Dot6(bom).output_as_string(indent=2)}\n", encoding="utf-8")


def _part(component: Component, hashes: dict[str, str], kind: ComponentType) -> Part:
    """Return a component; its files are parts of their own inside it, with their hashes."""
    address = PackageURL.from_string(f"{component.address}@{component.version.replace(' ', '-')}")
    factory = LicenseFactory()
    files = [
        Part(
            name=name, type=ComponentType.FILE, bom_ref=f"file:{name}",
            hashes=[HashType(alg=HashAlgorithm.SHA_256, content=value)],
        )
        for name, value in hashes.items()
        if component.files.fullmatch(name) and name.startswith("_internal")
    ]  # fmt: skip
    names = licence_names(component.name)
    return Part(
        name=component.name,
        version=component.version,
        type=kind,
        bom_ref=str(address),
        purl=address,
        licenses=[factory.make_from_string(" AND ".join(names))] if names else [],
        components=files,
    )


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
